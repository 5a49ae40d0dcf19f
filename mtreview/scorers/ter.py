from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mtreview.scorers._reference import ReferenceScorer


@dataclass(frozen=True, kw_only=True)
class Ter(ReferenceScorer):
    """Give TER (Snover et al., 2006), 0 and up, lower is better: sums are edits and reference words."""

    higher_is_better: ClassVar[bool] = False
