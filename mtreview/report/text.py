from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mtreview.report.base import Report, Run, count_by_severity
from mtreview.segment import Side
from mtreview.text.display import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mtreview.assessment import Assessment
    from mtreview.issue import Issue
    from mtreview.segment import Segment

_AROUND = 40


@dataclass(frozen=True, kw_only=True)
class Text(Report):
    """Write issues for a person, worst first, each with its place, its words in context and the fix."""

    def render(self, run: Run) -> Iterator[str]:
        """Yield a paragraph an issue, then a summary."""
        assessments = tuple(run.assessments)
        yield from paragraphs(assessments)
        yield summary(assessments, run)


def paragraphs(assessments: Iterable[Assessment]) -> Iterator[str]:
    """Yield a paragraph an issue, worst first."""
    found = [(issue, item.segment) for item in assessments for issue in item.issues]
    for issue, segment in sorted(found, key=lambda pair: -pair[0].severity):
        yield _paragraph(issue, segment)


def _paragraph(issue: Issue, segment: Segment) -> str:
    lines = [f"{visible(segment.place)}: {issue.severity.label}: {visible(issue.message)} [{issue.check}]"]
    lines += [f"    {span}" for span in _in_context(issue, segment)]
    if issue.suggestion:
        fix = issue.suggestion
        old = segment.text(fix.span.side)[fix.span.start : fix.span.end]
        lines.append(f"    fix: {_quoted(old)} -> {_quoted(fix.text)}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return f'"{visible(text)}"' if text else "(nothing)"


def _in_context(issue: Issue, segment: Segment) -> Iterator[str]:
    for side, label in ((Side.SOURCE, "es"), (Side.TARGET, "en")):
        text = segment.text(side)
        spans = sorted(issue.on(side))
        if not spans and text and side is Side.TARGET:
            yield f"{label}: {visible(_cut(text, 0, min(len(text), 2 * _AROUND)))}"
        if spans:
            first = spans[0]
            marked = f"{text[: first.start]}[{text[first.start : first.end]}]{text[first.end :]}"
            yield f"{label}: {visible(_cut(marked, first.start, first.end + 2))}"


def _cut(text: str, start: int, end: int) -> str:
    left, right = max(0, start - _AROUND), min(len(text), end + _AROUND)
    shown = " ".join(text[left:right].split())
    return f"{'…' if left else ''}{shown}{'…' if right < len(text) else ''}"


def summary(assessments: tuple[Assessment, ...], run: Run) -> str:
    """Return how much there was and what was found, the notes and the signature."""
    counts = count_by_severity(assessments)
    documents = len({item.segment.document for item in assessments})
    tally = ", ".join(f"{count} {severity}" for severity, count in counts.items() if count) or "no issues"
    score = f"; mean score {sum(item.score for item in assessments) / len(assessments):.1f}" if assessments else ""
    counted = f"{_number(len(assessments), 'segment')} in {_number(documents, 'document')}"
    return "\n".join([f"{counted}: {tally}{score}", *run.notes, run.signature]) + "\n"


def _number(count: int, what: str) -> str:
    return f"{count} {what}{'s' * (count != 1)}"
