from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from mtreview.checks._uncovered import EXPLAINED, Weights, excused, passages
from mtreview.checks.base import Hit, SegmentCheck, source_span
from mtreview.issue import Category, Severity
from mtreview.view import ESTIMATED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import SegmentView

_WEIGHTS: Final = Weights(
    best=-3.327,
    outdone=1.595,
    linked=-2.9,
    spare=-2.223,
    spare_words=-0.171,
    frequency=-0.259,
    longer=-0.653,
    name=1.192,
    figure=2.251,
    cognate=-1.644,
    letters=0.061,
    bias=1.419,
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
    word: float = 0.96
    passage: float = 1.5
    likely: float = 0.87
    doubtful: float = 0.5
    grave: float = 1.3

    category: ClassVar[Category] = Category.OMISSION
    needs: ClassVar[frozenset[str]] = frozenset({"encoder", "source"})
    yields_to: ClassVar[frozenset[str]] = EXPLAINED

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield one hit for each run of source words without a counterpart."""
        if view.context.encoder != ESTIMATED or view.likeness is None:
            return
        for found in passages(view.likeness, (view.source_words, view.target_words), ("es", "en"), _WEIGHTS):
            strength = found.strength(self.word, self.passage)
            if strength < self.doubtful or excused(found, view.source, view.target):
                continue
            yield Hit(
                message=f'"{view.source[found.start : found.end]}" of the source seems to be missing',
                spans=(source_span(found.start, found.end),),
                severity=None if strength >= self.grave else min(self.severity, Severity.MINOR),
                confidence=found.confidence(reported=strength >= min(self.likely, 1)),
            )
