from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rapidfuzz import fuzz

from mtreview.checks._terms import is_spanish, listed, places, rendered
from mtreview.checks.base import Hit, SegmentCheck, replace_target, source_span, target_span
from mtreview.glossary import FALSE_FRIENDS, occurrences
from mtreview.issue import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.glossary import Concept, TermHit
    from mtreview.view import SegmentView

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NEAR = 80.0
_SHORTEST = 5
_SHOWN = 3


@dataclass(frozen=True, kw_only=True)
class WrongTerm(SegmentCheck):
    """Report a term whose rendering is none that the glossary gives.

    A rendering counts in any inflected form. A row of the glossary with a severity of its own sets that of the issue;
    else it is minor, because a good translation may say the same in other words.

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
                message=f'"{term}" should be {listed(concept.accepted[:_SHOWN])}; which is not in the translation',
                spans=(source_span(hit.start, hit.end),),
                confidence=0.6,
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


def _near(concept: Concept, target: str) -> tuple[int, int, str] | None:
    """Return the part of the target that looks like a misspelt rendering, and the rendering."""
    best: tuple[float, int, int, str] | None = None
    words = [match.span() for match in _WORD.finditer(target) if match.group()[0].isupper()]
    for right in concept.accepted:
        if len(right) < _SHORTEST or not right[0].isupper() or right.isupper():
            continue
        count = right.count(" ") + 1
        for first, last in zip(words, words[count - 1 :], strict=False):
            start, end = first[0], last[1]
            if end - start > 2 * len(right):
                continue
            if target[start:end].lower().startswith(right.lower()):
                continue
            ratio = fuzz.ratio(target[start:end].lower(), right.lower(), score_cutoff=_NEAR)
            if ratio and (best is None or ratio > best[0]):
                best = ratio, start, end, right
    return best[1:] if best else None
