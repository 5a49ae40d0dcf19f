"""The snippets in CONTRIBUTING.md are whole files that work as they stand."""

from __future__ import annotations

import importlib
import io
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from mtreview.checks._examples import explanation
from mtreview.formats.base import Origin
from mtreview.segment import Document, Segment
from mtreview.view import Context, DocumentView
from tests.checks.table import fixes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Module = Any

TEXT = (Path(__file__).parents[1] / "CONTRIBUTING.md").read_text(encoding="utf-8")
SNIPPETS = re.findall(r"^```python\n(.*?)^```", TEXT, re.DOTALL | re.MULTILINE)


@pytest.fixture
def load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str, str], Module]]:
    """Import the one snippet that holds a text, as a module of that name."""
    monkeypatch.syspath_prepend(tmp_path)
    loaded = []

    def load_snippet(name: str, text: str) -> Module:
        (snippet,) = [item for item in SNIPPETS if text in item]
        home = snippet.replace("mtreview.checks.exclamation_run", "exclamation_run")
        (tmp_path / f"{name}.py").write_text(home, encoding="utf-8")
        loaded.append(name)
        return importlib.import_module(name)

    yield load_snippet
    for name in loaded:
        del sys.modules[name]


def test_every_snippet_is_tried_here() -> None:
    assert len(SNIPPETS) == 4


def test_the_check_flags_what_its_table_says(load: Callable[[str, str], Module]) -> None:
    load("exclamation_run", "(SegmentCheck)")
    table = load("test_exclamation_run", "ROWS: list[Row]")
    assert len(table.ROWS) == 3
    table.test_table()


def test_the_checks_docstring_can_be_explained(load: Callable[[str, str], Module]) -> None:
    check = load("exclamation_run", "(SegmentCheck)").ExclamationRun
    explained = explanation(check)
    assert check.id() == "exclamation-run"
    assert explained.title == "Report several exclamation marks in a row."
    ((line,),) = explained.bad
    assert fixes(check(), line.source, line.target, Context()) == [line.fixed]


def test_the_format_reads_a_file(load: Callable[[str, str], Module]) -> None:
    reader = load("subtitles", "(Format)").Subtitles()
    origin = Origin(path="film.captions", name="film.captions")
    (document,) = reader.read(io.BytesIO(b"They won.\n\nThey left.\n"), origin)
    assert [(item.target, item.location.line) for item in document.segments] == [("They won.", 1), ("They left.", 3)]


def test_the_scorer_adds_up(load: Callable[[str, str], Module]) -> None:
    scorer = load("length_ratio", "(Scorer)").LengthRatio()
    segments = (
        Segment(id="1", source="Ganaron", target="They won"),
        Segment(id="2", source="Se fueron", target="They left"),
    )
    document = Document(id="film", path="film.tsv", format="tsv", segments=segments)
    first, second = (scorer.statistics(view, ()) for view in DocumentView(document, Context()).segments)
    assert scorer.id() == "length_ratio"
    assert scorer.value(first + second) == pytest.approx(4 / 3)
