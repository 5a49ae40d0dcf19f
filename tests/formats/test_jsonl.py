from __future__ import annotations

import json
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtreview.formats._records import WINDOW
from mtreview.formats.base import Origin
from mtreview.formats.jsonl import JsonLines
from tests.formats.reading import read, refused, segments
from tests.strategies import texts

if TYPE_CHECKING:
    from mtreview.errors import FormatError

BAD = {
    "not JSON": ('{"target": "a"', "not JSON"),
    "text after it": ('{"target": "a"} {"target": "b"}', "not JSON"),
    "no object": ('["a", "b"]', "not an object"),
    "no target": ('{"source": "a"}', 'no "target"'),
    "a number": ('{"target": 3}', '"target" is not a text but a number'),
    "a list": ('{"source": ["a"], "target": "a"}', '"source" is not a text but a list'),
    "half a surrogate pair": ('{"source": "a", "target": "\\ud800"}', "\\ud800 is no character"),
    "half a surrogate pair, in an unknown field": ('{"target": "a", "x": ["\\uDC00"]}', "\\udc00 is no character"),
    "a NUL": ('{"target": "a\\u0000b"}', "\\u0000 is no character"),
    "deep nesting": ('{"target": ' + "[" * 100_000 + "]" * 100_000 + "}", "nested too deeply"),
    "a huge number": ('{"target": "a", "id": ' + "9" * 5000 + "}", "more digits"),
}


def test_known_fields_are_read_and_unknown_ones_kept() -> None:
    row = {
        "id": 7, "document": "d.txt", "source": "Hola", "target": "Hello", "reference": "Hi", "system": "nmt",
        "date": "2026-01-02", "url": "https://example.org", "errors": [{"start": 1}],
    }  # fmt: skip
    (segment,) = segments("jsonl", json.dumps(row))
    assert (segment.id, segment.document, segment.source, segment.target) == ("7", "d.txt", "Hola", "Hello")
    assert (segment.reference, segment.system, segment.date) == ("Hi", "nmt", "2026-01-02")
    assert segment.extra == (("url", "https://example.org"), ("errors", '[{"start": 1}]'))


@pytest.mark.parametrize(
    ("row", "source", "target"),
    [
        ({"target": "a"}, None, "a"),
        ({"source": None, "target": "a"}, None, "a"),
        ({"source": "a", "target": None}, "a", ""),
    ],
)
def test_a_side_may_be_missing(row: dict[str, str | None], source: str | None, target: str) -> None:
    (segment,) = segments("jsonl", json.dumps(row))
    assert (segment.source, segment.target) == (source, target)


def test_rows_without_documents_come_in_windows() -> None:
    rows = "".join(f'{{"source": "s{number}", "target": "t{number}"}}\n' for number in range(2 * WINDOW + 5))
    documents = read("jsonl", rows)
    assert [len(document.segments) for document in documents] == [WINDOW, WINDOW, 5]
    assert all(document.pieces and document.id == "file" for document in documents)
    ids = [segment.id for document in documents for segment in document.segments]
    assert ids == [str(number) for number in range(1, 2 * WINDOW + 6)]


def test_rows_of_one_document_stay_together() -> None:
    names = ["a"] * 1500 + ["b", None, "b", "a"]
    documents = read("jsonl", "".join(json.dumps({"target": "t", "document": name}) + "\n" for name in names))
    found = [(document.id, len(document.segments), document.pieces) for document in documents]
    assert found == [("a", 1500, False), ("b", 1, False), ("file", 1, True), ("b", 1, False), ("a", 1, False)]
    assert [document.segments[0].id for document in documents] == ["1", "1", "1", "2", "1501"]


def test_blank_lines_are_passed_over_and_counted() -> None:
    (segment,) = segments("jsonl", '\n  \n{"target": "a"}\n')
    assert segment.location
    assert segment.location.line == 3


@pytest.mark.parametrize(("line", "says"), BAD.values(), ids=BAD)
def test_a_bad_record_names_its_line(line: str, says: str) -> None:
    refused("jsonl", f'{{"target": "good"}}\n{line}\n', 2, says)


@pytest.mark.parametrize("line", [line for line, _ in BAD.values()], ids=BAD)
def test_a_bad_record_can_be_left_out(line: str) -> None:
    rejected: list[FormatError] = []
    data = f'{{"target": "first"}}\n{line}\n{{"target": "last"}}\n'.encode()
    origin = Origin(path="file", name="file", reject=rejected.append)
    (document,) = JsonLines().read(BytesIO(data), origin)
    assert [segment.target for segment in document.segments] == ["first", "last"]
    assert [error.line for error in rejected] == [2]


@settings(max_examples=50)
@given(pairs=st.lists(st.tuples(texts(), texts()), min_size=1, max_size=5), ascii_only=st.booleans())
def test_what_was_written_is_read(pairs: list[tuple[str, str]], *, ascii_only: bool) -> None:
    kept = [(source.replace("\0", ""), target.replace("\0", "")) for source, target in pairs]
    rows = (json.dumps({"source": source, "target": target}, ensure_ascii=ascii_only) for source, target in kept)
    found = segments("jsonl", "\n".join(rows))
    assert [(segment.source, segment.target) for segment in found] == kept
