from __future__ import annotations

import pytest

from mtreview.checks.duplicate_paragraph import DuplicateParagraph
from mtreview.segment import Document, Segment
from mtreview.view import Context, DocumentView
from tests.checks.table import Row, verify_document

BRIDGE = "The council will vote on the new bridge before the end of the year."
LONG = (
    "The mayor said on Monday that the council would have to find the money for the new bridge by itself, because the"
    " region had refused for the third time to pay for any of it."
)
WHOLE = ("*",)

ALONE: list[list[Row]] = [
    [(None, BRIDGE, ()), (None, "So be it.", ()), (None, BRIDGE, WHOLE)],
    [(None, BRIDGE, ()), (None, BRIDGE, WHOLE), (None, BRIDGE, WHOLE)],
    [(None, BRIDGE, ()), (None, f" {BRIDGE.upper()} ", WHOLE)],
    [(None, f"“{BRIDGE}”", ()), (None, BRIDGE.replace("new", "new,"), WHOLE)],
    [(None, LONG, ()), (None, LONG.replace("Monday", "monday").replace("itself", "itsself"), WHOLE)],
    [(None, BRIDGE, ()), (None, BRIDGE.replace("new", "old"), ())],
    [(None, LONG, ()), (None, LONG.replace("third time", "third year"), ()), (None, "Why?", ())],
    [(None, f"{LONG} 2019", ()), (None, f"{LONG} 2020", ())],
    [(None, "He left the house.", ()), (None, "He left the house.", ())],
    [(None, BRIDGE, ()), (None, LONG, ())],
]

ALIGNED: list[list[Row]] = [
    [("El pleno votará.", BRIDGE, ()), ("Nadie lo esperaba ya en mayo.", BRIDGE, WHOLE)],
    [("El pleno votará.", BRIDGE, ()), ("", BRIDGE, WHOLE)],
    [("El pleno votará.", BRIDGE, ()), ("El pleno votará.", BRIDGE, ())],
    [("El pleno votará.", BRIDGE, ()), ("El Pleno, votará.", BRIDGE, ())],
]


@pytest.mark.parametrize("rows", ALONE)
def test_a_rendering_alone(rows: list[Row]) -> None:
    verify_document(DuplicateParagraph(), rows)


@pytest.mark.parametrize("rows", ALIGNED)
def test_beside_the_original(rows: list[Row]) -> None:
    verify_document(DuplicateParagraph(), rows, aligned=True)


def test_messages_of_a_list_may_share_a_translation() -> None:
    verify_document(DuplicateParagraph(), [("El pleno votará.", BRIDGE, ()), ("Se votará pronto.", BRIDGE, ())])


def test_a_list_without_documents_is_no_text() -> None:
    segments = tuple(Segment(id=str(number), target=BRIDGE) for number in range(3))
    document = Document(id="d", path="d.tsv", format="tsv", segments=segments, pieces=True)
    assert not list(DuplicateParagraph().find(DocumentView(document, Context())))


def test_many_texts_that_begin_alike_are_compared_with_few() -> None:
    rows: list[Row] = [
        (None, f"{LONG} And in the end {number} of them said so to the paper.", ()) for number in range(3_000)
    ]
    verify_document(DuplicateParagraph(), rows)
