from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rapidfuzz import fuzz

from mtreview.checks._terms import is_spanish, listed, places, rendered
from mtreview.checks.base import Hit, SegmentCheck, replace_target, source_span, target_span
from mtreview.glossary import FALSE_FRIENDS, NAMES, Status, occurrences
from mtreview.issue import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.glossary import Concept, TermHit
    from mtreview.view import SegmentView

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NEAR = 80.0
_SHORTEST = 5
_SHOWN = 3
_DOUBTED = 0.4


@dataclass(frozen=True, kw_only=True)
class WrongTerm(SegmentCheck):
    """Report a term whose rendering is none that the glossary gives.

    A rendering counts in any inflected form. A row of the glossary with a severity of its own sets that of the issue;
    else it is minor, because a good translation may say the same in other words. A name of the bundled list that has
    neither a likeness nor another such name in its place is shown in review only. With a model it says what stands in
    the place of the term, and suggests the term there where that stands for nothing else.

    Bad:
        es: El presidente de Kazajistán habló ayer.
        en: The president of [[Kazajstan]] spoke yesterday.
        fix: Kazakhstan
    Good:
        es: La ONU y el FMI se reunieron en Ginebra.
        en: The United Nations and the IMF met in Geneva.
    """

    severity: Severity = Severity.MAJOR

    category: ClassVar[Category] = Category.WRONG_TERM
    needs: ClassVar[frozenset[str]] = frozenset({"source"})
    yields_to: ClassVar[frozenset[str]] = frozenset({"name-mismatch"})

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield one hit for each term of the source that has no right rendering in the target."""
        target = view.target
        if not view.source_terms or not target.strip():
            return
        seen: set[str] = set()
        left = {hit.concept.source for hit in view.residue_terms}
        for group in places(view.source_terms):
            if group[0].term in seen or not all(_applies(hit.concept) for hit in group):
                continue
            seen.add(group[0].term)
            if any(hit.concept.source in left or _rendered_at_all(hit.concept, target) for hit in group):
                continue
            if is_spanish(target):
                return
            yield self._hit(group[0], view)

    def _hit(self, hit: TermHit, view: SegmentView) -> Hit:
        concept = hit.concept
        severity = Severity.MINOR if concept.severity is None else concept.severity
        term = view.source[hit.start : hit.end]
        near = _near(concept, view.target)
        if near is None:
            return Hit(
                message=f'The translation has no {listed(concept.accepted[:_SHOWN])} for "{term}"',
                spans=(source_span(hit.start, hit.end),),
                confidence=0.6 if concept.domain != NAMES or _another_name(view) else _DOUBTED,
                severity=severity,
                against=concept.accepted[0],
            )
        start, end, right = near
        return Hit(
            message=f'"{view.target[start:end]}" should be "{right}", for "{term}"',
            spans=(target_span(start, end), source_span(hit.start, hit.end)),
            suggestion=replace_target(start, end, right),
            confidence=0.85,
            severity=severity,
            against=right,
        )


def _applies(concept: Concept) -> bool:
    return bool(concept.accepted) and not (concept.do_not_translate or concept.domain == FALSE_FRIENDS)


def _rendered_at_all(concept: Concept, target: str) -> bool:
    """Say whether a rendering stands in the target, be it right or forbidden, which is another check's to report."""
    return rendered(concept, target) or bool(occurrences(concept.forbidden, target, concept.case))


def _another_name(view: SegmentView) -> bool:
    """Say whether the target has a name of the list that the source has not, as Slovakia may stand for Slovenia."""
    named = {hit.concept.source for hit in view.source_terms}
    return any(
        hit.concept.domain == NAMES and hit.status is not Status.FORBIDDEN and hit.concept.source not in named
        for hit in view.context.glossary.find_target(view.target)
    )


def _near(concept: Concept, target: str) -> tuple[int, int, str] | None:
    """Return the part of the target that looks like a misspelt rendering, and the rendering."""
    names = [
        right for right in concept.accepted if len(right) >= _SHORTEST and right[0].isupper() and not right.isupper()
    ]
    words = [match.span() for match in _WORD.finditer(target) if match.group()[0].isupper()] if names else []
    for right in names:
        place = _most_alike(right, target, words)
        if place is not None:
            return *place, right
    return None


def _most_alike(right: str, target: str, words: list[tuple[int, int]]) -> tuple[int, int] | None:
    """Return the capitalised words of the target that are most like a rendering, where any are like it."""
    best, place = 0.0, None
    count = right.count(" ") + 1
    for (start, _), (_, end) in zip(words, words[count - 1 :], strict=False):
        found = target[start:end].lower()
        if len(found) <= 2 * len(right) and not found.startswith(right.lower()):
            ratio = fuzz.ratio(found, right.lower(), score_cutoff=_NEAR)
            if ratio > best:
                best, place = ratio, (start, end)
    return place
