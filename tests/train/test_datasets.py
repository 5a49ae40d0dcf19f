from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from mtreview.issue import Severity
from mtreview.segment import Side
from mtreview.train.datasets import CLEAN, annotated_row, assessed_row, clean_pairs, located, systems

if TYPE_CHECKING:
    from pathlib import Path

    from mtreview.train.examples import Example


def marked(example: Example, side: Side) -> list[str]:
    text = example.target if side is Side.TARGET else example.source
    return [text[mark.span.start : mark.span.end] for mark in example.marks if mark.span.side is side]


def test_what_only_measures_never_trains() -> None:
    assert not [name for name in CLEAN if name.startswith(("ntrex", "ud_pud", "tico19", "europarl"))]


@pytest.mark.parametrize(
    ("text", "tokens", "found"),
    [
        ("It isn't, no.", ["It", "isn", "'t", ",", "no", "."], ["It", "isn", "'t", ",", "no", "."]),
        ("a  b", ["a", "b"], ["a", "b"]),
        ("a c", ["a", "b", "c"], ["a", "", "c"]),
    ],
)
def test_tokens_are_found_in_the_text(text: str, tokens: list[str], found: list[str]) -> None:
    assert [text[start:end] for start, end in located(text, tokens)] == found


def test_words_tagged_bad_are_marked_and_gaps_are_not() -> None:
    example = assessed_row(
        {
            "lp": "ro-en", "source": "Unu doi .", "target": "One three .", "z_da": -0.5,
            "source_tokens": ["Unu", "doi", "."], "target_tokens": ["One", "three", "."],
            "target_and_gap_tags": ["BAD", "OK", "OK", "BAD", "OK", "OK", "BAD"], "source_tags": ["OK", "BAD", "OK"],
        }
    )  # fmt: skip
    assert marked(example, Side.TARGET) == ["three"]
    assert marked(example, Side.SOURCE) == ["doi"]
    assert example.judgement == -0.5


def test_the_last_character_of_an_annotated_error_is_inside() -> None:
    error = {"start": 4, "end_incl": 6, "term": "cat", "category": "Accuracy", "severity": "Major"}
    example = annotated_row({"source": "El perro.", "target": "The cat.", "errors": [error]})
    assert marked(example, Side.TARGET) == ["cat"]
    assert example.major is True
    assert example.marks[0].severity is Severity.MAJOR


def test_a_fault_of_the_source_itself_is_not_the_translations() -> None:
    faults = [
        {"term": "pero", "startIndex": 3, "endIndex": 6, "error_category": category, "severity": "Major"}
        for category in ("Source", "Accuracy")
    ]
    row = {"source": "El pero.", "target": "The dog.", "errors": []}
    assert annotated_row({**row, "source_errors": faults[:1]}).major is False
    assert marked(annotated_row({**row, "source_errors": faults[1:]}), Side.SOURCE) == ["pero"]


def test_words_that_the_reference_lacks_are_marked(tmp_path: Path) -> None:
    row = {"segment": 0, "source": "El gato duerme.", "target": "The dog sleeps.", "reference": "The cat sleeps."}
    path = tmp_path / "systems.jsonl"
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    [example] = systems(path, every=4, most=3)
    assert marked(example, Side.TARGET) == ["dog"]
    assert example.judgement == pytest.approx(-1.0)


def test_clean_pairs_are_distinct_and_without_marks_of_gender(tmp_path: Path) -> None:
    folder = tmp_path / "parallel-es-en"
    folder.mkdir()
    rows = [{"source": "[Ella] vino.", "target": "[She] came."}] * 2 + [{"source": "", "target": "x"}]
    import gzip  # noqa: PLC0415 - here alone

    with gzip.open(folder / "mt_geneval_sentences.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
    assert clean_pairs(tmp_path, "mt_geneval_sentences") == [("Ella vino.", "She came.")]
