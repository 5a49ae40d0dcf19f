from __future__ import annotations

import pytest

from mtreview.assessment import Assessment, Basis
from mtreview.config import GateSettings
from mtreview.gate import judge
from mtreview.issue import Category, Issue, Severity
from mtreview.segment import Location, Segment


def item(score: float, *severities: Severity, document: str = "a", basis: Basis = Basis.MODEL) -> Assessment:
    location = Location(path=f"{document}.txt", line=7)
    issues = tuple(
        Issue(check="c", segment="1", category=Category.ACCURACY, severity=severity, confidence=1.0, message="lost")
        for severity in severities
    )
    return Assessment(
        segment=Segment(id="1", target="x", document=document, location=location),
        issues=issues,
        score=score,
        basis=basis,
    )


@pytest.mark.parametrize(
    ("limits", "passed"),
    [
        (GateSettings(max_major=2), True),
        (GateSettings(max_major=1), False),
        (GateSettings(max_critical=0), True),
        (GateSettings(max_minor=0), False),
        (GateSettings(max_critical=0, max_major=1), False),
    ],
)
def test_counts(limits: GateSettings, passed: bool) -> None:  # noqa: FBT001 - a table's column
    found = judge([item(50, Severity.MAJOR, Severity.MINOR), item(50, Severity.MAJOR)], limits)
    assert all(clause.passed for clause in found) is passed


def test_a_breach_names_its_place() -> None:
    (clause,) = judge([item(50, Severity.MAJOR)], GateSettings(max_major=0))
    assert clause.breaches == ("a.txt:7: lost [c]",)
    assert (clause.measured, clause.limit) == (1, 0)


@pytest.mark.parametrize(("limit", "passed"), [(40.0, True), (40.1, False), (40.04, True)])
def test_the_worst_document_decides_and_scores_are_compared_to_a_tenth(limit: float, passed: bool) -> None:  # noqa: FBT001
    items = [item(99.0, document="good"), item(39.96, document="bad")]
    (clause,) = judge(items, GateSettings(min_score=limit))
    assert clause.passed is passed
    assert clause.measured == 40.0


@pytest.mark.parametrize("basis", [Basis.RULES, Basis.ISSUES])
def test_a_score_without_calibration_is_not_measurable(basis: Basis) -> None:
    counted, scored = judge([item(99.0, basis=basis)], GateSettings(max_major=0, min_score=10))
    assert (counted.passed, scored.passed, scored.measured) == (True, False, None)
    assert "--allow-uncalibrated" in scored.breaches[0]
    (clause,) = judge([item(99.0, basis=basis)], GateSettings(min_score=10), allow_uncalibrated=True)
    assert clause.passed
