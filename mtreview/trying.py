"""Which suggestions mend their segment: each is applied, and the segment is judged anew."""

from __future__ import annotations

import dataclasses
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mtreview.checks.base import Check, SegmentCheck
from mtreview.finding import found, found_alone, settled
from mtreview.issue import Severity
from mtreview.segment import Side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mtreview.finding import Finding
    from mtreview.segment import Segment
    from mtreview.view import DocumentView

_TOGETHER = 128
_LISTED = 1_000_000  # segments in the lists that these hold, each one of all segments of its document


@dataclass(frozen=True, slots=True)
class Trial:
    """Ask for one suggestion.

    Attributes:
        index: of its segment.
        finding: what has the suggestion.
        siblings: all findings of the segment, it among them.
        rules: checks to try it with; those of segments are the same for all trials of a document.
    """

    index: int
    finding: Finding
    siblings: Sequence[Finding]
    rules: Sequence[Check]


def mended(view: DocumentView, trials: Sequence[Trial]) -> frozenset[int]:
    """Return the `id` of each finding whose suggestion makes it go away and raises no new issue above neutral."""
    good = []
    size = max(1, min(_TOGETHER, _LISTED // (len(view.segments) + 1)))
    for start in range(0, len(trials), size):
        chunk = [trial for trial in trials[start : start + size] if _of_target(trial.finding)]
        good += [id(trial.finding) for trial, mends in zip(chunk, _tried(view, chunk), strict=True) if mends]
    return frozenset(good)


def _of_target(finding: Finding) -> bool:
    fix = finding.hit.suggestion
    return fix is not None and fix.span.side is Side.TARGET


def _tried(view: DocumentView, trials: Sequence[Trial]) -> list[bool]:
    """Say of each suggestion whether it mends."""
    twins = [view.with_segment(trial.index, _applied(trial, view)) for trial in trials]
    changed = [twin.segments[trial.index] for twin, trial in zip(twins, trials, strict=True)]
    alone = found_alone(changed, trials[0].rules) if trials else []
    return [_mends(trial, view, twin, own) for trial, twin, own in zip(trials, twins, alone, strict=True)]


def _applied(trial: Trial, view: DocumentView) -> Segment:
    segment, fix = view.segments[trial.index].segment, trial.finding.hit.suggestion
    return dataclasses.replace(segment, target=fix.apply(segment.target)) if fix else segment


def _mends(trial: Trial, view: DocumentView, twin: DocumentView, own: list[Finding]) -> bool:
    """Say whether a suggestion mends, given what the checks of segments find once it was applied."""
    index, check = trial.index, trial.finding.check
    before, after = view.segments[index].segment, twin.segments[index].segment
    wider = tuple(rule for rule in trial.rules if not isinstance(rule, SegmentCheck))
    findings = settled({index: own + found(twin, wider, only=index)[index]})[index]
    if check not in trial.rules:
        findings = [item for item in findings if item.check != check]
    known = Counter(_gist(item, before, check) for item in trial.siblings)
    known[_gist(trial.finding, before, check)] -= 1
    left = Counter(_gist(item, after, check) for item in findings if item.severity is not Severity.NEUTRAL)
    return left <= known


def _gist(finding: Finding, segment: Segment, check: Check) -> tuple[str, ...]:
    """Return what tells a finding from another, apart from its offsets, which an edit before it moves.

    Findings of `check`, whose suggestion is tried, are told by their words; another's words may lie in the edited part,
    so those are only counted.
    """
    if finding.check != check:
        return (finding.check.id(),)
    return finding.check.id(), *(segment.text(span.side)[span.start : span.end] for span in finding.hit.spans)
