"""Between the values and the columns that keep them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from mtreview.decision import Decision, Kind, Scope, Verdict
from mtreview.fingerprint import segment_hash
from mtreview.issue import Category, Issue, Severity, Suggestion
from mtreview.segment import Bead, Code, Location, Segment, Side, Span
from mtreview.store.clock import parse, stamp

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import RowMapping


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _spans(spans: Iterable[Span]) -> str:
    return _dump([[span.side.value, span.start, span.end] for span in spans])


def _parse_spans(text: str) -> tuple[Span, ...]:
    return tuple(Span(side=Side(side), start=start, end=end) for side, start, end in json.loads(text))


def segment_columns(segment: Segment) -> dict[str, Any]:
    """Return the columns that a segment fills by itself."""
    place = segment.location
    origin = segment.source_location
    bead = segment.link
    rest = {
        "codes": [[code.side.value, code.offset, code.id, code.kind, code.raw] for code in segment.codes],
        "source_location": [origin.path, origin.line, origin.column] if origin else None,
        "system": segment.system,
        "date": segment.date,
        "extra": segment.extra,
        "link": bead and [*_ends(bead.source), *_ends(bead.target), bead.score, bead.moved],
    }
    return {
        "id": segment.id,
        "source": segment.source,
        "target": segment.target,
        "reference": segment.reference,
        "path": place.path if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "locked": segment.locked,
        "input_state": segment.state,
        "rest": _dump(rest),
        "hash": segment_hash(segment.source, segment.target),
    }


def segment_of(row: RowMapping, document: str) -> Segment:
    """Return the segment that a row of `segments` keeps, with the MT as its target."""
    rest = json.loads(row["rest"])
    origin = rest["source_location"]
    return Segment(
        id=row["id"],
        target=row["target"],
        source=row["source"],
        reference=row["reference"],
        document=document,
        location=Location(path=row["path"], line=row["line"], column=row["column"]) if row["path"] else None,
        source_location=Location(path=origin[0], line=origin[1], column=origin[2]) if origin else None,
        codes=tuple(
            Code(side=Side(side), offset=offset, id=name, kind=kind, raw=raw)
            for side, offset, name, kind, raw in rest["codes"]
        ),
        locked=row["locked"],
        state=row["input_state"],
        system=rest["system"],
        date=rest["date"],
        extra=tuple((key, value) for key, value in rest["extra"]),
        link=_bead(rest.get("link")),
    )


def _ends(sentences: range) -> tuple[int, int]:
    return sentences.start, sentences.stop


def _bead(kept: list[Any] | None) -> Bead | None:
    if kept is None:
        return None
    start, end, other_start, other_end, score, moved = kept
    return Bead(source=range(start, end), target=range(other_start, other_end), score=score, moved=moved)


def issue_columns(issue: Issue, row: int, text_hash: str) -> dict[str, Any]:
    """Return the columns that keep an issue of the texts of that hash."""
    fix = issue.suggestion
    return {
        "row": row,
        "text_hash": text_hash,
        "fingerprint": issue.fingerprint,
        "check": issue.check,
        "category": issue.category.value,
        "severity": int(issue.severity),
        "confidence": issue.confidence,
        "message": issue.message,
        "spans": _spans(issue.spans),
        "suggestion": _dump([fix.span.side.value, fix.span.start, fix.span.end, fix.text]) if fix else None,
    }


def issue_of(row: RowMapping, segment: str) -> Issue:
    """Return the issue that a row of `issues` keeps."""
    fix = None
    if row["suggestion"] is not None:
        side, start, end, text = json.loads(row["suggestion"])
        fix = Suggestion(span=Span(side=Side(side), start=start, end=end), text=text)
    return Issue(
        check=row["check"],
        segment=segment,
        category=Category(row["category"]),
        severity=Severity(row["severity"]),
        confidence=row["confidence"],
        message=row["message"],
        spans=_parse_spans(row["spans"]),
        suggestion=fix,
        fingerprint=row["fingerprint"],
    )


def decision_columns(event: Decision, row: int) -> dict[str, Any]:
    """Return the columns that keep an event about a row of `segments`."""
    return {
        "id": event.id,
        "row": row,
        "kind": event.kind.value,
        "document": event.document,
        "segment": event.segment,
        "segment_hash": event.segment_hash,
        "reviewer": event.reviewer,
        "at": stamp(event.at),
        "verdict": event.verdict.value if event.verdict else None,
        "fingerprint": event.fingerprint,
        "scope": event.scope.value,
        "check": event.check,
        "category": event.category,
        "severity": event.severity,
        "spans": _spans(event.spans),
        "target": event.target,
        "note": event.note,
        "supersedes": event.supersedes,
    }


def decision_of(row: RowMapping) -> Decision:
    """Return the event that a row of `decisions` keeps."""
    return Decision(
        id=row["id"],
        kind=Kind(row["kind"]),
        document=row["document"],
        segment=row["segment"],
        reviewer=row["reviewer"],
        at=parse(row["at"]),
        segment_hash=row["segment_hash"],
        verdict=Verdict(row["verdict"]) if row["verdict"] else None,
        fingerprint=row["fingerprint"],
        scope=Scope(row["scope"]),
        check=row["check"],
        category=row["category"],
        severity=row["severity"],
        spans=_parse_spans(row["spans"]),
        target=row["target"],
        note=row["note"],
        supersedes=row["supersedes"],
    )
