from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mtreview.checks.base import Hit, SegmentCheck, replace_target, source_span, target_span
from mtreview.issue import Category, Severity
from mtreview.text.name_match import (
    absent,
    altered,
    both_know,
    distinct,
    fold,
    spanish,
    unlike,
    unmatched,
)
from mtreview.text.name_order import swapped
from mtreview.text.name_replaced import Places, replaced
from mtreview.text.name_runs import runs
from mtreview.text.name_spelling import may_misspell, misspelt
from mtreview.text.name_words import may_be_name, may_lack, new_among

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mtreview.text.name_match import Altered, Name
    from mtreview.view import SegmentView

_LONGEST = 5_000
_FULL = 25  # words; of a longer source a name may well have been left out for style


@dataclass(frozen=True, kw_only=True)
class NameMismatch(SegmentCheck):
    """Report a name of the source that the translation misspells, replaces, drops or has in the place of another.

    Names are those that Spanish and English write alike; other transliterations of a name, names that English has of
    its own, surnames alone and adjectives are left. A dropped name is minor: the translation may say "she" or "the
    president".

    Bad:
        es: El diputado Rowlett votó en contra.
        en: The deputy [[Rowlet]] voted against it.
        fix: Rowlett
    Bad:
        es: La reunión con Obama fue breve.
        en: The meeting with [[Clinton]] was brief.
    Good:
        es: Vladímir Putin y Angela Merkel hablaron en Londres.
        en: Putin and Merkel spoke in London.
    """

    severity: Severity = Severity.MAJOR

    category: ClassVar[Category] = Category.MISTRANSLATION
    needs: ClassVar[frozenset[str]] = frozenset({"source"})
    yields_to: ClassVar[frozenset[str]] = frozenset(
        {
            "name-variant",
            "do-not-translate",
            "untranslated-term",
            "missing-sentence",
            "empty",
            "untranslated",
        }
    )

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield a hit for each misspelt name, else for the names that were replaced or dropped."""
        if not view.source_forms or not view.target_forms or max(len(view.source), len(view.target)) > _LONGEST:
            return
        yield from _exchanged(view)
        slips: Sequence[Altered] = ()
        swap = None
        if new := new_among(view.target_capitals, view.source_forms):
            slips = misspelt(*_sides(view)) if may_misspell(new, view.source_capitals) else ()
            named = not slips and any(map(may_be_name, new))
            swap = replaced(*_sides(view), lambda: _rendered(view)) if named else None
        for pair in slips:
            yield _misspelt(pair)
        if swap:
            yield _replaced(*swap, Severity.MAJOR)
            return
        terms = [(hit.start, hit.end) for hit in view.source_terms]
        names = absent(view.source, view.target_forms) if may_lack(view.source_capitals, view.target_forms) else ()
        missing = [name for name in unmatched(names, view.target_lowered) if not _inside(name, terms)] if names else []
        if missing:
            yield from _others(view, missing, slips)


def _sides(view: SegmentView) -> tuple[tuple[str, Sequence[str]], tuple[str, Sequence[str]]]:
    """Return the text of each side with its words."""
    return (view.source, view.source_spelt), (view.target, view.target_spelt)


def _exchanged(view: SegmentView) -> Iterator[Hit]:
    """Yield names that the translation has in each other's place."""
    for item in swapped(view.source, view.target, view.target_forms):
        yield Hit(
            message=f'"{item.first}" and "{item.second}" of the source have changed places',
            spans=(target_span(*item.target), source_span(*item.source)),
            confidence=0.8,
        )


def _rendered(view: SegmentView) -> Places:
    """Return where the terms stand that both sides have."""
    there = view.context.glossary.find_target(view.target)
    said = {hit.concept.source for hit in there}
    return Places(
        [(hit.start, hit.end) for hit in view.source_terms if hit.concept.source in said],
        [(hit.start, hit.end) for hit in there],
    )


def _inside(name: Name, places: Sequence[tuple[int, int]]) -> bool:
    return any(start <= name.token.start < end for start, end in places)


def _others(view: SegmentView, missing: list[Name], slips: Sequence[Altered]) -> Iterator[Hit]:
    """Yield the names that differ by more than one letter, else one that was replaced or those that were dropped."""
    forms = set(map(fold, view.source_lowered))
    forms |= {form for pair in slips for form in (pair.name.form, pair.other.form)}
    new = [name for name in absent(view.target, view.source_forms, translated=True) if name.form not in forms]
    known = {pair.name.form for pair in slips}
    pairs, missing, new = altered([name for name in missing if name.form not in known], new)
    for pair in pairs:
        yield _misspelt(pair)
    lost = [name for name in missing if distinct(name) and not name.opens] if not pairs else []
    theirs = _of_spanish(missing, new) if not pairs and not lost else None
    if theirs:
        yield _replaced(*theirs, Severity.MAJOR)
    elif lost:
        yield from _lost(view, lost, new)


def _misspelt(pair: Altered) -> Hit:
    name, other = pair.name, pair.other
    start = other.token.start
    end = start + len(other.text)
    return Hit(
        message=f'The source spells this name "{name.text}", not "{other.text}"',
        spans=(target_span(start, end), source_span(name.token.start, name.token.end)),
        suggestion=replace_target(start, end, name.text),
        confidence=0.85 if pair.certain else 0.6,
        severity=Severity.MAJOR if pair.certain else Severity.MINOR,
    )


def _of_spanish(missing: Sequence[Name], new: Sequence[Name]) -> tuple[Name, Name] | None:
    """Return the one Spanish name that is missing and the one that is new: no translation brings one in."""
    lost = [name for name in missing if not name.opens]
    instead = [name for name in new if not name.opens]
    if len(lost) != 1 or len(instead) != 1 or not (spanish(lost[0]) and spanish(instead[0])):
        return None
    return (lost[0], instead[0]) if unlike(lost[0], instead[0]) else None


def _replaced(name: Name, other: Name, severity: Severity) -> Hit:
    start = other.token.start
    return Hit(
        message=f'The source has the name "{name.text}", the translation "{other.text}"',
        spans=(target_span(start, start + len(other.text)), source_span(name.token.start, name.token.end)),
        confidence=0.6,
        severity=severity,
    )


def _lost(view: SegmentView, lost: Sequence[Name], new: Sequence[Name]) -> Iterator[Hit]:
    forms = {fold(word.text) for word in view.target_words}
    if any(word.text.isupper() and len(word.text) > 1 and word.text not in view.source for word in view.target_words):
        return  # an abbreviation of the target may stand for a name
    whole = runs(view.source, view.source_words)
    instead = [name for name in new if distinct(name) and both_know(name) and not name.opens]
    if len(lost) == len(instead) == 1:
        kept = [fold(part.text) for part in whole.get(lost[0].token.start, ()) if fold(part.text) in forms]
        beside = runs(view.target, view.target_words).get(instead[0].token.start, ())
        if kept and not any(fold(part.text) in kept for part in beside):
            return  # the surname alone
        clear = len(view.source_words) <= _FULL and unlike(lost[0], instead[0])
        yield _replaced(lost[0], instead[0], Severity.MAJOR if clear else Severity.MINOR)
    elif not instead:
        lost = [name for name in lost if not any(fold(part.text) in forms for part in whole.get(name.token.start, ()))]
        for name in lost:
            yield Hit(
                message=f'The name "{name.text}" of the source is not in the translation',
                spans=(source_span(name.token.start, name.token.end),),
                confidence=0.5 if len(view.source_words) <= _FULL else 0.4,
                severity=Severity.MINOR,
                category=Category.OMISSION,
            )
