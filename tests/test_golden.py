"""The whole pipeline on the corpora, as bytes: `MTREVIEW_GOLDEN=write` writes them anew, to be read before a commit."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from mtreview import resources
from mtreview.cli._options import Shared
from mtreview.cli._reading import Inputs
from mtreview.cli._session import open_session
from mtreview.record import dumps, to_record
from mtreview.segment import Side

if TYPE_CHECKING:
    from mtreview.assessment import Assessment

CORPORA = resources.folder("corpora")
GOLDEN = Path(__file__).parent / "golden"
ARTICLES = sorted(path.name.removesuffix(".gold.jsonl") for path in CORPORA.glob("*.gold.jsonl"))
INPUTS = {
    "{}.plain": ("{}.en.txt", "{}.es.txt"),
    "{}.page": ("{}.page.en.html", "{}.page.es.html"),
    "{}.alone": ("{}.page.en.txt", None),
}


def assessed(target: str, source: str | None, *, model: bool) -> list[Assessment]:
    shared = Shared(config=None, isolated=True, checks="", model=model, encoder=None, glossaries=())
    inputs = Inputs(names=(target,), source=Path(source) if source else None, line_by_line=False, as_is=False)
    return list(open_session(inputs, shared).assess(0.5))


@pytest.fixture(autouse=True)
def _in_the_corpora(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CORPORA)


@pytest.mark.parametrize("name", INPUTS)
@pytest.mark.parametrize("article", ARTICLES)
def test_the_rules_say_what_they_said(article: str, name: str) -> None:
    target, source = (part and part.format(article) for part in INPUTS[name])
    assert target
    records = [to_record(item, "") for item in assessed(target, source, model=False)]
    text = "".join(f"{dumps(record)}\n" for record in records)
    path = GOLDEN / f"{name.format(article)}.jsonl"
    if os.environ.get("MTREVIEW_GOLDEN") == "write":
        path.write_text(text, "utf-8")
    assert text.splitlines() == path.read_text("utf-8").splitlines()


def found(items: list[Assessment]) -> set[tuple[str, str]]:
    """Return (check, target words) of every issue."""
    return {
        (issue.check, item.segment.target[span.start : span.end])
        for item in items
        for issue in item.issues
        for span in issue.on(Side.TARGET)
    }


def gold(article: str, document: str) -> list[dict[str, Any]]:
    with (CORPORA / f"{article}.gold.jsonl").open(encoding="utf-8") as lines:
        return [issue for issue in map(json.loads, lines) if issue["document"] == document]


def recalled(issue: dict[str, Any], items: list[Assessment]) -> bool:
    """Say whether some issue of the same segment covers a part of a gold issue, whatever check found it."""
    spans = [span for span in issue["spans"] if span["side"] == "target"]
    for item in items:
        if item.segment.target != issue["segment"] and not (not issue["segment"] and not item.segment.target):
            continue
        for one in item.issues:
            if not spans or any(
                mine.start <= span["end"] and span["start"] <= mine.end
                for mine in one.on(Side.TARGET)
                for span in spans
            ):
                return True
    return False


@pytest.mark.parametrize("article", ARTICLES)
def test_with_the_model_the_defects_that_rules_can_see_are_found(article: str) -> None:
    items = assessed(f"{article}.en.txt", f"{article}.es.txt", model=True)
    expected = [issue for issue in gold(article, f"{article}.en.txt") if issue["check"]]
    missed = [issue for issue in expected if not recalled(issue, items)]
    assert len(missed) <= len(expected) // 5, [issue["note"] for issue in missed]


@pytest.mark.parametrize("article", ARTICLES)
def test_sound_sentences_are_left_alone(article: str) -> None:
    items = assessed(f"{article}.en.txt", f"{article}.es.txt", model=False)
    flawed = {issue["segment"] for issue in gold(article, f"{article}.en.txt")}
    flagged = [
        (item.segment.target, [issue.message for issue in item.issues])
        for item in items
        if item.issues and item.segment.target not in flawed
    ]
    assert len(flagged) <= 1, flagged
