"""What the reference metrics share: sacrebleu's own statistics, summed and scored by sacrebleu."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar

from mtreview.score import Statistics
from mtreview.scorers.base import Scorer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mtreview.issue import Issue
    from mtreview.view import SegmentView


@cache
def _metric(name: str) -> Any:  # noqa: ANN401 - sacrebleu has no types
    from sacrebleu import metrics  # noqa: PLC0415 - a third of a second, only where there is a reference

    metric: Any = getattr(metrics, name.upper())(**{"effective_order": True} if name == "bleu" else {})
    metric.corpus_score(["-"], [["-"]])  # its signature counts references, which it learns from data
    return metric


@dataclass(frozen=True, kw_only=True)
class ReferenceScorer(Scorer):
    """Compare the target with its reference through sacrebleu (Post, 2018)."""

    needs: ClassVar[frozenset[str]] = frozenset({"reference"})

    def statistics(self, view: SegmentView, issues: Sequence[Issue]) -> Statistics | None:  # noqa: ARG002 - the interface
        """Return sacrebleu's sufficient statistics of one sentence."""
        sums = _metric(self.id())._extract_corpus_statistics([view.target], [[view.segment.reference]])  # noqa: SLF001
        return Statistics(scorer=self.id(), sums=tuple(float(number) for number in sums[0]))

    def value(self, statistics: Statistics) -> float:
        """Return sacrebleu's score of the sums."""
        sums = list(statistics.sums)
        if self.id() != "ter":
            sums = [int(number) for number in sums]
        return float(_metric(self.id())._compute_score_from_stats(sums).score)  # noqa: SLF001

    def signature(self) -> str:
        """Return sacrebleu's own signature."""
        return f"{self.id()}[{_metric(self.id()).get_signature()}]"
