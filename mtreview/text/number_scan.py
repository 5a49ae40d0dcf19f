"""The first pass over a text for numbers: figures, number words and Roman numerals, each by itself."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from mtreview.text.number_values import Kind
from mtreview.text.number_words import LEXICONS, MONTHS, Role
from mtreview.text.numerals import VULGAR, clock, readings, roman, twelve_hours, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.text.numerals import Exact

_TOKEN = re.compile(
    r"""(?P<date>\d{1,4}(?P<mark>[/.\-])\d{1,2}(?P=mark)\d{2,4}(?![\d]|[.,]\d))
      | (?P<time>\d{1,2}[:h]\d\d(?![\d:]))
      | (?P<figures>\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)(?:[.,]\d+)? | \d+(?:[.,·'’]\d+)*)
      | (?P<vulgar>[½¼¾⅓⅔⅕⅛])
      | (?P<word>[^\W\d_][\w\u0300-\u036f]*)""",
    re.VERBOSE,
)
_SUFFIX = re.compile(r"\.?[ºª°]|['’]?[^\W\d_]+")
_SPACE = re.compile(r"[ \u00a0\u2009\u202f]")
_ORDINAL_ENDINGS = frozenset("st nd rd th er ero ra ro do da to ta mo ma vo va no na º ª .º .ª ° .°".split())
_SCALES = {
    "k": 10**3,
    "m": 10**6,
    "mm": 10**6,
    "mn": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "tn": 10**12,
}
_LONGEST_UNIT = 3
_MONTH_BEFORE = {"es": re.compile(r"\s+(?:del?\s+)?\d"), "en": re.compile(r"\.?,?\s+\d")}
_MONTH_AFTER = {"es": frozenset({" de ", " ", "-", "/"}), "en": frozenset({" ", " of ", "-", "/"})}
_CENTURIES = frozenset({"siglo", "siglos"})
_FIRST_YEAR, _LAST_YEAR = 1000, 2100
_CENTURY_GAP = 6


class Lexeme(NamedTuple):
    """Hold one word or one run of figures that may be (part of) a number."""

    role: Role
    value: Exact
    start: int
    end: int
    kind: Kind = Kind.CARDINAL
    alternatives: tuple[Exact, ...] = ()
    weak: bool = False
    form: str = ""
    vague: bool = False


def scan(text: str, lang: str) -> list[Lexeme]:
    """Return what may be a number, or a part of one, in order."""
    lexemes: list[Lexeme] = []
    lexicon = LEXICONS[lang]
    months = MONTHS[lang]
    after_century = -1
    for match in _TOKEN.finditer(text):
        group = match.lastgroup
        if group == "word":
            raw = match.group()
            form = raw.lower()
            if not form.isascii():
                form = unicodedata.normalize("NFC", form)
            word = lexicon.get(form)
            if word:
                lexemes.append(Lexeme(word.role, word.value, *match.span(), form=form, vague=word.vague))
            elif form in _CENTURIES:
                after_century = match.end()
            elif raw[0] in "IVXLCDM" or after_century >= 0:
                near = 0 <= after_century and match.start() - after_century < _CENTURY_GAP
                after_century = _add_roman(lexemes, match, near=near, after=after_century)
            elif form in months and (raw[0].isupper() or lang == "es"):
                _add_month(lexemes, text, match, months[form], lang)
        elif group == "vulgar":
            value = VULGAR[match.group()]
            lexemes.append(Lexeme(Role.HALF, value, *match.span(), kind=Kind.FRACTION, form=match.group()))
        else:
            lexemes.extend(_figures(text, match, lexemes, lang))
    return lexemes


def _add_roman(lexemes: list[Lexeme], match: re.Match[str], *, near: bool, after: int) -> int:
    """Append a Roman numeral, if it is one; return where the century it names ends, as `siglos XVIII y XIX` goes on."""
    raw = match.group()
    value = roman(raw.upper() if near else raw)
    if value is None or (len(raw) == 1 and not near):
        return after
    kind = Kind.CENTURY if near else Kind.ROMAN
    lexemes.append(Lexeme(Role.ROMAN, value, *match.span(), kind=kind, weak=not near))
    return match.end() if near else after


def _add_month(lexemes: list[Lexeme], text: str, match: re.Match[str], value: int, lang: str) -> None:
    gap = text[lexemes[-1].end : match.start()] if lexemes and lexemes[-1].role is Role.DIGITS else None
    if gap in _MONTH_AFTER[lang] or _MONTH_BEFORE[lang].match(text, match.end()):
        lexemes.append(Lexeme(Role.ROMAN, value, *match.span(), kind=Kind.MONTH, weak=True))


def _figures(text: str, match: re.Match[str], before: list[Lexeme], lang: str) -> Iterator[Lexeme]:
    group = match.lastgroup
    if group == "date":
        yield from _date(match)
        return
    if group == "time":
        hour, minute = whole(match.group()[:-3]), int(match.group()[-2:])
        if hour <= 24 and minute < 60:
            value = clock(hour, minute)
            yield Lexeme(
                Role.DIGITS, value, *match.span(), kind=Kind.TIME, alternatives=(*twelve_hours(value), *(() if minute else ()))
            )
        else:
            yield from _parts(match.group(), match.start())
        return
    figures = _SPACE.sub("", match.group())
    if figures != match.group() and "." not in figures and "," not in figures:
        pass
    values = readings(figures, lang)
    if not values:
        yield from _parts(match.group(), match.start())
        return
    yield _figure(text, match, values, before)


def _parts(text: str, offset: int) -> Iterator[Lexeme]:
    """Yield each digit group by itself: a version, a list, a telephone number."""
    for part in re.finditer(r"\d+", text):
        yield Lexeme(Role.DIGITS, whole(part.group()), offset + part.start(), offset + part.end(), kind=Kind.CODE)


def _date(match: re.Match[str]) -> Iterator[Lexeme]:
    """Yield day, month and year; the month, and what may be it, is weak, as the other side may name it."""
    parts = list(_parts(match.group(), match.start()))
    first, second, third = (int(part.value) for part in parts)
    year_first = first > 31
    pair = (second, third) if year_first else (first, second)
    for part in parts:
        value = int(part.value)
        is_year = part is (parts[0] if year_first else parts[2])
        if is_year:
            short = value < 100
            yield part._replace(kind=Kind.YEAR, alternatives=(2000 + value, 1900 + value) if short else ())
        else:
            yield part._replace(kind=Kind.DATE, weak=value <= 12)


def _figure(text: str, match: re.Match[str], values: tuple[Exact, ...], before: list[Lexeme]) -> Lexeme:
    raw, (start, end) = match.group(), match.span()
    kind, weak = Kind.CARDINAL, False
    value, *others = values
    previous = text[start - 1 : start]
    if previous in {"-", "−", "–"} and previous:
        earlier = text[:start - 1][-1:]
        if earlier.isalpha():
            kind = Kind.CODE
        elif not earlier.isalnum() and not (text[max(0, start - 3) : start - 1].rstrip()[-1:].isdigit()) and previous != "–":
            start -= 1
            others = [*(-other for other in others), *([value] if not earlier else [])]
            value = -value
    if raw.isdecimal():
        if len(raw) == 4 and _FIRST_YEAR <= value <= _LAST_YEAR:
            kind = Kind.YEAR if kind is Kind.CARDINAL else kind
        elif len(raw) == 2 and before and before[-1].kind is Kind.YEAR and text[before[-1].end : start] in {"-", "–", "/"}:
            others.append(int(before[-1].value) // 100 * 100 + int(value))
    suffix = _SUFFIX.match(text, end)
    if suffix:
        ending = suffix.group().lower()
        if ending in _ORDINAL_ENDINGS:
            kind, end = Kind.ORDINAL, suffix.end()
        elif ending in {"s", "'s", "’s"} and value % 10 == 0:
            kind, end = Kind.DECADE, suffix.end()
        elif ending in _SCALES:
            others += [reading * _SCALES[ending] for reading in values]
        elif len(ending) > _LONGEST_UNIT:
            weak = True
    return Lexeme(Role.DIGITS, value, start, end, kind=kind, alternatives=tuple(others), weak=weak, form=raw)
