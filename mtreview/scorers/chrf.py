from __future__ import annotations

from dataclasses import dataclass

from mtreview.scorers._reference import ReferenceScorer


@dataclass(frozen=True, kw_only=True)
class Chrf(ReferenceScorer):
    """Give chrF2 (Popović, 2015), 0 to 100: sums are sacrebleu's character n-gram counts."""
