from __future__ import annotations

import time

import pytest

from mtreview.text.number_match import match
from mtreview.text.numbers import numbers


def _left(source: str, target: str) -> tuple[list[str], list[str]]:
    found = match(numbers(source, "es"), numbers(target, "en"))
    return (
        [source[number.start : number.end] for number in found.missing],
        [target[number.start : number.end] for number in found.extra],
    )


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("2011-2012", "2011/2012"),
        ("2011-2012", "2011-12"),
        ("32, 7 x 22,5 cm", "32.7 x 22.5 cm"),
        ("10.00 -13.30 h. / 16.30-19.00 h.", "10:00 -13:30 / 16:30-19:00"),
        ("Del 5 al 12 de mayo", "5-12 May"),
        ("El número es 06", "The number is 6"),
        ("el 5 de marzo de 2021", "03/05/2021"),
        ("a las 16.30", "at 4:30 p.m."),
        ("dos tercios", "2/3"),
        ("2,5 horas", "two hours and a half"),
        ("dos horas y media", "2.5 hours"),
        ("año y medio", "one and a half years"),
        ("los años 30 del siglo XX", "the 1930s"),
        ("el siglo XIX", "the 1800s"),
        ("los noventa", "the 1990s"),
        ("a la una de la tarde", "at 1 p.m."),
        ("totalmente seguro", "100 percent certain"),
        ("una docena", "12"),
        ("hace medio siglo", "50 years ago"),
        ("30.000 millones", "30 billion"),
        ("1.2 billones", "1.2 trillion"),
        ("5 grados bajo cero", "-5 degrees"),
        ("En 2021 y, otra vez, en 2021", "In 2021"),
        ("ambos, dos de ellos", "both of them"),
        ("1 000 personas", "1,000 people"),
        ("capítulo IV", "chapter 4"),
        ("99 %-100 %", "99-100%"),
        ("a los 13 minutos y 10 segundos", "on 13:10"),
        ("en abril de 2018", "in April '18"),
    ],
)
def test_equal_values_match(source: str, target: str) -> None:
    assert _left(source, target) == ([], [])


@pytest.mark.parametrize(
    ("source", "target", "missing", "extra"),
    [
        ("16 personas", "60 people", ["16"], ["60"]),
        ("mil millones", "one million", ["mil millones"], ["one million"]),
        ("un billón", "a billion dollars, 1 billion", ["un billón"], ["1 billion"]),
        ("el siglo XXI", "the 20th century", ["XXI"], ["20th"]),
        ("veintiún mil", "20,000", ["veintiún mil"], ["20,000"]),
        ("16 y 17", "16", ["17"], []),
        ("nada", "in 1999", [], ["1999"]),
        ("a -7,5 grados", "7.5 degrees", ["-7,5"], ["7.5"]),
    ],
)
def test_leftovers(source: str, target: str, missing: list[str], extra: list[str]) -> None:
    assert _left(source, target) == (missing, extra)


def test_weak_numbers_are_left_as_doubtful() -> None:
    found = match(numbers("tres niños", "es"), numbers("five children", "en"))
    assert (found.missing, found.extra) == ((), ())
    assert [number.value for number in found.doubtful_missing] == [3]
    assert [number.value for number in found.doubtful_extra] == [5]


def test_takes_linear_time() -> None:
    source, target = numbers("12 34 " * 5_000, "es"), numbers("56, 12, " * 5_000, "en")
    start = time.process_time()
    found = match(source, target)
    assert len(found.extra) == 5_000
    assert time.process_time() - start < 10
