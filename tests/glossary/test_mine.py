from __future__ import annotations

import pytest

from mtreview.glossary import Glossary, Status, Term, load
from mtreview.glossary.mine import corrections, furniture
from mtreview.segment import Document, Segment


def page(name: str, *lines: str | tuple[str, str], pieces: bool = False) -> Document:
    segments = tuple(
        Segment(id=str(number), source=line[0], target=line[1])
        if isinstance(line, tuple)
        else Segment(id=str(number), target=line)
        for number, line in enumerate(lines, 1)
    )
    return Document(id=name, path=name, format="text", segments=segments, pieces=pieces)


def pairs(*rows: tuple[str, str, str | None]) -> list[Document]:
    segments = tuple(
        Segment(id=str(number), source=source, target=target, reference=reference)
        for number, (source, target, reference) in enumerate(rows)
    )
    return [Document(id="d", path="d", format="jsonl", segments=segments, pieces=True)]


NOTHING = Glossary(())


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["Hágase socio"], [("Hágase socio", "Hágase socio")]),
        (["Quedan 3 vidas", "El resto"], [("El resto", "El resto"), ("Quedan vidas", "Quedan vidas")]),
        (["» Hágase socio:"], [("Hágase socio", "Hágase socio")]),
        (["The mayor left the town hall."], []),
        (["3:18", "--"], []),
        (["A line of many more words than any label of a page has"], []),
        ([("Hágase socio", "Become a member")], [("Hágase socio", "Become a member")]),
        ([("Hágase socio", "")], []),
        ([("", "Become a member")], [("Become a member", "Become a member")]),
    ],
)
def test_lines_of_several_documents(lines: list[str | tuple[str, str]], found: list[tuple[str, str]]) -> None:
    documents = [page(name, *lines, f"Only in {name} is this said.") for name in ("one", "two", "three")]
    terms = furniture(documents, NOTHING)
    assert [(term.source, term.target) for term in terms] == found
    assert {(term.status, term.domain) for term in terms} <= {(Status.PREFERRED, "furniture")}
    assert all(term.note.startswith("in 3 documents") for term in terms)


def test_a_line_twice_in_one_document_counts_once() -> None:
    assert not furniture([page("one", "Hágase socio", "Hágase socio"), page("two", "Hágase socio")], NOTHING)


def test_numbers_do_not_part_lines() -> None:
    documents = [page(str(number), f"Comentarios ({number})") for number in range(4)]
    assert [term.source for term in furniture(documents, NOTHING)] == ["Comentarios"]


def test_known_labels_are_not_proposed_again() -> None:
    documents = [page(str(number), "3 min de lectura", "4 min read") for number in range(4)]
    assert not furniture(documents, load(("site-furniture",)))


def test_a_list_is_no_set_of_pages() -> None:
    assert not furniture([page(str(number), "Hágase socio", pieces=True) for number in range(4)], NOTHING)


def test_recurring_corrections() -> None:
    documents = pairs(
        ("Hubo una sentencia ayer", "There was a sentence yesterday", "There was a ruling yesterday"),
        ("La sentencia firme", "The final sentence", "The final ruling"),
        ("Leyó otra sentencia larga", "She read another long sentence", "She read another long ruling"),
        ("Vino el rey", "The king came", "The queen came"),
        ("Nada", "Nothing", None),
        ("Son 3 gatos", "There are 3 cats", "There are 4 cats"),
    )
    note = '"sentence" became "ruling" 3 times'
    assert corrections(documents) == (
        Term(source="sentencia", target="ruling", status=Status.PREFERRED, note=note),
        Term(source="sentencia", target="sentence", status=Status.FORBIDDEN, note=note),
    )


def test_without_one_word_in_common_the_source_is_left_out() -> None:
    rows = [(source, "He assisted us", "He attended us") for source in ("Vino", "Llegó", "Estuvo")]
    [term] = corrections(pairs(*rows))
    assert (term.source, term.target, term.status) == ("", "assisted", Status.FORBIDDEN)


def test_what_is_seldom_is_left() -> None:
    assert not corrections(pairs(("Vino", "He assisted", "He attended")))
