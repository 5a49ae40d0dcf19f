"""What the words around a number make of it: a percentage, a time of day, a decade, degrees below zero."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtreview.text.number_values import Kind
from mtreview.text.numerals import twelve_hours

if TYPE_CHECKING:
    from mtreview.text.number_values import Number

_PERCENT = r"(?P<percent>\s?%|\s(?:por\s?cien(?:to)?|per\s?cent|percent)\b|-percent\b)"
_AFTER = {
    "es": re.compile(
        rf"{_PERCENT}|(?P<time>\s?(?:h|hs|hrs|horas?|[ap]\.?\s?m)\b|\sde la (?:mañana|tarde|noche|madrugada)\b)"
    ),
    "en": re.compile(
        rf"{_PERCENT}|(?P<time>\s?(?:h|hrs?|hours?|[ap]\.?\s?m)\b|\so['’]clock\b"
        r"|\sin the (?:morning|afternoon|evening)\b)",
        re.IGNORECASE,
    ),
}
_BELOW = r"[^.;:]{0,20}\b(?:bajo cero|below (?:zero|freezing))"
_COLD = {"es": re.compile(_BELOW), "en": re.compile(_BELOW, re.IGNORECASE)}
_COLD_REACH = 36  # code points after a number
_DECADE_LEADS = {"es": (" años ", " los ", "década de "), "en": ("'", "’", "‘")}
_MINUS_LEADS = {"es": (" menos ",), "en": (" minus ", " negative ")}
_HOUR_LEADS = {"es": (" las ", " la "), "en": (" at ",)}
_CENTURY_WORDS = (" siglo", " de siglo", " century", " a century", " of a century", "-century")
_REACH = 16  # code points looked back at
_SHORT_YEARS = range(100)
_TENS = range(10, 100, 10)
_DAY = 24


def in_context(text: str, number: Number, lang: str) -> Number:
    """Return the number with the kind and the readings that its surroundings give it."""
    if number.kind in {Kind.FRACTION, Kind.CARDINAL} and text.startswith(_CENTURY_WORDS, number.end):
        return number._replace(alternatives=(*number.alternatives, number.value * 100))
    if number.kind in {Kind.CARDINAL, Kind.YEAR}:
        number = _after(text, number, lang)
    if number.kind is Kind.DECADE:
        return _decade(number)
    if number.kind is Kind.CARDINAL:
        return _before(text, number, lang)
    return number


def _after(text: str, number: Number, lang: str) -> Number:
    match = _AFTER[lang].match(text, number.end)
    if match is None:
        near = text[number.end : number.end + _COLD_REACH].lower()
        if ("cero" in near or "below" in near) and _COLD[lang].match(text, number.end):
            return number._replace(alternatives=(*number.alternatives, -number.value))
        return number
    return number._replace(kind=Kind.PERCENT) if match.lastgroup == "percent" else _timed(number)


def _timed(number: Number) -> Number:
    hours = [value for value in number.readings if 0 <= value <= _DAY]
    if not hours:
        return number
    others = tuple(other for value in hours for other in twelve_hours(value))
    return number._replace(kind=Kind.TIME, alternatives=(*number.alternatives, *others))


def _before(text: str, number: Number, lang: str) -> Number:
    lead = f" {text[max(0, number.start - _REACH) : number.start].lower()}"
    if lead.endswith(_MINUS_LEADS[lang]):
        return number._replace(alternatives=(*number.alternatives, -number.value))
    if lang == "en" and number.written and lead.endswith(_DECADE_LEADS["en"]) and number.value in _SHORT_YEARS:
        return number._replace(alternatives=(*number.alternatives, 2000 + number.value, 1900 + number.value))
    if number.value in _TENS and lead.endswith(_DECADE_LEADS[lang]):
        return _decade(number._replace(kind=Kind.DECADE))
    if lead.endswith(_HOUR_LEADS[lang]):
        return _timed(number)._replace(kind=number.kind)
    return number


def _decade(number: Number) -> Number:
    value = number.value
    others = (1900 + value, 2000 + value, 1800 + value) if value in _TENS else (value % 100,)
    return number._replace(alternatives=(*number.alternatives, *others))
