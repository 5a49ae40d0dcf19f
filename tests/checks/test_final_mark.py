from __future__ import annotations

from mtreview.checks.final_mark import FinalMark
from mtreview.view import Context
from tests.checks.table import Row, hits, verify, verify_fixes, view_of

ROWS: list[Row] = [
    ("El museo abrirá el martes.", "The museum will open on Tuesday", ("Tuesday",)),
    ("¿Cuándo abrirá el museo nuevo?", "When will the new museum open", ("open",)),
    ("¡Que viva la vida misma!", "May life be good to us", ("us",)),
    ("El Gobierno aprueba la ley.", "Government passes law", ()),
    ("Dijo que no «vendría hoy».", "She said she would not “come today”", ("today",)),
    ("Subió un 5 % este año.", "This year it rose 5%", ("%",)),
    ("¿Cuándo abrirá el museo nuevo?", "When will the new museum open.", (".",)),
    ("El museo abrirá el martes.", "The museum will open on Tuesday.", ()),
    ("El museo abrirá el martes...", "The museum will open on Tuesday…", ()),
    ("Vive y trabaja en EE. UU.", "Lives and works in the US", ()),
    ("Pan, vino, queso, etc.", "Bread, wine, cheese and so on", ()),
    ("El museo abre ya", "The museum is opening.", ()),
    ("Guardar como.", "Save as", ()),
    ("¿Vendrás? Di que sí, por favor.", "Will you come? Please say yes.", ()),
    ("«El museo abrirá el martes.»", "“The museum will open on Tuesday.”", ()),
    ("¿No es verdad que ha venido?", "He has come, hasn't he?", ()),
    ("El museo abrirá el martes.", "", ()),
    ("El museo abrirá sus puertas en mayo.", "City Museum Will Open Its Doors This May", ()),
    ("El museo abrió en mayo.", "The museum opened in May.[citation needed]", ()),
    (None, "The museum will open on Tuesday", ()),
]


def test_table() -> None:
    verify(FinalMark(), ROWS)


def test_what_may_state_what_the_source_asks_is_shown_in_review_only() -> None:
    pairs = [
        ("Pero ¿quién pagó la cena de ayer?", "But who paid for last night's dinner."),
        ("Me pregunto: ¿quién pagó la cena?", "I wonder who paid for the dinner."),
        ("Robar es un delito, ¿sabes?", "Stealing is a crime, you know."),
    ]
    found = [hit.confidence for _, hit in hits(FinalMark(), view_of(pairs, Context()))]
    assert found == [0.7, 0.4, 0.4]


def test_fixes() -> None:
    verify_fixes(
        FinalMark(),
        [
            ("El museo abrirá el martes.", "It will open on Tuesday", "It will open on Tuesday."),
            ("Dijo que no «vendría hoy».", "She would not “come today”", "She would not “come today.”"),
        ],
    )
