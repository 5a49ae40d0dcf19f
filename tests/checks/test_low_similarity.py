from __future__ import annotations

from mtreview.checks.low_similarity import LowSimilarity
from tests.checks.table import Row, context_for, hits, verify_document, view_of

BANK = "El banco central subió los tipos de interés medio punto."
ROWS: list[Row] = [
    (BANK, "The zoo's youngest elephant is learning to paint.", ("*",)),
    (BANK, "Two goals in the last minute gave the visitors the cup.", ("*",)),
    ("El tren de las ocho no llegó nunca.", "Add the flour and stir until smooth.", ("*",)),
    ("Los bomberos apagaron el incendio.", "Her third novel won two prizes.", ("*",)),
    ("La ministra dimitió el martes.", "Otters hold hands while they sleep.", ("*",)),
    ("Llovió toda la noche en la costa.", "The warranty covers parts and labor.", ("*",)),
    (BANK, "The central bank raised interest rates by half a point.", ()),
    (BANK, BANK, ()),
    ("El tren de las ocho no llegó nunca.", "The eight o'clock train never arrived.", ()),
    ("Los bomberos apagaron el incendio.", "Firefighters put out the blaze.", ()),
    ("La ministra dimitió el martes.", "The minister resigned on Tuesday.", ()),
    ("Llovió toda la noche en la costa.", "It rained all night on the coast.", ()),
    ("No.", "Otters hold hands while they sleep.", ()),
    ("2021", "Otters hold hands while they sleep.", ()),
    (None, "Otters hold hands while they sleep.", ()),
    ("", "Otters hold hands while they sleep.", ()),
    (BANK, "", ()),
]


def test_table() -> None:
    verify_document(LowSimilarity(), ROWS)


def test_is_surer_the_further_apart() -> None:
    check = LowSimilarity(floor=0.96, short_floor=0.96)
    pairs: list[tuple[str | None, str]] = [
        (BANK, "The central bank raised interest rates by half a point."),
        (BANK, "The zoo's youngest elephant is learning to paint."),
    ]
    near, far = (hit.confidence for _, hit in hits(check, view_of(pairs, context_for(check))))
    assert 0.5 < near < far <= 0.95
