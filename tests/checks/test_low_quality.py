from __future__ import annotations

from mtreview.checks.low_quality import LowQuality
from tests.checks.table import Row, context_for, hits, verify_document, view_of

BANK = "El banco central subió los tipos de interés medio punto."
GOOD = "The central bank raised interest rates by half a point."
ROWS: list[Row] = [
    (BANK, "The zoo's youngest elephant is learning to paint.", ("*",)),
    (BANK, "Two goals in the last minute gave the visitors the cup.", ("*",)),
    ("El tren de las ocho no llegó nunca.", "Add the flour and stir until smooth.", ("*",)),
    (BANK, GOOD, ()),
    ("El tren de las ocho no llegó nunca.", "The eight o'clock train never arrived.", ()),
    ("Los bomberos apagaron el incendio.", "Firefighters put out the blaze.", ()),
    ("La ministra dimitió el martes.", "The minister resigned on Tuesday.", ()),
    ("No.", "Otters hold hands while they sleep.", ()),
    (None, "Otters hold hands while they sleep.", ()),
    ("", "Otters hold hands while they sleep.", ()),
    (BANK, "", ()),
]


def test_table() -> None:
    verify_document(LowQuality(), ROWS)


def test_figures_in_other_units_are_too_few_words_to_condemn_a_sentence() -> None:
    pairs: list[tuple[str | None, str]] = [
        ("Se esperan entre 5 y 10 centímetros de lluvia.", "Between 2 and 4 inches of rain are expected.")
    ]
    check = LowQuality()
    assert not list(hits(check, view_of(pairs, context_for(check))))


def test_is_surer_the_worse_the_translation() -> None:
    check = LowQuality(floor=1.01, share=0.0)
    pairs: list[tuple[str | None, str]] = [(BANK, GOOD), (BANK, "The zoo's youngest elephant is learning to paint.")]
    good, bad = (hit.confidence for _, hit in hits(check, view_of(pairs, context_for(check))))
    assert good < 0.5 < bad <= 0.95


def test_is_silent_without_the_encoder_that_it_was_trained_on() -> None:
    assert not list(
        hits(LowQuality(floor=1.01, share=0.0), view_of([(BANK, GOOD)], context_for(LowQuality()).__class__()))
    )
