from __future__ import annotations

import pytest

from mtreview.checks.empty import Empty
from tests.checks.table import Row, flagged, verify

ROWS: list[Row] = [
    ("Hola.", "", ("*",)),
    ("Hola.", " ", ("*",)),
    ("Hola.", "\n\t", ("*",)),
    ("Hola.", "\u00a0", ("*",)),
    ("3:18", "", ("*",)),
    ("¿Qué?", "", ("*",)),
    (" a ", "", ("*",)),
    ("ñ", "", ("*",)),
    ("Hola.", "Hello.", ()),
    ("Hola.", "-", ()),
    ("Hola.", "\u200b", ()),
    ("—", "", ()),
    ("***", "", ()),
    ("", "", ()),
    (" ", "", ()),
    (None, "", ()),
    (None, "Hello.", ()),
    ("", "Hello.", ()),
]


def test_table() -> None:
    verify(Empty(), ROWS)


@pytest.mark.parametrize("aligned", [True, False])
def test_leaves_aligned_documents_to_missing_sentence(aligned: bool) -> None:  # noqa: FBT001 - a parameter of pytest
    assert flagged(Empty(), [("Hola.", "Hello."), ("Adiós.", "")], aligned=aligned) == [(), () if aligned else ("*",)]
