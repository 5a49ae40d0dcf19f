from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from mtreview.errors import FormatError
from mtreview.memory import Memory, load, read

SAMPLE = Path(__file__).parent / "checks" / "memory.tmx"

UNIT = '<tu><tuv xml:lang="{}"><seg>{}</seg></tuv><tuv xml:lang="{}"><seg>{}</seg></tuv></tu>'


def written(folder: Path, body: str) -> Path:
    path = folder / "m.tmx"
    path.write_text(f'<tmx version="1.4"><header/><body>{body}</body></tmx>', "utf-8")
    return path


def test_reads_either_direction_without_codes() -> None:
    assert read(SAMPLE) == (
        ("Guarde los cambios antes de salir.", "Save your changes before you leave."),
        ("Buenos días", "Good morning"),
        ("Hola", "Hello"),
        ("Hola", "Hi there"),
    )


@pytest.mark.parametrize(("source", "target"), [("ES_mx", "EN-us"), ("spa", "eng"), ("es-419", "en")])
def test_reads_tags_as_tools_write_them(tmp_path: Path, source: str, target: str) -> None:
    assert read(written(tmp_path, UNIT.format(target, "Hello", source, "Hola"))) == (("Hola", "Hello"),)


def test_reads_gzip(tmp_path: Path) -> None:
    path = tmp_path / "m.tmx.gz"
    path.write_bytes(gzip.compress(SAMPLE.read_bytes()))
    assert len(read(path)) == 4


def test_the_first_file_comes_first(tmp_path: Path) -> None:
    mine = written(tmp_path, UNIT.format("es", "Hola", "en", "Hey"))
    assert load((str(mine), str(SAMPLE))).find("HOLA") == ("Hey", "Hello", "Hi there")


def test_an_empty_memory_knows_nothing() -> None:
    memory = Memory([("", "x"), ("y", " ")])
    assert len(memory) == 0
    assert memory.find("") == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<tmx><body/></tmx>", "no unit has both"),
        ("<xliff/>", "not a translation memory"),
        ("<tmx>", "not well-formed"),
        ('<!DOCTYPE tmx [<!ENTITY a "b">]><tmx>&a;</tmx>', "entit"),
    ],
)
def test_a_bad_file_is_one_line(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "bad.tmx"
    path.write_text(text, "utf-8")
    with pytest.raises(FormatError) as caught:
        read(path)
    assert told in str(caught.value)
    assert str(path) in str(caught.value)


def test_a_missing_file_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="no such translation memory"):
        read(tmp_path / "none.tmx")
