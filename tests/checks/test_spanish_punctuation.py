from __future__ import annotations

from mtreview.checks.spanish_punctuation import SpanishPunctuation
from mtreview.issue import Severity
from mtreview.view import Context
from tests.checks.table import Row, hits, verify, verify_fixes, view_of

ROWS: list[Row] = [
    (None, "¿Who will pay?", ("¿",)),
    ("Fue un sismo de magnitud 7,1.", "It was a 7,1-magnitude quake.", ("7,1",)),
    (None, "He said: ¡Enough! and ¿why?", ("¡", "¿")),
    (None, "¡¿What?!", ("¡¿",)),
    (None, "¿ What?", ("¿ ",)),
    (None, "¿", ("*",)),
    (None, "The «coup» failed.", ("«", "»")),
    (None, "The « coup » failed.", ("« ", " »")),
    (None, "The «coup failed.", ("«",)),
    (None, "The coup», he said.", ("»",)),
    (None, "A „coup“ and a „riot”", ("„coup“", "„riot”")),
    (None, "3,5 million people", ("3,5",)),
    (None, "It rose 5,75 % in May.", ("5,75 %",)),
    (None, "It rose 0,12345 points.", ("0,12345",)),
    (None, "It cost 1.234,56 euros.", ("1.234,56",)),
    (None, "Some 1.234.567 people", ("1.234.567",)),
    (None, "It rose 75 %.", (" %",)),
    (None, "the 1.º and the 3ª and 45º", ("1.º", "3ª", "45º")),
    (None, "nº 5 at 20ºC", ("nº ", "º")),
    ("Mide 3,5 m.", "It is 3,5 long.", ("3,5",)),
    ("Los números 2, 3.", "Numbers 2,3.", ()),
    (None, "1,234 and 1,234,567.89 people", ()),
    (None, "items 1,2,3 and 2, 3", ()),
    (None, "the point (2,3)", ()),
    (None, "at 192.168.100.200", ()),
    (None, "1,2-butanediol", ()),
    (None, "version 1.2.3 of 2,500 things", ()),
    (None, "75% and 75 percent", ()),
    (None, "Home » News", ()),
    (None, "20°C at 40° N", ()),
    (None, "Who? What! “Yes”", ()),
    (None, "", ()),
]


def test_table() -> None:
    verify(SpanishPunctuation(), ROWS)


def test_fixes() -> None:
    verify_fixes(
        SpanishPunctuation(),
        [
            (None, "¿Who will pay?", "Who will pay?"),
            (None, "The «coup» failed.", 'The "coup" failed.'),
            (None, "The «so-called “coup”» failed.", "The “so-called ‘coup’” failed."),
            (None, "A „coup“", "A “coup”"),
            (None, "3,5 million", "3.5 million"),
            (None, "5,75 %", "5.75%"),
            (None, "1.234,56 euros", "1,234.56 euros"),
            (None, "1.234.567 people", "1,234,567 people"),
            (None, "75 %", "75%"),
            (None, "the 22.ª time", "the 22nd time"),
            (None, "nº 5", "No. 5"),
            (None, "20 º C", "20 °C"),
            (None, "20ºC", "20°C"),
        ],
    )


def test_a_spaced_percent_sign_is_neutral() -> None:
    [(_, hit)] = hits(SpanishPunctuation(), view_of([(None, "It rose 75 %.")], Context()))
    assert hit.severity is Severity.NEUTRAL
