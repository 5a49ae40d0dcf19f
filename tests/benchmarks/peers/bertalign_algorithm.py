"""Align by the algorithm that Liu and Zhu (2023) published as Bertalign, written from its description.

A first pass finds the best monotone path over each sentence's nearest counterparts; a second one, near that path, adds
up the similarity of blocks less their neighbours' (the margin), scaled by how equally long they are. A block gets the
mean of its sentences' vectors, so that every program is given the same.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from tests.benchmarks.noisy_documents import Indices

    Array = NDArray[np.float32]

NEAREST: Final = 3
LARGEST: Final = 5
WINDOW: Final = 5
SKIP: Final = -0.1
_SHAPES: Final = [(n, total - n) for total in range(2, LARGEST + 1) for n in range(1, total)]


def link(source: Sequence[str], target: Sequence[str], source_vectors: Array, target_vectors: Array) -> list[Indices]:
    """Return the beads of two documents given by their texts and unit vectors."""
    windows = _windows(_first_path(source_vectors @ target_vectors.T), len(source), len(target))
    similar = _Similarity(source, target, source_vectors, target_vectors)
    best: dict[tuple[int, int], float] = {(0, 0): 0.0}
    step: dict[tuple[int, int], tuple[int, int]] = {}
    for row, (low, high) in enumerate(windows):
        for column in range(low, high + 1):
            for n, m in ((0, 1), (1, 0), *_SHAPES):
                before = best.get((row - n, column - m))
                if before is None:
                    continue
                total = before + (similar(row - n, column - m, n, m) if n and m else SKIP)
                if total > best.get((row, column), -np.inf):
                    best[row, column], step[row, column] = total, (n, m)
    return list(_trace(step, len(source), len(target)))[::-1]


def _trace(step: dict[tuple[int, int], tuple[int, int]], row: int, column: int) -> Iterator[Indices]:
    while row or column:
        n, m = step[row, column]
        row, column = row - n, column - m
        yield tuple(range(row, row + n)), tuple(range(column, column + m))


def _first_path(cosines: Array) -> list[tuple[int, int]]:
    """Return the pairs of the monotone path with the highest sum of cosines among nearest counterparts."""
    rows, columns = cosines.shape
    gains = np.full_like(cosines, -np.inf)
    nearest = np.argsort(-cosines, axis=1)[:, :NEAREST]
    np.put_along_axis(gains, nearest, np.take_along_axis(cosines, nearest, axis=1), axis=1)
    sums = np.zeros((rows + 1, columns + 1))
    for row in range(rows):
        sums[row + 1, 1:] = np.maximum(sums[row, 1:], sums[row, :-1] + gains[row])
        np.maximum.accumulate(sums[row + 1], out=sums[row + 1])
    pairs, row, column = [], rows, columns
    while row and column:
        if sums[row, column] == sums[row - 1, column]:
            row -= 1
        elif sums[row, column] == sums[row, column - 1]:
            column -= 1
        else:
            row, column = row - 1, column - 1
            pairs.append((row, column))
    return pairs[::-1]


def _windows(pairs: Sequence[tuple[int, int]], rows: int, columns: int) -> list[tuple[int, int]]:
    """Return, for each number of source sentences read, how many target sentences may have been, least and most."""
    corners = [(0, 0), *((row + 1, column + 1) for row, column in pairs), (rows, columns)]
    low, high = np.full(rows + 1, columns), np.zeros(rows + 1, int)
    for (top, left), (bottom, right) in pairwise(corners):
        low[top : bottom + 1] = np.minimum(low[top : bottom + 1], max(0, left - WINDOW))
        high[top : bottom + 1] = np.maximum(high[top : bottom + 1], min(columns, right + WINDOW))
    return list(zip(low.tolist(), high.tolist(), strict=True))


class _Similarity:
    """Score a bead: cosine of its blocks less the mean cosine with the sentences beside them, times evenness."""

    def __init__(self, source: Sequence[str], target: Sequence[str], left: Array, right: Array) -> None:
        self._vectors = left, right
        self._sums = tuple(np.pad(side, ((1, 0), (0, 0))).cumsum(axis=0, dtype=np.float64) for side in (left, right))
        ratio = sum(map(len, source)) / max(1, sum(map(len, target)))
        lengths = [len(text) for text in source], [len(text) * ratio for text in target]
        self._ends = tuple(np.concatenate([[0.0], np.cumsum(side)]) for side in lengths)

    def __call__(self, row: int, column: int, n: int, m: int) -> float:
        left, right = self._block(0, row, n), self._block(1, column, m)
        near = (self._beside(0, row, n, right) + self._beside(1, column, m, left)) / 2
        long = [
            float(ends[at + size] - ends[at]) for ends, at, size in zip(self._ends, (row, column), (n, m), strict=True)
        ]
        return (float(left @ right) - near) * float(np.log2(1 + min(long) / max(*long, 1e-9)))

    def _block(self, side: int, at: int, size: int) -> NDArray[np.float64]:
        total: NDArray[np.float64] = self._sums[side][at + size] - self._sums[side][at]
        return total / max(float(np.linalg.norm(total)), 1e-9)

    def _beside(self, side: int, at: int, size: int, other: NDArray[np.float64]) -> float:
        vectors = self._vectors[side]
        cosines = [float(vectors[place] @ other) for place in (at - 1, at + size) if 0 <= place < len(vectors)]
        return sum(cosines) / max(1, len(cosines))
