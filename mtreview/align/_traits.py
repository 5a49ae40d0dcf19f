"""What speaks for a possible bead and against it, as figures that one set of weights fits documents of any kind.

Likeness is measured against the document's own: a free translation's sentences are less alike than a close one's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from mtreview.align._ends import ended
from mtreview.align._heard import density, heard, nearness, usual_lead
from mtreview.align._places import SIZES, Places
from mtreview.align._sums import areas, cosines, span, summed, weakest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from mtreview.align._lines import Lines
    from mtreview.align._search import Shape
    from mtreview.align._sums import Array, Sides
    from mtreview.align._votes import Votes

_USUAL: Final = 0.4
_FEW: Final = 3
_CLOSENESS: Final = (0.15, 0.8)
_STRAY: Final = 0.5
_FARTHEST: Final = 8.0
_CUES: Final = 0.35
_MIDDLING: Final = 60
_CLOSE: Final = 0.35
_LARGE: Final = 5
_KINDS: Final[dict[str, tuple[Shape, ...]]] = {
    "1-1": ((1, 1),),
    "1-2": ((1, 2), (2, 1)),
    "1-3": ((1, 3), (3, 1)),
    "2-2": ((2, 2),),
    "2-3": ((2, 3), (3, 2)),
    "1-many": tuple(shape for shape in SIZES if min(shape) == 1 and sum(shape) >= _LARGE),
    "many-many": tuple(shape for shape in SIZES if min(shape) > 1 and sum(shape) > _LARGE),
}


class Traits(NamedTuple):
    """Hold what is known of each possible bead.

    Attributes:
        figures: by name, (beads,) each.
        likeness: how alike its two sides are beside their neighbours, not measured against the document's own; 0 for
            a sentence alone.
    """

    figures: dict[str, Array]
    likeness: Array


class _Linked(NamedTuple):
    likeness: Array
    single: tuple[Array, Array]
    closeness: float


def traits(places: Places, source: Lines, target: Lines, votes: Votes) -> Traits:
    """Return what is known of each place.

    Args:
        places: possible beads.
        source: the source's sentences, with vectors and tokens.
        target: likewise.
        votes: how the tokens of each two sentences vote.
    """
    sides = summed(source), summed(target)
    linked = (places.n > 0) & (places.m > 0)
    beads, lone = places.only(linked), places.only(~linked)
    told, figures = _alike(beads, sides)
    figures |= heard(beads, sides, votes)
    figures |= ended(beads, source, target)
    single = _alone(lone, sides, told, votes)
    count = len(linked)
    every = {name: _filled(values, linked, count) for name, values in figures.items()}
    every |= {name: _filled(values, ~linked, count) for name, values in single.items()}
    return Traits(every | _shapes(places), _filled(told.likeness, linked, count))


def _filled(values: Array, which: NDArray[np.bool_], count: int) -> Array:
    whole = np.zeros(count)
    whole[which] = values
    return whole


def _alike(beads: Places, sides: Sides) -> tuple[_Linked, dict[str, Array]]:
    """Return how alike the sides of each bead are, as itself and as figures."""
    i, j, n, m = beads
    left, right = sides
    sums = left.vectors, right.vectors
    table = areas(left.lines.vectors[:] @ right.lines.vectors[:].T)
    cosine = cosines(sums, table, beads)
    strange = (span(left.strangers, i, n) / n + span(right.strangers, j, m) / m) / 2
    near = np.maximum(_beside(beads, sums, table), strange)
    long = span(left.lengths, i, n), span(right.lengths, j, m)
    even = np.log2(1 + np.minimum(*long) / np.maximum(*long))
    shared = np.clip(cosines((left.cues, right.cues), areas(left.lines.cues() @ right.lines.cues().T), beads), -1, 1)
    single = _best((cosine - near) * even, beads, sides)
    closeness = _closeness(_mutual((cosine - near) * even, beads, single))
    lead = (cosine - near) / closeness * even
    big = (n > 1) | (m > 1)
    least = weakest(beads, lambda part, _: cosines(sums, table, part), cosine)
    figures = {
        "lead": lead,
        "lead-of-several": lead * big,
        "lead-by-size": lead * (n + m - 2) / 2,
        "cosine": cosine,
        "stray": np.maximum(0, _STRAY - (least - near) / closeness) * big,
        "even": even - 1,
        "difference": np.minimum(np.abs(long[0] - long[1]) / np.sqrt(long[0] + long[1] + 1), _FARTHEST),
        "cues": shared,
        "cues-by-size": shared * (n + m - 2),
    }
    return _Linked((cosine - near + _CUES * shared) * even, single, closeness), figures


def _beside(beads: Places, sums: tuple[Array, Array], table: Array) -> Array:
    """Return the mean cosine of each block with the other side's sentences just before and after the bead."""
    i, j, n, m = beads
    one = np.ones_like(n)
    total, count = np.zeros((2, len(i))), np.zeros((2, len(i)))
    for side, place in (
        (0, Places(i - 1, j, one, m)),
        (0, Places(i + n, j, one, m)),
        (1, Places(i, j - 1, n, one)),
        (1, Places(i, j + m, n, one)),
    ):
        inside = (place[side] >= 0) & (place[side] < len(sums[side]) - 1)
        total[side, inside] += cosines(sums, table, place.only(inside))
        count[side] += inside
    return np.asarray((total / np.maximum(count, 1)).mean(axis=0))


