"""What speaks for a possible bead and against it, as figures that one set of weights fits documents of any kind.

Likeness is measured against the document's own: a free translation's sentences are less alike than a close one's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from mtreview.align._places import SIZES, Places

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from mtreview.align._lines import Lines
    from mtreview.align._places import Indices
    from mtreview.align._search import Shape

    Array = NDArray[np.float64]
    Sides = tuple["Side", "Side"]

_USUAL: Final = 0.4
_FEW: Final = 6
_CLOSENESS: Final = (0.15, 0.8)
_DENSITY: Final = 0.05
_STRAY: Final = 0.5
_UNHEARD: Final = 0.6
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


class Side(NamedTuple):
    """Hold running sums over one side's sentences, each one longer than the side is.

    Attributes:
        lines: the sentences.
        vectors: sums of vectors, (sentences + 1, width).
        cues: sums of the vectors of shared numbers, names and cognates, likewise.
        lengths: sums of lengths.
        strangers: sums of how alike each is to unrelated sentences.
        tokens: sums of counts of tokens.
    """

    lines: Lines
    vectors: Array
    cues: Array
    lengths: Array
    strangers: Array
    tokens: Array


class Traits(NamedTuple):
    """Hold what is known of each possible bead.

    Attributes:
        figures: by name, (beads,) each.
        likeness: how alike its two sides are beside their neighbours, not measured against the document's own; 0 for
            a sentence alone.
        closeness: how alike sentences and their best counterparts are in this document.
    """

    figures: dict[str, Array]
    likeness: Array
    closeness: float


class _Linked(NamedTuple):
    likeness: Array
    single: tuple[Array, Array]
    closeness: float


def describe(lines: Lines) -> Side:
    """Return the running sums of one side."""
    counts = np.array([len(one) for one in lines.tokens], np.float64)
    return Side(
        lines=lines,
        vectors=_running(lines.vectors[:]),
        cues=_running(lines.cues()),
        lengths=_running(lines.lengths),
        strangers=_running(lines.strangers),
        tokens=_running(counts),
    )


def traits(places: Places, source: Lines, target: Lines, votes: NDArray[np.float32]) -> Traits:
    """Return what is known of each place.

    Args:
        places: possible beads.
        source: the source's sentences, with vectors and tokens.
        target: likewise.
        votes: how many tokens of each two sentences are each other's nearest, (sources, targets).
    """
    sides = describe(source), describe(target)
    linked = (places.n > 0) & (places.m > 0)
    beads, lone = places.only(linked), places.only(~linked)
    told, figures = _alike(beads, sides)
    figures |= _voted(beads, sides, _table(votes))
    single = _alone(lone, sides, told, votes)
    count = len(linked)
    every = {name: _filled(values, linked, count) for name, values in figures.items()}
    every |= {name: _filled(values, ~linked, count) for name, values in single.items()}
    return Traits(every | _shapes(places), _filled(told.likeness, linked, count), told.closeness)


def _running(values: NDArray[np.float32] | Array) -> Array:
    return np.concatenate([np.zeros((1, *values.shape[1:])), np.cumsum(values, axis=0, dtype=np.float64)])


def _table(values: NDArray[np.float32]) -> Array:
    return np.pad(values, ((1, 0), (1, 0))).cumsum(axis=0, dtype=np.float64).cumsum(axis=1)


def _filled(values: Array, which: NDArray[np.bool_], count: int) -> Array:
    whole = np.zeros(count)
    whole[which] = values
    return whole


def _within(table: Array, places: Places) -> Array:
    i, j, n, m = places
    return np.asarray(table[i + n, j + m] - table[i, j + m] - table[i + n, j] + table[i, j])


def _span(sums: Array, start: Indices, size: Indices) -> Array:
    return np.asarray(sums[start + size] - sums[start])


def _norms(sums: Array, start: Indices, size: Indices) -> Array:
    norms = np.ones(len(start))
    for length in np.unique(size):
        which = size == length
        every = np.linalg.norm(sums[length:] - sums[:-length], axis=1)
        norms[which] = np.maximum(every, 1e-6)[start[which]]
    return norms


def _cosines(sums: tuple[Array, Array], table: Array, places: Places) -> Array:
    return _within(table, places) / _norms(sums[0], places.source, places.n) / _norms(sums[1], places.target, places.m)


def _alike(beads: Places, sides: Sides) -> tuple[_Linked, dict[str, Array]]:
    """Return how alike the sides of each bead are, as itself and as figures."""
    i, j, n, m = beads
    left, right = sides
    sums = left.vectors, right.vectors
    table = _table(left.lines.vectors[:] @ right.lines.vectors[:].T)
    cosine = _cosines(sums, table, beads)
    strange = (_span(left.strangers, i, n) / n + _span(right.strangers, j, m) / m) / 2
    near = np.maximum(_beside(beads, sums, table), strange)
    long = _span(left.lengths, i, n), _span(right.lengths, j, m)
    even = np.log2(1 + np.minimum(*long) / np.maximum(*long))
    shared = np.clip(_cosines((left.cues, right.cues), _table(left.lines.cues() @ right.lines.cues().T), beads), -1, 1)
    single = _best((cosine - near) * even, beads, sides)
    closeness = _closeness(np.concatenate(single))
    lead = (cosine - near) / closeness * even
    big = (n > 1) | (m > 1)
    weakest = _weakest(beads, lambda part, _: _cosines(sums, table, part), cosine)
    figures = {
        "lead": lead,
        "lead-of-several": lead * big,
        "lead-by-size": lead * (n + m - 2) / 2,
        "cosine": cosine,
        "stray": np.maximum(0, _STRAY - (weakest - near) / closeness) * big,
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
        total[side, inside] += _cosines(sums, table, place.only(inside))
        count[side] += inside
    return np.asarray((total / np.maximum(count, 1)).mean(axis=0))


def _best(scores: Array, beads: Places, sides: Sides) -> tuple[Array, Array]:
    """Return each sentence's best score in a bead of one and one; -1 where it has none."""
    single = (beads.n == 1) & (beads.m == 1)
    best = np.full(len(sides[0].lines), -1.0), np.full(len(sides[1].lines), -1.0)
    for side, at in zip(best, (beads.source, beads.target), strict=True):
        np.maximum.at(side, at[single], scores[single])
    return best


