"""Rows of named fields, and how they become documents; TSV, CSV and JSONL share it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from mtreview.errors import FormatError
from mtreview.formats.base import check_length
from mtreview.segment import Document, Location, Segment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mtreview.formats.base import Origin

    Row = dict[str, object]

WINDOW = 1024
"""Segments of a list without documents that are looked at together."""

_KNOWN = frozenset({"source", "target", "id", "document", "reference", "system", "date"})


def documents(rows: Iterable[tuple[int, Row]], format_id: str, origin: Origin) -> Iterator[Document]:
    """Yield runs of rows of one document, and windows of rows that name none.

    Args:
        rows: line numbers and fields.
        format_id: the format that read them.
        origin: their file; bad rows go to its `reject`.
    """
    counts: dict[str | None, int] = {}
    current: str | None = None
    run: list[Segment] = []
    for line, row in rows:
        name = row.get("document")
        key = None if name is None or name == "" else name if type(name) is str else plain(name)
        if run and (key != current or (key is None and len(run) == WINDOW)):
            yield _document(run, current, format_id, origin)
            run = []
        current = key
        counts[key] = number = counts.get(key, 0) + 1
        try:
            run.append(_segment(row, line, number, origin.name if key is None else key, origin.path))
        except FormatError as error:
            origin.reject(error)
    if run:
        yield _document(run, current, format_id, origin)


def _document(run: list[Segment], key: str | None, format_id: str, origin: Origin) -> Document:
    return Document(
        id=origin.name if key is None else key,
        path=origin.path,
        format=format_id,
        segments=tuple(run),
        pieces=key is None,
    )


def _segment(row: Row, line: int, number: int, document: str, path: str) -> Segment:
    if "target" not in row:
        raise FormatError(path, line, 'no "target"; each record needs one, "source" beside it')
    source, target, reference = row.get("source"), row["target"], row.get("reference")
    if target is None:
        target = ""
    if type(target) is not str or (source is not None and type(source) is not str) or reference is not None:
        _check_texts(row, line, path)
    check_length(path, line, source, target, reference)  # type: ignore[arg-type]
    own = row.get("id")
    return Segment(
        id=str(number) if own is None or own == "" else plain(own),
        target=target,  # type: ignore[arg-type]
        source=source,  # type: ignore[arg-type]
        reference=reference,  # type: ignore[arg-type]
        document=document,
        location=Location(path=path, line=line),
        system=_optional(row.get("system")),
        date=_optional(row.get("date")),
        extra=() if row.keys() <= _KNOWN else _extra(row),
    )


def _check_texts(row: Row, line: int, path: str) -> None:
    for name in ("source", "target", "reference"):
        text = row.get(name)
        if text is not None and type(text) is not str:
            raise FormatError(path, line, f'"{name}" is not a text but {_kind(text)}; put it in quotes')


def _extra(row: Row) -> tuple[tuple[str, str], ...]:
    return tuple((name, plain(value)) for name, value in row.items() if name not in _KNOWN)


def _optional(value: object) -> str | None:
    return None if value is None or value == "" else plain(value)


def plain(value: object) -> str:
    """Return a text as it is, anything else as JSON."""
    return value if type(value) is str else json.dumps(value, ensure_ascii=False)


def _kind(value: object) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return names.get(type(value), "something else")
