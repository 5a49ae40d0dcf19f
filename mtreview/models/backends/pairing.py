"""Pairs that are longer than a model takes, cut on both sides alike, so that nothing is left unread."""

from __future__ import annotations

import logging
import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

_log = logging.getLogger("mtreview")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Hold what a model reads of a pair at once.

    Attributes:
        pair: index of the pair.
        source: range of its source tokens.
        target: range of its target tokens.
    """

    pair: int
    source: range
    target: range


def parts(lengths: Sequence[tuple[int, int]], room: int) -> list[Part]:
    """Return the parts of each pair, as few as fit, in order; most pairs are one part.

    Args:
        lengths: tokens of source and target, without special ones.
        room: the most tokens of both sides together, at least 2.

    >>> [(len(part.source), len(part.target)) for part in parts([(7, 5)], room=6)]
    [(3, 2), (2, 2), (2, 1)]
    """
    made: list[Part] = []
    for pair, (source, target) in enumerate(lengths):
        count = max(1, math.ceil((source + target) / room))
        while math.ceil(source / count) + math.ceil(target / count) > room:
            count += 1
        for left, right in zip(_even(source, count), _even(target, count), strict=True):
            made.append(Part(pair=pair, source=left, target=right))
    long = len({part.pair for part in made}) if len(made) > len(lengths) else 0
    if long:
        over = sum(source + target > room for source, target in lengths)
        _log.info("%d of the pairs longer than %d tokens: judged in parts, the scores averaged", over, room)
    return made


def average(parts_made: Sequence[Part], values: Sequence[float], count: int) -> list[float]:
    """Return each pair's mean of its parts, weighted by their target tokens.

    Args:
        parts_made: what `parts` returned.
        values: one a part.
        count: how many pairs there are.
    """
    sums = np.zeros(count)
    weights = np.zeros(count)
    for part, value in zip(parts_made, values, strict=True):
        weight = max(len(part.target), 1)
        sums[part.pair] += weight * value
        weights[part.pair] += weight
    return [float(value) for value in sums / np.maximum(weights, 1)]


def _even(length: int, count: int) -> list[range]:
    """Return `count` consecutive ranges over `length` that differ by one at most, longer ones first."""
    share, rest = divmod(length, count)
    starts = [at * share + min(at, rest) for at in range(count + 1)]
    return [range(start, end) for start, end in pairwise(starts)]
