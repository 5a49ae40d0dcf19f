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
class Similarity(Scorer):
    """Give the cosine of the two sides' sentence embeddings, 0 to 1: sums are the cosines and their number."""

    needs: ClassVar[frozenset[str]] = frozenset({"encoder", "source"})

    def statistics(self, view: SegmentView, issues: Sequence[Issue]) -> Statistics | None:  # noqa: ARG002 - the interface
        """Return the segment's cosine, negative ones as 0, or None where a side is empty."""
        if not view.target.strip():
            return None
        cosine = float(view.source_encoding.pooled @ view.target_encoding.pooled)
        return Statistics(scorer=self.id(), sums=(min(1.0, max(0.0, cosine)), 1.0))

    def value(self, statistics: Statistics) -> float:
        """Return the mean cosine."""
        cosines, count = statistics.sums
        return cosines / count
