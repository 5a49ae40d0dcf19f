from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mtreview import mqm
from mtreview.score import Statistics
from mtreview.scorers.base import Scorer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mtreview.issue import Issue
    from mtreview.view import SegmentView


@dataclass(frozen=True, kw_only=True)
class Mqm(Scorer):
    """Give the MQM quality of the issues found, 0 to 100: sums are penalty points and target words.

    Issues under `min_confidence` cost nothing, as in the reports.
    """

    min_confidence: float = mqm.REPORTED

    def statistics(self, view: SegmentView, issues: Sequence[Issue]) -> Statistics:
        """Return the segment's penalty points and target words."""
        points = mqm.penalty(issue for issue in issues if issue.confidence >= self.min_confidence)
        return Statistics(scorer=self.id(), sums=(points, float(len(view.target_lowered))))

    def value(self, statistics: Statistics) -> float:
        """Return the quality of all the words together."""
        return mqm.quality(*statistics.sums)
