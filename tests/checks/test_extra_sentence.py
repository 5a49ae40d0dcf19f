from __future__ import annotations

from mtreview.checks.extra_sentence import ExtraSentence
from mtreview.issue import Severity
from mtreview.view import Context
from tests.checks.table import Row, hits, verify_document, view_of

ROWS: list[Row] = [
    ("El lunes fue día de luto.", "Monday was a day of mourning.", ()),
    ("", "Nobody had expected the riots to end so soon.", ("*",)),
    (" ", "Nobody had expected it.", ("*",)),
    ("", "Share", ("*",)),
    ("", "3:18", ("*",)),
    ("", "2021", ("*",)),
    ("", "¿Qué?", ("*",)),
    ("", "a", ("*",)),
    ("", "***", ()),
    ("", "—", ()),
    ("", "", ()),
    ("", "\n", ()),
    ("El ministro no respondió.", "", ()),
    ("El ministro no respondió.", "The minister did not answer.", ()),
    (None, "No source was given for this one.", ()),
    ("Fin.", "The end.", ()),
]


def test_table() -> None:
    verify_document(ExtraSentence(), ROWS, aligned=True)


def test_says_nothing_of_a_rendering_alone() -> None:
    verify_document(ExtraSentence(), [(None, target, ()) for _, target, _ in ROWS])


def test_says_nothing_where_no_segment_has_a_source() -> None:
    verify_document(ExtraSentence(), [("", target, ()) for _, target, _ in ROWS])


def test_a_short_line_is_minor() -> None:
    view = view_of([("Fin.", "The end."), ("", "Share"), ("", "Nobody had expected it.")], Context())
    assert [hit.severity for _, hit in hits(ExtraSentence(), view)] == [Severity.MINOR, None]
