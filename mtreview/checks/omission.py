from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, Final

from mtreview.checks._uncovered import EXPLAINED, suspected
from mtreview.checks._uncovered_chances import Weights
from mtreview.checks.base import Hit, SegmentCheck, source_span
from mtreview.issue import Category, Severity
from mtreview.option_values import CHANCE
from mtreview.segment import Side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import SegmentView

_WEIGHTS: Final = Weights(
    best=0.407,
    outdone=1.145,
    linked=-1.881,
    spare=-1.897,
    spare_words=-0.111,
    frequency=-0.145,
    longer=0.271,
    name=0.217,
    figure=1.017,
    cognate=-0.675,
    letters=0.078,
    doubt=0.176,
    singled=0.471,
    other_doubt=-0.072,
    beside_doubt=0.167,
    beside_best=-0.737,
    grown=-1.79,
    between=-0.607,
    hole=0.615,
    free=-0.332,
    bias=0.181,
)


@dataclass(frozen=True, kw_only=True)
class Omission(SegmentCheck):
    """Report words of the source that nothing in the translation seems to say.

    It judges content words: nouns, verbs, names and numbers, not `de` or `por`. What it is less sure of is minor, and
    what is doubtful has a confidence under 0.5 and is shown in review only. It knows the embedded encoder alone.

    Bad:
        es: La alcaldesa inauguró ayer el puente y prometió una biblioteca nueva para el barrio pesquero.
        en: [[The mayor opened the bridge yesterday.]]
    Good:
        es: La alcaldesa inauguró ayer el puente y prometió una biblioteca nueva para el barrio pesquero.
        en: The mayor opened the bridge yesterday and promised a new library for the fishing district.

    Attributes:
        word: the chance of a single word, and
        passage: the sum of the chances of words in a row, which likely and grave are parts of; the larger part counts.
        doubtful: the part from which they are shown in review only.
        likely: the part from which they are minor, and reported.
        grave: the part from which they are major, which words in a row alone can reach.
    """

    severity: Severity = Severity.MAJOR
    word: float = field(default=0.9, metadata=CHANCE)
    passage: float = 1.45
    likely: float = 0.87
    doubtful: float = 0.45
    grave: float = 1.25

    category: ClassVar[Category] = Category.OMISSION
    needs: ClassVar[frozenset[str]] = frozenset({"encoder", "estimator", "source"})
    yields_to: ClassVar[frozenset[str]] = EXPLAINED

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield one hit for each run of source words without a counterpart."""
        bars = (self.word, self.passage, self.doubtful)
        for found, strength in suspected(view, Side.SOURCE, _WEIGHTS, bars):
            reported = strength >= min(self.likely, 1)
            yield Hit(
                message=f'"{view.source[found.start : found.end]}" of the source seems to be missing',
                spans=(source_span(found.start, found.end),),
                severity=None if reported and strength >= self.grave else min(self.severity, Severity.MINOR),
                confidence=found.confidence(reported=reported),
            )
