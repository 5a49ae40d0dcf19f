"""Figures in a text: numerals, dates and times, with what stands right before and after them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtreview.text.number_values import Kind, Lexeme
from mtreview.text.number_words import Role
from mtreview.text.numerals import clock, readings, twelve_hours, whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mtreview.text.numerals import Exact

FIGURES = r"""(?P<date>\d{1,4}(?P<mark>[/.\-])\d{1,2}(?P=mark)\d{2,4}(?!\d|[.,/\-]\d))
      | (?P<time>\d{1,2}[:h]\d\d(?![\d:]))
      | (?P<figures>(?<!\S)\.\d{1,4}(?!\d|[.,]\d)
        | \d{1,3}(?:[\x20\u00a0\u2009\u202f]\d{3})+(?!\d)(?:[.,]\d+)?
        | \d+(?:[.,·'’]\d+)*)"""

_SUFFIX = re.compile(r"\.?[ºª°]|['’]?[^\W\d_]{1,12}")
_SPACE = re.compile(r"[ \u00a0\u2009\u202f]")
_ENDINGS = "st nd rd th er ero ra ro do da to ta mo ma vo va no na º ª .º .ª .°"
_ORDINAL_ENDINGS = frozenset(_ENDINGS.split())
_DECADE_ENDINGS = frozenset({"s", "'s", "’s"})
_SCALES = {
    "k": (10**3,),
    "m": (10**6,),
    "mm": (10**6,),
    "mn": (10**6,),
    "b": (10**9,),
    "bn": (10**9, 10**12),
    "tn": (10**12,),
    "million": (10**6,),
    "billion": (10**9,),
    "trillion": (10**12,),
}
_LONGEST_UNIT = 3
_YEARS = range(1000, 2101)
_YEAR_LENGTH = 4
_HOURS, _MINUTES, _DAYS, _MONTHS, _CENTURY = 24, 60, 31, 12, 100
_MINUS = frozenset("-−")
_OPENING = frozenset("([{\"'“‘«$€£,:;=/")
_DASHES = frozenset("-−–/")


def read_figures(text: str, match: re.Match[str], before: Sequence[Lexeme], lang: str) -> Iterator[Lexeme]:
    """Yield the numbers of one match of `FIGURES`; `before` is what was found earlier in the text."""
    group = match.lastgroup
    if group == "date":
        yield from _date(match)
    elif group == "time":
        yield from _time(match)
    else:
        figures = _SPACE.sub("", match.group())
        values = readings(f"0{figures}" if figures[0] == "." else figures, lang)
        if values:
            yield _figure(text, match, values, before)
        else:
            yield from _parts(match.group(), match.start())


def _parts(text: str, offset: int) -> Iterator[Lexeme]:
    """Yield each digit group by itself: a version, a list, a telephone number."""
    for part in re.finditer(r"\d+", text):
        yield Lexeme(Role.FIGURES, whole(part.group()), offset + part.start(), offset + part.end(), kind=Kind.CODE)


def _time(match: re.Match[str]) -> Iterator[Lexeme]:
    hour, minute = int(match.group()[:-3]), int(match.group()[-2:])
    if hour <= _HOURS and minute < _MINUTES:
        value = clock(hour, minute)
        yield Lexeme(Role.FIGURES, value, *match.span(), kind=Kind.TIME, alternatives=twelve_hours(value))
    else:
        yield from _parts(match.group(), match.start())


def _date(match: re.Match[str]) -> Iterator[Lexeme]:
    """Yield day, month and year; what may be the month is weak, as the other side may name it."""
    parts = list(_parts(match.group(), match.start()))
    year = parts[0] if parts[0].value > _DAYS else parts[2]
    for part in parts:
        value = int(part.value)
        if part is not year:
            yield part._replace(kind=Kind.DATE, weak=value <= _MONTHS)
        elif value < _CENTURY:
            yield part._replace(kind=Kind.YEAR, alternatives=(2000 + value, 1900 + value))
        else:
            yield part._replace(kind=Kind.YEAR)


def _sign(text: str, start: int) -> int:
    """Return the offset of a minus sign before a figure, -1 if there is none, as in `F-16` and `10 -12`."""
    if start < 1 or text[start - 1] not in _MINUS:
        return -1
    before = text[max(0, start - 3) : start - 1]
    if not before or (before[-1].isspace() and not before.rstrip()[-1:].isdigit()) or before[-1] in _OPENING:
        return start - 1
    return -1


def _figure(text: str, match: re.Match[str], values: tuple[Exact, ...], before: Sequence[Lexeme]) -> Lexeme:
    raw, (start, end) = match.group(), match.span()
    value, others = values[0], values[1:]
    kind, weak = Kind.CARDINAL, False
    if raw.isdecimal():
        if len(raw) == _YEAR_LENGTH and value in _YEARS:
            kind = Kind.YEAR
        others = (*others, *_short_year(text, match, before))
    sign = _sign(text, start)
    if sign >= 0:
        others = (*(-other for other in others), *((value,) if sign == 0 else ()))
        value, start = -value, sign
    elif start > 1 and text[start - 1] == "-" and text[start - 2].isalpha():
        kind, weak = Kind.CODE, True
    lexeme = Lexeme(Role.FIGURES, value, start, end, kind=kind, alternatives=others, weak=weak, form=raw)
    suffix = _SUFFIX.match(text, end)
    return _with_suffix(lexeme, suffix, values) if suffix else lexeme


def _short_year(text: str, match: re.Match[str], before: Sequence[Lexeme]) -> tuple[int, ...]:
    """Return the full year of the second figure of `2011-12`."""
    last = before[-1] if before else None
    if len(match.group()) != len("12") or last is None or last.kind is not Kind.YEAR:
        return ()
    if text[last.end : match.start()] not in _DASHES:
        return ()
    return (int(last.value) // _CENTURY * _CENTURY + int(match.group()),)


def _with_suffix(lexeme: Lexeme, suffix: re.Match[str], values: tuple[Exact, ...]) -> Lexeme:
    ending = suffix.group().lower()
    if ending in _ORDINAL_ENDINGS:
        return lexeme._replace(kind=Kind.ORDINAL, end=suffix.end())
    if ending in _DECADE_ENDINGS and lexeme.value % 10 == 0:
        return lexeme._replace(kind=Kind.DECADE, end=suffix.end())
    if ending in _SCALES:
        scaled = (value * scale for value in values for scale in _SCALES[ending])
        return lexeme._replace(alternatives=(*lexeme.alternatives, *scaled))
    return lexeme._replace(weak=True) if len(ending) > _LONGEST_UNIT else lexeme
