from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mtreview.record import dumps, to_record
from mtreview.report.base import Report, Run, count_by_severity

if TYPE_CHECKING:
    from collections.abc import Iterator

VERSION = 1


@dataclass(frozen=True, kw_only=True)
class Json(Report):
    """Write one object: version, signature, summary and every segment's record."""

    def render(self, run: Run) -> Iterator[str]:
        """Yield the object, a record a line."""
        assessments = tuple(run.assessments)
        summary = {
            "segments": len(assessments),
            "issues": count_by_severity(assessments),
            "mean_score": round(sum(item.score for item in assessments) / len(assessments), 1) if assessments else None,
            "notes": list(run.notes),
        }
        yield f'{{"version": {VERSION}, "signature": {dumps(run.signature)}, "summary": {dumps(summary)}, "segments": ['
        for index, assessment in enumerate(assessments):
            yield f"{',' if index else ''}\n{dumps(to_record(assessment, run.signature))}"
        yield "\n]}\n"
