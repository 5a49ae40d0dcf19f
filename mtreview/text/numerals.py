"""Numbers written in figures: what `1.234,5`, `1 000,5`, `16.30` and `XXI` may mean."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import TypeAlias

Exact: TypeAlias = int | Fraction

_GROUP = 3
_HOURS = 24
_MINUTES = 60
_LONGEST = 40  # digits: longer ones are identifiers, and Python refuses to convert very long ones

_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_SEPARATOR = re.compile(r"[^\d]")

VULGAR: dict[str, Fraction] = {
    "½": Fraction(1, 2),
    "¼": Fraction(1, 4),
    "¾": Fraction(3, 4),
    "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3),
    "⅕": Fraction(1, 5),
    "⅛": Fraction(1, 8),
}


def roman(text: str) -> int | None:
    """Return the value of a Roman numeral in capitals, or None if it is not one.

    >>> roman("XXI"), roman("CIVIL")
    (21, None)
    """
    if not text or not _ROMAN.fullmatch(text):
        return None
    digits = [_ROMAN_VALUES[letter] for letter in text]
    return sum(
        -value if any(later > value for later in digits[place + 1 : place + 2]) else value
        for place, value in enumerate(digits)
    )


def whole(digits: str) -> int:
    """Return the value of digits, reading no more than the first 40 of them."""
    return int(digits[:_LONGEST])


def clock(hour: int, minute: int) -> Exact:
    """Return a time of day in hours."""
    return hour + Fraction(minute, _MINUTES) if minute else hour


def twelve_hours(value: Exact) -> tuple[Exact, ...]:
    """Return the other hour that a 12-hour clock may mean: 4 for 16, 16 for 4."""
    half_day = _HOURS // 2
    if value >= half_day:
        return (value - half_day, *((_HOURS,) if value == half_day else ()))
    return (value + half_day,)


def _decimal(left: str, right: str) -> Exact:
    right = right[:_LONGEST].rstrip("0")
    return whole(left) + Fraction(int(right), 10 ** len(right)) if right else whole(left)


def _grouped(parts: list[str]) -> bool:
    return len(parts[0]) <= _GROUP and parts[0][0] != "0" and all(len(part) == _GROUP for part in parts[1:])


def _one_mark(left: str, right: str, mark: str, lang: str) -> tuple[Exact, ...]:
    """Return the readings of two digit groups around one mark, likeliest first."""
    decimal = _decimal(left, right)
    readings: tuple[Exact, ...] = (decimal,)
    if mark not in ".,·":
        return (whole(left + right),)
    if _grouped([left, right]):
        thousands = whole(left + right)
        first = (mark == ".") == (lang == "es")
        readings = (thousands, decimal) if first else (decimal, thousands)
        if first and right.endswith("0"):  # nobody writes 30 as 30.000
            readings = (thousands,)
    elif mark == "." and len(right) == len("00") and whole(left) <= _HOURS and int(right) < _MINUTES:
        readings = (decimal, *{clock(whole(left), int(right))} - {decimal})
    return readings


def readings(figures: str, lang: str) -> tuple[Exact, ...]:
    """Return what one unbroken run of digits and marks may mean, likeliest first; nothing if it is no single number.

    Both conventions are read in both languages, since a rendering may have copied the other's.

    >>> readings("1.234", "es"), readings("1,234,567.5", "en"), readings("31.12.2021", "es")
    ((1234, Fraction(617, 500)), (Fraction(2469135, 2),), ())
    """
    if figures.isdecimal():
        return (whole(figures),)
    return _marked(figures, lang) if len(figures) <= _LONGEST else ()


@lru_cache(maxsize=4096)
def _marked(figures: str, lang: str) -> tuple[Exact, ...]:
    parts = _SEPARATOR.split(figures)
    marks = _SEPARATOR.findall(figures)
    if len(marks) == 1:
        return _one_mark(parts[0], parts[1], marks[0], lang)
    if len(set(marks)) == 1:
        return (whole("".join(parts)),) if _grouped(parts) else ()
    if len(set(marks[:-1])) == 1 and marks[-1] in ".,·" and _grouped(parts[:-1]):
        return (_decimal("".join(parts[:-1]), parts[-1]),)
    return ()
