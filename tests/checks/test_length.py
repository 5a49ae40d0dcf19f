from __future__ import annotations

from mtreview.checks.length import Length
from mtreview.issue import Category
from mtreview.view import Context
from tests.checks.table import Row, hits, verify, view_of

LONG = (
    "El presidente dijo el lunes que los disturbios, que dejaron varios muertos, fueron un intento de golpe de Estado."
)
FULL = "The president said on Monday that the riots, which left several dead, were an attempted coup."

ROWS: list[Row] = [
    (LONG, "The president spoke on Monday.", ("*",)),
    (LONG, "The president said on Monday that the riots", ("*",)),
    (LONG, "Coup.", ("*",)),
    (LONG, f"{FULL} {FULL}", ("*",)),
    ("El lunes hubo disturbios.", FULL, ("*",)),
    ("Sí.", "Yes, and then there is much more to say about this.", ("*",)),
    ("Hubo disturbios.", "There were riots, and the police, who had been warned of them, came.", ("*",)),
    ("1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13", "1, 2, 3", ("*",)),
    (LONG, FULL, ()),
    (LONG, LONG, ()),
    ("El presidente de la República Argentina", "Argentina's president", ()),
    ("No.", "Not at all, my friend.", ()),
    ("Hubo disturbios.", "There were some riots.", ()),
    ("OMS", "World Health Organization", ()),
    ("Ministerio de Asuntos Exteriores", "Foreign Office", ()),
    (LONG, "", ()),
    (LONG, " ", ()),
    ("", FULL, ()),
    (None, FULL, ()),
]


def test_table() -> None:
    verify(Length(), ROWS)


def test_says_which_way_and_is_surer_far_out() -> None:
    pairs = [
        (LONG, "Coup."),
        (LONG, "The president said on Monday that the riots, which left"),
        ("Hubo disturbios.", FULL),
    ]
    found = [hit for _, hit in hits(Length(), view_of(pairs, Context()))]
    assert [hit.category for hit in found] == [None, Category.ADDITION]
    assert found[0].confidence == 0.95
    [(_, near)] = hits(Length(), view_of([(LONG, "The president said on Monday that the riots")], Context()))
    assert 0.6 <= near.confidence < 0.95


def test_short_sentences_near_a_limit_are_shown_in_review_only() -> None:
    pairs = [
        ("Maduró con años.", "He grew up in very few years, I think."),
        ("Por favor, tenga usted la bondad de decirlo otra vez.", "Please say that again!"),
    ]
    found = [hit for _, hit in hits(Length(), view_of(pairs, Context()))]
    assert [hit.confidence < 0.5 for hit in found] == [True, True]


def test_limits_are_options() -> None:
    verify(Length(high=3.0), [("El lunes hubo disturbios.", "On Monday, there were riots in all of the city.", ())])
