"""What the machine says of a segment."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mtreview.issue import Issue
    from mtreview.score import Score, Statistics
    from mtreview.segment import Segment


class Basis(StrEnum):
    """Say what a combined score rests on; only `model` claims calibration."""

    MODEL = "model"
    RULES = "rules"
    ISSUES = "issues"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """Hold the issues and scores of one segment.

    Attributes:
        score: the combined score, 0 to 100, higher is better.
        scores: one value a scorer that applies to the segment.
        statistics: the sums behind the scores, for adding up to a document or corpus.
    """

    segment: Segment
    issues: tuple[Issue, ...]
    score: float
    basis: Basis
    scores: tuple[Score, ...] = ()
    statistics: tuple[Statistics, ...] = ()
