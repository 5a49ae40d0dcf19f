from __future__ import annotations

import pytest

from mtreview.issue import Category, Issue, Severity
from mtreview.scorers.mqm import Mqm
from mtreview.segment import Document, Segment
from mtreview.view import Context, DocumentView


def issue(severity: Severity, confidence: float = 0.9) -> Issue:
    return Issue(
        check="c", segment="1", category=Category.ACCURACY, severity=severity, confidence=confidence, message="m"
    )


@pytest.mark.parametrize(
    ("issues", "value"),
    [
        ([], 100.0),
        ([issue(Severity.MINOR)], 90.0),
        ([issue(Severity.MAJOR), issue(Severity.MINOR)], 40.0),
        ([issue(Severity.CRITICAL)], 0.0),
        ([issue(Severity.NEUTRAL)], 100.0),
        ([issue(Severity.MAJOR, confidence=0.4)], 100.0),
    ],
)
def test_ten_words(issues: list[Issue], value: float) -> None:
    segment = Segment(id="1", target="one two three four five six seven eight nine ten")
    view = DocumentView(Document(id="d", path="d", format="text", segments=(segment,)), Context()).segments[0]
    assert Mqm().value(Mqm().statistics(view, issues)) == pytest.approx(value)
