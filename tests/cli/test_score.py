from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

from tests.cli.test_check import GOOD, MAJOR, pairs
from tests.models.backends.endpoint import listed, serving

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome

    Run = Callable[..., Outcome]


def test_one_record_a_segment_in_input_order(run: Run, tmp_path: Path) -> None:
    records = [json.loads(line) for line in run("score", "--no-model", pairs(tmp_path, MAJOR, GOOD)).out.splitlines()]
    assert [record["target"] for record in records] == [MAJOR["target"], GOOD["target"]]
    assert records[0]["score"] < records[1]["score"] == 100
    assert {record["basis"] for record in records} == {"rules"}
    assert records[0]["scores"]["similarity"] is None


def test_with_the_model_there_is_a_similarity(run: Run, tmp_path: Path) -> None:
    unrelated = {"source": GOOD["source"], "target": "The recipe calls for two cups of brown sugar."}
    lines = run("score", pairs(tmp_path, GOOD, unrelated)).out.splitlines()
    good, bad = (json.loads(line)["scores"]["similarity"] for line in lines)
    assert 0 <= bad < good <= 1


def test_with_a_reference_sacrebleu_scores_it(run: Run, tmp_path: Path) -> None:
    record = GOOD | {"reference": "16 people died in the capital.", "id": "a7", "system": "x", "domain": "news"}
    (line,) = run("score", "--no-model", pairs(tmp_path, record)).out.splitlines()
    found = json.loads(line)
    assert {"bleu", "chrf", "ter"} <= set(found["scores"])
    assert (found["segment"], found["system"], found["extra"]) == ("a7", "x", {"domain": "news"})
    assert "chrf[" in found["signature"]


def test_bad_records_go_to_the_rejects_file(run: Run, tmp_path: Path) -> None:
    path = pairs(tmp_path, GOOD, MAJOR)
    path.write_text(path.read_text("utf-8") + '{"source": "x"}\nnot json\n', "utf-8")
    outcome = run("score", "--no-model", path, "-o", tmp_path / "out.jsonl")
    assert outcome.code == 0
    assert len((tmp_path / "out.jsonl").read_text("utf-8").splitlines()) == 2
    rejects = [json.loads(line) for line in (tmp_path / "out.jsonl.rejects.jsonl").read_text("utf-8").splitlines()]
    assert [reject["line"] for reject in rejects] == [3, 4]
    assert all(reject["reason"] for reject in rejects)
    assert "2 bad records left out" in outcome.err
    assert run("score", "--no-model", "--strict", path).code == 2


def test_tsv_has_a_header_and_a_row_a_segment(run: Run, tmp_path: Path) -> None:
    lines = run("score", "--no-model", "--format", "tsv", pairs(tmp_path, MAJOR)).out.splitlines()
    row = dict(zip(lines[0].split("\t"), lines[1].split("\t"), strict=True))
    assert row["issues"] == "major:number-mismatch"
    assert row["target"] == MAJOR["target"]
    assert "chrf" not in row


def test_tsv_has_a_column_for_each_further_score(run: Run, tmp_path: Path, tiny_encoder: Path) -> None:
    folder = shutil.copytree(tiny_encoder, tmp_path / "labse")
    table = f"[quality_model]\nkind = 'encoder'\nname = {json.dumps(str(folder))}\n"
    (tmp_path / "mtreview.toml").write_text(table, encoding="utf-8")
    record = GOOD | {"reference": "16 people died in the capital."}
    lines = run("score", "--format", "tsv", pairs(tmp_path, record)).out.splitlines()
    row = dict(zip(lines[0].split("\t"), lines[1].split("\t"), strict=True))
    assert {"quality_estimate", "similarity", "mqm", "quality_model", "bleu", "chrf", "ter"} <= row.keys()
    assert 0 <= float(row["quality_model"]) <= 100


def test_a_quality_model_of_the_configuration_adds_its_score(run: Run, tmp_path: Path, tiny_encoder: Path) -> None:
    folder = shutil.copytree(tiny_encoder, tmp_path / "labse")
    table = f"[quality_model]\nkind = 'encoder'\nname = {json.dumps(str(folder))}\n"
    (tmp_path / "mtreview.toml").write_text(table, encoding="utf-8")
    done = run("score", "--config", str(tmp_path / "mtreview.toml"), pairs(tmp_path, GOOD))
    record = json.loads(done.out)
    assert 0 <= record["scores"]["quality_model"] <= 100
    assert f"|encoder:{folder}@" in record["signature"]
    assert "Apache-2.0" in done.err
    checked = run("check", "--config", str(tmp_path / "mtreview.toml"), pairs(tmp_path, GOOD), "--format", "jsonl")
    assert '"quality_model"' not in checked.out


def test_errors_that_a_judge_names_are_issues_of_score_and_of_no_other_command(run: Run, tmp_path: Path) -> None:
    wrong = pairs(tmp_path, {"source": "Murieron 16 personas.", "target": "Sixteen people were died."})
    config = tmp_path / "mtreview.toml"
    with serving() as endpoint:
        endpoint.say(listed([{"side": "target", "quote": "died", "category": "grammar", "severity": "major"}]))
        table = f"[quality_model]\nkind = 'judge'\nname = 'some-model'\nendpoint = {json.dumps(endpoint.url)}\n"
        config.write_text(table, encoding="utf-8")
        scored = run("score", wrong, "--config", config, "--checks", "judged-error")
        refused = run("check", wrong, "--config", config, "--checks", "judged-error")
        run("check", wrong, "--config", config)
        assert len(endpoint.asked) == 1
    [record] = [json.loads(line) for line in scored.out.splitlines() if '"issues"' in line]
    assert [(item["check"], item["severity"]) for item in record["issues"]] == [("judged-error", "major")]
    assert record["scores"]["quality_model"] == 80.0
    assert (refused.code, refused.err.count("\n")) == (2, 1)
    assert "judged-error needs the model of [quality_model]" in refused.err
