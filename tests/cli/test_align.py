from __future__ import annotations

import json
from typing import TYPE_CHECKING

from mtreview import resources

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome

    Run = Callable[..., Outcome]

SPANISH = ["El presidente habló el lunes.", "Murieron 16 personas.", "", "Nadie respondió a las preguntas de 2019."]
ENGLISH = ["The president spoke on Monday.", "Sixteen people (16) died.", "", "Nobody answered the questions of 2019."]


def sides(folder: Path) -> tuple[Path, Path]:
    paths = folder / "a.es", folder / "a.en"
    for path, lines in zip(paths, (SPANISH, ENGLISH), strict=True):
        path.write_text("\n".join(lines) + "\n", "utf-8")
    return paths


def test_a_bead_a_line_under_a_header_and_blank_lines_count(run: Run, tmp_path: Path) -> None:
    for model in ((), ("--no-model",)):
        outcome = run("align", *model, "--sentence-per-line", *sides(tmp_path))
        assert outcome.code == 0
        header, *rows = outcome.out.splitlines()
        assert header.split("\t") == ["source_indices", "target_indices", "score", "source", "target"]
        cells = [row.split("\t") for row in rows]
        linked = [(row[0], row[1]) for row in cells if row[0] and row[1] and row[3]]
        assert linked == [("0", "0"), ("1", "1"), ("3", "3")]
        assert all(0 <= float(row[2]) <= 1 for row in cells)
        for column in (0, 1):
            used = [index for row in cells for index in row[column].split(",") if index]
            assert used == ["0", "1", "2", "3"]


def test_jsonl_says_the_same(run: Run, tmp_path: Path) -> None:
    rows = run("align", "--no-model", "--sentence-per-line", *sides(tmp_path)).out.splitlines()[1:]
    lines = run("align", "--no-model", "--sentence-per-line", "--format", "jsonl", *sides(tmp_path)).out.splitlines()
    assert [",".join(map(str, json.loads(line)["source_indices"])) for line in lines] == [
        row.split("\t")[0] for row in rows
    ]


def test_documents_are_split_into_sentences(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("El Sr. Pérez habló. Nadie respondió.\n", "utf-8")
    (tmp_path / "b.txt").write_text("Mr. Pérez spoke. Nobody answered.\n", "utf-8")
    rows = run("align", "--no-model", "a.txt", "b.txt").out.splitlines()[1:]
    assert [row.split("\t")[3] for row in rows] == ["El Sr. Pérez habló.", "Nadie respondió."]


def test_a_missing_side_is_exit_2(run: Run, tmp_path: Path) -> None:
    outcome = run("align", "--no-model", "none.txt", sides(tmp_path)[1])
    assert outcome.code == 2
    assert "none.txt" in outcome.err


def test_words_are_linked_line_by_line(run: Run, tmp_path: Path) -> None:
    outcome = run("align", "--words", *sides(tmp_path))
    assert outcome.code == 0
    first, second, empty, last = outcome.out.split("\n")[:-1]
    assert {"1-1", "4-4"} <= set(first.split())
    assert "0-3" in second.split()
    assert not empty
    assert "6-5" in last.split()


def test_words_need_a_model_and_as_many_lines_on_either_side(run: Run, tmp_path: Path) -> None:
    spanish, english = sides(tmp_path)
    without = run("align", "--words", "--no-model", spanish, english)
    assert (without.code, without.out) == (2, "")
    assert "needs the encoder" in without.err
    english.write_text("One line.\n", "utf-8")
    unequal = run("align", "--words", spanish, english)
    assert (unequal.code, unequal.out) == (2, "")
    assert "a.en:2: 1 lines, but" in unequal.err
    records = run("align", "--words", "--format", "jsonl", spanish, english)
    assert records.code == 2
    assert "--format" in records.err


def test_the_original_is_found_in_a_folder(run: Run, tmp_path: Path) -> None:
    corpora = resources.folder("corpora")
    (tmp_path / "es").mkdir()
    for number, article in enumerate(("hospital", "notebook")):
        (tmp_path / "es" / f"{number}.txt").write_text((corpora / f"{article}.es.txt").read_text("utf-8"), "utf-8")
    outcome = run("align", "es", corpora / "notebook.en.txt")
    assert (outcome.code, outcome.err) == (0, "original: es/1.txt\n")
    assert outcome.out == run("align", "es/1.txt", corpora / "notebook.en.txt").out
    assert "no file of the name" in run("align", "--no-model", "es", corpora / "notebook.en.txt").err


def test_standard_input_is_one_side_only(run: Run) -> None:
    for command in (("align", "-", "-"), ("check", "-", "--source", "-")):
        outcome = run(*command, "--no-model")
        assert (outcome.code, outcome.out) == (2, "")
        assert "standard input can be read once only" in outcome.err