def _closeness(best: Array) -> float:
    found = float(np.clip(np.median(best), *_CLOSENESS))
    return (found * len(best) + _USUAL * _FEW) / (len(best) + _FEW)


def _weakest(beads: Places, measure: Callable[[Places, int], Array], single: Array | float) -> Array:
    """Return the least figure of those sentences that share a block; `single` in a bead of one sentence a side."""
    i, j, n, m = beads
    least = np.full(len(i), np.inf)
    one = np.ones_like(n)
    for side, size in enumerate((n, m)):
        for late in range(int(size.max(initial=0))):
            which = (size > late) & (size > 1)
            part = Places(i + late, j, one, m) if side == 0 else Places(i, j + late, n, one)
            least[which] = np.minimum(least[which], measure(part.only(which), side))
    return np.where(np.isinf(least), single, least)


def _voted(beads: Places, sides: Sides, table: Array) -> dict[str, Array]:
    """Return what the tokens say: how many stay inside the bead, of those that vote and of all."""
    inside = _within(table, beads)
    tokens = sides[0].tokens, sides[1].tokens
    counts = _span(tokens[0], beads.source, beads.n) + _span(tokens[1], beads.target, beads.m)
    cast = _span(table[:, -1], beads.source, beads.n) + _span(table[-1], beads.target, beads.m)
    usual = max(1.0, 2 * float(table[-1, -1]) / (len(tokens[0]) + len(tokens[1]) - 2))
    density = _density(sides, table)

    def heard(part: Places, side: int) -> Array:
        own = _span(tokens[side], part[side], np.ones_like(part.n))
        return np.asarray(_within(table, part) / (own + 1) / density)

    return {
        "votes": inside / usual,
        "votes-lost": (cast - 2 * inside) / usual,
        "votes-kept": 2 * inside / (cast + 2),
        "votes-dense": 2 * inside / (counts + 1) / density,
        "unheard": np.maximum(0, _UNHEARD - _weakest(beads, heard, 1.0)),
    }


def _density(sides: Sides, table: Array) -> float:
    """Return what share of all tokens has a counterpart."""
    return max(_DENSITY, 2 * float(table[-1, -1]) / max(1.0, float(sides[0].tokens[-1] + sides[1].tokens[-1])))


def _alone(lone: Places, sides: Sides, told: _Linked, votes: NDArray[np.float32]) -> dict[str, Array]:
    """Return what is known of sentences that stay alone."""
    density = _density(sides, _table(votes))
    usual = max(1.0, 2 * float(votes.sum()) / max(1, sum(votes.shape)))
    known = []
    for side, lines in enumerate((sides[0].lines, sides[1].lines)):
        counts = np.diff(sides[side].tokens) + 1
        cast = votes.sum(axis=1 - side)
        rows = (
            lines.labels,
            lines.marks | lines.blanks,
            np.log(lines.lengths / _MIDDLING),
            told.single[side] / told.closeness,
            cast / counts / density,
            cast / usual,
            votes.max(axis=1 - side, initial=0) / counts / density,
        )
        known.append(np.array(rows, np.float64)[:, lone[side][(lone.n, lone.m)[side] > 0]])
    names = ("label", "mark", "length", "resemblance", "heard", "heard-count", "heard-most")
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
