from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mtreview.checks.base import Hit, SegmentCheck, source_span
from mtreview.issue import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import SegmentView


@dataclass(frozen=True, kw_only=True)
class MissingSentence(SegmentCheck):
    """Report a sentence of the source document that has no counterpart in the target document.

    A line of one or two words, such as a button of the page, counts as minor.

    Bad:
        es: El lunes fue día de luto.
        en: Monday was a day of mourning.
        es: Los empleados municipales limpiaban las calles.
        en: [[]]
    Good:
        es: El lunes fue día de luto.
        en: Monday was a day of mourning.
        es: ***
        en:

    Attributes:
        words: a source of fewer words is a minor matter.
    """

    severity: Severity = Severity.MAJOR
    words: int = 3

    category: ClassVar[Category] = Category.OMISSION
    needs: ClassVar[frozenset[str]] = frozenset({"source"})

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield one hit where alignment found no target for the source."""
        if (view.target and not view.target.isspace()) or not view.document.document.beads:
            return
        if not any(map(str.isalnum, view.source)):
            return
        short = len(view.source_lowered) < self.words
        yield Hit(
            message="This sentence of the source is missing from the translation",
            spans=(source_span(0, len(view.source)),),
            severity=min(self.severity, Severity.MINOR) if short else None,
            confidence=0.6 if short else 0.8,
        )
