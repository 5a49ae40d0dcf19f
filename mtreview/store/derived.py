"""Loading segments with their log, and keeping their derived columns true to it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select

from mtreview.store.base import STATES
from mtreview.store.review import Review, derive
from mtreview.store.rows import decision_of, issue_of, segment_of
from mtreview.store.schema import decisions, documents, drafts, issues, segments

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection, RowMapping, Table

    from mtreview.decision import Decision
    from mtreview.issue import Issue
    from mtreview.segment import Segment

_MANY = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """Hold one segment as the store keeps it, and where its review stands."""

    columns: RowMapping
    segment: Segment
    events: tuple[Decision, ...]
    drafts: dict[str, str]
    review: Review


def load(connection: Connection, rows: Sequence[int]) -> Iterator[Loaded]:
    """Yield segments by row, with their log replayed."""
    for start in range(0, len(rows), _MANY):
        yield from _load(connection, rows[start : start + _MANY])


def refresh(connection: Connection, rows: Sequence[int]) -> None:
    """Write the derived columns of segments anew."""
    changes = [_derived(item) for item in load(connection, rows)]
    if changes:
        names: dict[str, Any] = {name: bindparam(f"b_{name}") for name in changes[0] if name != "row"}
        query = segments.update().where(segments.c.row == bindparam("b_row")).values(names)
        connection.execute(query, [{f"b_{name}": value for name, value in change.items()} for change in changes])


def _derived(item: Loaded) -> dict[str, Any]:
    review = item.review
    return {
        "row": item.columns["row"],
        "state": STATES.index(review.state),
        "current_target": None if review.target == item.segment.target else review.target,
        "current_hash": review.text_hash,
        "open": review.open,
        "worst": None if review.worst is None else int(review.worst),
    }


def _load(connection: Connection, rows: Sequence[int]) -> Iterator[Loaded]:
    joined = segments.join(documents, segments.c.document == documents.c.number)
    query = select(segments, documents.c.id.label("document_id")).select_from(joined).where(segments.c.row.in_(rows))
    events = _by_row(connection, decisions, rows, "id")
    found = _by_row(connection, issues, rows, "number")
    typed = _by_row(connection, drafts, rows, "at")
    for columns in connection.execute(query).mappings():
        row = columns["row"]
        segment = segment_of(columns, columns["document_id"])
        by_text: dict[str, list[Issue]] = defaultdict(list)
        for issue in found[row]:
            by_text[issue["text_hash"]].append(issue_of(issue, segment.id))
        said = tuple(decision_of(event) for event in events[row])
        review = derive(segment, said, by_text, drafted=bool(typed[row]))
        texts = {draft["reviewer"]: draft["text"] for draft in typed[row]}
        yield Loaded(columns=columns, segment=segment, events=said, drafts=texts, review=review)


def _by_row(connection: Connection, table: Table, rows: Sequence[int], order: str) -> dict[int, list[RowMapping]]:
    grouped: dict[int, list[RowMapping]] = defaultdict(list)
    query = select(table).where(table.c.row.in_(rows)).order_by(table.c[order])
    for item in connection.execute(query).mappings():
        grouped[item["row"]].append(item)
    return grouped
