from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mtreview.checks.base import Hit, SegmentCheck, replace_target, target_span
from mtreview.issue import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import SegmentView

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_NAMES = frozenset(_MONTH.lower().split("|"))
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_YEAR = r"(?:1[5-9]|20)\d\d"

# 5 of March (of 2021), the 5 March, March 5 of 2021; not "5 of March's winners" nor "the 5 March vote".
_DAY_OF = re.compile(
    rf"\b(?:(?:the )?day |the )?(?P<day>{_DAY}) of (?P<month>{_MONTH})(?:,? (?:of )?(?P<year>{_YEAR}))?(?!['’\w-])"
)
_THE_DAY = re.compile(
    rf"\b(?:the day |the )(?P<day>{_DAY}) (?P<month>{_MONTH})(?:,? (?:of )?(?P<year>{_YEAR}))?(?=[.,;)]|$)"
)
_OF_YEAR = re.compile(rf"\b(?P<month>{_MONTH}) (?P<day>{_DAY}) of (?:the year )?(?P<year>{_YEAR})(?!['’\w-])")
_FORMS = (_DAY_OF, _THE_DAY, _OF_YEAR)

_CLOCK = r"(?P<hour>[01]?\d|2[0-3])(?P<mark>[:.h])(?P<minute>[0-5]\d)"
_HOURS = re.compile(
    rf"(?P<at>\b(?:at|from|until|till|by|to|after|before|between|and|around) )?\b{_CLOCK} ?(?:hours|hrs?|h)\b"
)
_POINT = re.compile(
    rf"\b(?:at|from|until|till|by|to|after|before|between|and|around) {_CLOCK}(?![\d.,:%]?\w|%| ?h(?:ours|rs?)?\b)"
)
_SPANISH_CLOCK = re.compile(r"\blas? (?:\d{1,2})[.h]\d\d\b")
_FIGURES = re.compile(
    r"(?<![\d/.-])(?P<a>\d{1,2})(?P<mark>[/-])(?P<b>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)(?![\d/.-]\d|\d)"
)
_DIGITS = re.compile(r"\d[:.h/-]\d")
_MONTHS = _NOON = 12


@dataclass(frozen=True, kw_only=True)
class DateFormat(SegmentCheck):
    """Report dates and times written as Spanish writes them: “5 of March of 2021”, “the 5 of March”, “16:30 hours”.

    The fix follows the target's country: March 5, 2021 in the United States, 5 March 2021 in Great Britain. So does the
    order of dates in figures: 05/03/2021, copied from the source, is another day in the United States.

    Bad:
        es: Nació el 5 de marzo de 2021 a las 16.30 horas.
        en: He was born on [[the 5 of March of 2021]] at [[16.30 hours]].
        fix: March 5, 2021
    Good:
        es: Nació el 5 de marzo de 2021 a las 16.30 horas.
        en: He was born on March 5, 2021, at 4:30 p.m.; 15 of May's laws passed on the 5th of March.
    """

    severity: Severity = Severity.MINOR

    category: ClassVar[Category] = Category.DATE_FORMAT

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield each date and time whose form is Spanish."""
        text = view.target
        if not view.target_forms.isdisjoint(_NAMES):
            yield from _dates(text, view)
        if _DIGITS.search(text):
            yield from _times(text, view)
            yield from _figures(text, view)


def _american(view: SegmentView) -> bool:
    return view.context.target == "en-US"


def _hit(place: tuple[int, int], message: str, new: str | None, confidence: float) -> Hit:
    return Hit(
        message=message,
        spans=(target_span(*place),),
        suggestion=None if new is None else replace_target(*place, new),
        confidence=confidence,
    )


def _dates(text: str, view: SegmentView) -> Iterator[Hit]:
    done = 0
    for match in sorted((match for form in _FORMS for match in form.finditer(text)), key=re.Match.start):
        if match.start() < done:
            continue
        done = match.end()
        day, month, year = int(match["day"]), match["month"], match["year"]
        if _american(view):
            new = f"{month} {day}" + (f", {year}" if year else "")
        else:
            new = f"{day} {month}" + (f" {year}" if year else "")
        yield _hit(match.span(), f'English writes this date "{new}"', new, 0.9)


def _times(text: str, view: SegmentView) -> Iterator[Hit]:
    for match in _HOURS.finditer(text):
        if match["at"] or int(match["hour"]) > _NOON:
            yield _time(match, view)
    if view.has_source and _american(view) and _SPANISH_CLOCK.search(view.source):
        for match in _POINT.finditer(text):
            if match["mark"] != ":":
                yield _time(match, view)


def _time(match: re.Match[str], view: SegmentView) -> Hit:
    """Return the hit for a time of day, from its hour to the end of the match."""
    hour, minute = int(match["hour"]), match["minute"]
    if _american(view):
        new = f"{(hour - 1) % _NOON + 1}:{minute} {'a.m.' if hour < _NOON else 'p.m.'}"
    else:
        new = f"{hour}:{minute}"
    return _hit((match.start("hour"), match.end()), f'English writes this time "{new}"', new, 0.85)


def _figures(text: str, view: SegmentView) -> Iterator[Hit]:
    """Yield dates in figures of which the order of day and month is the other country's."""
    for match in _FIGURES.finditer(text):
        a, b = int(match["a"]), int(match["b"])
        day, month = (b, a) if _american(view) else (a, b)
        backwards = month > _MONTHS >= day > 0
        copied = _american(view) and match[0] in view.source and 0 < a <= _MONTHS and 0 < b <= _MONTHS and a != b
        if backwards or copied:
            mark = match["mark"]
            new = f"{match['b']}{mark}{match['a']}{mark}{match['year']}"
            order = "the month" if _american(view) else "the day"
            message = f'{view.context.target} puts {order} first: "{new}"'
            yield _hit(match.span(), message, new, 0.9 if backwards else 0.6)
