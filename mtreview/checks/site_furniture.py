from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mtreview.checks._terms import english_for, is_spanish
from mtreview.checks.base import Hit, SegmentCheck, replace_target, target_span
from mtreview.issue import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.glossary import TermHit
    from mtreview.view import SegmentView

_REST = re.compile(r"[^\W\d_]")
_BOUND_BEFORE = re.compile(r"(?:[|·•:/>»\-–—]|\d)\s*$")
_BOUND_AFTER = re.compile(r"\s*(?:[|·•/>»]|\s[-–—]|\d)")
_BLANK = re.compile(r"\s*")
_WINDOW = 8
_LONGEST_LABEL = 80


@dataclass(frozen=True, kw_only=True)
class SiteFurniture(SegmentCheck):
    """Report words of the page around a text: labels, links and buttons that were scraped with it.

    A label left in Spanish is reported with its English form: as a whole line, at the edge of one, and inside a
    sentence where it has several words. One in English is only mentioned (neutral), where no source has it.

    Bad:
        en: Cesar Romero 3 [[min de lectura]]
        fix: min read
    Good:
        es: Nadie quiso compartir las respuestas.
        en: Nobody wanted to share the answers.
    """

    severity: Severity = Severity.MINOR

    category: ClassVar[Category] = Category.NON_CONTENT

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield one hit for each label."""
        text = view.target
        hits = [hit for hit in view.residue_terms if hit.concept.furniture and hit.concept.accepted]
        whole = bool(hits) and not _rest(text, hits)
        if hits and not whole and is_spanish(text):
            return
        for hit in hits:
            sure = 0.97 if whole else _at_edge(text, hit)
            better = english_for(hit, text)
            if sure and better != text[hit.start : hit.end]:
                yield Hit(
                    message=f'"{text[hit.start : hit.end]}" is a label of the page, left in Spanish: "{better}"',
                    spans=(target_span(hit.start, hit.end),),
                    suggestion=replace_target(hit.start, hit.end, better),
                    confidence=sure,
                    severity=hit.concept.severity,
                )
        if not hits and not view.has_source and view.context.glossary.is_label(text):
            yield Hit(
                message=f'"{text.strip()}" looks like a label of the page, not part of the text',
                spans=(target_span(0, len(text)),),
                confidence=0.6,
                severity=Severity.NEUTRAL,
            )


def _rest(text: str, hits: list[TermHit]) -> bool:
    """Say whether a text has letters outside of the hits."""
    done = 0
    for hit in hits:
        if _REST.search(text, done, max(done, hit.start)):
            return True
        done = max(done, hit.end)
    return bool(_REST.search(text, done))


def _at_edge(text: str, hit: TermHit) -> float:
    """Return how sure it is that a term which is not all of the text is a label, 0 where it is none."""
    first, last = _BLANK.fullmatch(text, 0, hit.start), _BLANK.fullmatch(text, hit.end)
    parted = bool(
        _BOUND_BEFORE.search(text[max(0, hit.start - _WINDOW) : hit.start])
        or _BOUND_AFTER.match(text[hit.end : hit.end + _WINDOW])
        or text[hit.end - 1] == ":"
    )
    if " " not in hit.term:
        return 0.85 if parted and (first or last) and len(text) <= _LONGEST_LABEL else 0.0
    return 0.9 if first or last or parted else 0.75
