"""Blocks of neighbouring sentences: what a block is like follows from its sentences, so nothing is encoded twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from mtreview.align._search import SHAPES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from mtreview.align._search import Shape

    Array = NDArray[np.float32]


class Likeness(NamedTuple):
    """Hold, for one shape of bead, how alike its two blocks are at every place, (starts, starts).

    Attributes:
        shape: how many source and target sentences.
        cosine: cosine of the two blocks' summed vectors.
        near: mean cosine of each block with the other side's sentences just before and after the bead.
        weakest: of the sentences that share a block, the least cosine with the other block; in a bead of one sentence
            a side, the cosine.
    """

    shape: Shape
    cosine: Array
    near: Array
    weakest: Array


def windows(values: Array, size: int) -> Array:
    """Return the sums of every `size` neighbouring rows.

    >>> windows(np.array([[1.0], [2.0], [4.0]], np.float32), 2).ravel().tolist()
    [3.0, 6.0]
    """
    total = values[: len(values) - size + 1].copy()
    for late in range(1, size):
        total += values[late : len(values) - size + 1 + late]
    return total


def likenesses(source: Array, target: Array) -> Iterator[Likeness]:
    """Yield every shape that has a place.

    Args:
        source: a vector for each sentence, (sources, width); longer vectors weigh more in their block.
        target: likewise.
    """
    products = source @ target.T
    single = (_norms(source), _norms(target))
    for n, m in SHAPES:
        if n > len(source) or m > len(target):
            continue
        rows = windows(products, n)
        columns = windows(products.T, m).T
        left, right = _norms(windows(source, n)), _norms(windows(target, m))
        cosine = windows(rows.T, m).T / left[:, None] / right[None, :]
        by_source = columns / right[None, :] / single[0][:, None]
        by_target = rows / left[:, None] / single[1][None, :]
        beside = _beside(by_target.T, m).T
        above = _beside(by_source, n)
        weakest = cosine if n == m == 1 else _weakest(by_source, by_target, (n, m))
        yield Likeness((n, m), cosine, (beside + above) / np.float32(2), weakest)


def _norms(vectors: Array) -> Array:
    norms: Array = np.maximum(np.linalg.norm(vectors, axis=1), np.float32(1e-6))
    return norms


def _beside(values: Array, size: int) -> Array:
    """Return, for every run of `size` rows, the mean of the rows just before and after it."""
    runs = len(values) - size + 1
    total = np.zeros((runs, values.shape[1]), np.float32)
    total[1:] += values[: runs - 1]
    total[: runs - 1] += values[size:]
    total[1 : runs - 1] /= 2
    return total


def _weakest(by_source: Array, by_target: Array, shape: Shape) -> Array:
    n, m = shape
    if n == 1:
        return _least(by_target.T, m).T
    if m == 1:
        return _least(by_source, n)
    return np.minimum(_least(by_source, n), _least(by_target.T, m).T)


def _least(values: Array, size: int) -> Array:
    """Return the least of every `size` neighbouring rows."""
    least = values[: len(values) - size + 1].copy()
    for late in range(1, size):
        np.minimum(least, values[late : len(values) - size + 1 + late], out=least)
    return least
