from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from wordfreq import zipf_frequency

from mtreview.checks.base import Hit, SegmentCheck, target_span
from mtreview.issue import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.text.tokens import Token
    from mtreview.view import SegmentView

# Words with which no English sentence or heading ends.
_OPEN = frozenset(
    "a an the and my our their its whose your every than because although unless".split()  # noqa: SIM905
)
# Words with which some do, but hardly one that has no full stop where its source has one.
_HANGING_WORDS = """of from with or but that which who whom is are was were has have had will would to for by at as in
into about through between during against towards toward within without until per via not nor be been being very
when while if how where neither both"""
_HANGING = frozenset(_HANGING_WORDS.split())
_JOINING = frozenset({"and", "or"})
_STRANDING = frozenset({"who", "whom", "what", "where", "how"})
_NEAR = 6  # words before a preposition in which such a word shows that it may stand last: "who his wife sleeps with"
_ARTICLES = frozenset({"the", "a", "an"})
_SPANISH_OPEN = frozenset(
    "el la los las un una de del al y o e u que en con por para su sus mi tu a entre sobre según".split()  # noqa: SIM905
)
_ENDED = re.compile(r"[.!?…][\"'”’»)\]*_>]*\s*\Z")
_CLOSED = re.compile(r"[.!?…:;\"'”’»)\]*_>}%/|\d]\s*\Z")
_TRAILING = re.compile(r"(?:,|\(|\[|(?<=\w)-| [-–—])\s*\Z")
_TAIL = 40  # code points looked at
_FEWEST = 3  # words of a target that may be cut off
_BRIEF, _HALF, _SHORT, _SHORTER, _MOST = 60, 0.55, 0.67, 0.75, 0.9
_SHORTEST = 3


@dataclass(frozen=True, kw_only=True)
class Truncated(SegmentCheck):
    """Report a translation that breaks off: in a word, after "of the", or without a full stop and at half the length.

    A word with which no sentence ends is enough where there is no source.

    Bad:
        es: El Gobierno aprobó ayer la ley de vivienda de la región.
        en: Yesterday the Government passed the housing law [[of the]]
    Bad:
        es: El Gobierno aprobó ayer la ley de vivienda, que limita los alquileres en las grandes ciudades.
        en: Yesterday the Government passed the housing [[law]]
    Good:
        es: El Gobierno aprueba la ley de vivienda.
        en: Government passes housing law
    """

    severity: Severity = Severity.MAJOR

    category: ClassVar[Category] = Category.OMISSION
    yields_to: ClassVar[frozenset[str]] = frozenset({"untranslated", "missing-sentence"})

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield at most one hit, on the last words."""
        target = view.target
        if _CLOSED.search(target, max(0, len(target) - _TAIL)) or not target.strip():
            return
        if len(view.target_lowered) < _FEWEST or (view.has_source and view.source.rstrip()[-1] == target.rstrip()[-1]):
            return
        ended = bool(_ENDED.search(view.source, max(0, len(view.source) - _TAIL)))
        if view.has_source and not ended:
            found = _unfinished(view)
        else:
            found = _hanging(view) or (_cut(view) if view.has_source else None)
        if found:
            start, confidence, severity = found
            yield Hit(
                message="The translation breaks off here",
                spans=(target_span(start, view.target_words[-1].end),),
                confidence=confidence,
                severity=severity,
            )


def _hanging(view: SegmentView) -> tuple[int, float, Severity] | None:
    """Judge a target by its last word: where the open end begins, how sure that is and how much it hurts."""
    words = view.target_words
    known = _OPEN | _HANGING
    if words[-1].text in _OPEN or (words[-1].text in _HANGING and view.has_source and not _stranded(view)):
        first = len(words) - 1
        while first > 0 and words[first - 1].text in known:
            first -= 1
        sure = words[-1].text in _OPEN and view.has_source
        return words[first].start, 0.85 if sure else 0.7, Severity.MAJOR
    if view.has_source and _TRAILING.search(view.target, max(0, len(view.target) - _TAIL)):
        return words[-1].start, 0.6, Severity.MAJOR if _ratio(view) < _SHORT else Severity.MINOR
    return None


def _unfinished(view: SegmentView) -> tuple[int, float, Severity] | None:
    """Judge a heading or cell, whose source has no full stop either: an article ends none, unless the source's does."""
    last = view.target_words[-1]
    if not view.source_words or view.source_words[-1].text.lower() in _SPANISH_OPEN:
        return None
    if last.text not in _OPEN and not (last.text in _JOINING and _ratio(view) < _MOST):
        return None
    return last.start, 0.7, Severity.MAJOR


def _stranded(view: SegmentView) -> bool:
    """Say whether the last word may be a preposition that belongs to a word before it."""
    before = {word.text.lower() for word in view.target_words[-_NEAR - 1 : -1]}
    return _ratio(view) >= _SHORTER and not before.isdisjoint(_STRANDING)


def _headed(view: SegmentView) -> bool:
    """Say whether the target looks like a heading: it has no article, or most of its words have capitals."""
    words = view.target_words
    capitals = sum(word.text[0].isupper() for word in words)
    return view.target_forms.isdisjoint(_ARTICLES) or capitals * 2 > len(words)


def _cut(view: SegmentView) -> tuple[int, float, Severity] | None:
    """Judge a target that has no full stop by its length beside the source, and by whether its last word is one."""
    ratio = _ratio(view)
    last = view.target_words[-1]
    if ratio < _MOST and _fragment(last, view):
        return last.start, 0.75, Severity.MAJOR
    if len(view.source) >= _BRIEF and ratio < _HALF:
        return last.start, 0.7, Severity.MAJOR
    if len(view.source) >= _BRIEF and ratio < _SHORT:
        return (last.start, 0.5, Severity.MINOR) if _headed(view) else (last.start, 0.6, Severity.MAJOR)
    return None


def _ratio(view: SegmentView) -> float:
    return len(view.target.strip()) / len(view.source.strip())


def _fragment(word: Token, view: SegmentView) -> bool:
    """Say whether a word that the source does not have is none: "agreeme"."""
    text = word.text
    if len(text) < _SHORTEST or not text.isalpha() or not text.islower() or text in view.source_forms:
        return False
    return zipf_frequency(text, "en") == 0
