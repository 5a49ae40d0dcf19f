from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar

from rapidfuzz.distance import OSA
from wordfreq import zipf_frequency

from mtreview.checks.base import Hit, SegmentCheck, replace_target, source_span, target_span
from mtreview.issue import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import SegmentView

_ACRONYM = re.compile(r"[A-Z](?<![\w.&/-].)(?:[A-Z]{1,7}|[A-Z]{1,5}-?\d{1,3})(?![\w&/-]|\.\w)")
_ROMAN = re.compile(r"[IVXLCDM]+")
_SMALL = frozenset("the of and for in on to a an at by with".split())  # noqa: SIM905 - reads better
# Acronyms that English often says in other words or signs.
_OTHERWISE = frozenset("USD CAD AUD EUR GBP JPY CHF MXN SMS USA CO2 TV PC CEO DNI".split())  # noqa: SIM905 - likewise
_LONGEST = 5_000
_MOST = 30
_SHORTEST = 3
_KNOWN, _MARGIN = 3.0, 0.3
_ANAGRAM = 0.8  # zipf by which English knows an acronym better than another order of its letters
_SHOUTED = 2  # words in capitals side by side are a heading


@dataclass(frozen=True, kw_only=True)
class Acronym(SegmentCheck):
    """Report an acronym that the translation misspells or drops.

    Those that English has of its own, such as "NATO" for "OTAN", and those written out are left.

    Bad:
        es: El informe del FBI se publicó ayer.
        en: The [[FBT]] report was published yesterday.
        fix: FBI
    Bad:
        es: La NASA lanzó el cohete ayer.
        en: They launched the rocket yesterday.
    Good:
        es: La OTAN y la NFL firmaron en el siglo XXI.
        en: NATO and the National Football League signed in the 21st century.
    """

    severity: Severity = Severity.MAJOR

    category: ClassVar[Category] = Category.MISTRANSLATION
    needs: ClassVar[frozenset[str]] = frozenset({"source"})
    yields_to: ClassVar[frozenset[str]] = frozenset(
        {"wrong-term", "untranslated", "untranslated-term", "do-not-translate", "missing-sentence"}
    )

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield each acronym of the source that the target should have too."""
        source = view.source
        if len(source) > _LONGEST or len(view.target) > _LONGEST or not view.target_forms:
            return
        lost = [match for match in _ACRONYM.finditer(source) if _lost(match[0], view)][:_MOST]
        if not lost or source.isupper():
            return
        terms = [(hit.start, hit.end) for hit in view.source_terms]
        lost = [match for match in lost if not any(start <= match.start() < end for start, end in terms)]
        new = [match for match in _ACRONYM.finditer(view.target) if match[0] not in source][:_MOST]
        for match in lost:
            yield from _judged(match, new, view)


def _lost(acronym: str, view: SegmentView) -> bool:
    if acronym.lower() in view.target_forms or acronym.isdigit() or _ROMAN.fullmatch(acronym):
        return False
    return acronym not in view.target and acronym.lower() not in view.target.lower()


def _judged(match: re.Match[str], new: list[re.Match[str]], view: SegmentView) -> Iterator[Hit]:
    acronym = match[0]
    span = source_span(*match.span())
    near = next((other for other in new if _likelier(acronym, other[0]) is not None), None)
    if near:
        sure = (_likelier(acronym, near[0]) or 0) >= 1
        yield Hit(
            message=f'The source has the acronym "{acronym}", not "{near[0]}"',
            spans=(target_span(*near.span()), span),
            suggestion=replace_target(*near.span(), acronym),
            confidence=0.8 if sure else 0.6,
            severity=Severity.MAJOR if sure else Severity.MINOR,
        )
    elif not new and _shared(acronym) and not _beside_capitals(match) and not _written_out(acronym, view):
        yield Hit(
            message=f'The acronym "{acronym}" of the source is not in the translation',
            spans=(span,),
            confidence=0.55,
            severity=Severity.MINOR,
            category=Category.OMISSION,
        )


@lru_cache(maxsize=4096)
def _shared(acronym: str) -> bool:
    """Say whether English has an acronym, and has it as often as Spanish at least."""
    if len(acronym) < _SHORTEST or acronym in _OTHERWISE:
        return False
    english = zipf_frequency(acronym.lower(), "en")
    return english >= max(_KNOWN, zipf_frequency(acronym.lower(), "es") - _MARGIN)


@lru_cache(maxsize=4096)
def _likelier(acronym: str, other: str) -> float | None:
    """Return by how much English knows an acronym better than one that differs by a letter, None if it does not."""
    if len(acronym) < _SHORTEST or OSA.distance(acronym, other) != 1:
        return None
    margin = float(zipf_frequency(acronym.lower(), "en") - zipf_frequency(other.lower(), "en"))
    # The same letters in another order are how English says many a Spanish acronym: "EEUU", "ADN", "OTAN".
    return margin if margin >= (_ANAGRAM if sorted(acronym) == sorted(other) else 0) else None


def _beside_capitals(match: re.Match[str]) -> bool:
    """Say whether an acronym is a word of a text in capitals."""
    around = match.string[max(0, match.start() - 20) : match.end() + 20].split()
    return sum(word.isupper() and len(word) > 1 for word in around) > _SHOUTED


def _written_out(acronym: str, view: SegmentView) -> bool:
    letters = [char for char in acronym.lower() if char.isalpha()]
    initials = "".join(word.text[0].lower() for word in view.target_words if word.text.lower() not in _SMALL)
    every = "".join(word.text[0].lower() for word in view.target_words)
    return "".join(letters) in initials or "".join(letters) in every
