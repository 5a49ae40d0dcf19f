from __future__ import annotations

from mtreview.checks.number_format import NumberFormat
from mtreview.view import Context
from tests.checks.table import Row, verify, verify_fixes

ROWS: list[Row] = [
    ("Hay 12.500 casas.", "There are 12.500 houses.", ("12.500",)),
    ("Hay 1.234 casas.", "There are 1.234 houses.", ("1.234",)),
    (None, "There are 12.000 houses.", ("12.000",)),
    ("Hay 12 500 casas.", "There are 12.500 houses.", ("12.500",)),
    ("Hay 12500 casas.", "There are 12.500 houses.", ("12.500",)),
    ("Hay 12.500 casas.", "There are 12 500 houses.", ("12 500",)),
    (None, "There are 1\u00a0250\u00a0000 houses.", ("1\u00a0250\u00a0000",)),
    (None, "It cost 30 thousand million euros.", ("30 thousand million",)),
    (None, "It cost a thousand millions of euros.", ("a thousand millions of",)),
    (None, "It cost 2 mil million.", ("2 mil million",)),
    (None, "It cost 5 millions.", ("5 millions",)),
    (None, "Two millions of people and 3 thousands.", ("Two millions of", "3 thousands")),
    (None, "It cost 50€, 1,250 € and 20 $.", ("50€", "1,250 €", "20 $")),
    (None, "It rose 3'5 percent.", ("3'5",)),
    ("Hay 12,500 casas.", "There are 12.500 houses.", ()),
    ("La versión 3.125", "Version 3.125", ()),
    (None, "It measures 3.125 metres; pi is 3.142.", ()),
    (None, "192.168.100.200, 1.234.567 and 10.000.000", ()),
    (None, "Call 555 123 456 or +34 912 345 678.", ()),
    ("Llame al 116 123.", "Call us free on 116 123.", ()),
    (None, "In 2012 500 people came.", ()),
    (None, "Thousands of people, a thousand, a million of them, hundreds.", ()),
    (None, "several hundreds of them; two million; the 20 thousand", ()),
    (None, "It cost $50, €1,250 and 5 $10 bills; run $1 $2.", ()),
    (None, "5'10 tall, the '90s", ()),
    (None, "", ()),
]


def test_table() -> None:
    verify(NumberFormat(), ROWS)


def test_in_mexico_the_point_marks_decimals() -> None:
    verify(NumberFormat(), [("Mide 3.125 metros.", "It measures 3.125 metres.", ())], Context(source="es-MX"))


def test_fixes() -> None:
    verify_fixes(
        NumberFormat(),
        [
            ("Hay 12.500 casas.", "There are 12.500 houses.", "There are 12,500 houses."),
            (None, "It cost 30 thousand million euros.", "It cost 30 billion euros."),
            (None, "It cost 5 millions of euros.", "It cost 5 million euros."),
            (None, "It cost 50 €.", "It cost €50."),
            ("Hay 12 500 casas.", "There are 12 500 houses.", "There are 12,500 houses."),
        ],
    )
