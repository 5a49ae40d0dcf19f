"""From what a reviewer does to the events that record it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mtreview.decision import Kind, Verdict
from mtreview.fingerprint import issue_fingerprint
from mtreview.issue import Severity
from mtreview.store.base import JudgedIssue, Ruling
from mtreview.store.review import MISSED
from mtreview.tui.wording import Edit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mtreview.issue import Category, Issue
    from mtreview.segment import Span
    from mtreview.store.base import Item


def judge(judged: JudgedIssue, verdict: Verdict, severity: Severity | None = None) -> Ruling:
    """Return the verdict on one issue, with its severity as the reviewer has it."""
    issue = judged.issue
    return Ruling(
        kind=Kind.ISSUE,
        verdict=verdict,
        fingerprint=issue.fingerprint,
        check=issue.check,
        category=issue.category.value,
        severity=(judged.severity if severity is None else severity).label,
        spans=issue.spans,
    )


def grave(issues: Iterable[JudgedIssue]) -> tuple[JudgedIssue, ...]:
    """Return the open issues that accepting a segment would dismiss: major and critical ones."""
    return tuple(judged for judged in issues if judged.open and judged.severity >= Severity.MAJOR)


def accept(item: Item) -> list[Ruling]:
    """Return the events of accepting a segment as it stands; minor and neutral issues stay undecided."""
    dismissed = [judge(judged, Verdict.DISMISSED) for judged in grave(item.issues)]
    if item.target != item.segment.target:
        return [*dismissed, Ruling(kind=Kind.EDIT, verdict=Verdict.CORRECTED, target=item.target)]
    return [*dismissed, Ruling(kind=Kind.SEGMENT, verdict=Verdict.ACCEPTED)]


def missed(item: Item, spans: tuple[Span, ...], category: Category, severity: Severity, note: str) -> Ruling:
    """Return the event of an error that no check found."""
    seen = replace(item.segment, target=item.target)
    return Ruling(
        kind=Kind.MISSED,
        verdict=Verdict.CONFIRMED,
        fingerprint=issue_fingerprint(MISSED, seen, spans, category.value),
        check=MISSED,
        category=category.value,
        severity=severity.label,
        spans=spans,
        note=note,
    )


def after_edit(item: Item, text: str, found: Sequence[Issue], covers: frozenset[str] | None) -> tuple[JudgedIssue, ...]:
    """Return the issues of an edited target, with the verdicts that still hold.

    Issues of checks that were not run again stay while their words stand; a verdict goes with its issue as long as
    the edit was elsewhere.

    Args:
        item: the segment before the edit.
        text: its target now.
        found: what the checks that ran report of it.
        covers: which checks ran; None where all did.
    """
    edit = Edit.between(item.target, text)
    seen = replace(item.segment, target=text)
    before = {}
    kept = []
    for judged in item.issues:
        spans = edit.moved(judged.issue.spans)
        if spans is None:
            continue
        before[judged.issue.check, spans] = judged
        if judged.missed or (covers is not None and judged.issue.check not in covers):
            fingerprint = (
                judged.issue.fingerprint if judged.missed else issue_fingerprint(judged.issue.check, seen, spans)
            )
            kept.append(replace(judged, issue=_shifted(judged.issue, edit, spans, fingerprint)))
    fresh = []
    for issue in found:
        old = before.get((issue.check, issue.spans))
        verdict, severity = (old.verdict, old.severity) if old else (None, issue.severity)
        fresh.append(JudgedIssue(issue=issue, verdict=verdict, severity=severity))
    return tuple(sorted((*fresh, *kept), key=lambda judged: -judged.severity))


def correct(item: Item, text: str, after: Sequence[JudgedIssue]) -> list[Ruling]:
    """Return the events of confirming an edited target.

    An issue that is gone is thereby confirmed; a verdict on one that stayed is repeated for its new place.

    Args:
        item: the segment before the edit.
        text: its target now.
        after: the issues of the new text, as `after_edit` gives them.
    """
    edit = Edit.between(item.target, text)
    still = {(judged.issue.check, judged.issue.spans) for judged in after}
    gone = [
        judge(judged, Verdict.CONFIRMED)
        for judged in item.issues
        if judged.open and (judged.issue.check, edit.moved(judged.issue.spans)) not in still
    ]
    known = {judged.issue.fingerprint for judged in item.issues}
    repeated = [
        judge(judged, judged.verdict)
        for judged in after
        if judged.verdict is not None and not judged.missed and judged.issue.fingerprint not in known
    ]
    verdict = Verdict.ACCEPTED if text == item.segment.target else Verdict.CORRECTED
    return [*gone, *repeated, Ruling(kind=Kind.EDIT, verdict=verdict, target=text)]


def _shifted(issue: Issue, edit: Edit, spans: tuple[Span, ...], fingerprint: str) -> Issue:
    fix = issue.suggestion
    if fix is not None:
        place = edit.moved((fix.span,))
        fix = replace(fix, span=place[0]) if place else None
    return replace(issue, spans=spans, suggestion=fix, fingerprint=fingerprint)
