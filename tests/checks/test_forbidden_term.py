from __future__ import annotations

from typing import TYPE_CHECKING

from mtreview.checks.forbidden_term import ForbiddenTerm
from mtreview.view import Context
from tests.checks.table import Row, verify, verify_fixes

if TYPE_CHECKING:
    from pathlib import Path

ROWS: list[Row] = [
    ("Actualmente vive aquí.", "Actually he lives here.", ("Actually",)),
    ("Asistió al acto.", "He assisted to the event.", ("assisted",)),
    ("Una librería y otras dos librerías", "A library and two other libraries", ("library", "libraries")),
    ("Está embarazada.", "She is embarrassed.", ("embarrassed",)),
    ("Pretende volver.", "He pretends to return.", ("pretends",)),
    ("Guardó la carpeta.", "He kept the carpet.", ("carpet",)),
    ("Murió sin éxito.", "He died without exit.", ("exit",)),
    ("El sindicato firmó.", "The syndicate signed.", ("syndicate",)),
    ("En realidad, vive aquí.", "Actually, he lives here.", ()),
    ("Actualmente vive aquí, en realidad.", "He actually lives here now.", ()),
    ("Actualmente vive aquí.", "He currently lives here.", ()),
    ("Asistió a la reunión para ayudar.", "He came to assist the meeting.", ()),
    ("Asistió a la reunión.", "He attended the meeting to assist her.", ()),
    ("Fue un éxito, cerca de la salida.", "It was a hit, near the exit.", ()),
    ("La biblioteca y la librería", "The library and the bookshop", ()),
    (None, "Actually he lives here.", ()),
    ("Actualmente vive aquí.", "", ()),
]


def test_table() -> None:
    verify(ForbiddenTerm(), ROWS)


def test_suggests_the_right_term_in_the_same_form() -> None:
    verify_fixes(
        ForbiddenTerm(),
        [
            ("Actualmente vive aquí.", "Actually he lives here.", "Currently he lives here."),
            ("Pretende volver.", "He pretends to return.", "He intends to return."),
            ("Los sindicatos firmaron.", "The syndicates signed.", "The unions signed."),
            ("Realizó tres pruebas.", "He realized three tests.", "He carried out three tests."),
        ],
    )


def test_a_row_without_source_forbids_everywhere(tmp_path: Path) -> None:
    path = tmp_path / "house.csv"
    path.write_text("source,target,status,note\n,utilize,forbidden,say use\nONU,UNO,forbidden,\n", encoding="utf-8")
    context = Context(glossaries=(str(path),))
    rows: list[Row] = [
        (None, "They utilized it at UNO.", ("utilized",)),
        ("La ONU lo usó.", "UNO utilized it.", ("UNO", "utilized")),
        ("Lo usó.", "UNO used it.", ()),
    ]
    verify(ForbiddenTerm(), rows, context)
