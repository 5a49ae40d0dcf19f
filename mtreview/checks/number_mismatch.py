from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rapidfuzz.distance import Hamming

from mtreview.checks._scales import other_scale
from mtreview.checks.base import Hit, SegmentCheck, replace_target, source_span, target_span
from mtreview.issue import Category, Severity
from mtreview.text.leading_zeros import shortened
from mtreview.text.number_forms import in_english
from mtreview.text.number_match import match
from mtreview.text.number_values import Kind
from mtreview.text.units import unconverted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mtreview.text.number_values import Number
    from mtreview.view import SegmentView

_CHANGED, _MISSING, _EXTRA, _WORDED = 0.9, 0.75, 0.7, 0.6
_MOST_COMPARED = 20
_COUNTED = frozenset({Kind.CARDINAL, Kind.YEAR, Kind.PERCENT, Kind.CODE, Kind.TIME, Kind.DATE})
_REPEATED = frozenset({Kind.CARDINAL, Kind.YEAR, Kind.PERCENT})
_FEWEST = 10
_COMPARED = (_COUNTED, frozenset({Kind.MONTH}), frozenset({Kind.ROMAN}), frozenset({Kind.FRACTION}))
# English words that say a number which Spanish says in figures or words.
_SAID = {"fortnight": (14, 15), "quarter": (15, 25), "quarters": (15, 25), "millennium": (1000, 2000)}
_LETTERS = re.compile(r"[^\W\d_]*-?\Z")
_LONGEST_NAME = 20
_LONGEST = 5_000


@dataclass(frozen=True, kw_only=True)
class NumberMismatch(SegmentCheck):
    """Report numbers that were changed, lost or added.

    Figures, words, percentages, ordinals, centuries, times and either country's marks count as the same number where
    their values are; converted measures and what is often said without a number are left. A code keeps its zeros (007).

    Bad:
        es: Murieron 16 personas.
        en: [[60]] people died.
        fix: 16
    Bad:
        es: Cuesta 30.000 millones de euros.
        en: It costs [[30 million]] euros.
        fix: 30 billion
    Good:
        es: Murieron 16 personas en el siglo XXI, un 2,5 % de 1.234.
        en: Sixteen people died in the 21st century, 2.5 percent of 1,234.
    """

    severity: Severity = Severity.MAJOR

    category: ClassVar[Category] = Category.MISTRANSLATION
    needs: ClassVar[frozenset[str]] = frozenset({"source"})

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield each number without its equal on the other side."""
        if not view.has_source or not view.target.strip():
            return
        yield from _zeros(view)
        yield from _scaled(view)
        source, target = view.source_numbers, view.target_numbers
        if not source and not target:
            return
        found = match(source, target)
        missing, extra = list(found.missing), list(found.extra)
        if missing or extra:
            missing, extra = unconverted((view.source, view.target), (missing, extra), (source, target))
            missing = [number for number in missing if not _elsewhere(view.source, number, view.target)]
            missing = [number for number in missing if not _said_in_words(number, view)]
            extra = [number for number in extra if not _elsewhere(view.target, number, view.source)]
        if not missing and not extra:
            yield from _doubtful(view, found.doubtful_missing, found.doubtful_extra)
            yield from _once_less(view)
            return
        if not missing:
            missing = _only(found.doubtful_missing)
        elif not extra:
            extra = _only(found.doubtful_extra)
        pairs, missing, extra = _pairs(missing, extra)
        yield from (_changed(view, lost, new, _CHANGED) for lost, new in pairs)
        yield from (_missing(view, number) for number in missing)
        yield from (_extra(view, number) for number in extra)


def _elsewhere(text: str, number: Number, other: str) -> bool:
    """Say whether the other side has the same figures run together with letters: "hoy20 años", SS19 for 2019."""
    figures = text[number.start : number.end]
    if len(other) > _LONGEST or not figures.isdigit():
        return False
    if number.kind is Kind.YEAR and re.search(rf"[A-Z’']{figures[-2:]}(?!\d)", other):
        return True
    at = other.find(figures)
    while at >= 0:
        before, after = other[max(0, at - 1) : at], other[at + len(figures) : at + len(figures) + 1]
        if not (before.isdigit() or after.isdigit()) and (before.isalpha() or after.isalpha()):
            return True
        at = other.find(figures, at + 1)
    return False


def _said_in_words(number: Number, view: SegmentView) -> bool:
    return any(number.value in values and word in view.target_forms for word, values in _SAID.items())


def _zeros(view: SegmentView) -> Iterator[Hit]:
    """Yield each code that lost the zeros it begins with, which its value does not show."""
    for before, after, code in shortened(view.source, view.target):
        yield Hit(
            message=f'The source has "{code}", the translation lost the zeros that it begins with',
            spans=(target_span(*after), source_span(*before)),
            suggestion=replace_target(*after, code),
            confidence=_CHANGED,
        )


def _scaled(view: SegmentView) -> Iterator[Hit]:
    """Yield a large number without figures that became another one: "thousands" for "millones"."""
    found = other_scale(view)
    if found:
        shown = found.target[0]
        yield Hit(
            message=f'"{found.source[0]}" of the source became "{shown}"',
            spans=(target_span(*found.target.span()), source_span(*found.source.span())),
            suggestion=replace_target(
                *found.target.span(), found.right.capitalize() if shown[0].isupper() else found.right
            ),
            confidence=_CHANGED,
        )


def _once_less(view: SegmentView) -> Iterator[Hit]:
    """Yield each number that the source has in figures several times, and the target less often."""
    ours = [number for number in view.source_numbers if _repeats(number)]
    often = Counter(number.value for number in ours)
    if len(often) == len(ours):
        return
    theirs = Counter(value for number in view.target_numbers for value in set(number.readings))
    for number in reversed(ours):
        if 0 < theirs[number.value] < often[number.value]:
            often[number.value] = 0
            yield Hit(
                message=f'The source has "{view.source[number.start : number.end]}" more often than the translation',
                spans=(source_span(number.start, number.end),),
                confidence=_WORDED,
            )


def _repeats(number: Number) -> bool:
    """Say whether a translation repeats a number where the source does: it is in figures, and no date, time or code."""
    return number.written and number.value >= _FEWEST and number.kind in _REPEATED


def _pairs(
    missing: list[Number], extra: list[Number]
) -> tuple[list[tuple[Number, Number]], list[Number], list[Number]]:
    """Return which number became which, and what is left: in order where there are as many, else by likeness."""
    if len(missing) == len(extra):
        return list(zip(missing, extra, strict=True)), [], []
    pairs = []
    for lost in missing[:_MOST_COMPARED]:
        near = next((new for new in extra if _alike(lost, new)), None)
        if near:
            pairs.append((lost, near))
            extra = [new for new in extra if new is not near]
    used = {lost for lost, _ in pairs}
    return pairs, [lost for lost in missing if lost not in used], extra


def _alike(lost: Number, new: Number) -> bool:
    """Say whether two numbers differ by a scale or by one digit."""
    before, after = (str(number.value).rstrip("0").lstrip("-") for number in (lost, new))
    return before == after or (len(before) == len(after) > 1 and Hamming.distance(before, after) == 1)


def _only(numbers: Sequence[Number]) -> list[Number]:
    """Return the one counted number among the doubtful, if there is just one."""
    counted = [number for number in numbers if number.kind in _COUNTED and (number.written or number.value != 1)]
    return counted if len(counted) == 1 else []


def _doubtful(view: SegmentView, missing: Sequence[Number], extra: Sequence[Number]) -> Iterator[Hit]:
    """Yield the small counts, months and rulers' numerals of which one was put for another."""
    for kinds in _COMPARED:
        lost = [number for number in missing if number.kind in kinds and _said(number)]
        new = [number for number in extra if number.kind in kinds and _said(number)]
        if len(lost) == len(new) == 1 and _same_name(view, lost[0], new[0]):
            yield _changed(view, lost[0], new[0], _WORDED)


