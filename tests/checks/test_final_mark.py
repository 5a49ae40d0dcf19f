from __future__ import annotations

from mtreview.checks.final_mark import FinalMark
from tests.checks.table import Row, verify, verify_fixes

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
    (None, "The museum will open on Tuesday", ()),
]


def test_table() -> None:
    verify(FinalMark(), ROWS)


def test_fixes() -> None:
    verify_fixes(
        FinalMark(),
        [
            ("El museo abrirá el martes.", "It will open on Tuesday", "It will open on Tuesday."),
            ("Dijo que no «vendría hoy».", "She would not “come today”", "She would not “come today.”"),
        ],
    )
