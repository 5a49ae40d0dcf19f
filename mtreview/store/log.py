"""Appending to the log, and finding what an undo or redo takes back."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from mtreview.decision import Decision, Kind
from mtreview.store.clock import next_id, now
from mtreview.store.rows import decision_columns, decision_of
from mtreview.store.schema import decisions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection


def append(connection: Connection, events: Sequence[tuple[int, Decision]]) -> tuple[Decision, ...]:
    """Append (row, event) pairs as one step: they share their time, and their ids grow; return them as kept."""
    last = connection.execute(select(func.max(decisions.c.id))).scalar() or ""
    moment = now()
    kept = []
    for row, event in events:
        last = next_id(last)
        kept.append((row, replace(event, id=last, at=moment)))
    connection.execute(decisions.insert(), [decision_columns(event, row) for row, event in kept])
    return tuple(event for _row, event in kept)


def last_step(connection: Connection, reviewer: str, *, redo: bool) -> tuple[tuple[int, Decision], ...]:
    """Return the (row, event) pairs that the reviewer's next undo or redo takes back, newest first."""
    query = select(decisions).where(decisions.c.reviewer == reviewer).order_by(decisions.c.id.desc())
    taken_back: set[str] = set()
    with connection.execute(query.execution_options(yield_per=100)) as rows:
        newest_first = ((row["row"], decision_of(row)) for row in rows.mappings())
        for _at, group in groupby(newest_first, key=lambda pair: pair[1].at):
            step = tuple(group)
            event = step[0][1]
            if redo and event.kind is not Kind.UNDO:
                return ()
            wanted = _takes_back_decision(connection, event) if redo else event.kind is not Kind.UNDO
            if wanted and event.id not in taken_back:
                return step
            taken_back.update(
                item.supersedes for _row, item in step if item.kind is Kind.UNDO and item.id not in taken_back
            )
    return ()


def _takes_back_decision(connection: Connection, event: Decision) -> bool:
    """Say whether an event is an undo, not the undo of an undo."""
    query = select(decisions.c.kind).where(decisions.c.id == event.supersedes)
    return event.kind is Kind.UNDO and connection.execute(query).scalar() != Kind.UNDO.value


def taking_back(step: Sequence[tuple[int, Decision]]) -> list[tuple[int, Decision]]:
    """Return the events that take a step back."""
    return [
        (
            row,
            Decision(
                id="",
                kind=Kind.UNDO,
                document=event.document,
                segment=event.segment,
                reviewer=event.reviewer,
                at=event.at,
                segment_hash=event.segment_hash,
                supersedes=event.id,
            ),
        )
        for row, event in step
    ]
