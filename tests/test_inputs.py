from __future__ import annotations

import gzip
import os
from typing import TYPE_CHECKING

import pytest

from mtreview import inputs
from mtreview.errors import ConfigError, FormatError
from tests.formats.samples import SAMPLES

if TYPE_CHECKING:
    from pathlib import Path

PAIR = '{"source": "Hola.", "target": "Hello."}\n'


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("b.jsonl", "a.jsonl", "sub/c.JSONL", ".hidden.jsonl", ".git/d.jsonl", "e.docx", "Makefile"):
        file = tmp_path / "in" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(PAIR, encoding="utf-8")
    (tmp_path / "in" / "z.tsv.gz").write_bytes(gzip.compress(b"a\tb\n"))
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("names", "found"),
    [
        pytest.param(["in"], ["in/a.jsonl", "in/b.jsonl", "in/sub/c.JSONL", "in/z.tsv.gz"], id="a folder"),
        pytest.param(["in/b.jsonl", "in/a.jsonl"], ["in/b.jsonl", "in/a.jsonl"], id="files in the order given"),
        pytest.param(["in/*.jsonl"], ["in/a.jsonl", "in/b.jsonl"], id="a glob"),
        pytest.param(["in/**/*.JSONL"], ["in/sub/c.JSONL"], id="a glob of all depths"),
        pytest.param(["in/s*"], ["in/sub/c.JSONL"], id="a glob that finds a folder"),
        pytest.param(["in/b.jsonl", "in/*.jsonl"], ["in/b.jsonl", "in/a.jsonl"], id="a file once"),
        pytest.param(["in/e.docx", "-"], ["in/e.docx", "-"], id="any file by name, and standard input"),
    ],
)
@pytest.mark.usefixtures("tree")
def test_names_stand_for_files(names: list[str], found: list[str]) -> None:
    assert [path.as_posix() for path in inputs.resolve(names)] == found


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("missing.tsv", "^missing.tsv: no such file or folder"),
        ("in/*.tmx", r"^in/\*.tmx: matches no file"),
        ("empty", "^empty: no file in it that is read; these are: .*\\.jsonl"),
    ],
)
@pytest.mark.usefixtures("tree")
def test_names_that_stand_for_nothing_are_refused(name: str, says: str) -> None:
    with pytest.raises(FormatError, match=says):
        inputs.resolve([name])
    with pytest.raises(ConfigError, match="no input"):
        inputs.resolve([])


def test_a_file_with_a_glob_in_its_name_is_that_file(tree: Path) -> None:
    (tree / "a[1].jsonl").write_text(PAIR, encoding="utf-8")
    assert [path.name for path in inputs.resolve(["a[1].jsonl"])] == ["a[1].jsonl"]


def test_documents_are_named_by_their_place_below_the_root(tree: Path) -> None:
    path = tree / "in" / "sub" / "c.JSONL"
    assert [document.id for document in inputs.read(path)] == ["in/sub/c.JSONL"]
    assert [document.id for document in inputs.read(path, root=tree / "in")] == ["sub/c.JSONL"]
    assert [document.id for document in inputs.read(path, root=tree / "empty")] == [path.as_posix()]


@pytest.mark.parametrize("name", sorted(set(SAMPLES) - {"moses"}))
def test_content_tells_what_a_name_does_not(name: str, tmp_path: Path) -> None:
    file = tmp_path / "file.data"
    file.write_text(SAMPLES[name], encoding="utf-8")
    expected = name if name in {"html", "jsonl", "po", "tsv", "xliff"} else "text"
    assert {document.format for document in inputs.read(file)} == {expected}
    assert inputs.is_bilingual(file) == (expected in {"jsonl", "po", "tsv", "xliff"})


def test_the_extension_counts_before_the_content(tmp_path: Path) -> None:
    file = tmp_path / "A.TXT"
    file.write_text(PAIR, encoding="utf-8")
    (document,) = inputs.read(file)
    assert (document.format, document.pieces) == ("text", False)


@pytest.mark.parametrize(
    ("name", "says"),
    [("a.parquet", "Parquet is not read yet"), ("a.jsonl.zst", "Zstandard is not"), ("a.tmx", "TMX is not read yet")],
)
def test_what_is_not_read_yet_is_named(name: str, says: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"")
    with pytest.raises(FormatError, match=says):
        list(inputs.read(tmp_path / name))


