"""The record that `score`, the reports, the gate and the store share: one JSON object a segment."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mtreview.assessment import Assessment
    from mtreview.issue import Issue
    from mtreview.segment import Bead, Location, Segment, Span

# C1 controls and bidirectional overrides reach a terminal unharmed through JSON unless they are escaped.
_UNSAFE = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_DIGITS = {"similarity": 4}


def to_record(assessment: Assessment, signature: str) -> dict[str, Any]:
    """Return an assessment as the record of the contract."""
    segment = assessment.segment
    record: dict[str, Any] = {
        "document": segment.document,
        "segment": segment.id,
        "source": segment.source,
        "target": segment.target,
        "location": _location(segment.location),
    }
    record |= _where_present(segment)
    scores: dict[str, float | None] = {"quality_estimate": None, "similarity": None, "mqm": None}
    scores |= {score.scorer: round(score.value, _DIGITS.get(score.scorer, 1)) for score in assessment.scores}
    return record | {
        "score": round(assessment.score, 1),
        "basis": assessment.basis.value,
        "scores": scores,
        "issues": [_issue(issue, segment) for issue in assessment.issues],
        "signature": signature,
    }


def dumps(value: object) -> str:
    r"""Return `value` as one line of JSON that no terminal and no UTF-8 encoder stumbles over.

    >>> dumps({"a": "\x9b31m"})
    '{"a": "\\u009b31m"}'
    """
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", json.dumps(value, ensure_ascii=False))


def _location(location: Location | None) -> dict[str, Any] | None:
    if location is None:
        return None
    return {"path": location.path, "line": location.line, "column": location.column}


def _where_present(segment: Segment) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "source_location": _location(segment.source_location),
        "link": _link(segment.link),
        "reference": segment.reference,
        "system": segment.system,
        "date": segment.date,
        "state": segment.state or None,
        "locked": segment.locked or None,
    }
    known = {name: value for name, value in fields.items() if value is not None}
    return known | {"extra": dict(segment.extra)} if segment.extra else known


def _link(bead: Bead | None) -> dict[str, Any] | None:
    """Return the 0-based sentences of both documents that a segment joins, and how surely."""
    if bead is None:
        return None
    link = {"source": list(bead.source), "target": list(bead.target), "score": round(bead.score, 4)}
    return link | {"moved": True} if bead.moved else link


def _span(span: Span, segment: Segment) -> dict[str, Any]:
    text = segment.text(span.side)[span.start : span.end]
    return {"side": span.side.value, "start": span.start, "end": span.end, "text": text}


def _issue(issue: Issue, segment: Segment) -> dict[str, Any]:
    fix = issue.suggestion
    return {
        "check": issue.check,
        "category": issue.category.value,
        "severity": issue.severity.label,
        "confidence": round(issue.confidence, 2),
        "message": issue.message,
        "spans": [_span(span, segment) for span in issue.spans],
        "suggestion": fix and _span(fix.span, segment) | {"text": fix.text},
        "fingerprint": issue.fingerprint,
    }
