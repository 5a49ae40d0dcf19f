from __future__ import annotations

from mtreview.align._documents import align_documents
from mtreview.align.length import Length
from mtreview.segment import Document, Location, Segment

MISSING = "Según el Ministerio del Interior, hasta el momento hay 8.130 detenidos en todo el país."


def document(path: str, sentences: list[str]) -> Document:
    segments = tuple(
        Segment(id=str(line), target=text, document=path, location=Location(path=path, line=line))
        for line, text in enumerate(sentences, 1)
    )
    return Document(id=path, path=path, format="text", segments=segments)


def test_each_bead_becomes_a_segment_with_both_texts_and_places() -> None:
    source = document(
        "a.es.txt",
        ["La ciudad de Almurat está en calma.", MISSING, "Pavel Drashkov no ha dicho nada."],
    )
    target = document("a.en.txt", ["The city of Almurat is calm.", "Share", "Pavel Drashkov has said nothing."])
    made = align_documents(source, target, Length())
    assert (made.id, made.path, made.format) == ("a.en.txt", "a.en.txt", "text")
    assert sorted((segment.source, segment.target) for segment in made.segments) == [
        ("", "Share"),
        ("La ciudad de Almurat está en calma.", "The city of Almurat is calm."),
        ("Pavel Drashkov no ha dicho nada.", "Pavel Drashkov has said nothing."),
        (MISSING, ""),
    ]
    assert [segment.id for segment in made.segments] == ["1", "2", "3", "4"]
    assert tuple(segment.link for segment in made.segments) == made.beads
    places = {
        segment.target: (
            segment.location and segment.location.line,
            segment.source_location and segment.source_location.line,
        )
        for segment in made.segments
    }
    assert places["Share"] == (2, None)
    assert places[""] == (None, 2)
    assert places["Pavel Drashkov has said nothing."] == (3, 3)


def test_merged_sentences_are_joined() -> None:
    source = document(
        "a.es.txt", ["El presidente visitó Tarvos el 12 de mayo.", "Volvió dos días después con 300 soldados."]
    )
    target = document(
        "a.en.txt", ["The president visited Tarvos on May 12 and returned two days later with 300 soldiers."]
    )
    (segment,) = align_documents(source, target, Length()).segments
    assert segment.source == "El presidente visitó Tarvos el 12 de mayo. Volvió dos días después con 300 soldados."
    assert segment.document == "a.en.txt"