def test_files_that_cannot_be_opened_are_refused(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="no such file"):
        list(inputs.read(tmp_path / "missing.txt"))
    with pytest.raises(FormatError, match="cannot be read: Is a directory"):
        list(inputs.read(tmp_path))


def test_a_text_of_one_side_is_one_document(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Hola.\n\nSí, claro.\n", encoding="utf-8")
    assert [segment.target for segment in inputs.read_one_side(file, "es").segments] == ["Hola.", "Sí, claro."]
    pairs = tmp_path / "a.jsonl"
    pairs.write_text(PAIR, encoding="utf-8")
    with pytest.raises(FormatError, match="holds both sides"):
        inputs.read_one_side(pairs, "en")


def test_two_files_line_by_line(tmp_path: Path) -> None:
    (tmp_path / "t").write_text("Hello\n", encoding="utf-8")
    (tmp_path / "s").write_text("Hola\n", encoding="utf-8")
    (document,) = inputs.read_pair(tmp_path / "t", tmp_path / "s", root=tmp_path)
    assert [(segment.source, segment.target) for segment in document.segments] == [("Hola", "Hello")]
    assert document.id == "t"


def test_blank_lines_count(tmp_path: Path) -> None:
    (tmp_path / "t").write_bytes(b"\xef\xbb\xbfa\r\n\n\nb")
    assert inputs.read_lines(tmp_path / "t") == ["a", "", "", "b"]


def test_standard_input_is_told_by_its_content(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    os.write(writing, PAIR.encode())
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as stream:
        monkeypatch.setattr("sys.stdin", stream)
        (document,) = inputs.read(inputs.STDIN)
    assert (document.id, document.path, document.format) == ("stdin", "<stdin>", "jsonl")


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [("a.json", '[{"target": "a"}]', "a JSON array"), ("a.xml", "<?xml version='1.0'?><tmx/>", "XML, but not XLIFF")],
)
def test_data_of_other_kinds_is_not_taken_for_text(name: str, content: str, says: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(FormatError, match=f":1: {says}"):
        list(inputs.read(tmp_path / name))


@pytest.mark.parametrize(
    ("target", "originals", "found"),
    [
        pytest.param("a.txt", ["a.txt", "b.txt"], "a.txt", id="the same name"),
        pytest.param("a.en.txt", ["a.es.html", "b.html"], "a.es.html", id="tags and extensions differ"),
        pytest.param("a_en-US.md", ["A-es_MX.md"], "A-es_MX.md", id="regions"),
        pytest.param("en/2026/a.txt", ["2025/a.txt", "2026/a.txt"], "2026/a.txt", id="folders tell"),
        pytest.param("a.txt", ["b.txt"], "no file of the name", id="none"),
        pytest.param("a.txt", ["x/a.txt", "y/a.txt"], "several files of the name", id="several"),
    ],
)
def test_the_original_of_a_rendering(target: str, originals: list[str], found: str, tmp_path: Path) -> None:
    for name in originals:
        file = tmp_path / "es" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("Hola.", encoding="utf-8")
    (named, paths) = inputs.candidates_for(tmp_path / target, tmp_path / "es")
    if found in originals:
        assert (named, [path.relative_to(tmp_path / "es").as_posix() for path in paths]) == (True, [found])
    else:
        assert found in str(inputs.no_original(tmp_path / target, tmp_path / "es", paths if named else ()))


def test_a_rendering_is_not_its_own_original(tmp_path: Path) -> None:
    for name in ("a.en.txt", "b.en.txt", "a.es.txt"):
        (tmp_path / name).write_text("Hola.", encoding="utf-8")
    renderings = [tmp_path / "a.en.txt", tmp_path / "b.en.txt"]
    assert inputs.candidates_for(renderings[0], tmp_path, renderings) == (True, [tmp_path / "a.es.txt"])
    (tmp_path / "a.es.txt").unlink()
    with pytest.raises(FormatError, match="but the renderings themselves"):
        inputs.candidates_for(renderings[0], tmp_path, renderings)
