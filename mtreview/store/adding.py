"""Adding a document, for the first time or again, with its decisions kept at the texts they judged."""

from __future__ import annotations

import hashlib
from collections import defaultdict, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, select, union

from mtreview.fingerprint import segment_hash
from mtreview.store.base import STATES, Added, State
from mtreview.store.derived import refresh
from mtreview.store.rows import issue_columns, segment_columns
from mtreview.store.schema import decisions, documents, drafts, issues, scores, segments

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from sqlalchemy import Connection

    from mtreview.assessment import Assessment
    from mtreview.segment import Document

_MANY = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Hold what identifies a segment that the store keeps."""

    row: int
    id: str
    hash: str


def match(known: Sequence[Known], fresh: Sequence[tuple[str, str]]) -> list[int | None]:
    """Return for each fresh segment the row it continues, or None where it is new.

    The same texts under the same id come first, then the same texts elsewhere (a reordered document), in order, and
    last another text under the same id (a changed segment, whose decisions go stale).

    Args:
        known: what the store keeps of the document, in its order.
        fresh: (id, hash) of the segments as they are now.
    """
    rows: list[int | None] = [None] * len(fresh)
    taken: set[int] = set()
    old_keys = [[(item.id, item.hash), item.hash, item.id] for item in known]
    for way in range(3):
        places: dict[object, deque[int]] = defaultdict(deque)
        for item, keys in zip(known, old_keys, strict=True):
            if item.row not in taken:
                places[keys[way]].append(item.row)
        for index, (name, text_hash) in enumerate(fresh):
            candidates = places.get([(name, text_hash), text_hash, name][way])
            if rows[index] is None and candidates:
                rows[index] = candidates.popleft()
        taken.update(row for row in rows if row is not None)
    return rows


def adopt(connection: Connection, document: Document, gone: Collection[str]) -> str | None:
    """Rename the most like of the documents that are gone, where it is one; see `ReviewStore.adopt`."""
    if not gone or connection.execute(select(documents.c.id).where(documents.c.id == document.id)).first():
        return None
    ours = {segment_hash(segment.source, segment.target) for segment in document.segments}
    theirs: dict[str, set[str]] = {name: set() for name in gone}
    joined = segments.join(documents, segments.c.document == documents.c.number)
    query = select(documents.c.id, segments.c.hash).select_from(joined).where(segments.c.position.is_not(None))
    for name, text_hash in connection.execute(query):
        if name in theirs:
            theirs[name].add(text_hash)
    former = max(theirs, key=lambda name: len(theirs[name] & ours))
    if 2 * len(theirs[former] & ours) < max(len(theirs[former]), len(ours), 1):
        return None
    connection.execute(documents.update().where(documents.c.id == former).values(id=document.id, path=document.path))
    return former


def add(connection: Connection, document: Document, assessments: Iterable[Assessment]) -> Added:
    """Write a document with its assessments; see `ReviewStore.add`."""
    said = list(assessments)
    number = _document(connection, document, said)
    query = select(segments.c.row, segments.c.id, segments.c.hash).where(segments.c.document == number)
    known = [Known(**row) for row in connection.execute(query.order_by(segments.c.position, segments.c.row)).mappings()]
    fresh = [_columns(item) for item in said]
    rows = match(known, [(item["id"], item["hash"]) for item in fresh])
    hashes = {item.row: item.hash for item in known}
    _forget(connection, list(hashes))
    following = (connection.execute(select(func.max(segments.c.row))).scalar() or 0) + 1
    changed = sum(row is not None and hashes[row] != item["hash"] for row, item in zip(rows, fresh, strict=True))
    for position, (row, item) in enumerate(zip(rows, fresh, strict=True)):
        item |= {"row": following if row is None else row, "document": number, "position": position}
        following += row is None
    _write(connection, fresh, hashes.keys())
    _write_issues(connection, fresh, said)
    kept = {item["row"] for item in fresh}
    _retire(connection, [row for row in hashes if row not in kept])
    refresh(connection, _with_history(connection, number))
    new = rows.count(None)
    return Added(
        new=new, changed=changed, unchanged=len(rows) - new - changed, gone=sum(row not in kept for row in hashes)
    )


def _document(connection: Connection, document: Document, said: Sequence[Assessment]) -> int:
    digest = hashlib.sha256()
    for item in said:
        digest.update(repr((item.segment.source, item.segment.target)).encode())
    columns = {"path": document.path, "format": document.format, "hash": digest.hexdigest()}
    number = connection.execute(select(documents.c.number).where(documents.c.id == document.id)).scalar()
    if number is None:
        number = (connection.execute(select(func.max(documents.c.number))).scalar() or 0) + 1
        connection.execute(documents.insert().values(number=number, id=document.id, **columns))
    else:
        connection.execute(documents.update().where(documents.c.number == number).values(columns))
    return int(number)


def _columns(item: Assessment) -> dict[str, Any]:
    columns = segment_columns(item.segment)
    state = State.LOCKED if item.segment.locked else State.UNREVIEWED
    worst = max((int(issue.severity) for issue in item.issues), default=None)
    return columns | {
        "score": item.score,
        "basis": item.basis.value,
        "state": STATES.index(state),
        "current_target": None,
        "current_hash": columns["hash"],
        "open": len(item.issues),
        "worst": worst,
    }


def _write(connection: Connection, fresh: Sequence[dict[str, Any]], known: Iterable[int]) -> None:
    old = frozenset(known)
    if created := [item for item in fresh if item["row"] not in old]:
        connection.execute(segments.insert(), created)
    if updated := [item for item in fresh if item["row"] in old]:
        names: dict[str, Any] = {name: bindparam(f"b_{name}") for name in updated[0] if name != "row"}
        query = segments.update().where(segments.c.row == bindparam("b_row")).values(names)
        connection.execute(query, [{f"b_{name}": value for name, value in item.items()} for item in updated])


def _write_issues(connection: Connection, fresh: Sequence[dict[str, Any]], said: Sequence[Assessment]) -> None:
    pairs = list(zip(fresh, said, strict=True))
    if found := [issue_columns(issue, item["row"], item["hash"]) for item, one in pairs for issue in one.issues]:
        connection.execute(issues.insert(), found)
    if values := [
        {"row": item["row"], "scorer": score.scorer, "value": score.value}
        for item, one in pairs
        for score in one.scores
    ]:
        connection.execute(scores.insert(), values)


def _forget(connection: Connection, rows: Sequence[int]) -> None:
    """Delete what the machine said of the texts as they came; what it said of post-edits stays."""
    for start in range(0, len(rows), _MANY):
        some = rows[start : start + _MANY]
        original = select(segments.c.hash).where(segments.c.row == issues.c.row).scalar_subquery()
        connection.execute(issues.delete().where(issues.c.row.in_(some), issues.c.text_hash == original))
        connection.execute(scores.delete().where(scores.c.row.in_(some)))


def _retire(connection: Connection, rows: Sequence[int]) -> None:
    """Take rows out of the document; those with decisions stay, out of sight, in case their texts come back."""
    for start in range(0, len(rows), _MANY):
        some = rows[start : start + _MANY]
        connection.execute(drafts.delete().where(drafts.c.row.in_(some)))
        connection.execute(segments.update().where(segments.c.row.in_(some)).values(position=None))


def _with_history(connection: Connection, document: int) -> list[int]:
    """Return the rows of a document that somebody decided on or is typing in."""
    said = select(decisions.c.row)
    typed = select(drafts.c.row)
    query = select(segments.c.row).where(segments.c.document == document, segments.c.row.in_(union(said, typed)))
    return list(connection.execute(query).scalars())
