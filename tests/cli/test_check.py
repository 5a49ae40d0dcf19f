from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome

    Run = Callable[..., Outcome]

GOOD = {"source": "Murieron 16 personas en la capital.", "target": "Sixteen people died in the capital."}
MINOR = {"source": "Murieron 16 personas.", "target": "Sixteen people people died."}
MAJOR = {
    "source": "Otras 16 personas llegaron ayer a la ciudad.",
    "target": "Another 60 people arrived in the city yesterday.",
}


def pairs(folder: Path, *records: dict[str, str], name: str = "pairs.jsonl") -> Path:
    path = folder / name
    path.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    return path


@pytest.mark.parametrize(
    ("record", "fail_on", "code"),
    [
        (GOOD, "neutral", 0),
        (MINOR, "major", 0),
        (MINOR, "minor", 1),
        (MAJOR, "major", 1),
        (MAJOR, "critical", 0),
    ],
)
def test_the_exit_code_says_whether_an_issue_fails_it(
    run: Run, tmp_path: Path, record: dict[str, str], fail_on: str, code: int
) -> None:
    assert run("check", "--no-model", "--fail-on", fail_on, pairs(tmp_path, record)).code == code


def test_text_names_place_words_and_fix_worst_first(run: Run, tmp_path: Path) -> None:
    out = run("check", "--no-model", pairs(tmp_path, MINOR, MAJOR)).out
    assert out.index("pairs.jsonl:2: major:") < out.index("pairs.jsonl:1: minor:")
    assert 'fix: "60" -> "16"' in out
    assert "[people people]" in out
    assert "2 segments in 1 document: 1 major, 1 minor" in out
    assert "|model:none|" in out


def test_json_is_one_object_with_every_segment(run: Run, tmp_path: Path) -> None:
    found = json.loads(run("check", "--no-model", "--format", "json", pairs(tmp_path, GOOD, MAJOR)).out)
    assert found["version"] == 1
    assert found["summary"]["issues"]["major"] == 1
    assert [len(record["issues"]) for record in found["segments"]] == [0, 1]
    (issue,) = found["segments"][1]["issues"]
    assert issue["check"] == "number-mismatch"
    assert {"side": "target", "start": 8, "end": 10, "text": "60"} in issue["spans"]
    assert found["segments"][1]["signature"] == found["signature"]


def test_a_file_gets_the_same_bytes_as_a_pipe(run: Run, tmp_path: Path) -> None:
    path = pairs(tmp_path, GOOD, MAJOR)
    for form in ("text", "json", "jsonl"):
        piped = run("check", "--no-model", "--format", form, path)
        assert run("check", "--no-model", "--format", form, path, "-o", tmp_path / "out").out == ""
        assert (tmp_path / "out").read_bytes() == piped.out.encode()


