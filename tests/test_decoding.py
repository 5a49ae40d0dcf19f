from __future__ import annotations

import gzip
import zlib
from io import BytesIO
from pathlib import Path

import pytest

from mtreview import decoding
from mtreview.errors import FormatError


def unpacked(data: bytes) -> bytes:
    return decoding.unzipped(BytesIO(data), "f.gz").read()


def test_gzip_is_undone_by_its_first_bytes() -> None:
    assert unpacked(gzip.compress(b"Hello")) == b"Hello"
    assert unpacked(gzip.compress(b"Hello ") + gzip.compress(b"there")) == b"Hello there"
    assert unpacked(b"Hello") == b"Hello"
    assert unpacked(b"") == b""


@pytest.mark.parametrize(
    ("data", "says"),
    [
        pytest.param(gzip.compress(b"Hello" * 100)[:-9], "cut off", id="cut off"),
        pytest.param(b"\x1f\x8b\x08\0junk that is no gzip at all", "damaged", id="damaged"),
        pytest.param(gzip.compress(b"Hello" * 100)[:-8] + b"\0" * 8, "damaged", id="wrong sum"),
        pytest.param(b"\x1f\x8b", "cut off", id="two bytes"),
    ],
)
def test_a_broken_gzip_file_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(FormatError, match=f"^f.gz: .*{says}"):
        unpacked(data)


def test_a_file_that_grows_beyond_reason_is_refused() -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    block = bytes(2**20)
    bomb = b"".join(packer.compress(block) for _ in range(80)) + packer.flush()
    with pytest.raises(FormatError, match="grows more than 250-fold"):
        unpacked(bomb)


def test_lines_keep_their_ends_and_only_line_feeds_end_them() -> None:
    data = "a\r\nb\u2028c\x85d\x0ce\nf".encode()
    assert list(decoding.lines(BytesIO(data), "f")) == ["a\r\n", "b\u2028c\x85d\x0ce\n", "f"]


@pytest.mark.parametrize(
    ("data", "line", "says"),
    [
        (b"a\nb\xe9\n", 2, "not UTF-8 .byte 2."),
        (b"a\nb\n\0\n", 3, "a NUL character"),
        (b"a\n" + b"x" * (decoding.LINE_LIMIT + 1), 2, "a line over 32 MiB"),
    ],
)
def test_lines_that_are_not_text_are_refused(data: bytes, line: int, says: str) -> None:
    with pytest.raises(FormatError, match=f"^f:{line}: {says}"):
        list(decoding.lines(BytesIO(data), "f"))


@pytest.mark.parametrize("name", ["rot13", "base64", "unicode_escape", "punycode", "idna", "utf-7", "undefined"])
def test_only_encodings_of_text_are_taken_from_a_file(name: str) -> None:
    with pytest.raises(FormatError, match=f'there is no encoding "{name}"'):
        decoding.text(f"<?xml version='1.0' encoding='{name}'?>".encode(), "f", decoding.XML)


def test_a_document_has_a_ceiling(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "WHOLE_LIMIT", 2**20)
    with pytest.raises(FormatError, match=r"^f: over 1 MiB"):
        decoding.whole(BytesIO(b"x" * (2**20 + 1)), "f")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "not JSON (Expecting property name enclosed in double quotes, column 2)"),
        ("[" * 100_000, "nested too deeply"),
        ("{}", "no count"),
        ('{"count": "many"}', "invalid literal for int() with base 10: 'many'"),
        ("3", "'int' object is not subscriptable"),
    ],
)
def test_a_bad_line_of_json_is_refused_in_one_message(line: str, says: str) -> None:
    with pytest.raises(FormatError) as refused:
        decoding.record(line, 7, Path("f"), lambda row: int(row["count"]), "not a count: {}; count again")  # type: ignore[index]
    assert str(refused.value) == f"f:7: not a count: {says}; count again"


def test_a_good_line_of_json_is_read() -> None:
    assert decoding.record("[1, 2]", 1, Path("f"), lambda row: row, "{}") == [1, 2]
