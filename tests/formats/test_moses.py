from __future__ import annotations

from io import BytesIO

import pytest

from mtreview.errors import FormatError
from mtreview.formats._records import WINDOW
from mtreview.formats.base import Origin
from mtreview.formats.moses import Moses
from tests.formats.reading import segments

ORIGIN = Origin(path="t.en", name="t.en")


def pair(target: str, source: str) -> list[tuple[str, str | None, str]]:
    documents = list(Moses().read_pair(BytesIO(target.encode()), BytesIO(source.encode()), ORIGIN, "t.es"))
    assert all(document.pieces for document in documents)
    return [(segment.id, segment.source, segment.target) for document in documents for segment in document.segments]


def test_lines_correspond() -> None:
    assert pair("a\nb\n", "x\ny") == [("1", "x", "a"), ("2", "y", "b")]


def test_pairs_of_blank_lines_count_and_are_left_out() -> None:
    assert pair("a\n\n\nd\n", "x\n\nz\nw\n") == [("1", "x", "a"), ("3", "z", ""), ("4", "w", "d")]


def test_both_places_are_kept() -> None:
    (document,) = Moses().read_pair(BytesIO(b"a\nb\n"), BytesIO(b"x\ny\n"), ORIGIN, "t.es")
    places = [(item.location, item.source_location) for item in document.segments]
    assert [(a.path, a.line, b.path, b.line) for a, b in places if a and b] == [
        ("t.en", 1, "t.es", 1),
        ("t.en", 2, "t.es", 2),
    ]


def test_long_files_come_in_windows() -> None:
    text = "".join(f"{number}\n" for number in range(WINDOW + 1)).encode()
    documents = list(Moses().read_pair(BytesIO(text), BytesIO(text), ORIGIN, "t.es"))
    assert [len(document.segments) for document in documents] == [WINDOW, 1]


@pytest.mark.parametrize(
    ("target", "source", "says"),
    [
        pytest.param("a\nb\n", "x\n", "^t.en:2: 2 lines, but t.es has 1; line 2 has no counterpart$", id="source ends"),
        pytest.param(
            "a\n", "x\ny\nz\n", "^t.en:2: 1 lines, but t.es has 3; line 2 has no counterpart$", id="target ends"
        ),
        pytest.param("", "x\n", "^t.en:1: 0 lines, but t.es has 1; line 1 has no counterpart$", id="target empty"),
        pytest.param("\n", "\n", "^t.en: empty", id="nothing"),
        pytest.param("a\n", "\xff\n", "^t.es:1: not UTF-8", id="the other encoding"),
    ],
)
def test_files_that_do_not_correspond_are_refused(target: str, source: str, says: str) -> None:
    with pytest.raises(FormatError, match=says):
        list(Moses().read_pair(BytesIO(target.encode()), BytesIO(source.encode("latin-1")), ORIGIN, "t.es"))


def test_blank_lines_of_one_side_count() -> None:
    assert [segment.target for segment in segments("moses", "a\n\nb. c\n")] == ["a", "", "b. c"]
