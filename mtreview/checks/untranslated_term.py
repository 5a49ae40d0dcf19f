from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from mtreview.checks._terms import english_for, in_brackets, is_spanish, places, rendered
from mtreview.checks.base import Hit, SegmentCheck, replace_target, source_span, target_span
from mtreview.glossary import FALSE_FRIENDS, fold
from mtreview.issue import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.glossary import TermHit
    from mtreview.view import SegmentView

# A neighbour that makes the term a part of a longer Spanish name, such as Diario de Moscú.
_BEFORE = re.compile(r"\b(?:de|del|la|el|los|las|en|y|al|con|por|para|san|santa|nueva|gran)\s$", re.IGNORECASE)
_AFTER = re.compile(r"\s(?:de|del|y|en|para)\b", re.IGNORECASE)
_WINDOW = 8
_SURE = 4


@dataclass(frozen=True, kw_only=True)
class UntranslatedTerm(SegmentCheck):
    """Report a name, acronym or term that was left in Spanish.

    With a source, the term must stand there too. A term that the text itself glosses, as in "the WHO (OMS in Spanish)",
    is left, and so is one that is part of a longer Spanish name.

    Bad:
        es: La OTAN y la UE lo condenaron.
        en: [[OTAN]] and the EU condemned it.
        fix: NATO
    Good:
        en: The World Health Organization (OMS in Spanish) praised the Diario de Moscú.
    """

    severity: Severity = Severity.MINOR

    category: ClassVar[Category] = Category.WRONG_TERM

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield one hit for each Spanish term in the target."""
        text = view.target
        if not any(hit.concept.accepted for hit in view.residue_terms) or is_spanish(text):
            return
        originals = {hit.concept.source: hit for hit in reversed(view.source_terms)}
        glossed = cache(lambda concept: rendered(concept, text))
        for group in places(view.residue_terms):
            hit = group[0]
            said = fold(text[hit.start : hit.end]).text
            if not all(_applies(one, said) for one in group) or _in_spanish(text, hit):
                continue
            if in_brackets(text, hit.start, hit.end) and any(glossed(one.concept) for one in group):
                continue
            spans = [target_span(hit.start, hit.end)]
            if view.has_source:
                original = originals.get(hit.concept.source)
                if original is None:
                    continue
                spans.append(source_span(original.start, original.end))
            better = english_for(hit, text)
            yield Hit(
                message=f'"{text[hit.start : hit.end]}" is Spanish for "{better}"',
                spans=tuple(spans),
                suggestion=replace_target(hit.start, hit.end, better),
                confidence=0.95 if view.has_source else 0.9 if len(said) >= _SURE else 0.7,
                severity=hit.concept.severity,
                against=better,
            )


def _applies(hit: TermHit, said: str) -> bool:
    concept = hit.concept
    return (
        bool(concept.accepted)
        and not (concept.do_not_translate or concept.domain == FALSE_FRIENDS)
        and all(fold(right).text != said for right in concept.accepted)
    )


def _in_spanish(text: str, hit: TermHit) -> bool:
    """Say whether the words beside a term are Spanish."""
    before = text[max(0, hit.start - _WINDOW) : hit.start]
    if before.endswith("-") and text[hit.start : hit.end].isascii():
        return True
    return bool(_BEFORE.search(before) or _AFTER.match(text[hit.end : hit.end + _WINDOW]))
