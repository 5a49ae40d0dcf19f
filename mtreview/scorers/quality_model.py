from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar

from mtreview.models import backends
from mtreview.score import Statistics
from mtreview.scorers.base import Scorer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mtreview.issue import Issue
    from mtreview.view import DocumentView, SegmentView


@dataclass(frozen=True, kw_only=True)
class QualityModel(Scorer):
    """Give the score of the model of `[quality_model]`, 0 to 100: sums are the scores and their number.

    It runs only where the configuration names such a model. Each kind says how its own figures become 0 to 100.
    """

    needs: ClassVar[frozenset[str]] = frozenset({"encoder", "source", "quality_model"})

    def statistics(self, view: SegmentView, issues: Sequence[Issue]) -> Statistics | None:  # noqa: ARG002 - the interface
        """Return the segment's score, or None where a side is empty or the model gave no usable answer."""
        value = _scores(view.document).get(view.index)
        return None if value is None else Statistics(scorer=self.id(), sums=(value, 1.0))

    def value(self, statistics: Statistics) -> float:
        """Return the mean score."""
        scores, count = statistics.sums
        return scores / count


@lru_cache(maxsize=1)
def _scores(document: DocumentView) -> Mapping[int, float | None]:
    """Return the scores of a document's segments by their index, asked for together so that they can be batched."""
    settings = document.context.quality_model
    if settings is None:
        return {}
    judged = [view for view in document.segments if view.has_source and view.target.strip()]
    scores = backends.load(settings).score([(view.source, view.target) for view in judged])
    return {view.index: score for view, score in zip(judged, scores, strict=True)}
