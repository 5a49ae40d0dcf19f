from __future__ import annotations

from typing import TYPE_CHECKING

from mtreview.checks.do_not_translate import DoNotTranslate
from mtreview.view import Context
from tests.checks.table import Row, verify, verify_fixes

if TYPE_CHECKING:
    from pathlib import Path

ROWS: list[Row] = [
    ("Lo publicó El País.", "The Country published it.", ("*",)),
    ("Lo publicó Le Monde.", "LE MONDE published it.", ("LE MONDE",)),
    ("Lo publicó Le Monde.", "Le Mondes published it.", ("*",)),
    ("Lo publicó El País.", "El País published it.", ()),
    ("Lo publicó El País.", "El Pais published it.", ()),
    ("El país lo celebró.", "The country celebrated it.", ()),
    ("Lo publicó Le Monde.", "", ()),
    (None, "The Country published it.", ()),
]


def test_table() -> None:
    verify(DoNotTranslate(), ROWS)


def test_own_terms(tmp_path: Path) -> None:
    path = tmp_path / "own.tsv"
    path.write_text("source\ttarget\tstatus\ngit\t\tdo-not-translate\n", encoding="utf-8")
    context = Context(glossaries=(str(path),))
    rows: list[Row] = [
        ("Use git.", "Use GIT.", ("GIT",)),
        ("Use git.", "Use git.", ()),
        ("Use Git.", "Use Git.", ()),
        ("Use git.", "Use digital tools.", ("*",)),
    ]
    verify(DoNotTranslate(), rows, context)
    verify_fixes(DoNotTranslate(), [("Use git.", "Use GIT.", "Use git.")], context)
