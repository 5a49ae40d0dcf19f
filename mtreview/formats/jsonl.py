"""JSON lines: one object a line."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, ClassVar

from mtreview import decoding
from mtreview.errors import FormatError
from mtreview.formats import _records
from mtreview.formats.base import Format

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.formats.base import Origin
    from mtreview.segment import Document

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


@dataclass(frozen=True, kw_only=True)
class JsonLines(Format):
    """Read records of `source` and `target`, with `id`, `document`, `reference`, `system` and `date` where there."""

    extensions: ClassVar[tuple[str, ...]] = (".jsonl", ".ndjson")
    bilingual: ClassVar[bool] = True

    @classmethod
    def recognises(cls, head: str) -> bool:
        """Say whether the text begins with an object."""
        return head.lstrip().startswith("{")

    def documents(self, stream: BinaryIO, origin: Origin) -> Iterator[Document]:
        """Yield runs of one document, and windows of rows that name none."""
        return _records.documents(_rows(stream, origin), self.id(), origin)


def _rows(stream: BinaryIO, origin: Origin) -> Iterator[tuple[int, dict[str, object]]]:
    for number, line in enumerate(decoding.lines(stream, origin.path), 1):
        if line == "\n" or line.isspace():
            continue
        try:
            yield number, _row(line, number, origin.path)
        except FormatError as error:
            origin.reject(error)


def _row(line: str, number: int, path: str) -> dict[str, object]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        reason = f"not JSON ({error.msg}, column {error.colno}); each line holds one object"
        raise FormatError(path, number, reason) from None
    except ValueError:
        raise FormatError(path, number, "a number with more digits than can be read; put it in quotes") from None
    except RecursionError:
        raise FormatError(path, number, "nested too deeply; a record is a flat object") from None
    if type(row) is not dict:
        raise FormatError(path, number, 'not an object; each line holds one, as in {"source": "…", "target": "…"}')
    if "\\u" in line:
        _check_characters(row, number, path)
    return row


def _check_characters(row: dict[str, object], number: int, path: str) -> None:
    try:
        found = _UNSTORABLE.search("".join(_records.plain(part) for pair in row.items() for part in pair))
    except RecursionError:
        raise FormatError(path, number, "nested too deeply; a record is a flat object") from None
    if found:
        reason = f"\\u{ord(found.group()):04x} is no character; the file was written wrongly"
        raise FormatError(path, number, reason)
