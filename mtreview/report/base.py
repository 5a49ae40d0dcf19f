"""What a report is: a run in, pieces of text out; the same bytes for a file and for a pipe."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mtreview.issue import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mtreview.assessment import Assessment


@dataclass(frozen=True, kw_only=True)
class Run:
    """Hold what a run found.

    Attributes:
        assessments: in input order; a report of a whole reads them twice, so they are a sequence there.
        signature: what reproduces the run.
        notes: what a reader must know about the run, such as checks that were left out.
        scorers: ids of what scored the segments.
    """

    assessments: Iterable[Assessment]
    signature: str
    notes: tuple[str, ...] = ()
    scorers: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Report(ABC):
    """Write a run down in one form.

    Attributes:
        streams: True where it writes each assessment as it comes, so that memory stays flat.
    """

    streams: ClassVar[bool] = False

    @classmethod
    def id(cls) -> str:
        """Return the report's id: its module's name."""
        return cls.__module__.rpartition(".")[2]

    @abstractmethod
    def render(self, run: Run) -> Iterator[str]:
        """Yield the report's text."""


def count_by_severity(assessments: Iterable[Assessment]) -> dict[str, int]:
    """Return the number of issues of every severity, worst first, with zeros."""
    found = Counter(issue.severity for assessment in assessments for issue in assessment.issues)
    return {severity.label: found[severity] for severity in sorted(Severity, reverse=True)}
