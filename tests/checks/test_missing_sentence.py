from __future__ import annotations

from mtreview.checks.missing_sentence import MissingSentence
from mtreview.issue import Severity
from mtreview.view import Context
from tests.checks.table import Row, hits, verify, verify_document, view_of

ROWS: list[Row] = [
    ("Escuche esta historia", "Listen to this story", ()),
    ("El lunes fue día de luto.", "", ("*",)),
    ("¿Quién lo hizo?", " ", ("*",)),
    ("Los bomberos llegaron tarde.", "\n", ("*",)),
    ("2021", "", ("*",)),
    ("Compartir", "", ("*",)),
    ("ñandú", "", ("*",)),
    ("El ministro no respondió.", "The minister did not answer.", ()),
    ("***", "", ()),
    ("—", "", ()),
    (" ", "", ()),
    ("", "", ()),
    ("", "An extra line.", ()),
    (None, "An extra line.", ()),
    (None, "", ()),
    ("Fin.", "The end.", ()),
]


def test_table() -> None:
    verify_document(MissingSentence(), ROWS, aligned=True)


def test_leaves_bilingual_files_to_empty() -> None:
    verify(MissingSentence(), [(source, target, ()) for source, target, _ in ROWS])


def test_a_short_line_is_minor() -> None:
    view = view_of([("Compartir", ""), ("El lunes fue día de luto.", "")], Context(), aligned=True)
    assert [hit.severity for _, hit in hits(MissingSentence(), view)] == [Severity.MINOR, None]
