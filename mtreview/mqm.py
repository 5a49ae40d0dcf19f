"""From issues to an MQM quality.

Weights are those of MQM-Core's scoring model (https://themqm.org, "scoring models"): 0, 1, 5 and 25 points for
neutral, minor, major and critical. Quality is 100 * (1 - points / words), not under 0, words counted on the target.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtreview.issue import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mtreview.issue import Issue

PENALTY = {Severity.NEUTRAL: 0.0, Severity.MINOR: 1.0, Severity.MAJOR: 5.0, Severity.CRITICAL: 25.0}


# Issues less sure than this are shown in review only: they cost nothing and fail nothing.
REPORTED = 0.5


def penalty(issues: Iterable[Issue]) -> float:
    """Return the sum of penalty points of `issues`."""
    return sum(PENALTY[issue.severity] for issue in issues)


def quality(points: float, words: float) -> float:
    """Return the MQM quality, 0 to 100, of `words` target words that cost `points` penalty points."""
    return max(0.0, 100.0 * (1.0 - points / max(words, 1.0)))


# How likely one issue of a severity is to need a major correction: a start, until the estimator calibrates the score.
_WEIGHT = {Severity.NEUTRAL: 0.0, Severity.MINOR: 0.1, Severity.MAJOR: 0.7, Severity.CRITICAL: 0.95}


# A segment without any translation needs one, wherever this is reported as major: no estimate speaks beside it.
_NOTHING_THERE = frozenset({"empty", "missing-sentence"})


def chance_of_clean(issues: Iterable[Issue]) -> float:
    """Return 0 to 100: the chance that no issue needs a major correction, were the issues independent."""
    chance = 1.0
    for issue in issues:
        bare = issue.check in _NOTHING_THERE and issue.severity >= Severity.MAJOR
        chance *= 1.0 - issue.confidence * (1.0 if bare else _WEIGHT[issue.severity])
    return 100.0 * chance
