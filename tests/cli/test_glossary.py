from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from mtreview.glossary import read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome

    Run = Callable[..., Outcome]

GOOD = "source,target,status,note\ncasa,house,preferred,\ncasa,home,admitted,at times\n"
TBX = """<tbx><text><body><conceptEntry><langSec xml:lang="en"><termSec><term>house</term></termSec></langSec>
<langSec xml:lang="es"><termSec><term>casa, hogar</term></termSec></langSec></conceptEntry></body></text></tbx>"""


def file(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        (GOOD, 0, ""),
        (GOOD + "casa,household,preferred,\n", 1, "several preferred"),
        (GOOD + "casa,house,admitted,\n", 2, "line 2"),
        ("", 2, "empty glossary"),
    ],
)
def test_check_says_what_is_odd(run: Run, tmp_path: Path, text: str, code: int, told: str) -> None:
    found = run("glossary", "check", file(tmp_path, "terms.csv", text))
    assert found.code == code
    assert told in found.out + found.err
    assert not found.out if code != 1 else found.out.count("\n") == 1


def test_check_counts_rows(run: Run, tmp_path: Path) -> None:
    assert "2 rows: 1 preferred, 1 admitted" in run("glossary", "check", file(tmp_path, "t.csv", GOOD)).err


@pytest.mark.parametrize(("name", "text"), [("in.csv", GOOD), ("in.tbx", TBX), ("in.tsv", GOOD.replace(",", "\t"))])
@pytest.mark.parametrize("out", ["out.csv", "out.tsv"])
def test_convert_keeps_every_row(run: Run, tmp_path: Path, name: str, text: str, out: str) -> None:
    before = file(tmp_path, name, text)
    assert run("glossary", "convert", before, tmp_path / out).code == 0
    rows = [
        [(term.source, term.target, term.status, term.note) for term in read(path)] for path in (before, tmp_path / out)
    ]
    assert rows[0] == rows[1]


def test_convert_refuses_what_it_cannot_write(run: Run, tmp_path: Path) -> None:
    found = run("glossary", "convert", file(tmp_path, "in.csv", GOOD), tmp_path / "out.tbx")
    assert found.code == 2
    assert ".csv or .tsv" in found.err


def test_a_tbx_file_serves_as_a_glossary(run: Run, tmp_path: Path) -> None:
    glossary = file(tmp_path, "terms.tbx", TBX.replace("casa, hogar", "ayuntamiento").replace("house", "town hall"))
    text = file(tmp_path, "p.tsv", "source\ttarget\nEl ayuntamiento cerró.\tThe council closed.\n")
    assert '"town hall"' in run("check", "--no-model", "--checks", "wrong-term", "--glossary", glossary, text).out


def test_mine_proposes_labels_and_corrections(run: Run, tmp_path: Path) -> None:
    for name in ("one", "two", "three"):
        file(tmp_path, f"{name}.txt", f"Hágase socio\n\nThe {name} of us left.\n")
    records = [
        {"source": f"{word} la sentencia", "target": f"{word} the sentence", "reference": f"{word} the ruling"}
        for word in ("Uno", "Dos", "Tres")
    ]
    file(tmp_path, "pairs.jsonl", "".join(f"{json.dumps(record)}\n" for record in records))
    found = run("glossary", "mine", "--no-model", "--checks", "empty", "one.txt", "two.txt", "three.txt", "pairs.jsonl")
    assert found.code == 0
    rows = list(csv.DictReader(io.StringIO(found.out)))
    assert [(row["source"], row["target"], row["status"], row["domain"]) for row in rows] == [
        ("Hágase socio", "Hágase socio", "preferred", "furniture"),
        ("sentencia", "ruling", "preferred", ""),
        ("sentencia", "sentence", "forbidden", ""),
    ]
    assert run("glossary", "check", file(tmp_path, "mined.csv", found.out)).code in {0, 1}
