from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from mtreview import plugins

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome

    Run = Callable[..., Outcome]


def test_every_check_is_explained(run: Run) -> None:
    for name in plugins.names("checks"):
        outcome = run("explain", name)
        assert outcome.code == 0
        assert outcome.out.startswith(f"{name}: ")
        assert "\nBad:\n" in outcome.out
        assert "\nGood:\n" in outcome.out
        assert f"[checks.{name}]" in outcome.out


def test_an_unknown_check_is_named_with_the_nearest(run: Run) -> None:
    outcome = run("explain", "doubled-wrd")
    assert outcome.code == 2
    assert 'did you mean "doubled-word"?' in outcome.err


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("mtreview ga", "plain,gate\n"),
        ("mtreview explain number-mi", "plain,number-mismatch\n"),
        ("mtreview check --checks spacing,doubled-w", "plain,spacing,doubled-word\n"),
    ],
)
def test_a_shell_completes_commands_and_checks(
    run: Run, monkeypatch: pytest.MonkeyPatch, typed: str, offered: str
) -> None:
    monkeypatch.setenv("_MTREVIEW_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", typed)
    monkeypatch.setenv("COMP_CWORD", str(len(typed.split()) - 1))
    assert run().out == offered


def test_a_misspelt_command_is_named_with_the_nearest(run: Run) -> None:
    outcome = run("chek", "x.tsv")
    assert outcome.code == 2
    assert outcome.err == 'mtreview: no command "chek"; did you mean "check"? (see: mtreview --help)\n'


def test_the_list_has_every_check(run: Run) -> None:
    listed = [line.split()[0] for line in run("checks").out.splitlines()]
    assert listed == list(plugins.names("checks"))
    found = json.loads(run("checks", "--format", "json").out)
    assert [check["id"] for check in found] == listed
    assert all(check["bad"] and check["good"] and check["title"] for check in found)


def test_what_was_measured_is_told(run: Run) -> None:
    assert "\nMeasured:\n  flagged per 1,000 good pairs" in run("explain", "number-mismatch", "--no-model").out
    found = json.loads(run("checks", "--format", "json").out)
    assert all("measured" in check for check in found)


def test_a_check_of_the_model_is_explained_without_one(run: Run) -> None:
    assert run("explain", "low-similarity", "--no-model").out == run("explain", "low-similarity").out


def test_the_list_carries_precision_recall_and_scope(run: Run) -> None:
    found = {check["id"]: check for check in json.loads(run("checks", "--format", "json").out)}
    assert [found[name]["scope"] for name in ("spacing", "name-variant", "inconsistent-target")] == [
        "segment",
        "document",
        "corpus",
    ]
    precision = found["number-mismatch"]["measured"]["precision"]
    assert 0 < precision["low"] < precision["count"] / precision["of"] < precision["high"] < 1
    assert found["number-mismatch"]["measured"]["recall"]
    assert found["house-style"]["measured"]["precision"] is None
    assert all(check["verdicts"] is None for check in found.values())


def test_the_list_of_no_checks_is_empty(run: Run, tmp_path: Path) -> None:
    tables = "".join(f"[checks.{name}]\nenabled = false\n" for name in plugins.names("checks"))
    (tmp_path / "mtreview.toml").write_text(tables, encoding="utf-8")
    assert run("checks").out == ""
    assert json.loads(run("checks", "--format", "json").out) == []