def _same_name(view: SegmentView, lost: Number, new: Number) -> bool:
    """Say whether two numbers of names follow the same letters: F-16 may become F-18, SARS-CoV-2 is also COVID-19."""
    if Kind.CODE not in {lost.kind, new.kind}:
        return True
    return _name(view.source, lost) == _name(view.target, new)


def _name(text: str, number: Number) -> str:
    name = _LETTERS.search(text, max(0, number.start - _LONGEST_NAME), number.start)
    return name.group().lower().rstrip("-") if name else ""


def _said(number: Number) -> bool:
    """Say whether a number is no mere article or pronoun, as "uno" may be."""
    return number.written or number.value > 1 or number.kind is Kind.FRACTION


def _changed(view: SegmentView, lost: Number, new: Number, confidence: float) -> Hit:
    before, after = view.source[lost.start : lost.end], view.target[new.start : new.end]
    shown = in_english(lost, after)
    return Hit(
        message=f'The number "{before}" of the source became "{after}"',
        spans=(target_span(new.start, new.end), source_span(lost.start, lost.end)),
        suggestion=replace_target(new.start, new.end, shown) if shown and shown != after else None,
        confidence=confidence,
    )


def _missing(view: SegmentView, number: Number) -> Hit:
    return Hit(
        message=f'The number "{view.source[number.start : number.end]}" of the source is not in the translation',
        spans=(source_span(number.start, number.end),),
        confidence=_MISSING,
    )


def _extra(view: SegmentView, number: Number) -> Hit:
    return Hit(
        message=f'The source has no number "{view.target[number.start : number.end]}"',
        spans=(target_span(number.start, number.end),),
        confidence=_EXTRA,
    )
