"""What other tools' own tests say of pairs, against what the checks say of them.

The data stand beside the project, or where `MTREVIEW_CONFORMANCE` says: JSONL with `id`, `check`, `source`, `target`,
`expected` (`pass` or `fail`) and `scope`.
"""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from mtreview import mqm, plugins
from mtreview.checks.base import Check
from mtreview.pipeline import find_issues
from mtreview.segment import Document, Segment
from mtreview.view import Context, DocumentView
from tests.checks.table import bundled
from tests.conformance.dissents import ABOUT, DISSENTS, OUT_OF_SCOPE

FOLDER = Path(os.environ.get("MTREVIEW_CONFORMANCE", Path(__file__).parents[3] / "shared" / "data" / "conformance"))
SCOPES = {"neutral", "es-en"}

pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(),
    reason=f"no tuples of other tools at {FOLDER}; set MTREVIEW_CONFORMANCE to their folder",
)


@cache
def tuples() -> dict[str, dict[str, Any]]:
    """Return the tuples that apply to Spanish and English, by id."""
    found: dict[str, dict[str, Any]] = {}
    for path in sorted(FOLDER.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["scope"] in SCOPES:
                found[row["id"]] = row
    return found


def rule(row: dict[str, Any]) -> str:
    """Return tool and rule: `okapi testMaxLength`."""
    return f"{row['id'].partition('-')[0]} {row['check']}"


def flagged(row: dict[str, Any], glossary: Path) -> list[str]:
    """Return the messages of the checks that a tuple is about."""
    glossaries = bundled()
    if row.get("dnt"):
        lines = ["source,target,status,case", *(f"{term},{term},do-not-translate,sensitive" for term in row["dnt"])]
        glossary.write_text("\n".join(lines), encoding="utf-8")
        glossaries = (str(glossary), *glossaries)
    checks = [plugins.load("checks", name, Check)() for name in ABOUT[rule(row)]]  # type: ignore[call-arg]
    segment = Segment(id=row["id"], source=row["source"], target=row["target"] or "")
    document = Document(id=row["id"], path="tuples.jsonl", format="jsonl", segments=(segment,))
    [issues] = find_issues(DocumentView(document, Context(glossaries=glossaries)), checks)
    return [f"{issue.check}: {issue.message}" for issue in issues if issue.confidence >= mqm.REPORTED]


def test_every_rule_is_judged_or_out_of_scope_for_a_reason() -> None:
    rules = {rule(row) for row in tuples().values()}
    assert rules == ABOUT.keys() | OUT_OF_SCOPE.keys()
    assert not ABOUT.keys() & OUT_OF_SCOPE.keys()


def test_the_checks_agree_except_where_they_say_why_not(tmp_path: Path) -> None:
    dissenting = {}
    for name, row in tuples().items():
        if rule(row) in OUT_OF_SCOPE:
            continue
        found = flagged(row, tmp_path / f"{name}.csv")
        if bool(found) != (row["expected"] == "fail"):
            dissenting[name] = f"{row['source']!r} -> {row['target']!r}: expected {row['expected']}, found {found}"
    assert {name: dissenting[name] for name in dissenting.keys() - DISSENTS.keys()} == {}
    assert DISSENTS.keys() - dissenting.keys() == set(), "these dissent no longer"
