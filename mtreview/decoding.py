"""From bytes to text: byte-order marks, declared encodings, binary files, gzip."""

from __future__ import annotations

import codecs
import gzip
import io
import json
import re
import zlib
from typing import TYPE_CHECKING, BinaryIO, TypeVar

from mtreview.errors import FormatError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from _typeshed import WriteableBuffer

T = TypeVar("T")

WHOLE_LIMIT = 256 * 2**20  # bytes of a file that is read as one text
LINE_LIMIT = 32 * 2**20  # bytes of one line of a file that is read line by line
RATIO_LIMIT = 250  # plain bytes for each compressed one; text reaches 30
RATIO_FROM = 64 * 2**20  # plain bytes under which any ratio is fine

EMPTY = "empty: there is nothing to review"

_GZIP = b"\x1f\x8b"
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_UNREAD = (
    (b"\x28\xb5\x2f\xfd", "Zstandard is not read yet; decompress it first"),
    (b"PAR1", "Parquet is not read yet; convert it to JSONL"),
    (b"%PDF-", "this is a PDF; extract its text first"),
    (b"PK\x03\x04", "this is a ZIP archive or an office document; extract its text first"),
)
_KNOWN = re.compile(r"utf-8|utf-(?:16|32)|ascii|iso8859|cp(?:125\d|437|850)|mac|koi8|gb|big5|euc|shift|iso2022")
_XML = re.compile(rb"""<\?xml[^>]{0,200}?\bencoding\s{0,20}=\s{0,20}["']([\w.:-]{1,40})""")
_META = re.compile(rb"""<meta\b[^>]{0,500}?\bcharset\s{0,20}=\s{0,20}["']?([\w.:-]{1,40})""", re.IGNORECASE)
_PO = re.compile(rb"Content-Type:[^\n\\]{0,80}?charset=([\w.:-]{1,40})", re.IGNORECASE)

XML, HTML, PO = _XML, _META, _PO


def unzipped(stream: BinaryIO, path: str) -> io.BufferedReader:
    """Return a stream of plain bytes: gzip is undone, as its first bytes and not its name say.

    Reading it raises a FormatError where the gzip file is cut off, damaged, or grows beyond reason.
    """
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(_Joined(stream))
    if buffered.peek(2)[:2] == _GZIP:
        return io.BufferedReader(_Gunzip(buffered, path), 2**17)
    return buffered


class _Joined(io.RawIOBase):
    """Read any binary stream, so that it can be buffered."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer)
        data = self._stream.read(len(view))
        view[: len(data)] = data
        return len(data)


class _Gunzip(io.RawIOBase):
    """Undo gzip, with a ceiling on how much a small file may grow."""

    def __init__(self, stream: io.BufferedReader, path: str) -> None:
        self._packed = _Counted(stream)
        self._plain = gzip.GzipFile(fileobj=self._packed, mode="rb")
        self._path = path
        self._size = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        try:
            count = self._plain.readinto(buffer)
        except EOFError:
            raise FormatError(self._path, None, "the gzip file is cut off; fetch or pack it again") from None
        except (gzip.BadGzipFile, zlib.error) as error:
            raise FormatError(self._path, None, f"the gzip file is damaged ({error}); pack it again") from None
        self._size += count
        if self._size > RATIO_FROM and self._size > RATIO_LIMIT * self._packed.size:
            reason = f"the gzip file grows more than {RATIO_LIMIT}-fold; unpack it first if you trust it"
            raise FormatError(self._path, None, reason)
        return count


class _Counted(io.RawIOBase):
    """Count the bytes that are read."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream = stream
        self.size = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        data = self._stream.read(size)
        self.size += len(data)
        return data


def whole(stream: BinaryIO, path: str) -> bytes:
    """Return all bytes of a document.

    Raises:
        FormatError: they are more than a document can be, or none, or not text.
    """
    data = stream.read(WHOLE_LIMIT + 1)
    if len(data) > WHOLE_LIMIT:
        raise FormatError(
            path, None, f"over {WHOLE_LIMIT // 2**20} MiB; split it, or use JSONL, which is read in parts"
        )
    if not data.strip():
        raise FormatError(path, None, EMPTY)
    return data


