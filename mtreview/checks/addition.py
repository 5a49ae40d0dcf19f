from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, Final

from mtreview.checks._uncovered import EXPLAINED, suspected
from mtreview.checks._uncovered_chances import Weights
from mtreview.checks.base import Hit, SegmentCheck, target_span
from mtreview.issue import Category, Severity
from mtreview.option_values import CHANCE
from mtreview.segment import Side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import SegmentView

_WEIGHTS: Final = Weights(
    best=-3.368,
    outdone=0.929,
    linked=-1.372,
    spare=-1.866,
    spare_words=-0.092,
    frequency=-0.059,
    longer=0.75,
    name=0.043,
    figure=1.458,
    cognate=-1.299,
    letters=0.044,
    doubt=0.287,
    singled=0.522,
    other_doubt=-0.331,
    beside_doubt=0.255,
    beside_best=-1.507,
    grown=-1.205,
    between=-0.361,
    hole=0.273,
    free=-0.339,
    bias=1.617,
)


@dataclass(frozen=True, kw_only=True)
class Addition(SegmentCheck):
    """Report words of the translation that nothing in the source seems to say.

    It judges content words: nouns, verbs, names and numbers, not `the` or `of`. What it is less sure of is minor, and
    what is doubtful has a confidence under 0.5 and is shown in review only. It knows the embedded encoder alone.

    Bad:
        es: La alcaldesa inauguró ayer el puente.
        en: The mayor opened the bridge yesterday and [[promised a new library for the fishing district]].
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
    word: float = field(default=0.96, metadata=CHANCE)
    passage: float = 1.45
    likely: float = 0.9
    doubtful: float = 0.5
    grave: float = 1.25

    category: ClassVar[Category] = Category.ADDITION
    needs: ClassVar[frozenset[str]] = frozenset({"encoder", "estimator", "source"})
    yields_to: ClassVar[frozenset[str]] = EXPLAINED

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield one hit for each run of target words without a counterpart."""
        bars = (self.word, self.passage, self.doubtful)
        for found, strength in suspected(view, Side.TARGET, _WEIGHTS, bars):
            reported = strength >= min(self.likely, 1)
            yield Hit(
                message=f'"{view.target[found.start : found.end]}" seems to say what the source does not',
                spans=(target_span(found.start, found.end),),
                severity=None if reported and strength >= self.grave else min(self.severity, Severity.MINOR),
                confidence=found.confidence(reported=reported),
            )
