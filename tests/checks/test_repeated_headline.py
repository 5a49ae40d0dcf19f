from __future__ import annotations

import pytest

from mtreview import view as views
from mtreview.checks.repeated_headline import RepeatedHeadline
from mtreview.segment import Document, Segment
from tests.checks.table import Row, hits, verify_document

HEAD = 'President of Ruritania: "The strike is a siege"'
PAGE: list[Row] = [
    (None, "Listen to this story", ()),
    (None, HEAD, ()),
    (None, "It is the longest strike since 1991.", ()),
    (None, f"{HEAD} – News", ("*",)),
    (None, "President of Ruritania, “the strike is a siege”", ("*",)),
    (None, "president of ruritania: the strike is a siege | The Herald", ("*",)),
    (None, "President of Ruritania: The strikes are a siege", ("*",)),
    (None, "The president of Ruritania said that the strike is a siege.", ()),
    (None, "Listen to this story", ("*",)),
    (None, "President of Ruritania", ()),
    (None, "Alleged saboteurs", ()),
    (None, "Alleged saboteurs", ()),
    (None, "The long road to an agreement", ()),
    (None, "The long road to an agreement", ()),
    (None, f"{HEAD}: what we know of the strike so far", ()),
    (None, f"{HEAD}.", ()),
    (None, "", ()),
]


def test_page() -> None:
    verify_document(RepeatedHeadline(), PAGE)


@pytest.mark.parametrize(
    ("first", "second", "flagged"),
    [
        ((None, HEAD), (None, HEAD), True),
        (("Título de una noticia nueva", HEAD), ("", HEAD), True),
        (("Título de una noticia nueva", HEAD), ("Otra cosa muy distinta", HEAD), True),
        (("Título de una noticia nueva", HEAD), ("Título de una noticia nueva – Noticias", HEAD), False),
        ((None, "Three short words"), (None, "Three short words"), False),
        ((None, f"{HEAD}."), (None, f"{HEAD}."), False),
        ((None, "word " * 60), (None, "word " * 60), False),
    ],
)
def test_pairs(first: tuple[str | None, str], second: tuple[str | None, str], *, flagged: bool) -> None:
    verify_document(RepeatedHeadline(), [(*first, ()), (*second, ("*",) if flagged else ())])


def test_a_list_of_pieces_has_no_headline() -> None:
    segments = tuple(Segment(id=str(number), target=HEAD) for number in range(3))
    document = Document(id="d", path="d.tsv", format="tsv", segments=segments, pieces=True)
    assert not list(hits(RepeatedHeadline(), views.DocumentView(document, views.Context())))
