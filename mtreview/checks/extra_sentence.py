from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mtreview.checks.base import DocumentCheck, Hit, target_span
from mtreview.issue import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import DocumentView


@dataclass(frozen=True, kw_only=True)
class ExtraSentence(DocumentCheck):
    """Report a sentence of the translation that has no counterpart in the source.

    A line of a few words, such as a button of the page, counts as minor.

    Bad:
        es: El lunes fue día de luto.
        en: Monday was a day of mourning.
        es:
        en: [[Nobody had expected the riots to end so soon.]]
    Good:
        es: El lunes fue día de luto.
        en: Monday was a day of mourning.
        es:
        en: ***

    Attributes:
        words: a target of fewer words is a minor matter.
    """

    severity: Severity = Severity.MAJOR
    words: int = 4

    category: ClassVar[Category] = Category.ADDITION
    needs: ClassVar[frozenset[str]] = frozenset({"source"})
    yields_to: ClassVar[frozenset[str]] = frozenset({"site-furniture", "player", "repeated-headline", "untranslated"})

    def find(self, view: DocumentView) -> Iterator[Hit]:
        """Yield one hit for each target without a source, in a document that has sources."""
        if not any(segment.has_source for segment in view.segments):
            return
        for segment in view.segments:
            if segment.segment.source is None or segment.has_source or not any(map(str.isalnum, segment.target)):
                continue
            short = len(segment.target_lowered) < self.words
            yield Hit(
                segment=segment.index,
                message="This sentence of the translation answers to nothing in the source",
                spans=(target_span(0, len(segment.target)),),
                severity=min(self.severity, Severity.MINOR) if short else None,
                confidence=0.6 if short else 0.8,
            )
