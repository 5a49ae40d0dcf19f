from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mtreview.checks.base import Hit, SegmentCheck, source_span, target_span
from mtreview.issue import Category, Severity
from mtreview.text.attributes import spoken_in_spanish

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import SegmentView


@dataclass(frozen=True, kw_only=True)
class UntranslatedAttribute(SegmentCheck):
    """Report an `alt`, `title` or other spoken attribute of a tag whose text was left in Spanish.

    Bad:
        es: <img src="p.png" alt="Una vista del puerto viejo"> El puerto
        en: <img src="p.png" alt="[[Una vista del puerto viejo]]"> The port
    Good:
        es: <img src="p.png" alt="Una vista del puerto viejo"> El puerto
        en: <img src="p.png" alt="A view of the old port"> The port
    """

    severity: Severity = Severity.MAJOR

    category: ClassVar[Category] = Category.UNTRANSLATED
    yields_to: ClassVar[frozenset[str]] = frozenset({"site-furniture", "untranslated", "untranslated-term"})

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield each attribute that people read and that is still in Spanish."""
        for start, end in spoken_in_spanish(view.target, view.source, view.context.ignore_words):
            text = view.target[start:end]
            at = view.source.find(text)
            spans = (target_span(start, end), *((source_span(at, at + len(text)),) if at >= 0 else ()))
            yield Hit(message=f'"{text}", which people read, is still in Spanish', spans=spans, confidence=0.85)
