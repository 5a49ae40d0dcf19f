from __future__ import annotations

import pickle

import pytest

from mtreview.checks.inconsistent_target import InconsistentTarget
from mtreview.issue import Severity
from mtreview.segment import Document, Segment
from mtreview.view import Context, DocumentView
from tests.checks.table import Row, context_for, hits, verify_document, verify_fixes, view_of

WHOLE = ("*",)
SOURCE = "Guarde los cambios antes de salir."
USUAL = "Save your changes before you leave."
OTHER = "Keep the changes prior to exiting."

TABLES: list[list[Row]] = [
    [(SOURCE, USUAL, ()), (SOURCE, OTHER, WHOLE)],
    [(SOURCE, OTHER, WHOLE), (SOURCE, USUAL, ()), (SOURCE, USUAL, ())],
    [(SOURCE, USUAL, ()), (SOURCE.upper(), OTHER, WHOLE)],
    [(SOURCE, USUAL, ()), (SOURCE.rstrip("."), OTHER, WHOLE)],
    [("Tiene 3 mensajes nuevos", "You have 3 new messages", ()), ("Tiene 5 mensajes nuevos", "5 new posts", WHOLE)],
    [("Borrar el archivo", "Delete the file", ()), ("Borrar el archivo", "Erase the file", WHOLE)],
    [(SOURCE, USUAL, ()), (SOURCE, USUAL.upper(), ())],
    [(SOURCE, USUAL, ()), (SOURCE, USUAL.rstrip("."), ())],
    [
        ("Tiene 3 mensajes nuevos", "You have 3 new messages", ()),
        ("Tiene 5 mensajes nuevos", "You have 5 new messages", ()),
    ],
    [("Abrir", "Open", ()), ("Abrir", "Unlock", ())],
    [("El archivo", "The file", ()), ("El archivo", "The archive", ())],
    [("De lo que no es", "Of what is not", ()), ("De lo que no es", "About what is not", ())],
    [(SOURCE, USUAL, ()), ("Guarde los cambios antes de entrar.", OTHER, ())],
    [(SOURCE, USUAL, ()), (SOURCE, "", ())],
    [(None, USUAL, ()), (None, OTHER, ())],
]


@pytest.mark.parametrize("rows", TABLES)
def test_table(rows: list[Row]) -> None:
    verify_document(InconsistentTarget(), rows)


def test_a_text_of_many_renderings_is_left() -> None:
    rows: list[Row] = [("El nombre del autor", f"{letter} of it", ()) for letter in "abcdefgh"]
    verify_document(InconsistentTarget(), rows)


@pytest.mark.parametrize(
    ("targets", "severity"),
    [([USUAL, OTHER], Severity.NEUTRAL), ([USUAL, USUAL, OTHER], None)],
)
def test_without_a_majority_it_is_only_mentioned(targets: list[str], severity: Severity | None) -> None:
    check = InconsistentTarget()
    found = hits(check, view_of([(SOURCE, target) for target in targets], context_for(check)))
    assert [hit.severity for _, hit in found] == [severity]


def document(name: str, *targets: str) -> DocumentView:
    segments = tuple(Segment(id=str(n), source=SOURCE, target=target) for n, target in enumerate(targets, 1))
    return DocumentView(Document(id=name, path=name, format="tsv", segments=segments, pieces=True), Context())


def test_documents_add_up_in_any_grouping() -> None:
    check = InconsistentTarget()
    one, two, three = document("one", USUAL, USUAL), document("two", OTHER), document("three", USUAL, OTHER)
    parts = [pickle.loads(pickle.dumps(check.summary(view))) for view in (one, two, three)]  # noqa: S301 - our own bytes
    left, right = (parts[0] + parts[1]) + parts[2], parts[0] + (parts[1] + parts[2])
    assert left.table == right.table
    assert parts[0].table != left.table
    assert [list(check.find(view, left)) for view in (one, two)] == [
        list(check.find(view, right)) for view in (one, two)
    ]
    assert not list(check.find(one, left))
    [hit] = check.find(two, left)
    assert hit.message == "The same source is translated in another way in one, segment 1"


def test_the_suggestion_is_the_usual_text_of_the_same_document() -> None:
    check = InconsistentTarget()
    [(_, hit)] = hits(check, view_of([(SOURCE, USUAL), (SOURCE, f" {OTHER} ")], context_for(check)))
    assert hit.suggestion is not None
    assert hit.suggestion.apply(f" {OTHER} ") == f" {USUAL} "


def test_alone_there_is_nothing_to_fix() -> None:
    verify_fixes(InconsistentTarget(), [])
    assert not list(hits(InconsistentTarget(), view_of([(SOURCE, USUAL)], Context())))
