"""Beads that may stand near a first path, and the most probable chain of them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from mtreview.align._search import Shape, Step

    Indices = NDArray[np.intp]
    Array = NDArray[np.float64]

_REACH: Final = 4
_SQUARE: Final = 4
LONGEST: Final = 8
SIZES: Final[tuple[Shape, ...]] = (
    (0, 1),
    (1, 0),
    *((n, m) for n in range(1, _SQUARE + 1) for m in range(1, _SQUARE + 1)),
    *((1, m) for m in range(_SQUARE + 1, LONGEST + 1)),
    *((n, 1) for n in range(_SQUARE + 1, LONGEST + 1)),
)


class Places(NamedTuple):
    """Hold possible beads, each by its first sentences and its shape: four arrays of (beads,)."""

    source: Indices
    target: Indices
    n: Indices
    m: Indices

    def only(self, which: NDArray[np.bool_]) -> Places:
        """Return those that a mask chooses."""
        return Places(*(values[which] for values in self))


class Chain(NamedTuple):
    """Hold the most probable path.

    Attributes:
        path: indices of its beads, in order.
        chance: each possible bead's probability, over all paths, (beads,).
        total: the logarithm of the sum over all paths of e to their scores.
    """

    path: list[int]
    chance: Array
    total: float


def near(path: Sequence[Step], rows: int, columns: int) -> Places:
    """Return all beads, of up to eight sentences to one, that begin and end within four of a corner of the path."""
    open_ = np.zeros((rows + 1, columns + 1), np.bool_)
    for row, column in [(step.source, step.target) for step in path] + [(rows, columns)]:
        open_[max(0, row - _REACH) : row + _REACH + 1, max(0, column - _REACH) : column + _REACH + 1] = True
    found = []
    for n, m in SIZES:
        if n <= rows and m <= columns:
            at = np.nonzero(open_[: rows + 1 - n, : columns + 1 - m] & open_[n:, m:])
            found.append((*at, np.full(len(at[0]), n), np.full(len(at[0]), m)))
    return Places(*(np.concatenate(parts).astype(np.intp) for parts in zip(*found, strict=True)))


def most_probable(places: Places, scores: Array, rows: int, columns: int) -> Chain:
    """Return the path of the highest sum of scores, and what share of all paths goes through each bead.

    Args:
        places: the beads; some path over them must cover everything.
        scores: logarithms of how probable each is beside others, (beads,).
        rows: how many source sentences there are.
        columns: how many target sentences.
    """
    width = columns + 1
    starts = places.source * width + places.target
    ends = (places.source + places.n) * width + places.target + places.m
    ahead, back = _ahead(places, scores, (starts, ends), (rows + 1) * width)
    flipped = Places(rows - places.source - places.n, columns - places.target - places.m, places.n, places.m)
    last = (rows + 1) * width - 1
    rest = _ahead(flipped, scores, (last - ends, last - starts), (rows + 1) * width)[0][::-1]
    with np.errstate(invalid="ignore"):
        chance = np.exp(np.minimum(ahead[starts] + scores + rest[ends] - ahead[last], 0.0))
    return Chain(_traced(back, starts, last), np.nan_to_num(chance), float(ahead[last]))


def highest(places: Places, scores: Array, rows: int, columns: int) -> list[int]:
    """Return indices of the beads of the path of the highest sum of scores, in order; the same arguments."""
    width = columns + 1
    starts = places.source * width + places.target
    ends = (places.source + places.n) * width + places.target + places.m
    back = _ahead(places, scores, (starts, ends), (rows + 1) * width)[1]
    return _traced(back, starts, (rows + 1) * width - 1)


def _traced(back: Indices, starts: Indices, corner: int) -> list[int]:
    path = []
    while corner:
        path.append(int(back[corner]))
        corner = int(starts[path[-1]])
    return path[::-1]


def _ahead(places: Places, scores: Array, corners: tuple[Indices, Indices], size: int) -> tuple[Array, Indices]:
    """Return, for each corner, the logarithm of the sum of all paths to it, and the last bead of the best one."""
    starts, ends = corners
    total = np.full(size, -np.inf)
    best = np.full(size, -np.inf)
    back = np.full(size, -1)
    total[0] = best[0] = 0.0
    reached = places.source + places.n + places.target + places.m  # later than where any bead begins
    order = np.lexsort((ends, reached))
    bounds = np.flatnonzero(np.diff(reached[order], prepend=-1, append=-1))
    for first, stop in pairwise(bounds):
        beads = order[first:stop]
        cuts = np.flatnonzero(np.diff(ends[beads], prepend=-1))
        corner = ends[beads[cuts]]
        owner = np.repeat(np.arange(len(cuts)), np.diff(cuts, append=len(beads)))
        sums = total[starts[beads]] + scores[beads]
        peak = np.maximum(np.maximum.reduceat(sums, cuts), -1e300)
        with np.errstate(divide="ignore"):
            total[corner] = peak + np.log(np.add.reduceat(np.exp(sums - peak[owner]), cuts))
        single = best[starts[beads]] + scores[beads]
        best[corner] = np.maximum.reduceat(single, cuts)
        winners = np.flatnonzero(single == best[corner][owner])
        back[corner[owner[winners]]] = beads[winners]
    return total, back
