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
# Words with which some do, but hardly one whose source is longer.
_HANGING = frozenset(
    "of from with or but that which who is are was were has have had will would to for by at as into when if".split()  # noqa: SIM905
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
    yields_to: ClassVar[frozenset[str]] = frozenset({"untranslated", "missing-sentence", "length"})

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield at most one hit, on the last words."""
        target = view.target
        if _CLOSED.search(target, max(0, len(target) - _TAIL)) or not target.strip():
            return
        if len(view.target_lowered) < _FEWEST or (view.has_source and view.source.rstrip()[-1] == target.rstrip()[-1]):
            return
        ended = bool(_ENDED.search(view.source, max(0, len(view.source) - _TAIL)))
        if view.has_source and not ended:
            return
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
    if words[-1].text in _OPEN or (words[-1].text in known and view.has_source and _ratio(view) < _SHORTER):
        first = len(words) - 1
        while first > 0 and words[first - 1].text in known:
            first -= 1
        sure = words[-1].text in _OPEN and view.has_source
        return words[first].start, 0.85 if sure else 0.7, Severity.MAJOR
    if view.has_source and _TRAILING.search(view.target, max(0, len(view.target) - _TAIL)):
        return words[-1].start, 0.6, Severity.MINOR
    return None


def _cut(view: SegmentView) -> tuple[int, float, Severity] | None:
    """Judge a target that has no full stop by its length beside the source, and by whether its last word is one."""
    ratio = _ratio(view)
    last = view.target_words[-1]
    if ratio < _MOST and _fragment(last, view):
        return last.start, 0.75, Severity.MAJOR
    if len(view.source) >= _BRIEF and ratio < _HALF:
        return last.start, 0.7, Severity.MAJOR
    if len(view.source) >= _BRIEF and ratio < _SHORT:
        return last.start, 0.5, Severity.MINOR
    return None


def _ratio(view: SegmentView) -> float:
    return len(view.target.strip()) / len(view.source.strip())


def _fragment(word: Token, view: SegmentView) -> bool:
    """Say whether a word that the source does not have is none: "agreeme"."""
    text = word.text
    if len(text) < _SHORTEST or not text.isalpha() or not text.islower() or text in view.source_forms:
        return False
    return zipf_frequency(text, "en") == 0
