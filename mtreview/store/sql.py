"""The review store on SQL: one SQLite file by default."""

from __future__ import annotations

from array import array
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import func, or_, select

from mtreview.decision import Kind
from mtreview.errors import StoreError
from mtreview.issue import Severity
from mtreview.score import Score
from mtreview.store import adding, log, recording
from mtreview.store.base import STATES, Added, Counts, Draft, Index, Item, ReviewStore, Row, Ruling, Step
from mtreview.store.clock import now, stamp
from mtreview.store.connection import errors, open_engine, shown
from mtreview.store.derived import load, refresh
from mtreview.store.review import counting
from mtreview.store.rows import decision_of
from mtreview.store.schema import decisions, documents, drafts, issues, positions, scores, segments

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection

    from mtreview.assessment import Assessment
    from mtreview.decision import Decision
    from mtreview.issue import Issue
    from mtreview.segment import Document

_SHOWN = 400


class SqlStore(ReviewStore):
    """Keep a review in a SQLite file or on a server.

    Args:
        location: a file path, `sqlite:///…` or `postgresql://…`; a file is created, for its owner only.

    Raises:
        StoreError: it cannot be opened, is no store, or is of a newer program.
    """

    def __init__(self, location: str) -> None:
        self._engine = open_engine(location)
        self.location = shown(self._engine)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with errors(self._engine), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with errors(self._engine), self._engine.execution_options(immediate=True).begin() as connection:
            yield connection

    def add(self, document: Document, assessments: Iterable[Assessment]) -> Added:
        """Create or refresh a document; decisions stay with the texts they judged."""
        with self._writing() as connection:
            return adding.add(connection, document, assessments)

    def adopt(self, document: Document, gone: Collection[str]) -> str | None:
        """Give a document that the store does not know the review of one that it was renamed from."""
        with self._writing() as connection:
            return adding.adopt(connection, document, gone)

    def paths(self) -> dict[str, str]:
        """Return the file that each document was last read from, by id."""
        with self._reading() as connection:
            return {row.id: row.path for row in connection.execute(select(documents.c.id, documents.c.path))}

    def documents(self) -> tuple[str, ...]:
        """Return the ids of the documents, in the order they were added."""
        with self._reading() as connection:
            return tuple(connection.execute(select(documents.c.id).order_by(documents.c.number)).scalars())

    def index(self, documents: Sequence[str] = ()) -> Index:
        """Return all segments of `documents` (none named: of all), in order."""
        ids, states, opened = array("I"), bytearray(), array("I")
        columns = segments.c.row, segments.c.state, segments.c.open
        query = select(*columns).where(_in(documents)).order_by(segments.c.document, segments.c.position)
        with self._reading() as connection:
            for row, state, count in connection.execute(query):
                ids.append(row)
                states.append(state)
                opened.append(count)
        return Index(ids=ids, states=states, open=opened)

    def find(self, text: str = "", check: str = "") -> frozenset[int]:
        """Return the rows that contain `text` on either side and carry an issue of `check`; case is ignored."""
        current = func.coalesce(segments.c.current_target, segments.c.target)
        query = select(segments.c.row)
        if text:
            sides = current.icontains(text, autoescape=True), segments.c.source.icontains(text, autoescape=True)
            query = query.where(or_(*sides))
        if check:
            found = issues.c.check == check, issues.c.row == segments.c.row
            query = query.where(
                select(issues.c.row).where(*found, issues.c.text_hash == segments.c.current_hash).exists()
            )
        with self._reading() as connection:
            return frozenset(connection.execute(query).scalars())

    def page(self, ids: Sequence[int]) -> dict[int, Row]:
        """Return list rows by id."""
        current = func.coalesce(segments.c.current_target, segments.c.target)
        names = (segments.c.row, segments.c.position, segments.c.state, segments.c.open, segments.c.worst)
        text = func.substr(current, 1, _SHOWN).label("text")
        joined = segments.join(documents, segments.c.document == documents.c.number)
        query = select(*names, segments.c.score, text, documents.c.id.label("name")).select_from(joined)
        with self._reading() as connection:
            rows = connection.execute(query.where(segments.c.row.in_(ids))).all()
        return {
            row.row: Row(
                id=row.row,
                document=row.name,
                number=(row.position or 0) + 1,
                text=row.text,
                state=STATES[row.state],
                open=row.open,
                worst=None if row.worst is None else Severity(row.worst),
                score=row.score,
            )
            for row in rows
        }

    def item(self, row: int, reviewer: str = "") -> Item:
        """Return one segment with everything known of it; the draft is that of `reviewer`."""
        with self._reading() as connection:
            found = next(load(connection, [row]), None)
            query = select(scores.c.scorer, scores.c.value).where(scores.c.row == row).order_by(scores.c.scorer)
            values = tuple(Score(scorer=name, value=value) for name, value in connection.execute(query))
        if found is None:
            message = f"{self.location}: the store has no segment {row} any more; start the review again"
            raise StoreError(message)
        return Item(
            id=row,
            number=(found.columns["position"] or 0) + 1,
            segment=found.segment,
            target=found.review.target,
            state=found.review.state,
            draft=found.drafts.get(reviewer),
            issues=found.review.issues,
            history=found.events,
            live=frozenset(event.id for event in counting(found.events) if event.kind is not Kind.UNDO),
            score=found.columns["score"],
            scores=values,
        )

    def record(
        self, row: int, reviewer: str, rulings: Sequence[Ruling], issues: Sequence[Issue] | None = None
    ) -> tuple[Decision, ...]:
        """Append events as one step of undo, and drop the reviewer's draft where one of them is an edit."""
        if not rulings:
            return ()
        with self._writing() as connection:
            return recording.record(connection, row, reviewer, rulings, issues)

    def undo(self, reviewer: str) -> Step | None:
        """Take back the reviewer's last step that still counts, by appending events."""
        return self._step(reviewer, redo=False)

    def redo(self, reviewer: str) -> Step | None:
        """Take back the reviewer's last undo, unless something was decided since."""
        return self._step(reviewer, redo=True)

    def _step(self, reviewer: str, *, redo: bool) -> Step | None:
        with self._writing() as connection:
            taken = log.last_step(connection, reviewer, redo=redo)
            if not taken:
                return None
            log.append(connection, log.taking_back(taken))
            rows = tuple(dict.fromkeys(row for row, _event in taken))
            refresh(connection, rows)
            names = [event.supersedes if redo else event.id for _row, event in taken]
            query = select(decisions).where(decisions.c.id.in_(names)).order_by(decisions.c.id)
            events = tuple(decision_of(event) for event in connection.execute(query).mappings())
        return Step(rows=rows, events=events)

    def events(self) -> Iterator[Decision]:
        """Yield the whole log in order."""
        with self._reading() as connection:
            rows = connection.execute(select(decisions).order_by(decisions.c.id)).mappings().all()
        return (decision_of(row) for row in rows)

    def save_draft(self, row: int, reviewer: str, text: str | None) -> None:
        """Journal what is being typed; None drops it."""
        with self._writing() as connection:
            if text is None:
                connection.execute(drafts.delete().where(drafts.c.row == row, drafts.c.reviewer == reviewer))
            else:
                recording.put(
                    connection, drafts, {"row": row, "reviewer": reviewer}, {"text": text, "at": stamp(now())}
                )
            refresh(connection, [row])

    def drafts(self, reviewer: str) -> tuple[Draft, ...]:
        """Return the reviewer's drafts."""
        query = select(drafts).where(drafts.c.reviewer == reviewer).order_by(drafts.c.at)
        with self._reading() as connection:
            return tuple(Draft(**row) for row in connection.execute(query).mappings())

    def stop_at(self, row: int, reviewer: str) -> None:
        """Remember where the reviewer stopped."""
        with self._writing() as connection:
            recording.put(connection, positions, {"reviewer": reviewer}, {"row": row})

    def stopped_at(self, reviewer: str) -> int | None:
        """Return the row where the reviewer stopped."""
        with self._reading() as connection:
            return connection.execute(select(positions.c.row).where(positions.c.reviewer == reviewer)).scalar()

    def counts(self, documents: Sequence[str] = ()) -> Counts:
        """Count what is done and what is left."""
        query = select(segments.c.state, func.count(), func.sum(segments.c.open)).where(_in(documents))
        with self._reading() as connection:
            rows = connection.execute(query.group_by(segments.c.state)).all()
        return Counts(
            segments=sum(count for _state, count, _open in rows),
            states={STATES[state]: count for state, count, _open in rows},
            open=sum(opened or 0 for _state, _count, opened in rows),
        )

    def close(self) -> None:
        """Let go of the file or server."""
        self._engine.dispose()


def _in(names: Sequence[str]) -> ColumnElement[bool]:
    """Select the segments that stand in documents of those names, or in any."""
    present = segments.c.position.is_not(None)
    if not names:
        return present
    return present & segments.c.document.in_(select(documents.c.number).where(documents.c.id.in_(names)))
