from __future__ import annotations

import json
from typing import TYPE_CHECKING

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


def dismissing(path: Path, store: Path) -> None:
    """Dismiss every issue of a file, in a store."""
    (document,) = read(path)
    items = list(assess([document], build_profile(load_settings(isolated=True), model=False)))
    kept = SqlStore(str(store))
    kept.add(document, items)
    for row, item in zip(kept.index().ids, items, strict=True):
        for issue in item.issues:
            ruling = Ruling(
                kind=Kind.ISSUE, verdict=Verdict.DISMISSED, fingerprint=issue.fingerprint, check=issue.check
            )
            kept.record(row, "ana", [ruling])
    kept.close()


def test_a_dismissal_holds_until_its_text_changes(run: Run, tmp_path: Path) -> None:
    store = tmp_path / "r.sqlite"
    path = pairs(tmp_path, MAJOR, GOOD)
    dismissing(path, store)
    told = run("export", store, "--decisions", "d.jsonl")
    assert (told.code, told.err) == (0, "d.jsonl: 1 decision\n")
    assert run("check", "--no-model", path).code == 1
    outcome = run("check", "--no-model", path, "--decisions", "d.jsonl")
    assert outcome.code == 0
    assert "issues that reviewers dismissed were left out; they dismissed 1" in outcome.out
    assert "|dismissed:1." in outcome.out
    moved = tmp_path / "elsewhere.jsonl"
    moved.write_text(json.dumps(MINOR) + "\n" + path.read_text("utf-8"), encoding="utf-8")
    assert "number-mismatch" not in run("check", "--no-model", moved, "--decisions", "d.jsonl").out
    assert run("gate", "--no-model", moved, "--decisions", "d.jsonl").code == 0
    first, *_ = run("score", "--no-model", path, "--decisions", "d.jsonl").out.splitlines()
    assert (json.loads(first)["issues"], json.loads(first)["score"]) == ([], 100.0)
    changed = pairs(tmp_path, MAJOR | {"target": f"{MAJOR['target']} Yes."}, GOOD)
    assert run("check", "--no-model", changed, "--decisions", "d.jsonl").code == 1


def test_what_cannot_be_read_is_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_text("{}\n", encoding="utf-8")
    path = pairs(tmp_path, GOOD)
    for arguments, says in (
        (("check", "--no-model", path, "--decisions", "none.jsonl"), "none.jsonl: no such decisions file"),
        (("gate", "--no-model", path, "--decisions", "bad.jsonl"), "bad.jsonl:1: not a decision: no id"),
        (("export", "none.sqlite", "--decisions", "d.jsonl"), "none.sqlite: no such store"),
        (("export", "bad.jsonl", "--decisions", "d.jsonl"), "bad.jsonl"),
    ):
        done = run(*arguments)
        assert done.code == 2
        assert says in done.err
        assert len(done.err.splitlines()) == 1
