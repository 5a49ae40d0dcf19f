from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mtreview.checks._terms import places
from mtreview.checks.base import Hit, SegmentCheck, replace_target, source_span, target_span
from mtreview.glossary import fold
from mtreview.issue import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import SegmentView


@dataclass(frozen=True, kw_only=True)
class DoNotTranslate(SegmentCheck):
    """Report a term that must stay as it is and did not.

    It must stand in the target as it is written in the source, or as the glossary writes it.

    Bad:
        es: Lo publicó ayer Le Monde.
        en: It was published yesterday by [[le monde]].
        fix: Le Monde
    Good:
        es: Lo publicó ayer El País.
        en: It was published yesterday by El País.
    """

    severity: Severity = Severity.MAJOR

    category: ClassVar[Category] = Category.DO_NOT_TRANSLATE
    needs: ClassVar[frozenset[str]] = frozenset({"source"})

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield one hit for each term that must stand in the target and does not."""
        target = view.target
        if not view.source_terms or not target.strip():
            return
        seen: set[str] = set()
        for group in places(view.source_terms):
            hit = group[0]
            concept = hit.concept
            if not concept.do_not_translate:
                continue
            said = view.source[hit.start : hit.end]
            wanted = (said, concept.source, *concept.accepted)
            if said in seen or any(_stands(term, target) for term in wanted):
                continue
            seen.add(said)
            place = _other_case(said, target)
            here = (source_span(hit.start, hit.end),)
            yield Hit(
                message=f'"{said}" is not to be translated; write it as it is',
                spans=here if place is None else (target_span(*place), *here),
                suggestion=None if place is None else replace_target(*place, said),
                confidence=0.8 if place is None else 0.95,
                severity=concept.severity,
                against=concept.source,
            )


def _stands(term: str, text: str) -> bool:
    return any(_whole(text, at, at + len(term)) for at in _all(term, text))


def _all(term: str, text: str) -> Iterator[int]:
    at = text.find(term)
    while at >= 0:
        yield at
        at = text.find(term, at + len(term))


def _whole(text: str, start: int, end: int) -> bool:
    return not (start and text[start - 1].isalpha() and text[start].isalpha()) and not (
        end < len(text) and text[end].isalpha() and text[end - 1].isalpha()
    )


def _other_case(term: str, text: str) -> tuple[int, int] | None:
    """Return where a term stands in another case."""
    folded, flat = fold(text), fold(term).text
    for at in _all(flat, folded.text):
        if _whole(folded.text, at, at + len(flat)):
            return folded.span(at, at + len(flat))
    return None
