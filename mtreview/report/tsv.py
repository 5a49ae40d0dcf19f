from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mtreview.record import to_record
from mtreview.report.base import Report, Run
from mtreview.text.display import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

SCORES = ("quality_estimate", "similarity", "mqm")


@dataclass(frozen=True, kw_only=True)
class Tsv(Report):
    """Write one row a segment: scores, those of further models and of references too; issues as `severity:check`."""

    streams: ClassVar[bool] = True

    def render(self, run: Run) -> Iterator[str]:
        """Yield a header and a row a segment; control characters stand escaped."""
        names = (*SCORES, *(name for name in run.scorers if name not in SCORES))
        yield _row(("document", "segment", "line", "score", "basis", *names, "issues", "source", "target"))
        for assessment in run.assessments:
            record = to_record(assessment, run.signature)
            location = record["location"] or {}
            scores = record["scores"]
            issues = " ".join(f"{issue['severity']}:{issue['check']}" for issue in record["issues"])
            numbers = (record["score"], record["basis"], *(scores.get(name) for name in names))
            texts = (visible(record["source"] or ""), visible(record["target"]))
            yield _row((record["document"], record["segment"], location.get("line"), *numbers, issues, *texts))


def _row(cells: tuple[object, ...]) -> str:
    line = io.StringIO()
    csv.writer(line, delimiter="\t", lineterminator="\n").writerow(["" if cell is None else cell for cell in cells])
    return line.getvalue()
