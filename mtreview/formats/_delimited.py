"""Rows of separated fields; TSV and CSV share it."""

from __future__ import annotations

import csv
from itertools import chain, islice
from typing import TYPE_CHECKING

from mtreview.errors import FormatError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mtreview.formats.base import Origin

    Cells = tuple[int, list[str]]

_FIELD_LIMIT = 4_000_000  # characters; a longer field is an unbalanced quote, or is refused as a segment
_SAMPLE = 1000


def literal(lines: Iterable[str]) -> Iterator[Cells]:
    """Yield the line number and cells of tab-separated lines in which quotes are quotes."""
    for number, line in enumerate(lines, 1):
        yield number, line.rstrip("\r\n").split("\t")


def quoted(lines: Iterable[str], delimiter: str, path: str) -> Iterator[Cells]:
    """Yield the line number and cells of rows quoted as RFC 4180 has it.

    Raises:
        FormatError: a quote is not closed, or text follows a closing one.
    """
    if csv.field_size_limit() < _FIELD_LIMIT:
        csv.field_size_limit(_FIELD_LIMIT)  # the module has one limit for the whole process, 131,072 at first
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    begin = 1
    try:
        for cells in reader:
            yield begin, cells
            begin = reader.line_num + 1
    except csv.Error as error:
        reason = f"quotes that do not balance ({error}); a field with quotes in it is quoted, its quotes doubled"
        raise FormatError(path, begin, reason) from None


def tab_separated(stream: Iterator[str], path: str) -> Iterator[Cells]:
    """Yield rows of a TSV file, whose quotes mean something only where a program put them.

    Translation tools write tabs and nothing else; spreadsheets quote fields that hold tabs, line breaks or quotes. The
    first thousand lines tell which it is.
    """
    sample = list(islice(stream, _SAMPLE))
    lines = chain(sample, stream)
    return quoted(lines, "\t", path) if _is_quoted(sample, path) else literal(lines)


def _is_quoted(sample: list[str], path: str) -> bool:
    """Say whether every row agrees with quoting, and some field needs it."""
    if not any('"' in line for line in sample):
        return False
    widths = set()
    needed = False
    try:
        for _, cells in quoted(sample, "\t", path):
            widths.add(len(cells))
            needed = needed or any(mark in cell for cell in cells for mark in '\t\n"')
    except FormatError:
        return False
    wrapped = all(cell[:1] == cell[-1:] == '"' for cell in sample[0].rstrip("\r\n").split("\t"))
    return (needed or wrapped) and len(widths) == 1


def comma_separated(stream: Iterator[str], path: str) -> Iterator[Cells]:
    """Yield rows of a CSV file, whose delimiter is the one that divides its first line: comma, semicolon or tab."""
    first = next(stream, "")
    delimiter = max(",;\t", key=lambda mark: len(next(csv.reader([first], delimiter=mark), [])))
    return quoted(chain([first], stream), delimiter, path)


def rows(table: Iterator[Cells], origin: Origin) -> Iterator[tuple[int, dict[str, object]]]:
    """Yield line numbers and named fields; the first row names them where one of its cells is `source` or `target`.

    Raises:
        FormatError: there are not two columns to read, or a row has more or fewer cells than the header.
    """
    filled: Iterator[Cells] = ((line, cells) for line, cells in table if any(cells))
    first = next(filled, None)
    if first is None:
        return
    names = [cell.strip().lower() for cell in first[1]]
    headed = bool({"source", "target"} & set(names))
    if not headed:
        if len(names) == 1:
            reason = 'one column; two are needed, the source and the target, or a header that names a "target"'
            raise FormatError(origin.path, first[0], reason)
        names = ["source", "target", *(f"column{number}" for number in range(3, len(names) + 1))]
        filled = chain([first], filled)
    elif "target" not in names:
        raise FormatError(origin.path, first[0], f'no column "target" (there are: {", ".join(names)})')
    elif len(set(names)) < len(names):
        raise FormatError(origin.path, first[0], f"two columns of one name (there are: {', '.join(names)})")
    width = len(names)
    for line, cells in filled:
        if len(cells) != width:
            what = "the header has" if headed else "the first row has"
            reason = f"{len(cells)} columns where {what} {width}; a tab, line break or quote too many or too few?"
            origin.reject(FormatError(origin.path, line, reason))
            continue
        yield line, dict(zip(names, cells, strict=True))
