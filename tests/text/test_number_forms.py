from __future__ import annotations

import pytest

from mtreview.text.number_forms import in_english
from mtreview.text.numbers import numbers


@pytest.mark.parametrize(
    ("source", "instead_of", "expected"),
    [
        ("16", "60", "16"),
        ("1.234,5", "12", "1,234.5"),
        ("30.000 millones", "30 million", "30 billion"),
        ("un billón", "1 billion", "1 trillion"),
        ("1,8 billones", "1.8 billion", "1.8 trillion"),
        ("en 2021", "2012", "2021"),
        ("siglo XXI", "20th", "21st"),
        ("2.º", "3rd", "2nd"),
        ("tres", "five", "three"),
        ("tres", "Five", "Three"),
        ("diecinueve", "twenty nine", "nineteen"),
        ("3", "4th", "3rd"),
        ("-7,5", "7.5", "-7.5"),
        ("12.345.678", "12", "12,345,678"),
        ("16:30", "5:30", None),
        ("los noventa", "the eighties", None),
    ],
)
def test_the_source_number_in_english(source: str, instead_of: str, expected: str | None) -> None:
    [number] = numbers(source, "es")
    assert in_english(number, instead_of) == expected
