from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mtreview.record import dumps, to_record
from mtreview.report.base import Report, Run

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, kw_only=True)
class Jsonl(Report):
    """Write one record a segment, one JSON object a line."""

    streams: ClassVar[bool] = True

    def render(self, run: Run) -> Iterator[str]:
        """Yield a line a segment."""
        for assessment in run.assessments:
            yield f"{dumps(to_record(assessment, run.signature))}\n"
