"""Sentence vectors that are centred and scaled only where they are looked at, so that long documents are not copied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    Array = NDArray[np.float32]

_CHUNK: Final = 4_096


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Centred:
    """Stand for (raw - mean) × scale, row by row.

    Attributes:
        raw: a vector for each sentence, (sentences, width).
        mean: what is taken off each, (width,).
        scale: what each is multiplied by after that, (sentences,).
    """

    raw: Array
    mean: Array
    scale: Array

    def __len__(self) -> int:
        return len(self.raw)

    def __getitem__(self, at: slice | NDArray[np.intp]) -> Array:
        return (self.raw[at] - self.mean) * self.scale[at][:, None]


def centred(raw: Array, mean: Array, lengths: Array) -> Centred:
    """Return rows less `mean`, each brought to a norm, 0 for none.

    Args:
        raw: a vector for each sentence, (sentences, width).
        mean: what is taken off, (width,).
        lengths: the norm of each, (sentences,).
    """
    norms = np.concatenate([np.zeros(0, np.float32), *(np.linalg.norm(part - mean, axis=1) for part in _parts(raw))])
    return Centred(raw=raw, mean=mean, scale=(lengths / np.maximum(norms, 1e-6)).astype(np.float32))


def _parts(raw: Array) -> Iterator[Array]:
    for start in range(0, len(raw), _CHUNK):
        yield raw[start : start + _CHUNK]
