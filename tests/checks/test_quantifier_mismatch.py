from __future__ import annotations

from mtreview.checks.quantifier_mismatch import QuantifierMismatch
from tests.checks.table import Row, verify, verify_fixes

ROWS: list[Row] = [
    ("Apenas 40 personas fueron al acto.", "More than 40 people went to the event.", ("More than",)),
    ("Costará más de 30 millones de euros.", "It will cost less than 30 million euros.", ("less than",)),
    ("Necesita al menos 50 votos en el Senado.", "He needs at most 50 votes in the Senate.", ("at most",)),
    ("Duró casi 20 minutos.", "It lasted over 20 minutes.", ("over",)),
    ("La participación fue solo del 16 %.", "Turnout was more than 16 percent.", ("more than",)),
    ("Caben como máximo 12 personas.", "It holds at least 12 people.", ("at least",)),
    ("Más del 80 % de los vecinos votó.", "In all, under 80 percent of the residents voted.", ("under",)),
    ("No más de 5 barcos zarparon ayer.", "Yesterday at least 5 ships set sail.", ("at least",)),
    ("Murieron por lo menos 100 personas.", "The quake killed up to 100 people.", ("up to",)),
    ("Tiene apenas 3 empleados.", "It has more than 3 employees.", ("more than",)),
    ("Apenas 3 personas fueron al acto.", "Just 3 people went to the event.", ()),
    ("No hay más de 3 casos.", "There are only 3 cases.", ()),
    ("Costará más de 30 millones de euros.", "It will cost over 30 million euros.", ()),
    ("Murieron no menos de 100 personas.", "At least 100 people died.", ()),
    ("Subió apenas un 10 %.", "It rose just over 10 percent.", ()),
    ("Más de 30 y menos de 40 años.", "More than 30 and less than 40 years.", ()),
    ("Vinieron casi 200 vecinos.", "Almost 200 residents came.", ()),
    ("Tardó solo 3 días.", "It took only 3 days.", ()),
    ("Esperó durante 20 minutos.", "She waited for over 20 minutes.", ()),
    ("Apenas durmió, dijo.", "She slept more than 3 hours, she said.", ("*",)),
    (None, "More than 40 people went.", ()),
]


def test_table() -> None:
    verify(QuantifierMismatch(), ROWS)


def test_suggests_what_the_source_says() -> None:
    verify_fixes(
        QuantifierMismatch(),
        [
            ("Apenas 40 personas fueron.", "More than 40 people went.", "Barely 40 people went."),
            ("Costará más de 30 euros.", "It will cost less than 30 euros.", "It will cost more than 30 euros."),
        ],
    )
