"""Intervals around what was counted."""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist
from typing import NamedTuple


class Interval(NamedTuple):
    """Bound a share, 0 to 1 on both ends."""

    low: float
    high: float


def wilson(successes: int, trials: int, level: float = 0.95) -> Interval:
    """Return the score interval of a binomial proportion (Wilson 1927), which holds near 0 and 1 and for few trials.

    Args:
        successes: how many of the trials had it.
        trials: how many there were; none leaves the share unknown, 0 to 1.
        level: how often such an interval holds the true share.

    Raises:
        ValueError: the counts or the level make no sense.

    >>> [round(bound, 4) for bound in wilson(8, 10)]
    [0.4902, 0.9433]
    """
    if not 0 <= successes <= trials or not 0.0 < level < 1.0:
        message = f"no interval of {successes} in {trials} at level {level}"
        raise ValueError(message)
    if not trials:
        return Interval(0.0, 1.0)
    z = NormalDist().inv_cdf(0.5 + level / 2)
    share = successes / trials
    shrink = 1 + z * z / trials
    centre = (share + z * z / (2 * trials)) / shrink
    reach = z * sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials)) / shrink
    low = 0.0 if not successes else max(0.0, centre - reach)
    return Interval(low, 1.0 if successes == trials else min(1.0, centre + reach))
