from __future__ import annotations

import time
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtreview.text.numbers import Kind, numbers
from tests import strategies

_HALF = Fraction(1, 2)

SPANISH = [
    ("veintiún mil personas", [21_000]),
    ("un millón y medio de euros", [1_500_000]),
    ("dos millones y medio", [2_500_000]),
    ("tres y medio", [Fraction(7, 2)]),
    ("medio millón", [500_000]),
    ("mil millones", [10**9]),
    ("dieciocho mil millones", [18 * 10**9]),
    ("18 miles de millones", [18 * 10**9]),
    ("un billón", [10**12]),
    ("dos billones trescientos mil millones", [2_300_000_000_000]),
    ("30.000 millones", [30 * 10**9]),
    ("2,5 millones", [2_500_000]),
    ("2 millones 500 mil", [2_500_000]),
    ("5 mil 352 pesos", [5352]),
    ("17 mil 280 millones de pesos", [17_280_000_000]),
    ("5 millones 143 mil 312 dólares", [5_143_312]),
    ("ciento veinte mil quinientos treinta y uno", [120_531]),
    ("mil novecientos noventa y dos", [1992]),
    ("treinta y una mujeres", [31]),
    ("entre treinta y cuarenta", [30, 40]),
    ("cien mil", [100_000]),
    ("dos docenas y media docena", [24, 6]),
    ("1.234,5 y 1 000,5 y 1.234.567", [Fraction(2469, 2), Fraction(2001, 2), 1_234_567]),
    ("1,234.5 pesos", [Fraction(2469, 2)]),
    ("un 2,5 % y el 3 por ciento", [Fraction(5, 2), 3]),
    ("-7,5 grados, −3 y F-16", [Fraction(-15, 2), -3, 16]),
    ("007 y 06", [7, 6]),
    ("31/12/2021, 2021-12-31, 5.3.21", [31, 12, 2021, 2021, 12, 31, 5, 3, 21]),
    ("5 de marzo de 2021", [5, 3, 2021]),
    ("a las 16:30 y a las 9:05", [Fraction(33, 2), Fraction(109, 12)]),
    ("siglos XVIII y XIX, siglo V a. C., siglo xxi", [18, 19, 5, 21]),
    ("Luis XIV, la CIVIL y el MIX", [14, 1009]),
    ("1.º, 2ª y 3er", [1, 2, 3]),
    ("vigésimo primero", [21]),
    ("un tercio, dos tercios y tres cuartos", [Fraction(1, 3), Fraction(2, 3), Fraction(3, 4)]),
    ("ganó 3-1 en 2011-12", [3, 1, 2011, 12]),
    ("la versión 3.11.2.4", [3, 11, 2, 4]),
    ("una casa, un perro", []),
    ("miles de personas, millones de veces", []),
    ("H1N1, B12 y CO2", []),
    ("DOS MIL", [2000]),
    ("dos milloNES", [2_000_000]),
    ("3½ y ½", [Fraction(7, 2), _HALF]),
    ("dos meses y 3½ años", [2, Fraction(7, 2)]),
    ("sin nada", []),
    ("", []),
]

ENGLISH = [
    ("twenty-one thousand people", [21_000]),
    ("a million and a half", [1_500_000]),
    ("two and a half million", [2_500_000]),
    ("three and a half", [Fraction(7, 2)]),
    ("half a million", [500_000]),
    ("30 billion, $2.5 trillion", [30 * 10**9, 2_500_000_000_000]),
    ("£11million", [11_000_000]),
    ("$300+ billion", [300 * 10**9]),
    ("one hundred and twenty thousand five hundred and thirty-one", [120_531]),
    ("between one hundred and two hundred", [100, 200]),
    ("between one thousand and two thousand", [1000, 2000]),
    ("nineteen hundred, nineteen eighty-four", [1900, 1984]),
    ("nine-thirty", [Fraction(19, 2)]),
    ("two dozen, half a dozen, dozens", [24, 6]),
    ("1,234.5 and 1,234,567", [Fraction(2469, 2), 1_234_567]),
    ("3 percent, 4%, five per cent", [3, 4, 5]),
    ("the twenty-first and the 21st century", [21, 21]),
    ("two plates of the Vth edition", [2, 5]),
    ("the XVth century", [15]),
    ("from 1.7 million four years ago", [1_700_000, 4]),
    ("13% to .08%", [13, Fraction(2, 25)]),
    ("two-thirds, three quarters", [Fraction(2, 3), Fraction(3, 4)]),
    ("the nineties, the 1990s, the '90s", [90, 1990, 90]),
    ("March 5, 2021; 5 May 2020; you may march", [3, 5, 2021, 5, 5, 2020]),
    ("one in five", [1, 5]),
    ("2021-12-31", [2021, 12, 31]),
    ("hundreds of thousands", []),
    ("no number here", []),
]


