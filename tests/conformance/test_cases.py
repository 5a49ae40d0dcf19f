"""Pairs of our own, through every rule with default settings: the bad raise their check, the good nothing at all.

`cases/<check>.tsv` has one segment a row: `document` (rows with the same one make a document; blank is one by itself),
`flagged` (the words of the target that the check marks, `*` for wherever it likes, blank where nothing may be said),
`source` (`(none)`: a rendering alone) and `target`; a character that cannot be seen is written as `\\u200b`.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import pytest

from mtreview import mqm
from mtreview.config import Profile, Settings, build_profile
from mtreview.issue import Issue, Severity
from mtreview.pipeline import find_issues, survey
from mtreview.segment import Bead, Document, Segment, Side
from mtreview.view import DocumentView

CASES = Path(__file__).parent / "cases"
CHECKS = sorted(path.stem for path in CASES.glob("*.tsv"))
LINKED = {"missing-sentence", "extra-sentence"}
ANYWHERE = "*"
WITHOUT = {"memory-mismatch", "alignment-doubtful", "judged-error"}  # they judge by a memory, links, a model
MENTIONS = {"inconsistent-source", "inconsistent-term", "variant-spelling", "house-style"}  # neutral by default
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")


class Case(NamedTuple):
    document: str
    flagged: str
    source: str | None
    target: str


@cache
def cases(check: str) -> tuple[tuple[Case, ...], ...]:
    """Return the documents of a check's table."""
    header, *lines = (CASES / f"{check}.tsv").read_text(encoding="utf-8").splitlines()
    assert header == "document\tflagged\tsource\ttarget"
    rows = []
    for number, line in enumerate(lines):
        document, flagged, source, target = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), line).split("\t")
        rows.append((document or number, Case(document, flagged, None if source == "(none)" else source, target)))
    return tuple(tuple(case for _, case in group) for _, group in groupby(rows, key=lambda row: row[0]))


@cache
def profile() -> Profile:
    """Return what a user who configured nothing gets without a model."""
    return build_profile(Settings(root=Path()), model=False)


def judged(lines: tuple[Case, ...], *, linked: bool) -> list[tuple[Issue, ...]]:
    """Return the reported issues of each segment of a document."""
    segments = tuple(
        Segment(id=str(number), source=line.source, target=line.target) for number, line in enumerate(lines, 1)
    )
    beads = tuple(
        Bead(source=range(at, at + bool(line.source)), target=range(at, at + bool(line.target)))
        for at, line in enumerate(lines)
    )
    document = Document(id="d", path="d.tsv", format="tsv", segments=segments, beads=beads if linked else ())
    found = find_issues(DocumentView(document, profile().context), profile().checks, survey([document], profile()))
    return [tuple(issue for issue in issues if issue.confidence >= mqm.REPORTED) for issues in found]


def marked(issue: Issue, target: str) -> set[str]:
    """Return the words of the target that an issue marks."""
    return {target[span.start : span.end] for span in issue.spans if span.side is Side.TARGET}


def fault(check: str, case: Case, issues: tuple[Issue, ...]) -> str:
    """Return how the issues of a segment differ from what its case says, nothing where they do not."""
    said = [f"{issue.check} {sorted(marked(issue, case.target))}: {issue.message}" for issue in issues]
    least = Severity.NEUTRAL if check in MENTIONS else Severity.MINOR
    own = [issue for issue in issues if issue.check == check and issue.severity >= least]
    if not case.flagged:
        wrong = any(issue.severity > Severity.NEUTRAL for issue in issues)
    elif case.flagged == ANYWHERE:
        wrong = not own
    else:
        wrong = not any(case.flagged in marked(issue, case.target) for issue in own)
    return f"{case.flagged!r}: {case.source!r} -> {case.target!r}: {said}" if wrong else ""


@pytest.mark.parametrize("check", CHECKS)
def test_the_bad_are_flagged_and_the_good_left_alone(check: str) -> None:
    faults = [
        said
        for lines in cases(check)
        for case, issues in zip(lines, judged(lines, linked=check in LINKED), strict=True)
        if (said := fault(check, case, issues))
    ]
    assert faults == []


def test_every_rule_has_cases() -> None:
    assert {check.id() for check in profile().checks} - WITHOUT == set(CHECKS)


@pytest.mark.parametrize("check", CHECKS)
def test_a_check_has_fifteen_cases_and_a_third_are_good(check: str) -> None:
    rows = [case for lines in cases(check) for case in lines]
    good = sum(not case.flagged for case in rows)
    assert len(rows) >= 15
    assert len(rows) / 3 <= good < len(rows)


def test_there_are_six_hundred_cases() -> None:
    assert sum(len(lines) for check in CHECKS for lines in cases(check)) >= 600
