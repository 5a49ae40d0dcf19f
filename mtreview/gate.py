"""From issues and scores to a verdict: every limit is a clause, and a clause that cannot be measured is an error."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mtreview.assessment import Basis
from mtreview.issue import Severity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from mtreview.assessment import Assessment
    from mtreview.config import GateSettings

_LIMITS = ((Severity.CRITICAL, "max_critical"), (Severity.MAJOR, "max_major"), (Severity.MINOR, "max_minor"))


@dataclass(frozen=True, kw_only=True)
class Clause:
    """Hold one limit and what was measured against it.

    Attributes:
        measured: None where it cannot be measured, which is no pass.
        breaches: the segments or documents that broke it, or why it cannot be measured, told to a person.
    """

    name: str
    limit: float
    measured: float | None
    passed: bool
    breaches: tuple[str, ...] = ()


def judge(
    assessments: Iterable[Assessment],
    limits: GateSettings,
    *,
    allow_uncalibrated: bool = False,
    excused: Collection[str] = (),
) -> tuple[Clause, ...]:
    """Return every clause of `limits` with its verdict, in one pass over the assessments.

    `min_score` holds for the mean score of every document, so that one bad text cannot hide behind many good ones.

    Args:
        assessments: what the run found.
        limits: the clauses.
        allow_uncalibrated: accept a score limit on a score that claims no calibration.
        excused: ids of checks whose issues count for nothing, since reviewers seldom confirm them.
    """
    where: defaultdict[Severity, list[str]] = defaultdict(list)
    scores: defaultdict[str, list[float]] = defaultdict(list)
    bases: set[Basis] = set()
    for item in assessments:
        bases.add(item.basis)
        scores[item.segment.document].append(item.score)
        for issue in item.issues:
            if issue.check not in excused:
                where[issue.severity].append(f"{item.segment.place}: {issue.message} [{issue.check}]")
    clauses = [
        _count_clause(name, limit, where[severity])
        for severity, name in _LIMITS
        if (limit := getattr(limits, name)) is not None
    ]
    if limits.min_score is not None:
        others = () if allow_uncalibrated else sorted(basis.value for basis in bases - {Basis.MODEL})
        unmeasured = _unmeasurable_clause(limits.min_score, others[0]) if others else None
        clauses.append(unmeasured or _score_clause(scores, limits.min_score))
    return tuple(clauses)


def _count_clause(name: str, limit: int, places: list[str]) -> Clause:
    passed = len(places) <= limit
    return Clause(name=name, limit=limit, measured=len(places), passed=passed, breaches=() if passed else tuple(places))


def _unmeasurable_clause(limit: float, basis: str) -> Clause:
    reason = (
        f'scores rest on "{basis}", which claims no calibration; '
        "drop the limit, or accept uncalibrated scores with --allow-uncalibrated"
    )
    return Clause(name="min_score", limit=limit, measured=None, passed=False, breaches=(reason,))


def _score_clause(scores: dict[str, list[float]], limit: float) -> Clause:
    means = {document: round(sum(values) / len(values), 1) for document, values in scores.items()}
    low = {document: mean for document, mean in means.items() if mean < round(limit, 1)}
    return Clause(
        name="min_score",
        limit=limit,
        measured=min(means.values()),
        passed=not low,
        breaches=tuple(f"{document}: mean score {mean}" for document, mean in sorted(low.items(), key=lambda p: p[1])),
    )