@pytest.mark.parametrize(("text", "values"), SPANISH)
def test_spanish(text: str, values: list[object]) -> None:
    assert [number.value for number in numbers(text, "es")] == values


@pytest.mark.parametrize(("text", "values"), ENGLISH)
def test_english(text: str, values: list[object]) -> None:
    assert [number.value for number in numbers(text, "en")] == values


@pytest.mark.parametrize(
    ("text", "lang", "value"),
    [
        ("1.234", "es", Fraction(617, 500)),
        ("1,234", "es", 1234),
        ("1,234", "en", Fraction(617, 500)),
        ("1.234", "en", 1234),
        ("30.125 millones", "es", 30_125_000),
        ("las 16.30", "es", Fraction(33, 2)),
        ("4:30 p.m.", "en", Fraction(33, 2)),
        ("4 pm", "en", 16),
        ("12 a.m.", "en", 0),
        ("16 horas", "es", 4),
        ("2011-12", "es", 2012),
        ("los años 90", "es", 1990),
        ("los noventa", "es", 1990),
        ("the nineties", "en", 1990),
        ("the 1990s", "en", 90),
        ("5k", "en", 5000),
        ("$2.5bn", "en", 2_500_000_000),
        ("5 grados bajo cero", "es", -5),
        ("minus 5", "en", -5),
        ("three and a half", "en", 3),
        ("medio siglo", "es", 50),
        ("tres siglos", "es", 300),
        ("April '18", "en", 2018),
        ("between 3 and 10 million", "en", 3_000_000),
        ("1/2/98", "en", 1998),
    ],
)
def test_other_readings(text: str, lang: str, value: object) -> None:
    assert value in [reading for number in numbers(text, lang) for reading in number.readings[1:]]


@pytest.mark.parametrize(
    ("text", "lang", "kind"),
    [
        ("el 5 %", "es", Kind.PERCENT),
        ("five percent", "en", Kind.PERCENT),
        ("siglo XXI", "es", Kind.CENTURY),
        ("en 1999", "es", Kind.YEAR),
        ("1,999", "en", Kind.CARDINAL),
        ("the 1990s", "en", Kind.DECADE),
        ("3rd", "en", Kind.ORDINAL),
        ("third", "en", Kind.ORDINAL),
        ("16:30", "es", Kind.TIME),
        ("half", "en", Kind.FRACTION),
        ("COVID-19", "en", Kind.CODE),
        ("Juan Pablo II", "es", Kind.ROMAN),
    ],
)
def test_kinds(text: str, lang: str, kind: Kind) -> None:
    assert [number.kind for number in numbers(text, lang)] == [kind]


@pytest.mark.parametrize(
    "text", ["uno", "década", "dos", "primero", "cien", "mil", "medio", "una docena", "COVID-19", "el 30algo"]
)
def test_weak(text: str) -> None:
    assert [number.weak for number in numbers(text, "es")] == [True]


@pytest.mark.parametrize("text", ["2", "trece", "dos mil", "cien mil", "siglo II", "1.º", "2 docenas 5"])
def test_demanded(text: str) -> None:
    assert not all(number.weak for number in numbers(text, "es"))


def test_spans_hold_what_was_read() -> None:
    text = "Hubo −7,5 grados, treinta y un muertos y 30.000 millones el 2.º día."
    spans = [text[number.start : number.end] for number in numbers(text, "es")]
    assert spans == ["−7,5", "treinta y un", "30.000 millones", "2.º"]


@given(strategies.texts(), st.sampled_from(["es", "en"]))
def test_spans_lie_inside_and_in_order(text: str, lang: str) -> None:
    end = 0
    for number in numbers(text, lang):
        assert end <= number.start < number.end <= len(text)
        end = number.end


@given(st.integers(0, 10**12))
def test_grouped_figures_mean_their_value(value: int) -> None:
    assert [number.value for number in numbers(f"{value:,}", "en")] == [value]
    assert value in numbers(f"{value:,}".replace(",", "."), "es")[0].readings
    assert value in numbers(f"{value:,}".replace(",", " "), "es")[0].readings


@pytest.mark.parametrize(
    "unit", ["1", "1,", "1.", "1 000 ", "mil ", "y ", "one hundred and ", "1:", "XXI ", "1/2/", "½", "-1"]
)
def test_takes_linear_time_on_hostile_lines(unit: str) -> None:
    text = unit * (20_000 // len(unit))
    start = time.process_time()
    for lang in ("es", "en"):
        assert isinstance(numbers(text, lang), tuple)
    assert time.process_time() - start < 10
