from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mtreview.checks.base import Hit, SegmentCheck, proposal, source_span
from mtreview.issue import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import SegmentView


@dataclass(frozen=True, kw_only=True)
class Empty(SegmentCheck):
    """Report a segment of a bilingual file that was left without a translation.

    In two documents that were aligned this is a missing sentence, which has a check of its own. Where `score` runs a
    translation model, its translation is the suggestion.

    Bad:
        es: El ministro no respondió a las preguntas.
        en: [[]]
    Good:
        es: —
        en:
    """

    severity: Severity = Severity.MAJOR

    category: ClassVar[Category] = Category.UNTRANSLATED
    needs: ClassVar[frozenset[str]] = frozenset({"source"})

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield one hit where there is a source to translate and no target."""
        if view.target and not view.target.isspace():
            return
        if view.document.document.beads or not any(map(str.isalnum, view.source)):
            return
        yield Hit(
            message="The source has no translation",
            spans=(source_span(0, len(view.source)),),
            confidence=1.0,
            suggestion=proposal(view),
        )
