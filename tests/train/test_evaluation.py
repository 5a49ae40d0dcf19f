from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from mtreview.errors import FormatError
from mtreview.issue import Category, Severity
from mtreview.models.spans import Wrong
from mtreview.segment import Side, Span
from mtreview.train.evaluation import Figure, Verdicts, figures
from mtreview.train.labelled import labelled, read

if TYPE_CHECKING:
    from pathlib import Path


ERROR = {"start": 4, "end_incl": 8, "term": "house", "severity": "Minor"}


def row(at: int, **labels: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever a label is
    return {"source": f"La casa {at}.", "target": f"The house {at}.", "lp": "es-en", **labels}


def marked(start: int, end: int) -> tuple[Wrong, ...]:
    span = Span(side=Side.TARGET, start=start, end=end)
    return (Wrong(spans=(span,), category=Category.MISTRANSLATION, severity=Severity.MAJOR, chance=0.9),)


def measured(
    rows: list[dict[str, Any]], score: list[float], wrong: list[tuple[Wrong, ...]] | None = None
) -> list[Figure]:
    scores = {
        "ours": np.array(score, np.float64),
        "noise": np.array([at * 7919 % 13 for at in range(len(rows))], np.float64),
    }
    perturbed = {name: values - 1.0 for name, values in scores.items()}
    clean = np.array([min(1.0, max(0.0, value / len(rows))) for value in score])
    marks = wrong or [()] * len(rows)
    found = Verdicts(scores=scores, perturbed=perturbed, clean={"chance": clean}, wrong={"marks": marks})
    return figures([labelled(item) for item in rows], found, rounds=40)


def value(found: list[Figure], measure: str, scorer: str = "ours", group: str = "all") -> Figure:
    return next(item for item in found if (item.measure, item.scorer, item.group) == (measure, scorer, group))


@pytest.mark.parametrize(("label", "sign"), [("z_da", 1), ("da", 1), ("hter", -1)])
def test_scores_are_held_against_judgements(label: str, sign: int) -> None:
    found = measured([row(at, **{label: sign * at}) for at in range(40)], [float(at) for at in range(40)])
    for measure in ("pearson", "spearman", "kendall"):
        figure = value(found, f"{measure} {label}")
        assert figure.value == pytest.approx(1.0)
        assert figure.low <= figure.value <= figure.high
        assert figure.against is None
        assert value(found, f"{measure} {label}", "noise").against == pytest.approx(0.0, abs=0.3)
    assert value(found, f"pearson {label}", group="lp=es-en").count == 40


def test_minimal_pairs_are_counted_by_perturbation() -> None:
    rows = [row(at, perturbed="x", perturbation=f"kind{at % 2}") for at in range(20)]
    found = measured(rows, [1.0] * 20)
    assert value(found, "pairwise accuracy").value == 1.0
    assert value(found, "pairwise accuracy", group="perturbation=kind1").count == 10


def test_major_errors_are_ranked_and_their_chance_is_held_to_account() -> None:
    rows = [row(at, critical=at < 10) for at in range(40)]
    found = measured(rows, [float(at) for at in range(40)])
    assert value(found, "roc auc major").value == 1.0
    assert 0.0 <= value(found, "calibration error", "chance").value <= 1.0


def test_spans_are_compared_by_characters() -> None:
    rows = [row(at, errors=[ERROR]) for at in range(12)]
    found = measured(rows, [1.0] * 12, [marked(4, 9)] * 6 + [()] * 6)
    assert value(found, "span f1 by characters", "marks").value == pytest.approx(2 / 3)


def test_the_marks_and_chances_of_two_models_are_compared_by_segment() -> None:
    rows = [row(at, target_tags=["OK", "BAD", "OK"], critical=at < 20) for at in range(40)]
    rows = [item | {"errors": [ERROR]} if at % 2 else item for at, item in enumerate(rows)]
    scores = np.arange(40.0)
    good, bad = [marked(4, 9)] * 40, [marked(0, 3)] * 40
    found = figures(
        [labelled(item) for item in rows],
        Verdicts(
            scores={"ours": scores},
            perturbed={"ours": scores},
            clean={"chance": scores / 40, "other chance": 1 - scores / 40},
            wrong={"marks": good, "other marks": bad},
        ),
        rounds=40,
    )
    for measure in ("mcc target words", "f1 target words", "span f1 by characters"):
        assert value(found, measure, "marks").against is None
        other = value(found, measure, "other marks")
        assert other.value <= 0.0
        assert other.against is not None
        assert other.against < 0.05
    for measure in ("roc auc major", "calibration error"):
        against = value(found, measure, "other chance").against
        assert against is not None
        assert against < 0.5


def test_kinds_of_perturbation_count_alike_and_the_base_does_not() -> None:
    rows = [row(at, perturbed="x", perturbation="easy") for at in range(30)]
    rows += [row(at, perturbed="x", perturbation="hard") for at in range(30, 40)]
    rows += [row(at, perturbed="x", perturbation="nonsense", severity="base") for at in range(40, 60)]
    scores = np.array([1.0] * 30 + [-1.0] * 10 + [1.0] * 20)
    found = figures(
        [labelled(item) for item in rows],
        Verdicts(
            scores={"ours": scores},
            perturbed={"ours": scores * 0},
            clean={"chance": scores},
            wrong={"marks": [()] * 60},
        ),
        rounds=40,
    )
    mean = value(found, "mean of kinds")
    assert mean.value == pytest.approx(0.5)
    assert mean.count == 40


@pytest.mark.parametrize(
    "labels",
    [{"z_da": 1.0}, {"hter": 0.0}, {"errors": []}, {"target_tags": ["OK", "OK", "OK"]}, {"critical": False}],
)
def test_labels_that_are_all_alike_give_no_figure(labels: dict[str, Any]) -> None:
    assert measured([row(at, **labels) for at in range(20)], [float(at) for at in range(20)]) == []


def test_words_are_compared_with_tags_of_whitespace_tokens() -> None:
    rows = [row(at, target_tags=["OK", "BAD", "OK"]) for at in range(6)]
    found = measured(rows, [1.0] * 6, [marked(4, 9)] * 6)
    assert value(found, "mcc target words", "marks").value == pytest.approx(1.0)


PAIR = '{"source": "a", "target": "b c", '


@pytest.mark.parametrize(
    "line",
    [
        "[1]",
        "{}",
        "{",
        "[" * 100_000,
        '{"source": "a"}',
        '{"source": "a", "target": null}',
        PAIR + '"da": "much"}',
        PAIR + '"z_da": NaN}',
        PAIR + '"hter": 1e999}',
        PAIR + '"perturbed": 3}',
        PAIR + '"critical": "no"}',
        PAIR + '"critical": [1]}',
        PAIR + '"errors": "none"}',
        PAIR + '"target_and_gap_tags": ["OK", "OK"]}',
        PAIR + '"target_tokens": [1, 2], "target_tags": ["OK", "BAD"]}',
        PAIR + '"errors": [{"start": 5}]}',
        PAIR + '"errors": [5]}',
        PAIR + '"target_tags": ["OK"]}',
        PAIR + '"target_tags": ["good", "bad"]}',
        PAIR + '"target_tags": "OK BAD"}',
    ],
)
def test_a_line_that_is_no_labelled_pair_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "labels.jsonl"
    path.write_text(json.dumps(row(1)) + "\n" + line + "\n", encoding="utf-8")
    with pytest.raises(FormatError, match=r"labels\.jsonl:2: not a labelled pair"):
        list(read(path))


def test_what_is_wrong_with_a_label_is_said_in_words() -> None:
    with pytest.raises(ValueError, match=r"critical is \[1\], not true or false"):
        labelled(row(1, critical=[1]))
    with pytest.raises(ValueError, match="target_tokens holds what is not a text"):
        labelled(row(1, target_tokens=[1, 2, 3], target_tags=["OK", "OK", "OK"]))


@pytest.mark.parametrize("content", [b"\xff\xfe\xfd\n", b"\x1f\x8bnot gzip", b'{"source": "\xe9"}\n'])
def test_a_file_that_cannot_be_read_is_one_line(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "labels.jsonl"
    path.write_bytes(content)
    with pytest.raises(FormatError, match=r"labels\.jsonl"):
        list(read(path))
