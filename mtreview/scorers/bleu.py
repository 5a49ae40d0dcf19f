from __future__ import annotations

from dataclasses import dataclass

from mtreview.scorers._reference import ReferenceScorer


@dataclass(frozen=True, kw_only=True)
class Bleu(ReferenceScorer):
    """Give BLEU (Papineni et al., 2002) with effective order, 0 to 100: sums are its counts and lengths."""
