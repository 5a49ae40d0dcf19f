from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtreview.text.numerals import clock, readings, roman, twelve_hours

_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    )
)


@given(st.integers(1, 3999))
def test_reads_every_roman_numeral(value: int) -> None:
    rest, written = value, ""
    for worth, letters in _ROMAN:
        written += letters * (rest // worth)
        rest %= worth
    assert roman(written) == value


@pytest.mark.parametrize("text", ["", "IIII", "VX", "xx", "IC", "MIL", "XXIa"])
def test_what_is_no_roman_numeral(text: str) -> None:
    assert roman(text) is None


@pytest.mark.parametrize(
    ("figures", "lang", "expected"),
    [
        ("12", "es", (12,)),
        ("1.234", "es", (1234, Fraction(617, 500))),
        ("1.234", "en", (Fraction(617, 500), 1234)),
        ("0.234", "es", (Fraction(117, 500),)),
        ("1234,5", "es", (Fraction(2469, 2),)),
        ("16.30", "es", (Fraction(163, 10), Fraction(33, 2))),
        ("3,0", "es", (3,)),
        ("1'234'567", "en", (1_234_567,)),
        ("1.234.56", "es", ()),
        ("1,2,3", "en", ()),
        ("1.234,567,89", "es", ()),
        ("1" * 50 + ",5", "es", ()),
    ],
)
def test_readings(figures: str, lang: str, expected: tuple[object, ...]) -> None:
    assert readings(figures, lang) == expected


def test_hours() -> None:
    assert clock(16, 30) == Fraction(33, 2)
    assert [twelve_hours(hour) for hour in (0, 4, 12, 16)] == [(12,), (16,), (0, 24), (4,)]
