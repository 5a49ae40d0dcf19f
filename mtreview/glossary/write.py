"""Writing term bases as CSV or TSV."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mtreview.glossary.term import Term

_REQUIRED = ("source", "target", "status")
_OPTIONAL = ("domain", "case", "pos", "skip_if", "severity", "note")


def table(terms: Iterable[Term], delimiter: str = ",") -> str:
    r"""Return terms as a table with a header; an optional column is there where any term fills it.

    >>> from mtreview.glossary.term import Status, Term
    >>> table([Term(source="sí, claro", target="of course", status=Status.PREFERRED)])
    'source,target,status\n"sí, claro",of course,preferred\n'
    """
    rows = [_row(term) for term in terms]
    columns = [*_REQUIRED, *(name for name in _OPTIONAL if any(row[name] for row in rows))]
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(_cells(row, columns) for row in rows)
    return text.getvalue()


def _row(term: Term) -> dict[str, str]:
    row = {name: str(getattr(term, name)) for name in (*_REQUIRED, *_OPTIONAL) if name != "severity"}
    row["severity"] = term.severity.label if term.severity is not None else ""
    return row


def _cells(row: dict[str, str], columns: Sequence[str]) -> list[str]:
    return [row[name] for name in columns]