def _best(scores: Array, beads: Places, sides: Sides) -> tuple[Array, Array]:
    """Return each sentence's best score in a bead of one and one; -1 where it has none."""
    single = (beads.n == 1) & (beads.m == 1)
    best = np.full(len(sides[0].lines), -1.0), np.full(len(sides[1].lines), -1.0)
    for side, at in zip(best, (beads.source, beads.target), strict=True):
        np.maximum.at(side, at[single], scores[single])
    return best


def _mutual(scores: Array, beads: Places, best: tuple[Array, Array]) -> Array:
    """Return the scores of beads of two sentences that are each other's best: few of them have no counterpart."""
    single = (beads.n == 1) & (beads.m == 1)
    mutual: Array = scores[single & (scores >= best[0][beads.source]) & (scores >= best[1][beads.target])]
    return mutual


def _closeness(best: Array) -> float:
    found = float(np.clip(np.median(best), *_CLOSENESS))
    return (found * len(best) + _USUAL * _FEW) / (len(best) + _FEW)


def _alone(lone: Places, sides: Sides, told: _Linked, votes: Votes) -> dict[str, Array]:
    """Return what is known of sentences that stay alone."""
    mutual = votes.mutual
    shared = density(sides, float(mutual.sum()))
    usual = max(1.0, 2 * float(mutual.sum()) / max(1, sum(mutual.shape)))
    near = nearness(sides, votes.drawn)
    known = []
    for side, lines in enumerate((sides[0].lines, sides[1].lines)):
        counts = np.diff(sides[side].tokens) + 1
        cast = mutual.sum(axis=1 - side)
        rows = (
            lines.labels,
            np.log(lines.lengths / _MIDDLING),
            told.single[side] / told.closeness,
            cast / counts / shared,
            cast / usual,
            mutual.max(axis=1 - side, initial=0) / counts / shared,
            votes.drawn[side].nearest / np.maximum(counts - 1, 1) / near,
            votes.drawn[side].lead / usual_lead(votes.drawn),
        )
        known.append(np.array(rows, np.float64)[:, lone[side][(lone.n, lone.m)[side] > 0]])
    names = ("label", "length", "resemblance", "heard", "heard-count", "heard-most", "nearest", "lead")
    figures = {f"alone-{name}": np.zeros(len(lone.n)) for name in names}
    for side, rows_ in enumerate(known):
        for values, row in zip(figures.values(), rows_, strict=True):
            values[(lone.n, lone.m)[side] > 0] = row
    ones = np.ones(len(lone.n))
    return {"alone": ones, "alone-close": ones * np.log(told.closeness / _CLOSE), **figures}


def _shapes(places: Places) -> dict[str, Array]:
    """Return which kind of shape each bead has, and by how much it is larger than most."""
    larger = np.maximum(places.n + places.m - _LARGE, 0) * (places.n > 0) * (places.m > 0)
    return {name: _of(places, shapes).astype(np.float64) for name, shapes in _KINDS.items()} | {
        "size": larger.astype(np.float64)
    }


def _of(places: Places, shapes: Sequence[Shape]) -> NDArray[np.bool_]:
    found = np.zeros(len(places.n), np.bool_)
    for n, m in shapes:
        found |= (places.n == n) & (places.m == m)
    return found
