from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mtreview.checks.base import Hit, SegmentCheck
from mtreview.issue import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import SegmentView

# What is added to either side before dividing, so that chance weighs less in short texts.
_CHARACTERS = 10.0
_WORDS = 2.0
_SENTENCE, _BRIEF = 3, 40
_NEAR, _SHORT, _BARE = 1.15, 70, 30
_FREEST = 1.35
_DOUBTED = 0.45
_STOPS = frozenset(".!?…:")


@dataclass(frozen=True, kw_only=True)
class Length(SegmentCheck):
    """Report a translation that is far shorter or longer than its source makes likely.

    Characters and words must agree. The limits leave out fewer than 2 in 1,000 good translations of news.

    Bad:
        es: El presidente dijo que los disturbios, que dejaron varios muertos, fueron un intento de golpe de Estado.
        en: The president spoke on Monday.
    Good:
        es: El presidente dijo el lunes que los disturbios fueron un intento de golpe de Estado.
        en: The president said on Monday that the riots were an attempted coup.

    Attributes:
        low: ratio of target to source under which the target is too short.
        high: ratio above which it is too long.
        shortest: characters that the longer side must have for its length to say anything.
    """

    severity: Severity = Severity.MAJOR
    low: float = 0.55
    high: float = 1.6
    shortest: int = 30

    category: ClassVar[Category] = Category.OMISSION
    needs: ClassVar[frozenset[str]] = frozenset({"source"})
    yields_to: ClassVar[frozenset[str]] = frozenset({"empty", "missing-sentence", "extra-sentence", "truncated"})

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield one hit where both ratios are out of bounds on the same side."""
        source, target = len(view.source), len(view.target)
        if max(source, target) < self.shortest:
            return
        ratio = (target + _CHARACTERS) / (source + _CHARACTERS)
        if self.low <= ratio <= self.high or not (view.has_source and view.target.strip()):
            return
        words = (len(view.target_lowered) + _WORDS) / (len(view.source_lowered) + _WORDS)
        if ratio < self.low and words < self.low:
            excess = self.low / max(ratio, words)
            yield Hit(
                message=f"The translation is much shorter than its source: {target} characters for {source}",
                confidence=_confidence(view, excess),
                severity=_severity(view, excess),
            )
        elif ratio > self.high and words > self.high and not self._terse(view):
            excess = min(ratio, words) / self.high
            yield Hit(
                message=f"The translation is much longer than its source: {target} characters for {source}",
                confidence=_confidence(view, excess),
                severity=_severity(view, excess),
                category=Category.ADDITION,
            )

    def _terse(self, view: SegmentView) -> bool:
        """Say whether the source is a word or two, such as a verb that is a sentence, and the target not long."""
        return len(view.source_lowered) < _SENTENCE and len(view.target) < _BRIEF


def _free(view: SegmentView, excess: float) -> bool:
    """Say whether it is a headline or a short sentence near a limit, which are the freest."""
    source = view.source.rstrip("\"'”’»)]")
    if len(source) < _BARE:
        return excess < _FREEST
    return excess < _NEAR and (len(source) < _SHORT or source[-1:] not in _STOPS)


def _severity(view: SegmentView, excess: float) -> Severity:
    return Severity.MINOR if _free(view, excess) else Severity.MAJOR


def _confidence(view: SegmentView, excess: float) -> float:
    """Return 0.6 at a limit, rising to 0.95 where it is passed by half; what is free is shown in review only."""
    return _DOUBTED if _free(view, excess) else round(min(0.95, 0.6 + 0.7 * (excess - 1.0)), 2)
