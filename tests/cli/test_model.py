from __future__ import annotations

import json
from typing import TYPE_CHECKING

from mtreview.models.estimator import SHA256, WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome

BANK = "El banco central subió los tipos de interés medio punto."


def test_info_prints_the_card_and_the_signature(run: Callable[..., Outcome]) -> None:
    done = run("model", "info")
    assert done.code == 0
    assert "WMT data for research use" in done.out
    assert f"estimator@{SHA256[:12]}" in done.out.splitlines()[-1]


def labelled(folder: Path) -> Path:
    good, bad = "The central bank raised interest rates by half a point.", "Otters hold hands while they sleep."
    rows = [{"source": BANK, "target": good, "perturbed": bad, "lp": "es-en", "perturbation": "unrelated"}] * 2
    rows += [
        {"source": BANK, "target": target, "critical": target == bad, "z_da": float(at)}  # type: ignore[dict-item]
        for at, target in enumerate([bad] * 6 + [good] * 6)
    ]
    path = folder / "labels.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_eval_gives_every_figure_with_its_interval(run: Callable[..., Outcome], tmp_path: Path) -> None:
    done = run("model", "eval", labelled(tmp_path), "--format", "json")
    assert done.code == 0, done.err
    told = json.loads(done.out)
    figures = {(item["measure"], item["scorer"], item["group"]): item for item in told["figures"]}
    assert figures["pairwise accuracy", "estimator", "perturbation=unrelated"]["value"] == 1.0
    assert figures["roc auc major", "chance", "all"]["value"] == 1.0
    assert figures["pearson z_da", "length", "all"]["value"] == 0.0
    assert all(item["low"] <= item["value"] <= item["high"] for item in told["figures"])
    assert told["pairs"] == 14


def test_eval_prints_a_table(run: Callable[..., Outcome], tmp_path: Path) -> None:
    done = run("model", "eval", labelled(tmp_path))
    assert "pairwise accuracy" in done.out
    assert "perturbation=unrelated" in done.out


def test_two_models_are_compared(run: Callable[..., Outcome], tmp_path: Path) -> None:
    done = run("model", "eval", labelled(tmp_path), "--format", "json", "--against", WEIGHTS)
    assert done.code == 0, done.err
    found = [item for item in json.loads(done.out)["figures"] if item["group"] == "all" and item["scorer"] == "other"]
    assert {item["measure"] for item in found} >= {"pairwise accuracy", "roc auc major", "pearson z_da"}
    assert all(item["against"] == 1.0 for item in found)  # a model has no lead over itself


def test_the_quality_model_of_the_configuration_is_measured_too(
    run: Callable[..., Outcome], tmp_path: Path, tiny_encoder: Path
) -> None:
    table = f"[quality_model]\nkind = 'encoder'\nname = {json.dumps(str(tiny_encoder))}\n"
    (tmp_path / "mtreview.toml").write_text(table, encoding="utf-8")
    done = run("model", "eval", labelled(tmp_path), "--format", "json")
    assert done.code == 0, done.err
    told = json.loads(done.out)
    found = {item["measure"]: item for item in told["figures"] if item["scorer"] == "quality model"}
    assert found.keys() >= {"pairwise accuracy", "roc auc major", "pearson z_da"}
    assert 0 <= found["roc auc major"]["against"] <= 1
    signature = told["signature"].split("|")[-1]
    assert run("model", "info").out.splitlines()[-1] == f"[quality_model]: {signature}"
    assert "quality_model" not in run("model", "info", "--isolated").out


def test_what_cannot_be_measured_is_one_line(run: Callable[..., Outcome], tmp_path: Path) -> None:
    empty = tmp_path / "empty.jsonl"
    empty.write_text("\n", encoding="utf-8")
    bad = tmp_path / "bad.jsonl"
    bad.write_text("{}\n", encoding="utf-8")
    bare = tmp_path / "bare.jsonl"
    bare.write_text('{"source": "a", "target": "b"}\n', encoding="utf-8")
    for arguments, says in (
        (("eval", str(bare)), "too few of the lines have a label"),
        (("eval", "none.jsonl"), "no such file"),
        (("eval", str(tmp_path)), "a folder; name its JSONL files"),
        (("eval", str(empty)), "no labelled pair"),
        (("eval", str(labelled(tmp_path)), "--against", str(bad)), "cannot read the estimator's weights"),
        (("eval", str(bad)), "bad.jsonl:1: not a labelled pair"),
        (("train", "--data", "none", "--work", "w", "-o", "x.safetensors"), "no such folder"),
    ):
        done = run("model", *arguments)
        assert done.code == 2
        assert says in done.err
        assert len(done.err.splitlines()) == 1
