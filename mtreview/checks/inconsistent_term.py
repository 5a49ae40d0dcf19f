from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from mtreview.checks._terms import places
from mtreview.checks.base import DocumentCheck, Hit, replace_target, source_span, target_span
from mtreview.glossary import FALSE_FRIENDS, NAMES, occurrences, written_like
from mtreview.issue import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.glossary import TermHit
    from mtreview.view import DocumentView, SegmentView


_SMALL = frozenset({"of", "the", "and", "for"})
_STEM = 5


class _Use(NamedTuple):
    """Hold the one rendering of a term in one segment.

    Attributes:
        place: where it stands in the target.
        text: the rendering, as the glossary has it.
    """

    segment: SegmentView
    hit: TermHit
    place: tuple[int, int]
    text: str


@dataclass(frozen=True, kw_only=True)
class InconsistentTerm(DocumentCheck):
    """Mention a term that a document renders in two ways, both of which the glossary admits.

    The usual rendering is proposed, of equally usual ones the first. Acronyms beside the whole name, a name beside its
    short form, and adjectives of places are left.

    Bad:
        es: El Tribunal Supremo lo anuló.
        en: The Supreme Court struck it down.
        es: El Tribunal Supremo calla.
        en: The [[High Court]] is silent.
        fix: Supreme Court
    Good:
        es: La OMS lo recomienda.
        en: The World Health Organization recommends it.
        es: La OMS tiene su sede en Ginebra.
        en: The WHO is based in Geneva.
    """

    severity: Severity = Severity.NEUTRAL

    category: ClassVar[Category] = Category.INCONSISTENCY
    needs: ClassVar[frozenset[str]] = frozenset({"source"})

    def find(self, view: DocumentView) -> Iterator[Hit]:
        """Yield each rendering of a term that is not the document's usual one."""
        if view.document.pieces:
            return
        uses: dict[str, list[_Use]] = {}
        for segment in view.segments:
            if segment.source and segment.target:
                for use in _uses(segment):
                    uses.setdefault(use.hit.concept.source, []).append(use)
        for found in uses.values():
            often = Counter(use.text for use in found)
            usual = max(often, key=lambda text: often[text])  # the first of equals
            first = next(use for use in found if use.text == usual)
            yield from (_hit(use, first) for use in found if not _same(use.text, usual))


def _uses(segment: SegmentView) -> Iterator[_Use]:
    """Yield the terms of a segment that stand once in its source and are rendered in one way."""
    terms = [group[0] for group in places(segment.source_terms) if len(group) == 1]
    often = Counter(hit.concept.source for hit in terms)
    for hit in terms:
        concept = hit.concept
        if concept.do_not_translate or concept.domain in {FALSE_FRIENDS, NAMES} or len(concept.accepted) == 1:
            continue
        found = occurrences(concept.accepted, segment.target, concept.case) if often[concept.source] == 1 else ()
        if len(found) == 1:
            start, end, text = found[0]
            yield _Use(segment, hit, (start, end), text)


def _same(one: str, other: str) -> bool:
    """Say whether two renderings are one, an acronym and its name, a name and a part of it, or the same words."""
    first, second = one.lower(), other.lower()
    if first in second or second in first or one.isupper() != other.isupper() or "." in one + other:
        return True
    words, others = (frozenset(text.replace("-", " ").split()) - _SMALL for text in (first, second))
    return words == others or (len(words) == len(others) == 1 and first[:_STEM] == second[:_STEM])


def _hit(use: _Use, usual: _Use) -> Hit:
    start, end = use.place
    shown = use.segment.target[start:end]
    plain = shown.lower() == use.text.lower()  # not inflected
    return Hit(
        segment=use.segment.index,
        message=f'"{use.hit.term}" is "{shown}" here and "{usual.text}" in segment {usual.segment.segment.id}',
        spans=(target_span(start, end), source_span(use.hit.start, use.hit.end)),
        suggestion=replace_target(start, end, written_like(shown, use.text, usual.text)) if plain else None,
        confidence=0.7,
        against=usual.text,
    )
