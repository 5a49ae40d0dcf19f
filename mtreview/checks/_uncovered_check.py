"""What the checks of omission and addition share: one algorithm, seen from either side."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from mtreview.checks._uncovered import EXPLAINED, suspected
from mtreview.checks._uncovered_chances import Weights  # noqa: TC001 - configuration reads the annotations
from mtreview.checks.base import Hit, SegmentCheck
from mtreview.issue import Severity
from mtreview.option_values import CHANCE
from mtreview.segment import Side, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import SegmentView


@dataclass(frozen=True, kw_only=True)
class UncoveredCheck(SegmentCheck):
    """Report words of one side that nothing on the other side seems to say.

    Attributes:
        word: the bar of a single word's chance.
        passage: the bar of the sum of the chances of words in a row.
        doubtful: the part of either bar from which they are shown in review only.
        possible: the part from which they are reported, as neutral.
        likely: the part from which they are minor.
        grave: the part from which they are major, which words in a row alone can reach.
        side: whose words are judged.
        weights: of their chances.
        message: what is said of them, with `{words}`.
    """

    severity: Severity = Severity.MAJOR
    word: float = field(default=0.9, metadata=CHANCE)
    passage: float = 1.45
    doubtful: float = 0.45
    possible: float = 0.78
    likely: float = 0.87
    grave: float = 1.25

    side: ClassVar[Side]
    weights: ClassVar[Weights]
    message: ClassVar[str]
    needs: ClassVar[frozenset[str]] = frozenset({"encoder", "estimator", "source"})
    yields_to: ClassVar[frozenset[str]] = EXPLAINED

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield one hit for each run of words without a counterpart."""
        text = view.source if self.side is Side.SOURCE else view.target
        for found, strength in suspected(view, self.side, self.weights, (self.word, self.passage, self.doubtful)):
            worst = self._worst(strength)
            yield Hit(
                message=self.message.format(words=text[found.start : found.end]),
                spans=(Span(side=self.side, start=found.start, end=found.end),),
                severity=None if worst is Severity.MAJOR else min(self.severity, worst),
                confidence=found.confidence(reported=strength >= min(self.possible, 1)),
            )

    def _worst(self, strength: float) -> Severity:
        """Return the highest severity that words of a strength can have."""
        if strength >= max(self.grave, self.possible):
            return Severity.MAJOR
        return Severity.MINOR if strength >= self.likely else Severity.NEUTRAL
