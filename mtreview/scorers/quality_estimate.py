from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mtreview.score import Statistics
from mtreview.scorers.base import Scorer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mtreview.issue import Issue
    from mtreview.view import SegmentView


@dataclass(frozen=True, kw_only=True)
class QualityEstimate(Scorer):
    """Give the estimator's quality without a reference, 0 to 100: sums are the estimates and their number."""

    needs: ClassVar[frozenset[str]] = frozenset({"encoder", "source", "estimator"})

    def statistics(self, view: SegmentView, issues: Sequence[Issue]) -> Statistics | None:  # noqa: ARG002 - the interface
        """Return the segment's estimate, or None where there is none: a side is empty, or the encoder is another."""
        estimate = view.estimate
        return None if estimate is None else Statistics(scorer=self.id(), sums=(estimate.quality, 1.0))

    def value(self, statistics: Statistics) -> float:
        """Return the mean estimate."""
        estimates, count = statistics.sums
        return estimates / count
