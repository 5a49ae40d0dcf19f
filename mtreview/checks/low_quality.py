from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from mtreview.checks.base import Hit, SegmentCheck
from mtreview.issue import Category, Severity
from mtreview.option_values import CHANCE
from mtreview.segment import Side

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mtreview.models.spans import Wrong
    from mtreview.view import SegmentView


@dataclass(frozen=True, kw_only=True)
class LowQuality(SegmentCheck):
    """Report a translation that the estimator takes for badly wrong.

    The model sees what two texts say and how likely people are to correct it; it does not see what is right: facts,
    terms and what other segments say. It reads texts without their tags, and sides of over 512 tokens in stretches, of
    which the worst counts. Where a rule has found something grave in the segment, that explains it and this check is
    silent.

    Bad:
        es: El banco central subió los tipos de interés medio punto.
        en: The zoo's youngest elephant is learning to paint.
    Good:
        es: El banco central subió los tipos de interés medio punto.
        en: The central bank raised interest rates by half a point.

    Attributes:
        floor: chance of needing no major correction, 0 to 1, under which a segment is reported.
        share: how much of a side the estimator must mark as wrong, 0 to 1: figures that a good translation converts to
            other units look as wrong to it as changed ones, but they are a few words.
        shortest: letters that either side must have, for less says little.
    """

    severity: Severity = Severity.MAJOR
    floor: float = field(default=0.15, metadata=CHANCE)
    share: float = field(default=0.5, metadata=CHANCE)
    shortest: int = 16

    category: ClassVar[Category] = Category.ACCURACY
    needs: ClassVar[frozenset[str]] = frozenset({"encoder", "source", "estimator"})
    yields_to: ClassVar[frozenset[str]] = frozenset(
        {"empty", "missing-sentence", "extra-sentence", "length", "low-similarity", "number-mismatch", "player"}
        | {"site-furniture", "untranslated", "doubled-word"}
    )

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield one hit where the chance of a sound translation is low."""
        estimate = view.estimate
        if estimate is None or min(_letters(view.source), _letters(view.target)) < self.shortest:
            return
        if estimate.clean < self.floor and _marked(view, estimate.wrong) >= self.share:
            yield Hit(
                message=f"The translation probably needs a major correction (chance of none {estimate.clean:.0%})",
                confidence=round(min(0.95, 1.0 - estimate.clean), 2),
            )


def _marked(view: SegmentView, wrong: Sequence[Wrong]) -> float:
    """Return the share of the characters that are marked, of the side with the larger one."""
    spans = [span for item in wrong for span in item.spans]
    marked = {side: {at for span in spans if span.side is side for at in range(span.start, span.end)} for side in Side}
    return max(len(marked[Side.SOURCE]) / len(view.source), len(marked[Side.TARGET]) / len(view.target))


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))
