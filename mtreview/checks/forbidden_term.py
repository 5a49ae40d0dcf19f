from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mtreview.checks._terms import listed
from mtreview.checks.base import Hit, SegmentCheck, replace_target, source_span, target_span
from mtreview.glossary import occurrences, replacement
from mtreview.issue import Category, Severity, Suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.glossary import TermHit
    from mtreview.view import SegmentView

_SHOWN = 3


@dataclass(frozen=True, kw_only=True)
class ForbiddenTerm(SegmentCheck):
    """Report a rendering that the glossary forbids, such as a false friend.

    A row without a source term forbids its English term everywhere. A false friend beside a right rendering belongs to
    another word and is left.

    Bad:
        es: Actualmente vive en Londres.
        en: [[Actually]] he lives in London.
        fix: Currently
    Good:
        es: En realidad, asistió al acto.
        en: Actually, he attended the event.
    """

    severity: Severity = Severity.MAJOR

    category: ClassVar[Category] = Category.WRONG_TERM

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield one hit for each place of a forbidden rendering."""
        seen: set[tuple[int, int]] = set()
        hits = [hit for hit in view.source_terms if hit.concept.forbidden]
        counts = Counter(hit.concept.source for hit in hits) if hits else {}
        for hit in hits:
            concept = hit.concept
            same = counts.pop(concept.source, 0)
            found = occurrences(concept.forbidden, view.target, concept.case) if same else ()
            right = occurrences(concept.accepted, view.target, concept.case) if found else ()
            if len(right) >= same:
                continue
            covered = bytearray(len(view.target))
            for start, end, _ in right:
                covered[start:end] = b"\1" * (end - start)
            for start, end, term in found:
                if (start, end) not in seen and covered.find(0, start, end) >= 0 and not _name(view, hit, start, end):
                    seen.add((start, end))
                    yield self._hit(view, hit, (start, end), term)
        for banned in view.context.glossary.find_banned(view.target):
            if (banned.start, banned.end) not in seen:
                note = f": {banned.concept.note}" if banned.concept.note else ""
                yield Hit(
                    message=f'the glossary forbids "{view.target[banned.start : banned.end]}"{note}',
                    spans=(target_span(banned.start, banned.end),),
                    severity=banned.concept.severity,
                    against=banned.term,
                )

    def _hit(self, view: SegmentView, hit: TermHit, place: tuple[int, int], term: str) -> Hit:
        start, end = place
        concept = hit.concept
        wrong, said = view.target[start:end], view.source[hit.start : hit.end]
        right = listed(concept.accepted[:_SHOWN]) if concept.accepted else ""
        better = replacement(wrong, term, concept.accepted[0]) if concept.accepted else None
        suggestion: Suggestion | None = None if better is None else replace_target(start, end, better)
        return Hit(
            message=f'"{wrong}" is wrong for "{said}"' + (f"; say {right}" if right else ""),
            spans=(target_span(start, end), source_span(hit.start, hit.end)),
            suggestion=suggestion,
            severity=concept.severity,
            against=term,
        )


def _name(view: SegmentView, hit: TermHit, start: int, end: int) -> bool:
    """Say whether both sides have the same capitalised word, as in "calle Mayor"."""
    said = view.source[hit.start : hit.end]
    return hit.start > 0 and said[0].isupper() and said == view.target[start:end]