def test_an_english_rendering_alone_is_checked(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("Escuche esta historia\n\n--:--\n\nThe minister resigned on Monday.\n3 min de lectura\n", "utf-8")
    found = json.loads(run("check", "--no-model", "--format", "json", path).out)
    flagged = {record["target"]: record["issues"] for record in found["segments"]}
    assert flagged["Escuche esta historia"][0]["suggestion"]["text"] == "Listen to this story"
    assert flagged["3 min de lectura"][0]["suggestion"]["text"].endswith("min read")
    assert flagged["--:--"]
    assert not flagged["The minister resigned on Monday."]
    assert {record["basis"] for record in found["segments"]} == {"issues"}
    assert all(record["source"] is None for record in found["segments"])


def test_two_documents_are_aligned(run: Run, tmp_path: Path) -> None:
    spanish = tmp_path / "a.es.txt"
    spanish.write_text("El presidente habló el lunes.\n\nMurieron 16 personas.\n\nNadie respondió.\n", "utf-8")
    english = tmp_path / "a.en.txt"
    english.write_text("The president spoke on Monday.\n\n60 people died.\n\nNobody answered.\n", "utf-8")
    outcome = run("check", "--no-model", "--format", "json", english, "--source", spanish)
    records = json.loads(outcome.out)["segments"]
    assert [record["source"] for record in records] == [
        "El presidente habló el lunes.",
        "Murieron 16 personas.",
        "Nadie respondió.",
    ]
    assert [issue["check"] for record in records for issue in record["issues"]] == ["number-mismatch"]
    assert "align:length" in records[0]["signature"]


def test_only_the_checks_named_run(run: Run, tmp_path: Path) -> None:
    outcome = run("check", "--no-model", "--checks", "doubled-word", pairs(tmp_path, MAJOR, MINOR))
    assert "[doubled-word]" in outcome.out
    assert "[number-mismatch]" not in outcome.out


def test_gzip_folder_glob_and_line_pairs_are_read(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    with gzip.open(folder / "a.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps(MAJOR) + "\n")
    assert run("check", "--no-model", folder).code == 1
    assert run("check", "--no-model", f"{folder}/*.gz").code == 1
    (tmp_path / "l.es").write_text(GOOD["source"] + "\n" + MAJOR["source"] + "\n", "utf-8")
    (tmp_path / "l.en").write_text(GOOD["target"] + "\n" + MAJOR["target"] + "\n", "utf-8")
    assert run("check", "--no-model", tmp_path / "l.en", "--source", tmp_path / "l.es", "--line-by-line").code == 1


def test_a_glossary_from_the_command_line_takes_precedence(run: Run, tmp_path: Path) -> None:
    glossary = tmp_path / "mine.csv"
    glossary.write_text("source,target,status\ncapital,main city,preferred\n", "utf-8")
    outcome = run("check", "--no-model", "--glossary", glossary, "--fail-on", "minor", pairs(tmp_path, GOOD))
    assert outcome.code == 1
    assert "main city" in outcome.out


BAD = [
    ("missing.txt", None, "missing.txt: no such file"),
    ("empty.txt", b"", "empty.txt: empty"),
    ("binary.txt", bytes(range(256)) * 8, "binary.txt"),
    ("latin.txt", "El año pasó.\n".encode("latin-1"), "latin.txt"),
    ("broken.xlf", b"<?xml version='1.0'?>\n<xliff>\n<file>\n</xliff>", "broken.xlf:4"),
    ("bad.jsonl", b'{"source": "a", "target": "b"}\n{"source": \n', "bad.jsonl:2"),
    ("long.jsonl", b'{"source": "a", "target": "' + b"x " * 600_000 + b'"}\n', "long.jsonl:1"),
    ("image.png", b"\x89PNG\r\n\x1a\n" + bytes(64), "image.png"),
]


@pytest.mark.parametrize(("name", "content", "told"), BAD)
def test_bad_input_is_one_line_with_its_place_and_exit_2(
    run: Run, tmp_path: Path, name: str, content: bytes | None, told: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    outcome = run("check", "--no-model", name)
    assert outcome.code == 2
    assert told in outcome.err
    assert outcome.err.count("\n") == 1
    assert outcome.out == ""


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--checks", "numbr-mismatch"), 'no check "numbr-mismatch"; did you mean "number-mismatch"?'),
        (("--glossary", "none.csv"), "none.csv: no such glossary"),
        (("--config", "none.toml"), "none.toml: no such file"),
        (("--source", "none.txt"), "none.txt"),
        (("--encoder", "no/such-folder/"), "no/such-folder"),
        (("--format", "pdf"), "pdf"),
    ],
)
def test_a_bad_option_is_one_line_and_exit_2(run: Run, tmp_path: Path, arguments: tuple[str, ...], told: str) -> None:
    (tmp_path / "a.txt").write_text("Hello there.\n", "utf-8")
    model = () if "--encoder" in arguments else ("--no-model",)
    outcome = run("check", *model, *arguments, "a.txt")
    assert outcome.code == 2
    assert told in outcome.err
    assert "Traceback" not in outcome.err
    assert outcome.err.count("\n") == 1


def test_a_hub_name_without_network_is_no_traceback(run: Run, tmp_path: Path) -> None:
    outcome = run("check", "--encoder", "no/such-model", pairs(tmp_path, GOOD))
    assert outcome.code == 2
    assert 'cannot fetch the encoder "no/such-model"' in outcome.err.splitlines()[-1]
    assert "Traceback" not in outcome.err


def test_a_folder_with_nothing_to_read_and_unequal_lines_are_exit_2(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "x.bin").write_bytes(b"x")
    assert run("check", "--no-model", "in").code == 2
    (tmp_path / "a").write_text("one\ntwo\n", "utf-8")
    (tmp_path / "b").write_text("uno\n", "utf-8")
    outcome = run("check", "--no-model", "a", "--source", "b", "--line-by-line")
    assert outcome.code == 2
    assert "2" in outcome.err
    assert "1" in outcome.err


def test_escape_sequences_are_shown_and_not_sent(run: Run, tmp_path: Path) -> None:
    record = {"source": "Hola a todos, amigos.", "target": "Hello \x1b[2Jto all all, friends\u202e."}
    for form in ("text", "json", "jsonl"):
        outcome = run("check", "--no-model", "--format", form, pairs(tmp_path, record))
        assert "\x1b" not in outcome.out + outcome.err
        assert "\u202e" not in outcome.out + outcome.err


def test_an_output_that_cannot_be_written_is_exit_2(run: Run, tmp_path: Path) -> None:
    outcome = run("check", "--no-model", pairs(tmp_path, GOOD), "-o", tmp_path / "no" / "out.txt")
    assert outcome.code == 2
    assert "out.txt: cannot write" in outcome.err


def test_a_memory_is_looked_up_by_source(run: Run, tmp_path: Path) -> None:
    (tmp_path / "m.tmx").write_text(
        '<tmx version="1.4"><header/><body><tu><tuv xml:lang="en"><seg>Sixteen people died in the capital.</seg></tuv>'
        f'<tuv xml:lang="es-MX"><seg>{GOOD["source"]}</seg></tuv></tu></body></tmx>',
        "utf-8",
    )
    other = {**GOOD, "target": "In the capital, 16 people died."}
    found = run("check", "--no-model", "--memory", tmp_path / "m.tmx", pairs(tmp_path, GOOD, other))
    assert found.out.count("[memory-mismatch]") == 1
    assert "|memories:1." in found.out


def test_a_memory_that_cannot_be_read_is_an_error_before_any_output(run: Run, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("Nobody knows.", "utf-8")
    found = run("check", "--no-model", "--memory", "none.tmx", tmp_path / "text.txt")
    assert (found.code, found.out) == (2, "")
    assert "none.tmx: no such translation memory" in found.err


SWAPPED = """<?xml version="1.0"?>
<xliff version="1.2"><file original="a" source-language="en" target-language="es" datatype="plaintext"><body>
<trans-unit id="1"><source>Sixteen people died.</source><target>Murieron 60 personas.</target></trans-unit>
</body></file></xliff>
"""


def test_another_direction_is_refused_or_read_without_checks_and_says_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "swapped.xlf").write_text(SWAPPED, "utf-8")
    refused = run("check", "swapped.xlf")
    assert (refused.code, refused.out) == (2, "")
    assert 'swapped.xlf:2: translated from "en" into "es"' in refused.err
    read = run("check", "--no-model", "--direction", "as-is", "swapped.xlf")
    assert read.code == 0
    assert "nothing was checked" in read.out


def test_an_option_out_of_its_range_is_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mtreview.toml").write_text("[checks.low-quality]\n\nfloor = 7\n", "utf-8")
    (tmp_path / "en.txt").write_text("Nobody spoke.\n", "utf-8")
    told = run("check", "--no-model", "en.txt")
    assert (told.code, told.out) == (2, "")
    assert told.err.endswith("mtreview.toml:3: checks.low-quality.floor: 7 is not a number from 0 to 1\n")
    assert told.err.count("\n") == 1


def test_domains_of_the_configuration_choose_terms(run: Run, tmp_path: Path) -> None:
    (tmp_path / "terms.csv").write_text(
        "source,target,status,domain\nbanco,bank,preferred,money\nbanco,bench,preferred,parks\n", encoding="utf-8"
    )
    config = tmp_path / "mtreview.toml"
    wrong = pairs(tmp_path, {"source": "El banco es verde.", "target": "The bank is green."})
    codes = {}
    for domain in ("money", "parks", "paks"):
        config.write_text(f'glossaries = ["terms.csv"]\ndomains = ["{domain}"]\n', encoding="utf-8")
        found = run("check", wrong, "--no-model", "--config", config, "--fail-on", "minor")
        codes[domain] = found.code, "wrong-term" in found.out
    assert codes == {"money": (0, False), "parks": (1, True), "paks": (2, False)}
    assert found.err.count("\n") == 1
