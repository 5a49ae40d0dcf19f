"""Agreement of scores with what people said: correlations and rates over arrays, with intervals."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import ArrayLike, NDArray

_HALF: Final = 0.5


class Estimated(NamedTuple):
    """Hold a figure and its 95 % interval."""

    value: float
    low: float
    high: float


def pearson(a: ArrayLike, b: ArrayLike) -> float:
    """Return Pearson's correlation, 0 where a side is constant.

    >>> round(pearson([1, 2, 3], [2, 4, 7]), 3)
    0.993
    """
    x, y = (np.asarray(side, np.float64) for side in (a, b))
    x, y = x - x.mean(), y - y.mean()
    scale = sqrt(float(x @ x) * float(y @ y))
    return float(x @ y) / scale if scale > 0 else 0.0


def ranks(values: ArrayLike) -> NDArray[np.float64]:
    """Return ranks from 1, the mean rank for equal values.

    >>> ranks([3, 1, 3]).tolist()
    [2.5, 1.0, 2.5]
    """
    _, inverse, counts = np.unique(np.asarray(values), return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    return np.asarray((last - (counts - 1) / 2)[inverse.ravel()], np.float64)


def spearman(a: ArrayLike, b: ArrayLike) -> float:
    """Return Spearman's rank correlation."""
    return pearson(ranks(a), ranks(b))


def kendall(a: ArrayLike, b: ArrayLike) -> float:
    """Return Kendall's tau-b.

    >>> kendall([1, 2, 3], [1, 3, 2])
    0.3333333333333333
    """
    x, y = (ranks(side) for side in (a, b))
    agreed = ties_x = ties_y = 0.0
    for at in range(1, len(x)):
        dx, dy = np.sign(x[at] - x[:at]), np.sign(y[at] - y[:at])
        agreed += float(dx @ dy)
        ties_x += float(np.abs(dx).sum())
        ties_y += float(np.abs(dy).sum())
    scale = sqrt(ties_x * ties_y)
    return agreed / scale if scale > 0 else 0.0


def roc_auc(positive: ArrayLike, score: ArrayLike) -> float:
    """Return the chance that a positive outscores a negative, 0.5 where either is missing.

    >>> roc_auc([True, False, False], [0.9, 0.9, 0.1])
    0.75
    """
    truth = np.asarray(positive, np.bool_)
    hits, misses = int(truth.sum()), int((~truth).sum())
    if not hits or not misses:
        return 0.5
    return (float(ranks(score)[truth].sum()) - hits * (hits + 1) / 2) / (hits * misses)


def mcc(truth: ArrayLike, found: ArrayLike) -> float:
    """Return Matthews' correlation of two sets of yes and no."""
    return pearson(np.asarray(truth, np.bool_), np.asarray(found, np.bool_))


def f1(truth: ArrayLike, found: ArrayLike) -> float:
    """Return the harmonic mean of precision and recall, 0 where nothing is right."""
    a, b = (np.asarray(side, np.bool_) for side in (truth, found))
    total = int(a.sum()) + int(b.sum())
    return 2.0 * int((a & b).sum()) / total if total else 0.0


def calibration_error(chance: ArrayLike, happened: ArrayLike, bins: int = 10) -> float:
    """Return the expected calibration error (Naeini et al., 2015) over bins of equal width.

    Args:
        chance: 0 to 1.
        happened: whether it came true.
        bins: how many.
    """
    p, y = np.asarray(chance, np.float64), np.asarray(happened, np.float64)
    at = np.minimum((p * bins).astype(int), bins - 1)
    gaps = (abs(float(p[at == bin_].sum()) - float(y[at == bin_].sum())) for bin_ in range(bins))
    return sum(gaps) / max(len(p), 1)


def bootstrap(
    measure: Callable[[NDArray[np.int64]], float], clusters: Sequence[object], rounds: int = 300, seed: int = 1
) -> Estimated:
    """Return a figure with its bootstrap interval, resampled by cluster.

    Args:
        measure: returns the figure of the rows at these places.
        clusters: what each row belongs to: a document where there are any, else the row's source. Of rows of a single
            cluster, which would leave no interval, each is one of its own.
        rounds: resamples.
        seed: of the resampling.
    """
    rng = np.random.default_rng(seed)
    _, number = np.unique(np.asarray([str(cluster) for cluster in clusters]), return_inverse=True)
    if number.max(initial=0) == 0:
        number = np.arange(len(number))
    order = np.argsort(number, kind="stable")
    members = np.split(order, np.cumsum(np.bincount(number))[:-1]) if len(order) else []
    values = []
    for _ in range(rounds if members else 0):
        drawn = rng.integers(0, len(members), len(members))
        values.append(measure(np.concatenate([members[at] for at in drawn])))
    value = measure(np.arange(len(number)))
    low, high = np.percentile(values, (2.5, 97.5)) if values else (value, value)
    return Estimated(value, float(low), float(high))


def permutation(
    measure: Callable[[NDArray[np.float64]], float],
    a: ArrayLike,
    b: ArrayLike,
    rounds: int = 300,
    *,
    scale: bool = True,
) -> float:
    """Return the chance that two models' figures differ as much when their scores are exchanged at random.

    PERM-BOTH of Deutsch et al. (2021), over segments.

    Args:
        measure: returns the figure of one model's scores.
        a: the scores of one model, one a segment.
        b: those of the other.
        rounds: exchanges, from a fixed seed.
        scale: standardise the scores first; not wanted where both are verdicts of right and wrong.
    """
    x, y = (np.asarray(side, np.float64) for side in (a, b))
    if scale:
        x, y = ((side - side.mean()) / max(float(side.std()), 1e-12) for side in (x, y))
    return exchanged(lambda swap: measure(np.where(swap, y, x)) - measure(np.where(swap, x, y)), len(x), rounds)


def exchanged(lead: Callable[[NDArray[np.bool_]], float], count: int, rounds: int = 300) -> float:
    """Return the chance that one model's lead over another is as large when what they say is exchanged at random.

    Args:
        lead: returns the lead where what is said of these segments is exchanged, bool of (count,).
        count: segments.
        rounds: exchanges, from a fixed seed.
    """
    rng = np.random.default_rng(1)
    seen = abs(lead(np.zeros(count, np.bool_)))
    more = sum(abs(lead(rng.random(count) < _HALF)) >= seen for _ in range(rounds))
    return (more + 1) / (rounds + 1)
