"""How English writes a number that Spanish text holds."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from mtreview.text.number_values import Kind
from mtreview.text.number_words import ENGLISH, Role

if TYPE_CHECKING:
    from mtreview.text.number_values import Number
    from mtreview.text.numerals import Exact

_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_PLAIN = frozenset({Kind.YEAR, Kind.CODE, Kind.DATE})
_WORDS = {
    int(word.value): form
    for form, word in reversed(ENGLISH.items())
    if word.role in {Role.UNIT, Role.TEEN} and word.value.denominator == 1
}
_TEENS = range(11, 14)
_GROUPED_FROM = 1000
_PRIMES = (2, 5)


def ordinal(value: int) -> str:
    """Return an ordinal in figures.

    >>> [ordinal(value) for value in (1, 2, 11, 23)]
    ['1st', '2nd', '11th', '23rd']
    """
    ending = "th" if value % 100 in _TEENS else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


def decimal(value: Exact) -> str | None:
    """Return figures with a decimal point and grouped thousands; None where the figures would not end.

    >>> decimal(1234), decimal(Fraction(5, 2)), decimal(Fraction(1, 3))
    ('1,234', '2.5', None)
    """
    if value.denominator == 1:
        return f"{value.numerator:,}"
    rest = value.denominator
    places = 0
    for prime in _PRIMES:
        power = 0
        while rest % prime == 0:
            rest //= prime
            power += 1
        places = max(places, power)
    if rest != 1:
        return None
    whole, part = divmod(abs(value) * 10**places, 10**places)
    sign = "-" if value < 0 else ""
    return f"{sign}{int(whole):,}.{int(part):0{places}d}"


def in_english(number: Number, instead_of: str = "") -> str | None:
    """Return a source number in English form, or None where the form cannot be told.

    Args:
        number: the number of the source.
        instead_of: what the target has in its place, whose manner (figures or word, ordinal) is kept.
    """
    value = number.value
    worded = bool(instead_of) and not any(letter.isdigit() for letter in instead_of)
    if number.kind in {Kind.TIME, Kind.FRACTION, Kind.MONTH, Kind.DECADE}:
        return None
    if number.kind in {Kind.ORDINAL, Kind.CENTURY} or (
        instead_of[:1].isdigit() and instead_of.endswith(("st", "nd", "rd", "th"))
    ):
        return None if worded else ordinal(int(value))
    if worded and value in _WORDS:
        word = _WORDS[int(value)]
        return word.capitalize() if instead_of[:1].isupper() else word
    if number.kind in _PLAIN:
        return str(value)
    for scale, name in _SCALES:
        if value >= scale and (shown := decimal(Fraction(value) / scale)) and len(shown) <= len("123.456"):
            return f"{shown} {name}"
    return decimal(value)