def text(data: bytes, path: str, declared: re.Pattern[bytes] | None = None) -> str:
    r"""Return the text of a document's bytes, its line ends as `\n`.

    Args:
        data: the file's bytes.
        path: the file as the user named it, for errors.
        declared: finds the encoding's name in the first bytes, where the format can declare one.

    Raises:
        FormatError: the bytes are not text in UTF-8, or in the encoding that the file declares.
    """
    encoding, start = encoding_of(data[:4096], path, declared)
    try:
        decoded = data[start:].decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, start + error.start) + 1
        raise _undecodable(path, line, encoding, start + error.start) from None
    if "\0" in decoded:
        raise binary(path, decoded.count("\n", 0, decoded.index("\0")) + 1)
    if not decoded or decoded.isspace():
        raise FormatError(path, None, EMPTY)
    return decoded.replace("\r\n", "\n").replace("\r", "\n") if "\r" in decoded else decoded


def encoding_of(head: bytes, path: str, declared: re.Pattern[bytes] | None = None) -> tuple[str, int]:
    """Return the name of an encoding and the length of the byte-order mark.

    Raises:
        FormatError: the first bytes are those of a binary file, or declare an encoding that there is not.
    """
    for magic, reason in _UNREAD:
        if head.startswith(magic):
            raise FormatError(path, None, reason)
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding, len(mark)
    if b"\0" in head:
        raise binary(path, head.count(b"\n", 0, head.index(b"\0")) + 1)
    found = declared.search(head) if declared else None
    if not found:
        return "utf-8", 0
    name = found.group(1).decode("ascii", "replace")
    try:
        encoding = codecs.lookup(name).name
    except LookupError:
        encoding = ""
    if name == "CHARSET" or encoding.startswith(("utf-16", "utf-32")):
        return "utf-8", 0  # a template's placeholder; or ASCII bytes that call themselves wide, as tools leave them
    if not _KNOWN.match(encoding):
        line = head.count(b"\n", 0, found.start(1)) + 1
        raise FormatError(path, line, f'there is no encoding "{name}"; convert the file to UTF-8')
    return encoding, 0


def lines(stream: BinaryIO, path: str) -> Iterator[str]:
    r"""Yield a file's lines, each with its line end, reading no more than a line ahead.

    Raises:
        FormatError: a line is not UTF-8, is binary, or is longer than any record can be.
    """
    first = stream.readline(LINE_LIMIT)
    encoding, start = encoding_of(first[:4096], path)
    if encoding != "utf-8":
        yield from io.StringIO(text(first + whole(stream, path), path), newline="\n")
        return
    raw = first[start:]
    number = 1
    while raw:
        if len(raw) >= LINE_LIMIT:
            raise FormatError(path, number, f"a line over {LINE_LIMIT // 2**20} MiB; is this a text file?")
        if b"\0" in raw:
            raise binary(path, number)
        try:
            line = raw.decode()
        except UnicodeDecodeError as error:
            raise _undecodable(path, number, "utf-8", error.start) from None
        yield line
        raw = stream.readline(LINE_LIMIT)
        number += 1


def record(line: str, number: int, path: Path, make: Callable[[object], T], refusal: str) -> T:
    """Return what `make` reads from the JSON of one line.

    Args:
        line: the line.
        number: its number, from 1.
        path: its file.
        make: from the JSON's value to the record; a KeyError says what is missing, a ValueError what is wrong.
        refusal: the error's text, with `{}` for the reason.

    Raises:
        FormatError: the line is not JSON, or `make` refuses it.
    """
    try:
        return make(json.loads(line))
    except json.JSONDecodeError as error:
        reason = f"not JSON ({error.msg}, column {error.colno})"
    except RecursionError:
        reason = "nested too deeply"
    except KeyError as error:
        reason = f"no {error.args[0]}"
    except (ValueError, TypeError, AttributeError, OverflowError) as error:
        reason = str(error)
    raise FormatError(path, number, refusal.format(reason))


def binary(path: str, line: int) -> FormatError:
    """Return the error for a file with NUL characters in it."""
    return FormatError(path, line, "a NUL character: this is a binary file, or UTF-16 without a byte-order mark")


def _undecodable(path: str, line: int, encoding: str, byte: int) -> FormatError:
    if encoding == "utf-8":
        reason = f"not UTF-8 (byte {byte + 1}); convert it, as in: iconv -f WINDOWS-1252 -t UTF-8"
    else:
        reason = f"declared as {encoding}, but is not (byte {byte + 1}); correct the declaration or convert it to UTF-8"
    return FormatError(path, line, reason)
