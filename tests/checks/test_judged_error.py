from __future__ import annotations

import dataclasses
from pathlib import Path

from mtreview.config import Settings, build_profile
from mtreview.issue import Category, Issue, Severity
from mtreview.models.backends.base import QualityModelSettings
from mtreview.pipeline import assess
from mtreview.segment import Document, Segment, Side
from tests.models.backends.endpoint import Endpoint, listed, serving

PAIR = ("La reunión se aplazó hasta el jueves y nadie lo explicó.", "The meeting was cancelled until Thursday.")
ERRORS = [
    {"side": "target", "quote": "cancelled", "category": "mistranslation", "severity": "critical"},
    {"side": "source", "quote": "nadie lo explicó", "category": "omission", "severity": "major"},
    {"side": "target", "quote": "meeting", "category": "style", "severity": "minor"},
]


def issues(endpoint: Endpoint, target: str = PAIR[1], **options: object) -> list[Issue]:
    model = QualityModelSettings(name="some-model", kind="judge", endpoint=endpoint.url)
    checks: dict[str, dict[str, object]] = {"judged-error": options}
    profile = build_profile(Settings(root=Path(), quality_model=model, checks=checks), only=["judged-error"])
    profile = dataclasses.replace(profile, scorers=tuple(s for s in profile.scorers if s.id() == "quality_model"))
    document = Document(
        id="d", path="d", format="tsv", segments=(Segment(id="1", source=PAIR[0], target=target),)
    )  # fmt: skip
    (assessment,) = assess([document], profile)
    return list(assessment.issues)


def test_errors_of_a_judge_are_issues_on_both_sides_and_asked_once() -> None:
    with serving() as endpoint:
        endpoint.say(listed(ERRORS))
        found = issues(endpoint)
        assert len(endpoint.asked) == 1
    told = {issue.category: (issue.severity, issue.spans[0].side) for issue in found}
    assert told == {
        Category.MISTRANSLATION: (Severity.CRITICAL, Side.TARGET),
        Category.OMISSION: (Severity.MAJOR, Side.SOURCE),
        Category.STYLE: (Severity.MINOR, Side.TARGET),
    }
    assert any(issue.message == 'The quality model says that "nadie lo explicó" is left out' for issue in found)


def test_nothing_is_asked_of_an_empty_target_and_a_floor_leaves_out_what_is_not_sure() -> None:
    with serving() as endpoint:
        endpoint.say(listed(ERRORS))
        assert issues(endpoint, target=" ") == []
        assert endpoint.asked == []
        assert issues(endpoint, floor=0.9) == []
