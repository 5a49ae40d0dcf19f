from __future__ import annotations

import csv
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtreview.formats.base import Origin
from mtreview.formats.tsv import TabSeparated
from tests.formats.reading import read, refused, segments
from tests.strategies import texts

if TYPE_CHECKING:
    from mtreview.errors import FormatError


@pytest.mark.parametrize(
    ("content", "pairs"),
    [
        pytest.param("a\tb\nc\td\n", [("a", "b"), ("c", "d")], id="no header"),
        pytest.param("target\tsource\nb\ta\n", [("a", "b")], id="header in another order"),
        pytest.param(" Source \tTARGET\na\tb", [("a", "b")], id="header in capitals"),
        pytest.param("target\nb\n", [(None, "b")], id="target alone"),
        pytest.param("source\ttarget\na\t\n\tb\n", [("a", ""), ("", "b")], id="an empty side"),
        pytest.param("source\ttarget\n\n\na\tb\n\n", [("a", "b")], id="blank lines"),
        pytest.param(
            'source\ttarget\n"Sí", dijo\t"Yes", he said\n', [('"Sí", dijo', '"Yes", he said')], id="quotes in"
        ),
        pytest.param('source\ttarget\n"Sí\t"Yes\n', [('"Sí', '"Yes')], id="quotes not closed"),
        pytest.param('source\ttarget\n"Sí"\t"Yes"\n', [('"Sí"', '"Yes"')], id="quotes around, with no need"),
        pytest.param('source\ttarget\n"a ""b"" c"\td\n', [('a "b" c', "d")], id="quotes of a spreadsheet"),
        pytest.param('"source"\t"target"\n"a"\t"b"\n', [("a", "b")], id="everything quoted"),
        pytest.param('source\ttarget\n"a\nb"\tc\n', [("a\nb", "c")], id="a line break inside"),
    ],
)
def test_rows(content: str, pairs: list[tuple[str | None, str]]) -> None:
    assert [(segment.source, segment.target) for segment in segments("tsv", content)] == pairs


def test_further_columns() -> None:
    (segment,) = segments("tsv", "id\tsource\ttarget\treference\tsystem\tdate\tnote\nx1\ta\tb\tc\tnmt\t2026\tsee\n")
    assert (segment.id, segment.reference, segment.system, segment.date) == ("x1", "c", "nmt", "2026")
    assert segment.extra == (("note", "see"),)
    (segment,) = segments("tsv", "a\tb\tc\n")
    assert segment.extra == (("column3", "c"),)


def test_documents_are_runs_of_rows() -> None:
    documents = read("tsv", "document\tsource\ttarget\nd1\ta\tb\nd1\tc\td\nd2\te\tf\n")
    assert [(document.id, len(document.segments)) for document in documents] == [("d1", 2), ("d2", 1)]


def test_a_record_is_placed_at_its_first_line() -> None:
    found = segments("tsv", 'source\ttarget\n"a\nb"\tc\nd\te\n')
    assert [segment.location.line for segment in found if segment.location] == [2, 4]


@pytest.mark.parametrize(
    ("content", "line", "says"),
    [
        pytest.param("a\nb\n", 1, "one column", id="one column"),
        pytest.param("source\treference\na\tb\n", 1, 'no column "target"', id="no target"),
        pytest.param("source\tsource\ttarget\na\tb\tc\n", 1, "two columns of one name", id="a name twice"),
        pytest.param("source\ttarget\na\tb\nc\n", 3, "1 columns where the header has 2", id="too few"),
        pytest.param("a\tb\nc\td\te\n", 2, "3 columns where the first row has 2", id="too many"),
        pytest.param("source\ttarget\n", None, "nothing to review", id="header alone"),
    ],
)
def test_bad_files_name_the_line(content: str, line: int | None, says: str) -> None:
    refused("tsv", content, line, says)


def test_a_bad_row_can_be_left_out() -> None:
    rejected: list[FormatError] = []
    origin = Origin(path="file", name="file", reject=rejected.append)
    (document,) = TabSeparated().read(BytesIO(b"source\ttarget\na\tb\nc\nd\te\n"), origin)
    assert [segment.target for segment in document.segments] == ["b", "e"]
    assert [error.line for error in rejected] == [3]


@settings(max_examples=50)
@given(st.lists(st.tuples(texts(), texts()), min_size=1, max_size=5))
def test_lines_of_a_translation_tool_are_read_as_they_are(pairs: list[tuple[str, str]]) -> None:
    kept = [tuple(" ".join(text.replace("\0", "").split()).replace('"', "”") for text in pair) for pair in pairs]
    content = "".join(f"{source}\t{target}\n" for source, target in [("source", "target"), *kept])
    if any(any(pair) for pair in kept):
        found = segments("tsv", content)
        assert [(segment.source, segment.target) for segment in found] == [pair for pair in kept if any(pair)]


@settings(max_examples=50)
@given(st.lists(st.tuples(texts(), texts()), min_size=1, max_size=5))
def test_what_a_spreadsheet_wrote_is_read(pairs: list[tuple[str, str]]) -> None:
    kept = [tuple(text.replace("\0", "").replace("\r", "") for text in pair) for pair in pairs]
    kept = [(f"x{source}", target) for source, target in kept]
    sheet = StringIO(newline="")
    csv.writer(sheet, dialect="excel-tab", quoting=csv.QUOTE_ALL).writerows([("source", "target"), *kept])
    found = segments("tsv", sheet.getvalue())
    assert [(segment.source, segment.target) for segment in found] == kept


@pytest.mark.parametrize(
    ("head", "is_one"),
    [
        ("source\ttarget\nHola\tHello\n", True),
        ("id\tTarget\n1\t\n", True),
        ("Hola\tHello\nAdi\u00f3s\tGoodbye\n", True),
        ("Hola\tHello", True),
        ("Hola\tHello\nthe last line is cut", True),
        ("A headline.\nText with a\ttab in it.\n", False),
        ("\tAn indented line.\n", False),
        ("target\n", False),
        ("\n", False),
        ("", False),
    ],
)
def test_it_is_told_by_its_first_lines(head: str, *, is_one: bool) -> None:
    assert TabSeparated.recognises(head) is is_one
