from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.formats.reading import refused, segments
from tests.strategies import texts


@pytest.mark.parametrize(
    ("content", "pairs"),
    [
        pytest.param("a,b\n", [("a", "b")], id="no header"),
        pytest.param(
            "source;target\na, sí;b, yes\n", [("a, sí", "b, yes")], id="semicolons, as Spanish spreadsheets write"
        ),
        pytest.param('source,target\n"a, ""b""","c\nd"\n', [('a, "b"', "c\nd")], id="quotes, commas, line breaks"),
        pytest.param("source\ttarget\na, b\tc\n", [("a, b", "c")], id="tabs after all"),
    ],
)
def test_rows(content: str, pairs: list[tuple[str, str]]) -> None:
    assert [(segment.source, segment.target) for segment in segments("csv", content)] == pairs


@pytest.mark.parametrize(
    ("content", "line"),
    [
        pytest.param('source,target\na,b\n"c,d\ne,f\ng,h\n', 3, id="a quote not closed"),
        pytest.param('source,target\n"a" b,c\n', 2, id="text after a closing quote"),
    ],
)
def test_quotes_that_do_not_balance_name_the_record_they_began_in(content: str, line: int) -> None:
    refused("csv", content, line, "quotes that do not balance")


def test_a_field_may_be_longer_than_the_module_allows_by_itself() -> None:
    long = "a " * 200_000
    (segment,) = segments("csv", f"source,target\n{long},b\n")
    assert segment.source == long


@settings(max_examples=50)
@given(st.lists(st.tuples(texts(), texts()), min_size=1, max_size=5))
def test_what_was_written_is_read(pairs: list[tuple[str, str]]) -> None:
    kept = [(f"x{source}".replace("\0", ""), target.replace("\0", "")) for source, target in pairs]
    sheet = StringIO(newline="")
    csv.writer(sheet, quoting=csv.QUOTE_ALL).writerows([("source", "target"), *kept])
    found = segments("csv", sheet.getvalue())
    assert [(segment.source, segment.target) for segment in found] == kept
