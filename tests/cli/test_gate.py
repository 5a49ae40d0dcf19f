from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from mtreview.config import build_profile, load_settings
from mtreview.decision import Kind, Verdict
from mtreview.inputs import read
from mtreview.pipeline import assess
from mtreview.store.base import Ruling
from mtreview.store.sql import SqlStore
from tests.cli.test_check import GOOD, MAJOR, MINOR, pairs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome

    Run = Callable[..., Outcome]


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        ((), 1),
        (("--max-major", "1"), 0),
        (("--max-major", "0"), 1),
        (("--max-critical", "0"), 0),
        (("--max-minor", "0"), 1),
        (("--min-score", "10", "--allow-uncalibrated"), 0),
        (("--min-score", "99", "--allow-uncalibrated"), 1),
        (("--min-score", "10"), 2),
        (("--max-major", "-1"), 2),
        (("--max-major", "many"), 2),
    ],
)
def test_limits(run: Run, tmp_path: Path, limits: tuple[str, ...], code: int) -> None:
    assert run("gate", "--no-model", *limits, pairs(tmp_path, GOOD, MINOR, MAJOR)).code == code


def test_it_prints_every_clause_and_what_failed(run: Run, tmp_path: Path) -> None:
    out = run("gate", "--no-model", "--max-critical", "0", "--max-major", "0", pairs(tmp_path, MAJOR)).out
    assert "pass  max_critical 0: 0" in out
    assert "FAIL  max_major 0: 1" in out
    assert "pairs.jsonl:1:" in out
    assert "gate: FAILED, 1 of 2 clauses" in out


def test_a_clause_that_cannot_be_measured_stands_beside_the_others(run: Run, tmp_path: Path) -> None:
    limits = ("--max-major", "0", "--min-score", "50")
    found = run("gate", "--no-model", *limits, pairs(tmp_path, MAJOR))
    assert found.code == 2
    assert "FAIL  max_major 0: 1" in found.out
    assert 'FAIL  min_score 50: not measurable\n      scores rest on "rules"' in found.out


@pytest.mark.parametrize("options", [("--direction", "as-is"), ("--checks", "low-similarity")])
def test_no_check_is_no_pass(run: Run, tmp_path: Path, options: tuple[str, ...]) -> None:
    found = run("gate", "--no-model", *options, pairs(tmp_path, GOOD))
    assert (found.code, found.out) == (2, "")
    assert "no check runs" in found.err


def test_limits_come_from_the_configuration_too(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mtreview.toml").write_text("[gate]\nmax_major = 1\n", "utf-8")
    assert run("gate", "--no-model", pairs(tmp_path, MAJOR)).code == 0
    assert run("gate", "--no-model", "--max-major", "0", pairs(tmp_path, MAJOR)).code == 1
    assert run("gate", "--no-model", "--isolated", pairs(tmp_path, MAJOR)).code == 1


def test_a_bad_record_or_nothing_to_judge_is_no_pass(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text('{"source": "a"}\n', "utf-8")
    assert run("gate", "--no-model", path).code == 2
    path.write_text("", "utf-8")
    assert run("gate", "--no-model", path).code == 2


def test_a_check_that_reviewers_keep_dismissing_warns_and_fails_nothing(run: Run, tmp_path: Path) -> None:
    records = [
        {"source": f"Otras {n} personas llegaron ayer.", "target": f"Another {n + 500} people arrived yesterday."}
        for n in range(100, 130)
    ]
    path = pairs(tmp_path, *records)
    assert run("gate", "--no-model", path).code == 1
    profile = build_profile(load_settings(isolated=True), model=False)
    (document,) = read(path)
    store = SqlStore(str(tmp_path / ".mtreview" / "review.sqlite"))
    items = list(assess([document], profile))
    store.add(document, items)
    for row, item in zip(store.index().ids, items, strict=True):
        (issue,) = item.issues
        ruling = Ruling(
            kind=Kind.ISSUE, verdict=Verdict.DISMISSED, fingerprint=issue.fingerprint, check="number-mismatch"
        )
        store.record(row, "ana", [ruling])
    outcome = run("gate", "--no-model", path)
    assert outcome.code == 0
    assert "warning: number-mismatch fails nothing: reviewers confirmed 0 of 30 of its issues" in outcome.out
    assert run("gate", "--no-model", "--isolated", path).code == 1
    told = run("explain", "number-mismatch").out
    assert "Your reviewers confirmed 0 of 30 of its issues (95 % interval: 0-11 %)." in told
    (listed,) = json.loads(run("checks", "--format", "json", "--checks", "number-mismatch").out)
    assert listed["verdicts"] == {"confirmed": 0, "dismissed": 30, "low": 0.0, "high": 0.1135}
