"""What an English text says of itself: words taken over from the source, words that nobody writes, marks set apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np
from wordfreq import zipf_frequency

from mtreview.text.tokens import words

if TYPE_CHECKING:
    from numpy.typing import NDArray

ODDITIES: Final = 3
_MOST: Final = 3
_LONGEST: Final = 4000
_SHORTEST: Final = 4
_ENGLISH, _SEEN = 3.0, 1.2  # Zipf frequencies
_APART: Final = re.compile(r"\w [.,;:!?](?=\s|$)")
_LATIN: Final = re.compile(r"[A-Za-z\u00c0-\u024f]")
_ENOUGH: Final = 0.8


def oddities(source: str, target: str) -> NDArray[np.float32]:
    """Return how many oddities of each kind a translation has, at most three, float32 of (`ODDITIES`,).

    They are words that the source has, too, and that are rare in English; words that the source has not and that are
    hardly ever written; and marks set apart from their words more often than in the source. Names, as far as capitals
    tell them, do not count, nor does what is transcribed from another script. Of long texts the beginnings count.
    """
    source, target = source[:_LONGEST], target[:_LONGEST]
    apart = len(_APART.findall(target)) - len(_APART.findall(source))
    copied = unknown = 0
    if _is_latin(source):
        theirs = {word.text.lower() for word in words(source)}
        for at, word in enumerate(words(target)):
            form = word.text.lower()
            if len(form) < _SHORTEST or not form.isalpha() or (at and word.text != form):
                continue
            frequency = zipf_frequency(form, "en")
            copied += frequency < _ENGLISH and form in theirs
            unknown += frequency < _SEEN and form not in theirs
    return np.clip(np.array([copied, unknown, apart], np.float32), 0, _MOST)


def _is_latin(text: str) -> bool:
    letters = sum(map(str.isalpha, text))
    return len(_LATIN.findall(text)) >= _ENOUGH * letters
