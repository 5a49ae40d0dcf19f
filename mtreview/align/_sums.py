"""Running sums over two sides' sentences, from which any block's figures are a difference."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from mtreview.align._places import Places

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from mtreview.align._lines import Lines
    from mtreview.align._places import Indices

    Array = NDArray[np.float64]
    Sides = tuple["Side", "Side"]


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


def summed(lines: Lines) -> Side:
    """Return the running sums of one side."""
    counts = np.array([len(one) for one in lines.tokens], np.float64)
    return Side(
        lines=lines,
        vectors=running(lines.vectors[:]),
        cues=running(lines.cues()),
        lengths=running(lines.lengths),
        strangers=running(lines.strangers),
        tokens=running(counts),
    )


def running(values: NDArray[np.float32] | Array) -> Array:
    """Return the sums of the rows before each, and of all, (rows + 1, ...)."""
    return np.concatenate([np.zeros((1, *values.shape[1:])), np.cumsum(values, axis=0, dtype=np.float64)])


def areas(values: NDArray[np.float32]) -> Array:
    """Return the sums of all above and left of each corner, (rows + 1, columns + 1)."""
    return np.pad(values, ((1, 0), (1, 0))).cumsum(axis=0, dtype=np.float64).cumsum(axis=1)


def within(table: Array, places: Places) -> Array:
    """Return the sum inside each place, of what `areas` returned."""
    i, j, n, m = places
    return np.asarray(table[i + n, j + m] - table[i, j + m] - table[i + n, j] + table[i, j])


def span(sums: Array, start: Indices, size: Indices) -> Array:
    """Return the sum of each run of rows, of what `running` returned."""
    return np.asarray(sums[start + size] - sums[start])


def _norms(sums: Array, start: Indices, size: Indices) -> Array:
    norms = np.ones(len(start))
    for length in np.unique(size):
        which = size == length
        every = np.linalg.norm(sums[length:] - sums[:-length], axis=1)
        norms[which] = np.maximum(every, 1e-6)[start[which]]
    return norms


def cosines(sums: tuple[Array, Array], table: Array, places: Places) -> Array:
    """Return the cosine of each place's two summed blocks.

    Args:
        sums: of either side, as `running` returns them.
        table: of the products of the sides' rows, as `areas` returns it.
        places: where the blocks are.
    """
    return within(table, places) / _norms(sums[0], places.source, places.n) / _norms(sums[1], places.target, places.m)


def weakest(beads: Places, measure: Callable[[Places, int], Array], single: Array | float) -> Array:
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
