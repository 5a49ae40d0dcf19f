"""What the log amounts to: from events to the state of a segment, as plain functions of values."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mtreview.decision import Decision, Kind, Verdict
from mtreview.fingerprint import segment_hash
from mtreview.issue import Category, Issue, Severity
from mtreview.store.base import JudgedIssue, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mtreview.segment import Segment

MISSED = "missed"

_STATE = {Verdict.ACCEPTED: State.ACCEPTED, Verdict.CORRECTED: State.CORRECTED, Verdict.DISCUSS: State.DISCUSS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Hold where a segment stands.

    Attributes:
        target: the text as it now stands.
        text_hash: identity of the source and that text.
        issues: of that text, worst first, then in text order; those that a person found come with them.
    """

    state: State
    target: str
    text_hash: str
    issues: tuple[JudgedIssue, ...]

    @property
    def open(self) -> int:
        """Return how many issues somebody still has to decide."""
        return sum(issue.open for issue in self.issues)

    @property
    def worst(self) -> Severity | None:
        """Return the severity of the worst open issue."""
        return max((issue.severity for issue in self.issues if issue.open), default=None)


def live(events: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the events that count, oldest first: no undo, and nothing that a counting undo took back."""
    return tuple(event for event in counting(events) if event.kind is not Kind.UNDO)


def counting(events: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the events that nothing took back, undos included, oldest first."""
    taken_back: set[str] = set()
    found = []
    for event in sorted(events, key=lambda item: item.id, reverse=True):
        if event.id in taken_back:
            continue
        found.append(event)
        if event.kind is Kind.UNDO:
            taken_back.add(event.supersedes)
    return tuple(reversed(found))


def derive(
    segment: Segment, events: Sequence[Decision], issues: Mapping[str, Sequence[Issue]], *, drafted: bool
) -> Review:
    """Replay a segment's events.

    Args:
        segment: its target is the MT.
        events: all of the segment's events, in any order.
        issues: by hash of the texts that they were found in.
        drafted: whether typed text waits to be confirmed.
    """
    alive = live(events)
    now = segment_hash(segment.source, segment.target)
    valid = [event for event in alive if _judged(event, segment, now)]
    edits = [event.target for event in valid if event.kind is Kind.EDIT and event.target is not None]
    target = edits[-1] if edits else segment.target
    text_hash = segment_hash(segment.source, target)
    judged = _judge(issues.get(text_hash, ()), alive)
    known = frozenset(issue.fingerprint for found in issues.values() for issue in found)
    state = State.LOCKED if segment.locked else State.DRAFT if drafted else _state(alive, valid, judged, known)
    missed = [_judge_mark(event, segment.id, alive) for event in valid if event.kind is Kind.MISSED]
    standing = (mark for mark in missed if mark.verdict is not Verdict.DISMISSED)
    return Review(state=state, target=target, text_hash=text_hash, issues=_order((*judged, *standing)))


def _judged(event: Decision, segment: Segment, now: str) -> bool:
    """Say whether an event was made on the texts as they are, or made them what they are."""
    if event.segment_hash == now:
        return True
    return event.target is not None and segment_hash(segment.source, event.target) == now


def _latest(events: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return each reviewer's last event, in order of time."""
    last: dict[str, Decision] = {}
    for event in events:
        last.pop(event.reviewer, None)
        last[event.reviewer] = event
    return tuple(last.values())


def _judge(issues: Sequence[Issue], alive: Sequence[Decision]) -> tuple[JudgedIssue, ...]:
    by_print: dict[str, list[Decision]] = {}
    for event in alive:
        if event.kind is Kind.ISSUE:
            by_print.setdefault(event.fingerprint, []).append(event)
    return tuple(_judge_one(issue, _latest(by_print.get(issue.fingerprint, ()))) for issue in issues)


def _judge_one(issue: Issue, said: Sequence[Decision]) -> JudgedIssue:
    if not said:
        return JudgedIssue(issue=issue, verdict=None, severity=issue.severity)
    last = said[-1]
    return JudgedIssue(
        issue=issue,
        verdict=last.verdict,
        severity=Severity.parse(last.severity) if last.severity else issue.severity,
        conflict=len({event.verdict for event in said}) > 1,
    )


def _judge_mark(mark: Decision, segment: str, alive: Sequence[Decision]) -> JudgedIssue:
    """Return an error that a person found, as it was judged since: with another severity, or as none after all."""
    later = [event for event in alive if event.kind is Kind.ISSUE and event.fingerprint == mark.fingerprint]
    said = _latest([mark, *(event for event in later if event.id > mark.id)])
    return replace(_judge_one(_missed(mark, segment), said), missed=True)


def _missed(event: Decision, segment: str) -> Issue:
    return Issue(
        check=MISSED,
        segment=segment,
        category=Category(event.category),
        severity=Severity.parse(event.severity),
        confidence=1.0,
        message=event.note or f"{event.category}, found by {event.reviewer}",
        spans=event.spans,
        fingerprint=event.fingerprint,
    )


def _order(issues: Iterable[JudgedIssue]) -> tuple[JudgedIssue, ...]:
    def place(judged: JudgedIssue) -> tuple[int, int]:
        start = judged.issue.spans[0].start if judged.issue.spans else -1
        return -judged.severity, start

    return tuple(sorted(issues, key=place))


def _state(
    alive: Sequence[Decision], valid: Sequence[Decision], judged: Sequence[JudgedIssue], known: frozenset[str]
) -> State:
    verdicts = [event for event in alive if event.kind in {Kind.SEGMENT, Kind.EDIT}]
    said = _latest(event for event in verdicts if event in valid)
    if len({(event.verdict, event.target) for event in said}) > 1 or any(issue.conflict for issue in judged):
        return State.CONFLICT
    if _reopened(alive, judged, known):
        return State.STALE
    if said and said[-1].verdict is not None:
        return _STATE[said[-1].verdict]
    if judged and all(item.verdict is Verdict.DISMISSED for item in judged):
        return State.ACCEPTED
    outdated = bool(verdicts) or any(event not in valid for event in alive if event.kind is Kind.ISSUE)
    return State.STALE if outdated else State.UNREVIEWED


def _reopened(alive: Sequence[Decision], judged: Sequence[JudgedIssue], known: frozenset[str]) -> bool:
    """Say whether a check has an open issue after a dismissed one of its vanished: the term that it judged changed."""
    dismissed = {
        event.check
        for event in alive
        if event.kind is Kind.ISSUE and event.verdict is Verdict.DISMISSED and event.fingerprint not in known
    }
    return any(item.open and item.issue.check in dismissed for item in judged)
