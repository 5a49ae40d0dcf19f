from __future__ import annotations

from dataclasses import replace

import pytest

from mtreview.checks.alignment_doubtful import AlignmentDoubtful
from mtreview.segment import Bead, Document, Location
from mtreview.view import Context, DocumentView
from tests.checks.table import Row, hits, verify, verify_document, view_of

BRIDGE = "The bridge over the river stayed closed to heavy lorries for three weeks after the floods in spring."
ROWS: list[Row] = [
    ("Lea también", BRIDGE, ("*",)),
    ("Compartir", BRIDGE, ("*",)),
    ("El alcalde dimitió ayer, según confirmó anoche su portavoz a los periodistas en la puerta.", "He quit.", ("*",)),
    ("Lea también", "Read also", ()),
    ("El alcalde dimitió ayer.", "The mayor resigned yesterday.", ()),
    ("Compartir", "", ()),
    ("", BRIDGE, ()),
    (None, BRIDGE, ()),
    (" ", BRIDGE, ()),
    ("Lea también", " ", ()),
    ("", "", ()),
]


def test_table() -> None:
    verify_document(AlignmentDoubtful(), ROWS, aligned=True)


def test_is_silent_where_nothing_was_aligned() -> None:
    verify(AlignmentDoubtful(), [(source, target, ()) for source, target, _ in ROWS])


@pytest.mark.parametrize(
    ("score", "moved", "said"),
    [
        (0.9, False, None),
        (0.5, False, None),
        (0.49, False, "Source and translation may not belong together (link 0.49)"),
        (0.8, True, "The source of this sentence stands at another place in its document, in line 7"),
        (0.3, True, "in its document, in line 7, and may not belong to it (link 0.30)"),
    ],
)
def test_says_why_it_doubts(*, score: float, moved: bool, said: str | None) -> None:
    [segment] = view_of([("Nadie habló.", "Nobody spoke.")], Context()).document.segments
    segment = replace(segment, source_location=Location(path="a.txt", line=7))
    bead = Bead(source=range(1), target=range(1), score=score, moved=moved)
    document = Document(id="a", path="a", format="text", segments=(segment,), beads=(bead,))
    found = list(hits(AlignmentDoubtful(), DocumentView(document, Context())))
    assert len(found) == (said is not None)
    assert all(said and hit.message.endswith(said) for _, hit in found)
    assert all((hit.confidence >= 0.5) == moved for _, hit in found)


def test_a_higher_floor_doubts_more() -> None:
    view = view_of([("Nadie habló.", "Nobody spoke."), ("Lea también", BRIDGE)], Context(), aligned=True)
    assert [at for at, _ in hits(AlignmentDoubtful(floor=0.1), view)] == []
    assert [at for at, _ in hits(AlignmentDoubtful(floor=1.0), view)] == [1]
