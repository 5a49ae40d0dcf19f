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

_ACRONYM = re.compile(r"[A-Z](?<![\w.&/-].)(?:[A-Z]{1,7}|[A-Z]{1,5}-?\d{1,3})(?![\w&/]|-(?![A-Z]{2}\b)|\.\w)")
_ROMAN = re.compile(r"[IVXLCDM]+")
_SMALL = frozenset("the of and for in on to a an at by with".split())  # noqa: SIM905 - reads better
# Acronyms that English often says in other words or signs.
_OTHERWISE = frozenset("USD CAD AUD EUR GBP JPY CHF MXN SMS USA CO2 TV PC CEO DNI".split())  # noqa: SIM905 - likewise
_REORDERED = frozenset({"LGTB", "LGTBI", "LGTBIQ", "UAS", "EAU"})  # to "LGBT", "USA", "EUA", which English knows
_LONGEST = 5_000
_MOST = 30
_SHORTEST = 3
_KNOWN, _MARGIN = 3.0, 0.3
# Zipf by which English may know two swapped letters better; more, and they are its own acronym, as "DRC" for "RDC".
_SWAPPED, _SWAPPED_SHARED = 0.3, 0.8
_SPANISH = 0.1  # zipf by which a shared acronym may be more usual in Spanish
_RARER = 0.5  # zipf by which it knows a slip less, of an acronym that the target has elsewhere
_SHOUTED = 2  # words in capitals side by side are a heading


@dataclass(frozen=True, kw_only=True)
class Acronym(SegmentCheck):
    """Report an acronym that the translation misspells, and show one that it drops in review.

    Those that English has of its own, such as "NATO" for "OTAN", and those written out are left. To drop one is seldom
    an error: "the agency" is the CIA.

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
        here = list(_ACRONYM.finditer(source))[:_MOST]
        if not here or source.isupper():
            return
        new = [match for match in _ACRONYM.finditer(view.target) if match[0] not in source][:_MOST]
        lost = [match for match in here if _lost(match[0], view)]
        if not lost and not new:
            return
        terms = [(hit.start, hit.end) for hit in view.source_terms]
        for match in here:
            if any(start <= match.start() < end for start, end in terms):
                continue
            if match in lost:
                yield from _judged(match, new, view)
            elif new and view.target.count(match[0]) < source.count(match[0]):
                yield from _slipped(match, new)


def _slipped(match: re.Match[str], new: list[re.Match[str]]) -> Iterator[Hit]:
    """Yield a slip in one mention of an acronym that the target has elsewhere as well."""
    for other in new:
        margin = _likelier(match[0], other[0])
        if margin is not None and (margin >= _RARER or _swapped(match[0], other[0])):
            yield _misspelt(match, other, sure=True)


def _lost(acronym: str, view: SegmentView) -> bool:
    if acronym.lower() in view.target_forms or acronym.isdigit() or _ROMAN.fullmatch(acronym):
        return False
    return acronym not in view.target and acronym.lower() not in view.target.lower()


def _judged(match: re.Match[str], new: list[re.Match[str]], view: SegmentView) -> Iterator[Hit]:
    acronym = match[0]
    span = source_span(*match.span())
    near = next((other for other in new if _likelier(acronym, other[0]) is not None), None)
    if near and not _named(near[0], view):
        sure = (_likelier(acronym, near[0]) or 0) >= 1 or _swapped(acronym, near[0])
        yield _misspelt(match, near, sure=sure)
    elif not near and not new and _shared(acronym) and not _beside_capitals(match) and not _written_out(acronym, view):
        yield Hit(
            message=f'The acronym "{acronym}" of the source is not in the translation',
            spans=(span,),
            confidence=0.45,
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
    # The same letters in another order are how English says many a Spanish acronym: "EEUU", "RDC", "LGTB".
    if not _swapped(acronym, other):
        return margin if margin >= 0 else None
    if acronym[0] == other[0] and acronym not in _REORDERED:
        return margin  # English begins with another word, where it has the same ones in another order
    own = zipf_frequency(acronym.lower(), "en") >= zipf_frequency(acronym.lower(), "es") - _SPANISH
    return margin if margin >= -(_SWAPPED_SHARED if own else _SWAPPED) else None


def _swapped(acronym: str, other: str) -> bool:
    return len(acronym) >= _SHORTEST and sorted(acronym) == sorted(other)


def _misspelt(match: re.Match[str], other: re.Match[str], *, sure: bool) -> Hit:
    return Hit(
        message=f'The source has the acronym "{match[0]}", not "{other[0]}"',
        spans=(target_span(*other.span()), source_span(*match.span())),
        suggestion=replace_target(*other.span(), match[0]),
        confidence=0.8 if sure else 0.6,
        severity=Severity.MAJOR if sure else Severity.MINOR,
    )


def _beside_capitals(match: re.Match[str]) -> bool:
    """Say whether an acronym is a word of a text in capitals."""
    around = match.string[max(0, match.start() - 20) : match.end() + 20].split()
    return sum(word.isupper() and len(word) > 1 for word in around) > _SHOUTED


def _named(acronym: str, view: SegmentView) -> bool:
    """Say whether words with capitals of the target begin with the letters of an acronym, as names of bodies do."""
    return acronym in "".join(
        word.text[0] for word in view.target_words if word.text[0].isupper() and not word.text.isupper()
    )


def _written_out(acronym: str, view: SegmentView) -> bool:
    letters = [char for char in acronym.lower() if char.isalpha()]
    initials = "".join(word.text[0].lower() for word in view.target_words if word.text.lower() not in _SMALL)
    every = "".join(word.text[0].lower() for word in view.target_words)
    return "".join(letters) in initials or "".join(letters) in every
