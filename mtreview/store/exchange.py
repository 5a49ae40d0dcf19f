"""Decisions as a file: append-only JSON lines, one event each, which git merges and other runs honour."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from mtreview import decoding
from mtreview.decision import Decision, Kind, Scope, Verdict
from mtreview.errors import FormatError
from mtreview.record import dumps
from mtreview.segment import Side, Span
from mtreview.store.review import live

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from enum import StrEnum
    from pathlib import Path

E = TypeVar("E", bound="StrEnum")

_NEEDED = ("id", "kind", "document", "segment", "segment_hash", "reviewer", "at")
_TEXTS = ("fingerprint", "check", "category", "severity", "note", "supersedes")
_REFUSAL = "not a decision: {}; each line is one event, as the review writes it"


def lines(events: Iterable[Decision]) -> Iterator[str]:
    """Yield the line of each event."""
    for event in events:
        row = {name: getattr(event, name) for name in ("id", "kind", "document", "segment", "segment_hash")}
        row |= {name: getattr(event, name) for name in (*_TEXTS, "scope", "target", "reviewer")}
        row["verdict"] = event.verdict
        row["spans"] = [{"side": span.side, "start": span.start, "end": span.end} for span in event.spans]
        row["at"] = event.at.astimezone(UTC).isoformat().replace("+00:00", "Z")
        yield f"{dumps(row)}\n"


def read(path: Path) -> tuple[Decision, ...]:
    """Return the events of a file, each once, in the order of their ids.

    Raises:
        FormatError: it cannot be read, or a line is no event.
    """
    found: dict[str, Decision] = {}
    try:
        with path.open("rb") as file:
            for number, line in enumerate(decoding.lines(decoding.unzipped(file, str(path)), str(path)), 1):
                if line.strip():
                    event = decoding.record(line, number, path, _event, _REFUSAL)
                    found[event.id] = event
    except FileNotFoundError:
        raise FormatError(path, None, "no such decisions file; write one with mtreview export --decisions") from None
    except OSError as error:
        raise FormatError(path, None, f"cannot be read: {error.strerror or error}") from error
    return tuple(found[name] for name in sorted(found))


def dismissed(events: Iterable[Decision]) -> frozenset[str]:
    """Return the fingerprints of the issues that were dismissed.

    The latest event of each reviewer counts; an issue about which reviewers differ stays open.
    """
    verdicts: defaultdict[str, dict[str, Verdict | None]] = defaultdict(dict)
    for event in live(events):
        if event.kind is Kind.ISSUE and event.fingerprint:
            verdicts[event.fingerprint][event.reviewer] = event.verdict
    return frozenset(name for name, said in verdicts.items() if set(said.values()) == {Verdict.DISMISSED})


def _event(row: object) -> Decision:
    if not isinstance(row, dict):
        message = "a line holds one object"
        raise ValueError(message)  # noqa: TRY004 - of a file's content, not of an argument
    texts = {name: _text(row[name], name) for name in _NEEDED}
    texts |= {name: _text(row.get(name, ""), name) for name in _TEXTS}
    target = row.get("target")
    return Decision(
        id=texts["id"],
        kind=_one_of(Kind, texts["kind"]),
        document=texts["document"],
        segment=texts["segment"],
        reviewer=texts["reviewer"],
        at=datetime.fromisoformat(texts["at"]),
        segment_hash=texts["segment_hash"],
        verdict=None if row.get("verdict") is None else _one_of(Verdict, row["verdict"]),
        fingerprint=texts["fingerprint"],
        scope=_one_of(Scope, row.get("scope", Scope.HERE)),
        check=texts["check"],
        category=texts["category"],
        severity=texts["severity"],
        spans=tuple(_span(item) for item in row.get("spans") or ()),
        target=None if target is None else _text(target, "target"),
        note=texts["note"],
        supersedes=texts["supersedes"],
    )


def _text(value: object, name: str) -> str:
    if not isinstance(value, str):
        message = f"{name} is not a text"
        raise ValueError(message)  # noqa: TRY004 - as above
    return value


def _one_of(kind: type[E], value: object) -> E:
    try:
        return kind(str(value))
    except ValueError:
        message = f"{kind.__name__.lower()} {str(value)[:40]!r} is unknown; there are {', '.join(kind)}"
        raise ValueError(message) from None


def _span(item: dict[str, Any]) -> Span:
    return Span(side=Side(item["side"]), start=int(item["start"]), end=int(item["end"]))
