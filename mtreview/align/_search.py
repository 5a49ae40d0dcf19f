"""The dynamic programme that all aligners share: scores of possible beads in, the best path out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

Shape = tuple[int, int]
SHAPES: tuple[Shape, ...] = tuple((n, total - n) for total in range(2, 6) for n in range(1, total))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Grid:
    """Hold what every bead between two runs of sentences would score; higher is better.

    Attributes:
        beads: for a bead of n source and m target sentences, at [i, j] the score where it starts at sentences i and
            j: float of (sources - n + 1, targets - m + 1). A shape with no place in the grid is left out.
        source: what each source sentence scores when it stays alone, (sources,).
        target: likewise, (targets,).
    """

    beads: Mapping[Shape, NDArray[np.float32]]
    source: NDArray[np.float32]
    target: NDArray[np.float32]


class Step(NamedTuple):
    """Hold one bead of the best path.

    Attributes:
        source: 0-based index of its first source sentence.
        target: likewise.
        shape: how many sentences of either side it takes.
        score: what it scored.
        margin: by how much the best path beats the best path without this bead; infinite where there is none.
    """

    source: int
    target: int
    shape: Shape
    score: float
    margin: float


def best_path(grid: Grid) -> list[Step]:
    """Return the steps of the path that covers every sentence once with the highest sum of scores."""
    ahead = _sums(grid)
    steps = _trace(grid, ahead)
    rest = _sums(_flipped(grid))[::-1, ::-1]
    margins = _margins(grid, ahead, rest, steps)
    return [step._replace(margin=margin) for step, margin in zip(steps, margins, strict=True)]


def plain_path(grid: Grid) -> list[Step]:
    """Return the same steps without their margins, in half the time."""
    return _trace(grid, _sums(grid))


def _sums(grid: Grid) -> NDArray[np.float64]:
    """Return the best sum of scores from the start to each corner of the grid, (sources + 1, targets + 1)."""
    rows, columns = len(grid.source), len(grid.target)
    alone = np.concatenate([[0.0], np.cumsum(grid.target, dtype=np.float64)])
    sums = np.empty((rows + 1, columns + 1))
    sums[0] = alone
    for row in range(1, rows + 1):
        best = sums[row - 1] + grid.source[row - 1]
        for (n, m), scores in grid.beads.items():
            if n <= row:
                reached = sums[row - n, : columns - m + 1] + scores[row - n]
                np.maximum(best[m:], reached, out=best[m:])
        best -= alone
        np.maximum.accumulate(best, out=best)
        best += alone
        sums[row] = best
    return sums


def _flipped(grid: Grid) -> Grid:
    beads = {shape: scores[::-1, ::-1] for shape, scores in grid.beads.items()}
    return Grid(beads=beads, source=grid.source[::-1], target=grid.target[::-1])


def _trace(grid: Grid, sums: NDArray[np.float64]) -> list[Step]:
    row, column = len(grid.source), len(grid.target)
    steps = []
    while row or column:
        choices = [
            (float(sums[row - n, column - m] + scores[row - n, column - m]), (n, m))
            for (n, m), scores in grid.beads.items()
            if n <= row and m <= column
        ]
        if row:
            choices.append((float(sums[row - 1, column] + grid.source[row - 1]), (1, 0)))
        if column:
            choices.append((float(sums[row, column - 1] + grid.target[column - 1]), (0, 1)))
        total, (n, m) = max(choices)
        row, column = row - n, column - m
        steps.append(Step(row, column, (n, m), total - float(sums[row, column]), np.inf))
    return steps[::-1]


def _margins(grid: Grid, ahead: NDArray[np.float64], rest: NDArray[np.float64], steps: list[Step]) -> list[float]:
    """Return each step's lead over the best path that takes its first source sentence elsewhere."""
    total = float(ahead[-1, -1])
    skipped = (ahead[:-1] + grid.source[:, None] + rest[1:]) if len(grid.source) else ahead[:0]
    for step in steps:
        if step.shape == (1, 0):
            skipped[step.source, step.target] = -np.inf
    best = skipped.max(axis=1)
    for (n, m), scores in grid.beads.items():
        through = ahead[: scores.shape[0], : scores.shape[1]] + scores + rest[n:, m:]
        for step in steps:
            if step.shape == (n, m):
                through[step.source, step.target] = -np.inf
        top = through.max(axis=1)
        for late in range(n):
            np.maximum(best[late : late + len(top)], top, out=best[late : late + len(top)])
    return [max(0.0, total - float(best[step.source])) if step.shape[0] else np.inf for step in steps]
