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


def penalty(issues: Iterable[Issue]) -> float:
    """Return the sum of penalty points of `issues`."""
    return sum(PENALTY[issue.severity] for issue in issues)


def quality(points: float, words: float) -> float:
    """Return the MQM quality, 0 to 100, of `words` target words that cost `points` penalty points."""
    return max(0.0, 100.0 * (1.0 - points / max(words, 1.0)))
