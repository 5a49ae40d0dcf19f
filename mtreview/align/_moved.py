"""Link sentences that were moved: what stays alone on either side and is clearly each other's counterpart."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from numpy.typing import NDArray

    from mtreview.align._lines import Lines
    from mtreview.segment import Bead

_MOST: Final = 5_000
_SHORTEST: Final = 30
_PART: Final = 0.8
_LEAD: Final = 0.2
_BESIDE: Final = 0.6
_EVENNESS: Final = 0.5
_SURE: Final = 0.8
_HARDLY: Final = 0.2


def with_moved(beads: Sequence[Bead], source: Lines, target: Lines) -> tuple[Bead, ...]:
    """Return the beads with moved sentences linked, each standing where its target does and scoring at most 0.8.

    Two lone sentences are linked where each is the other's nearest by a clear lead and they are about as alike as
    sentences of this document are that were not moved; so is what stands beside moved sentences on both sides, where it
    is nearly as alike. A bead that is hardly probable is taken for lone sentences: where one sentence is missing and
    another was moved to its place, they pass for each other's. Labels are left out, for they repeat, and so are
    documents that have nothing in common or thousands of lone sentences.
    """
    lone = _lone([bead.source for bead in beads if not bead.target or bead.score < _HARDLY], source)
    strays = _lone([bead.target for bead in beads if not bead.source or bead.score < _HARDLY], target)
    linked = [bead for bead in beads if len(bead.source) == len(bead.target) == 1 and bead.score >= _HARDLY]
    if not (len(lone) and len(strays) and linked) or max(len(lone), len(strays)) > _MOST:
        return tuple(beads)
    usual = _usual([(bead.source[0], bead.target[0]) for bead in linked[:_MOST]], source, target)
    cosines = _units(source.vectors[lone]) @ _units(target.vectors[strays]).T
    pairs = {
        int(strays[column]): (int(lone[row]), float(cosines[row, column]))
        for row, column in _mutual(cosines, usual)
        if _even(source.lengths[lone[row]], target.lengths[strays[column]])
    }
    if pairs:
        _grow(pairs, (_left(beads, 0, source), _left(beads, 1, target)), (source, target), usual)
    gone = {row for row, _ in pairs.values()}
    apart = [part for bead in beads for part in _parted(bead, gone, pairs)]
    kept = [bead for bead in apart if bead.target or bead.source[0] not in gone]
    return tuple(_relinked(bead, pairs, usual) for bead in kept)


def _left(beads: Sequence[Bead], side: int, lines: Lines) -> set[int]:
    """Return the sentences of one side that stay alone or nearly so, marks and blank lines left out."""
    ranges = [(bead.source, bead.target) for bead in beads if not (bead.source and bead.target) or bead.score < _HARDLY]
    return {at for both in ranges for at in both[side] if not (lines.marks[at] or lines.blanks[at])}


def _grow(
    pairs: dict[int, tuple[int, float]], left: tuple[set[int], set[int]], sides: tuple[Lines, Lines], usual: float
) -> None:
    """Add to moved sentences those beside them on both sides, as long as there are any that are alike enough."""
    waiting = [(at, place) for place, (at, _) in pairs.items()]
    used = {at for at, _ in waiting}
    while waiting:
        row, column = waiting.pop()
        for at, place in ((row - 1, column - 1), (row + 1, column + 1)):
            if at in used or place in pairs or at not in left[0] or place not in left[1]:
                continue
            ours, theirs = _units(sides[0].vectors[at : at + 1]), _units(sides[1].vectors[place : place + 1])
            cosine = float((ours * theirs).sum())
            if cosine >= _BESIDE * usual and _even(sides[0].lengths[at], sides[1].lengths[place]):
                pairs[place] = (at, cosine)
                used.add(at)
                waiting.append((at, place))


def _parted(bead: Bead, sources: Collection[int], targets: Collection[int]) -> Sequence[Bead]:
    """Return a linked bead as lone sentences where one of them was found to belong elsewhere; else as it is."""
    if not (bead.source and bead.target) or not (
        any(at in sources for at in bead.source) or any(at in targets for at in bead.target)
    ):
        return (bead,)
    left = [replace(bead, source=range(at, at + 1), target=bead.target[:0], score=0.0) for at in bead.source]
    end = bead.source[len(bead.source) :]
    return (*left, *(replace(bead, source=end, target=range(at, at + 1), score=0.0) for at in bead.target))


def _lone(ranges: Sequence[range], lines: Lines) -> NDArray[np.intp]:
    wordy = ~lines.labels & ~lines.marks & ~lines.blanks & (lines.lengths >= _SHORTEST)
    return np.array([at for one in ranges for at in one if wordy[at]], np.intp)


def _usual(pairs: Sequence[tuple[int, int]], source: Lines, target: Lines) -> float:
    """Return the median cosine of linked sentences."""
    rows, columns = np.array(pairs, np.intp).T
    return float(np.median((_units(source.vectors[rows]) * _units(target.vectors[columns])).sum(axis=1)))


def _units(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    units: NDArray[np.float32] = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), np.float32(1e-6))
    return units


def _mutual(cosines: NDArray[np.float32], usual: float) -> list[tuple[int, int]]:
    """Return the pairs that are each other's nearest, alike enough, and lead over the next nearest of either."""
    found = []
    for row, column in enumerate(cosines.argmax(axis=1)):
        cosine = cosines[row, column]
        rivals = np.concatenate([np.delete(cosines[row], column), np.delete(cosines[:, column], row), [0.0]])
        if cosine >= _PART * usual and cosine - rivals.max() >= _LEAD:
            found.append((row, int(column)))
    return found


def _even(left: np.float32, right: np.float32) -> bool:
    return bool(min(left, right) >= _EVENNESS * max(left, right))


def _relinked(bead: Bead, pairs: dict[int, tuple[int, float]], usual: float) -> Bead:
    pair = pairs.get(bead.target[0]) if not bead.source else None
    if pair is None:
        return bead
    at, cosine = pair
    return replace(bead, source=range(at, at + 1), score=_SURE * min(1.0, cosine / usual), moved=True)
