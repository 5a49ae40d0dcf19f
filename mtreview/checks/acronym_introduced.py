from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rapidfuzz import fuzz

from mtreview.checks.base import DocumentCheck, Hit, replace_target, target_span
from mtreview.issue import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import DocumentView

_BRACKETED = re.compile(r"(?<=\w) \(([A-Z][A-Za-z]{1,8})\)")
_SPELT = re.compile(r"[\w'’-]+")
_LITTLE = frozenset({"of", "the", "and", "for", "on", "in", "to", "de", "del", "la", "las", "los", "y", "e", "a", "an"})
_JOINING = frozenset({"of", "for", "and", "de", "del", "y", "e"})
_ARTICLES = frozenset({"the", "la", "las", "los"})
_REACH = 120
_MOST_WORDS = 10
_FEWEST_CAPITALS = 2
_ALIKE, _SPELLING = 75.0, 95.0


class _Introduction(NamedTuple):
    """Hold one place where a name is followed by its acronym in brackets.

    Attributes:
        name: the name in lower case.
        start: offset of the name in its segment.
        fits: whether the acronym is made of the name's initials.
        at: range of the acronym.
    """

    segment: int
    name: str
    start: int
    acronym: str
    fits: bool
    at: tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class AcronymIntroduced(DocumentCheck):
    """Report a name that a text introduces with two acronyms, and an acronym that it introduces for two like names.

    Of two acronyms the one that is made of the name's initials is right, of two names the first one.

    Bad:
        en: The World Health Organization (WHO) met on Monday.
        en: The World Health Organization ([[OMS]]) said so in May.
        fix: WHO
    Bad:
        en: The European Court of Auditors (ECA) met.
        en: The [[European Chamber of Auditors]] (ECA) spoke.
    Good:
        en: The World Health Organization (WHO) met on Monday, and the Food and Agriculture Organization (FAO) in May.
        en: The WHO said so.
    """

    severity: Severity = Severity.MINOR

    category: ClassVar[Category] = Category.INCONSISTENT_TERM
    yields_to: ClassVar[frozenset[str]] = frozenset({"untranslated-term", "wrong-term", "forbidden-term"})

    def find(self, view: DocumentView) -> Iterator[Hit]:
        """Yield each later introduction that does not agree with an earlier one, or with a better one."""
        if view.document.pieces:
            return
        found = [item for segment in view.segments for item in _introductions(segment.index, segment.target)]
        if len(found) < 2:  # noqa: PLR2004 - what is introduced once agrees with itself
            return
        by_name: dict[str, _Introduction] = {}
        by_acronym: dict[str, _Introduction] = {}
        for item in found:
            known = by_name.get(item.name)
            if known is None or (item.fits and not known.fits):
                by_name[item.name] = item
            if item.fits:
                by_acronym.setdefault(item.acronym, item)
        for item in found:
            best, first = by_name[item.name], by_acronym.get(item.acronym)
            if best.acronym != item.acronym and not item.fits:
                yield _other_acronym(item, best)
            elif first and item.fits and item.name != first.name and _alike(item.name, first.name):
                yield _other_name(item, first)


def _introductions(segment: int, text: str) -> Iterator[_Introduction]:
    if "(" not in text:
        return
    for match in _BRACKETED.finditer(text):
        acronym = match[1].rstrip("s") if match[1][:-1].isupper() else match[1]
        if sum(map(str.isupper, acronym)) < _FEWEST_CAPITALS:
            continue
        left = max(0, match.start() - _REACH)
        words = [(word[0], left + word.start()) for word in _SPELT.finditer(text[left : match.start()])][-_MOST_WORDS:]
        begin, fits = _named(words, acronym)
        if begin >= 0:
            name = text[begin : match.start()].lower()
            yield _Introduction(segment, name, begin, acronym, fits, match.span(1))


def _named(words: list[tuple[str, int]], acronym: str) -> tuple[int, bool]:
    """Return where the name before an acronym begins, -1 for nowhere, and whether the acronym is its initials."""
    letters = acronym.lower()
    start, capitals, loose = -1, 0, -1
    for index in range(len(words) - 1, -1, -1):
        word, place = words[index]
        if word[0].isupper():
            start, capitals = place, capitals + 1
            name = [part for part, _ in words[index:]]
            initials = "".join(part[0].lower() for part in name if part[0].isupper())
            every = "".join(part[0].lower() for part in name)
            if capitals >= _FEWEST_CAPITALS and letters in {initials, every}:
                return start, True
        elif word not in _LITTLE:
            break
        elif loose < 0 and capitals >= _FEWEST_CAPITALS and not _inside(words, index):
            loose = start
    if loose >= 0:
        return loose, False
    run = [(word, place) for word, place in words if start >= 0 and place >= start]
    while run and run[0][0].lower() in _LITTLE:
        capitals -= run.pop(0)[0][0].isupper()
    return (run[0][1], False) if capitals >= _FEWEST_CAPITALS else (-1, False)


def _inside(words: list[tuple[str, int]], index: int) -> bool:
    """Say whether a little word can stand within a name: "of", "and", "of the", not "to the"."""
    word = words[index][0]
    if word in _ARTICLES:
        return index > 0 and words[index - 1][0] in _JOINING
    return word in _JOINING


def _alike(one: str, other: str) -> bool:
    """Say whether two names differ in a word, so that they name the same, and not in a letter."""
    first, second = one.partition(" ")[0], other.partition(" ")[0]
    return first == second and _ALIKE <= fuzz.ratio(one, other) < _SPELLING


def _other_acronym(item: _Introduction, best: _Introduction) -> Hit:
    return Hit(
        segment=item.segment,
        message=f'The same name has the acronym "{best.acronym}" elsewhere in the text, not "{item.acronym}"',
        spans=(target_span(*item.at),),
        suggestion=replace_target(*item.at, best.acronym) if best.fits else None,
        confidence=0.9 if best.fits else 0.6,
        against=best.acronym,
    )


def _other_name(item: _Introduction, first: _Introduction) -> Hit:
    end = item.start + len(item.name)
    return Hit(
        segment=item.segment,
        message=f'"{item.acronym}" stands for another name elsewhere in the text: "{first.name}"',
        spans=(target_span(item.start, end),),
        confidence=0.7,
        against=first.name,
    )
