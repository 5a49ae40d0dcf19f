"""Writing one step of a review: events, post-edits and the reviewer's place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, select

from mtreview.decision import Decision
from mtreview.errors import StoreError
from mtreview.fingerprint import segment_hash
from mtreview.store import log
from mtreview.store.clock import now
from mtreview.store.derived import refresh
from mtreview.store.rows import issue_columns
from mtreview.store.schema import documents, drafts, issues, positions, segments

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, RowMapping, Table

    from mtreview.issue import Issue
    from mtreview.store.base import Ruling


def record(
    connection: Connection, row: int, reviewer: str, rulings: Sequence[Ruling], found: Sequence[Issue] | None
) -> tuple[Decision, ...]:
    """Append a step of events; see `ReviewStore.record`."""
    place = _place(connection, row)
    events = log.append(connection, [(row, _event(ruling, reviewer, place)) for ruling in rulings])
    edits = [ruling.target for ruling in rulings if ruling.target is not None]
    if edits:
        connection.execute(drafts.delete().where(drafts.c.row == row, drafts.c.reviewer == reviewer))
        text_hash = segment_hash(place["source"], edits[-1])
        if found is not None and text_hash != place["hash"]:
            _replace_issues(connection, row, text_hash, found)
    refresh(connection, [row])
    put(connection, positions, {"reviewer": reviewer}, {"row": row})
    return events


def put(connection: Connection, table: Table, key: dict[str, Any], values: dict[str, Any]) -> None:
    """Write the row of that key, over the one that is there."""
    here = and_(*(table.c[name] == value for name, value in key.items()))
    if connection.execute(table.update().where(here).values(values)).rowcount == 0:
        connection.execute(table.insert().values(**key, **values))


def _place(connection: Connection, row: int) -> RowMapping:
    joined = segments.join(documents, segments.c.document == documents.c.number)
    columns = segments.c.id, segments.c.source, segments.c.hash, documents.c.id.label("name")
    query = select(*columns).select_from(joined).where(segments.c.row == row)
    place = connection.execute(query).mappings().first()
    if place is None:
        message = f"the store has no segment {row} any more; start the review again"
        raise StoreError(message)
    return place


def _event(ruling: Ruling, reviewer: str, place: RowMapping) -> Decision:
    return Decision(
        id="",
        kind=ruling.kind,
        document=place["name"],
        segment=place["id"],
        reviewer=reviewer,
        at=now(),
        segment_hash=place["hash"],
        verdict=ruling.verdict,
        fingerprint=ruling.fingerprint,
        scope=ruling.scope,
        check=ruling.check,
        category=ruling.category,
        severity=ruling.severity,
        spans=ruling.spans,
        target=ruling.target,
        note=ruling.note,
    )


def _replace_issues(connection: Connection, row: int, text_hash: str, found: Sequence[Issue]) -> None:
    connection.execute(issues.delete().where(issues.c.row == row, issues.c.text_hash == text_hash))
    if found:
        connection.execute(issues.insert(), [issue_columns(issue, row, text_hash) for issue in found])
