"""Learn the projection that brings a word's states nearer to those of its translations, from unlabelled pairs.

Linear discriminant analysis (Fisher, 1936) whose classes are pairs of words that are each other's most similar ones:
what differs inside such pairs (language, place, inflection) becomes small, what differs between pairs is kept. It is a
closed form, so that a few thousand sentences and a second do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from safetensors.numpy import save_file

from mtreview.models import word_align
from mtreview.text.tokens import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from mtreview.models.encoder import Encoder

    States = NDArray[np.float32]

SIZE: Final = 128
RIDGE: Final = 0.03
_SURE: Final = 0.5


def states(encoder: Encoder, pairs: Sequence[tuple[str, str]]) -> Iterator[tuple[States, States]]:
    """Yield the states of the words of each pair of sentences."""
    at = word_align.layer(encoder.depth)
    for pair in pairs:
        spans = ([(word.start, word.end) for word in words(text)] for text in pair)
        encoded = encoder.encode(pair, (at,))
        left, right = (word_align.word_states(item, own, at) for item, own in zip(encoded, spans, strict=True))
        yield left, right


def learn(pairs: Iterable[tuple[States, States]], size: int = SIZE) -> States:
    """Return the projection, float32 of (width, `size`).

    Args:
        pairs: states of the words of sentence pairs, (words, width) each.
        size: how many directions are kept.
    """
    left, right = (np.concatenate(side) for side in zip(*map(_linked, pairs), strict=True))
    left, right = left - left.mean(0), right - right.mean(0)
    apart, middle = (left - right) / np.sqrt(2), (left + right) / 2
    within = apart.T @ apart / len(apart)
    within += RIDGE * np.trace(within) / len(within) * np.eye(len(within))
    lengths, axes = np.linalg.eigh(within)
    whitening = axes / np.sqrt(lengths)
    _, main = np.linalg.eigh(whitening.T @ (middle.T @ middle / len(middle)) @ whitening)
    projection = whitening @ main[:, ::-1][:, :size]
    return np.asarray(projection / np.linalg.norm(projection) * np.sqrt(projection.shape[1]), np.float32)


def _linked(pair: tuple[States, States]) -> tuple[States, States]:
    """Return the states of the words that are surely each other's translations, row by row."""
    found = word_align.likeness(*(word_align.directions(side, None) for side in pair))
    if found is None:
        return pair[0][:0], pair[1][:0]
    mutual = found.target_best[found.source_best] == np.arange(len(pair[0]))
    rows = np.flatnonzero(mutual & (found.source_score > _SURE))
    return pair[0][rows], pair[1][found.source_best[rows]]


def write(projection: States, path: Path) -> None:
    """Write it as half precision; its SHA-256 belongs into `mtreview.models.word_align`."""
    save_file({"projection": projection.astype(np.float16)}, path)
