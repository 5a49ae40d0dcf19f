"""Align long documents stretch by stretch, between places where both sides clearly say the same."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from mtreview.align._vectors import Centred

    Rows = NDArray[np.float32] | Centred

_CELLS: Final = 500_000
_CHUNK: Final = 512
_REACH: Final = (512, 8_192)
_FOUND: Final = 0.25
_CLEAR: Final = 0.02
_CENTRE: Final = 0.25
_INNER: Final = 0.45


class Corner(NamedTuple):
    """Mark a place that the best path is taken to pass through, before a source and a target sentence."""

    source: int
    target: int
    clarity: float = 0.0


def stretches(source: Rows, target: Rows) -> Iterator[tuple[Corner, Corner]]:
    """Yield start and end of stretches, in order, that together cover both sides.

    Documents of ordinary length are one stretch. Longer ones are cut between two neighbouring pairs of sentences that
    are each other's nearest, so time and memory grow with the length and not with its square.

    Args:
        source: a vector for each sentence, (sources, width).
        target: likewise.
    """
    start, stop = Corner(0, 0), Corner(len(source), len(target))
    corners = [] if _small(start, stop) else _corners(_increasing(list(_nearest_pairs(source, target))))
    yield from _cut(start, stop, corners)


def _small(start: Corner, stop: Corner) -> bool:
    return (stop.source - start.source + 1) * (stop.target - start.target + 1) <= _CELLS


def _cut(start: Corner, stop: Corner, corners: Sequence[Corner]) -> Iterator[tuple[Corner, Corner]]:
    if _small(start, stop):
        yield start, stop
        return
    inside = [
        corner
        for corner in corners
        if start.source <= corner.source <= stop.source and start.target <= corner.target <= stop.target
    ]
    corner = _middle(start, stop, inside)
    yield from _cut(start, corner, [one for one in inside if one.source < corner.source])
    yield from _cut(corner, stop, [one for one in inside if one.source > corner.source])


def _middle(start: Corner, stop: Corner, corners: Sequence[Corner]) -> Corner:
    """Return the clearest corner of the middle half, else that nearest the middle, else the middle itself."""
    height, width = stop.source - start.source, stop.target - start.target

    def away(corner: Corner) -> float:
        part = (corner.source - start.source) / height if height >= width else (corner.target - start.target) / width
        return abs(part - 0.5)

    central = [corner for corner in corners if away(corner) <= _CENTRE]
    if central:
        return max(central, key=lambda corner: corner.clarity)
    useful = [corner for corner in corners if away(corner) < _INNER]
    if useful:
        return min(useful, key=away)
    return Corner((start.source + stop.source) // 2, (start.target + stop.target) // 2)


def _corners(pairs: Sequence[Corner]) -> list[Corner]:
    """Return the corners between neighbouring pairs; a pair that stands alone gives a corner without clarity."""
    found = []
    for before, pair in zip([None, *pairs], pairs, strict=False):
        joined = before and (before.source + 1, before.target + 1) == (pair.source, pair.target)
        clarity = min(before.clarity, pair.clarity) if before and joined else 0.0
        found.append(pair._replace(clarity=clarity))
    return found


def _nearest_pairs(source: Rows, target: Rows) -> Iterator[Corner]:
    """Yield the pairs that are each other's nearest by a clear lead, by source index."""
    owner = np.full(len(target), -1)
    closest = np.full(len(target), -np.inf, np.float32)
    best = np.zeros(len(source), np.intp)
    lead = np.zeros(len(source), np.float32)
    drift = 0.0
    reach = _REACH[1]
    for first in range(0, len(source), _CHUNK):
        rows = np.arange(first, min(first + _CHUNK, len(source)))
        centre = int((first + _CHUNK / 2) * len(target) / len(source) + drift)
        low, high = max(0, min(centre, len(target)) - reach), min(len(target), max(centre, 0) + reach)
        products = source[rows] @ target[low:high].T
        top = products.argmax(axis=1)
        best[rows] = low + top
        peaks = products[np.arange(len(rows)), top]
        down = products.max(axis=0)
        nearer = down > closest[low:high]
        owner[low:high][nearer] = rows[products.argmax(axis=0)][nearer]
        closest[low:high][nearer] = down[nearer]
        products[np.arange(len(rows)), top] = -np.inf
        lead[rows] = peaks - products.max(axis=1)
        sure = (owner[best[rows]] == rows) & (lead[rows] > _CLEAR)
        reach = max(_REACH[0], reach // 2) if sure.mean() > _FOUND else _REACH[1]
        if sure.any():
            drift = float(np.median(best[rows][sure] - rows[sure] * (len(target) / len(source))))
    for row in np.flatnonzero((owner[best] == np.arange(len(source))) & (lead > _CLEAR)):
        yield Corner(int(row), int(best[row]), float(lead[row]))


def _increasing(pairs: Sequence[Corner]) -> list[Corner]:
    """Return a longest subsequence whose target indices increase."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for index, pair in enumerate(pairs):
        place = bisect_left(ends, pair.target)
        before.append(last[place - 1] if place else -1)
        ends[place : place + 1] = [pair.target]
        last[place : place + 1] = [index]
    chain = []
    index = last[-1] if last else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]
