from __future__ import annotations

from mtreview.checks.memory_mismatch import MemoryMismatch
from mtreview.view import Context
from tests.checks.table import Row, verify, verify_fixes

WHOLE = ("*",)

ROWS: list[Row] = [
    ("Guarde los cambios antes de salir.", "Keep your changes before you leave.", WHOLE),
    ("Guarde los cambios antes de salir.", "Save your changes before you leave", WHOLE),
    ("«GUARDE» los cambios antes de salir.", "Keep your changes.", ()),
    ("GUARDE  los cambios antes de salir.", "Keep your changes.", WHOLE),
    ("Buenos días", "Good day", WHOLE),
    ("Buenos días", "Nice morning", WHOLE),
    ("Hola", "Good day", WHOLE),
    ("hola", "Hallo", WHOLE),
    ("Guarde los cambios antes de salir.", "Save your changes before you leave.", ()),
    ("Guarde los cambios antes de salir. ", "  save your changes before you leave.", ()),
    ("Buenos días", "Good morning", ()),
    ("Hola", "Hello", ()),
    ("Hola", "Hi there", ()),
    ("Buenas noches", "Good evening", ()),
    ("Hola.", "Good day.", ()),
    ("Hola", "", ()),
    (None, "Good day", ()),
]


def test_table() -> None:
    verify(MemoryMismatch(), ROWS)


def test_without_a_memory_it_is_silent() -> None:
    verify(MemoryMismatch(), [(source, target, ()) for source, target, _ in ROWS], Context())


def test_fixes() -> None:
    verify_fixes(
        MemoryMismatch(),
        [("Hola", " Good day ", " Hello "), ("Buenos días", "Good day", "Good morning")],
    )
