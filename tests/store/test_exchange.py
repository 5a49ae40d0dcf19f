from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from mtreview.decision import Decision, Kind, Scope, Verdict
from mtreview.errors import FormatError
from mtreview.segment import Side, Span
from mtreview.store import exchange

if TYPE_CHECKING:
    from pathlib import Path

AT = datetime(2026, 5, 1, 12, 30, 15, 250_000, tzinfo=UTC)


def event(at: int, verdict: Verdict | None, reviewer: str = "ana", *, undoes: str = "", about: str = "f1") -> Decision:
    return Decision(
        id=f"01M8A0G2GHR4BF7XES90SBP1R{at}",
        kind=Kind.UNDO if undoes else Kind.ISSUE,
        document="a.txt",
        segment="2",
        reviewer=reviewer,
        at=AT,
        segment_hash="0123456789abcdef",
        verdict=verdict,
        fingerprint=about,
        scope=Scope.HERE,
        check="spacing",
        category="linguistic-conventions",
        severity="minor",
        spans=(Span(side=Side.TARGET, start=2, end=4),),
        note="\x1b[31m«así»",
        supersedes=undoes,
    )


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    events = (event(1, Verdict.DISMISSED), event(2, None, undoes=event(1, None).id))
    path = tmp_path / "decisions.jsonl"
    path.write_text("".join(exchange.lines(events)), encoding="utf-8")
    assert exchange.read(path) == events
    path.write_text("".join(reversed([*exchange.lines(events), *exchange.lines(events)])), encoding="utf-8")
    assert exchange.read(path) == events  # merged, in any order, twice
    assert "\x1b" not in path.read_text("utf-8")


@pytest.mark.parametrize(
    ("events", "found"),
    [
        ([event(1, Verdict.DISMISSED)], {"f1"}),
        ([event(1, Verdict.CONFIRMED)], set()),
        ([event(1, Verdict.DISMISSED), event(2, Verdict.CONFIRMED)], set()),
        ([event(1, Verdict.CONFIRMED), event(2, Verdict.DISMISSED)], {"f1"}),
        ([event(1, Verdict.DISMISSED), event(2, Verdict.CONFIRMED, "ben")], set()),
        ([event(1, Verdict.DISMISSED), event(2, Verdict.DISMISSED, "ben")], {"f1"}),
        ([event(1, Verdict.DISMISSED), event(2, None, undoes=event(1, None).id)], set()),
        ([event(1, Verdict.DISMISSED), event(2, Verdict.UNSURE, about="f2")], {"f1"}),
    ],
)
def test_the_latest_verdict_counts_and_a_conflict_is_open(events: list[Decision], found: set[str]) -> None:
    assert exchange.dismissed(events) == found


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"kind": "praise"}, "kind 'praise' is unknown"),
        ({"verdict": "maybe"}, "verdict 'maybe' is unknown"),
        ({"at": "yesterday"}, "isoformat"),
        ({"id": 5}, "id is not a text"),
        ({"spans": [{"side": "target"}]}, "no start"),
        ({"spans": [{"side": "target", "start": 4, "end": 2}]}, "out of order"),
        ({"target": 5}, "target is not a text"),
    ],
)
def test_a_line_that_is_no_decision_is_named(tmp_path: Path, change: dict[str, object], said: str) -> None:
    (line,) = exchange.lines([event(1, Verdict.DISMISSED)])
    path = tmp_path / "decisions.jsonl"
    path.write_text(line + json.dumps(json.loads(line) | change) + "\n", encoding="utf-8")
    with pytest.raises(FormatError, match=rf"decisions\.jsonl:2: not a decision: .*{said}"):
        exchange.read(path)


@pytest.mark.parametrize("content", [b"[]\n", b"{}\n", b"{\n", b"\xff\xfe\xfd", b"[" * 100_000])
def test_a_file_of_something_else_is_one_line(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "decisions.jsonl"
    path.write_bytes(content)
    with pytest.raises(FormatError):
        exchange.read(path)
    with pytest.raises(FormatError, match="no such decisions file"):
        exchange.read(tmp_path / "none.jsonl")
