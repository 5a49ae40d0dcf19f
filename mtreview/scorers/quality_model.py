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
class QualityModel(Scorer):
    """Give the score of the model of `[quality_model]`, 0 to 100: sums are the scores and their number.

    It runs only where the configuration names such a model. Each kind says how its own figures become 0 to 100.
    """

    needs: ClassVar[frozenset[str]] = frozenset({"encoder", "source", "quality_model"})

    def statistics(self, view: SegmentView, issues: Sequence[Issue]) -> Statistics | None:  # noqa: ARG002 - the interface
        """Return the segment's score, or None where a side is empty or the model gave no usable answer."""
        judged = view.document.opinions.judged.get(view.index)
        if judged is None or judged.score is None:
            return None
        return Statistics(scorer=self.id(), sums=(judged.score, 1.0))

    def value(self, statistics: Statistics) -> float:
        """Return the mean score."""
        scores, count = statistics.sums
        return scores / count
