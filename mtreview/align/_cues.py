"""What two languages write alike: numbers, names, cognates, as vectors that a block of sentences can sum."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from math import log
from typing import TYPE_CHECKING

import numpy as np

from mtreview.text.cognates import stems
from mtreview.text.tokens import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

WIDTH = 1024
_LABEL_WORDS = 6
_LABEL_CHARACTERS = 80
_WORD = re.compile(r"[^\W\d_]{2}")
_TIME = re.compile(r"\d:\d")
_LETTER = re.compile(r"[^\W\d_]")
_FIGURE = re.compile(r"\d")
_MARK_CHARACTERS = 24
_END = re.compile(r"[.!?…:;][\"'”’»)\]]*\s*$")


def shared_stems(
    source: Sequence[str], target: Sequence[str]
) -> tuple[list[frozenset[str]], list[frozenset[str]], dict[str, float]]:
    """Return each sentence's stems on either side, and of those on both sides, how much their rarity weighs."""
    sides = [[frozenset(stems(text)) for text in texts] for texts in (source, target)]
    counts = [Counter(stem for stems_ in side for stem in stems_) for side in sides]
    weights = {
        stem: max(0.0, log((len(source) + len(target) + 2) / (count + counts[1][stem])))
        for stem, count in counts[0].items()
        if stem in counts[1]
    }
    return sides[0], sides[1], weights


def cues(side: Sequence[frozenset[str]], weights: dict[str, float], width: int = WIDTH) -> NDArray[np.float32]:
    """Return a vector for each sentence, (sentences, width), of its stems, hashed; all zeros where none is shared."""
    vectors = np.zeros((len(side), width), np.float32)
    for vector, stems_ in zip(vectors, side, strict=True):
        for stem in stems_:
            if stem in weights:
                code = zlib.crc32(stem.encode())
                vector[code % width] += weights[stem] if code & 0x80000000 else -weights[stem]
    return vectors


def label_like(texts: Sequence[str]) -> NDArray[np.bool_]:
    """Return which texts look like labels of a page: a few words without an end of sentence, or no words at all.

    >>> label_like(["Escuche esta historia", "--:--", "El tren llegó tarde."]).tolist()
    [True, True, False]
    """
    return np.array([_label_like(text) for text in texts], dtype=bool)


def _label_like(text: str) -> bool:
    if len(text) > _LABEL_CHARACTERS:
        return False
    return not _WORD.search(text) or (len(words(text)) <= _LABEL_WORDS and not _END.search(text))


def mark_like(texts: Sequence[str]) -> NDArray[np.bool_]:
    """Return which texts are marks of a page: times of a player, rows of dots or stars, and no words.

    >>> mark_like(["--:--", "0:00 / 2:41", "* * *", "(1956).", "A las 3:18"]).tolist()
    [True, True, True, False, False]
    """
    return np.array([_mark_like(text) for text in texts], dtype=bool)


def _mark_like(text: str) -> bool:
    if not text.strip() or len(text) > _MARK_CHARACTERS or _LETTER.search(text):
        return False
    return bool(_TIME.search(text)) or not _FIGURE.search(text)
