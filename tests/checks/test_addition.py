from __future__ import annotations

from mtreview.checks.addition import Addition
from mtreview.issue import Severity
from mtreview.view import Context
from tests.checks.table import context_for, hits, view_of

BRIDGE = "La alcaldesa inauguró ayer el puente."
RAIN = "Los agricultores esperan que la lluvia salve la cosecha."
ROWS: list[tuple[str, str, str]] = [
    (BRIDGE, "The mayor opened the bridge yesterday and promised a new library for the fishing district.", "library"),
    (RAIN, "Farmers hope that the rain will save the harvest, the Portuguese orchestra insisted.", "orchestra"),
    (BRIDGE, "The mayor opened the bridge yesterday.", ""),
    (RAIN, "Farmers are hoping that rain will save the harvest.", ""),
    ("Llueve.", "It is raining.", ""),
    ("", "The mayor opened the bridge yesterday.", ""),
]


def found(source: str, target: str, context: Context) -> list[str]:
    return [
        target[span.start : span.end]
        for _, hit in hits(Addition(), view_of([(source, target)], context))
        for span in hit.spans
        if hit.confidence >= 0.5
    ]


def test_table() -> None:
    context = context_for(Addition())
    for source, target, word in ROWS:
        flagged = found(source, target, context)
        assert any(word in text for text in flagged) if word else not flagged, (target, flagged)


def test_what_is_doubtful_is_neutral_and_shown_in_review_only() -> None:
    check = Addition(word=2.0, passage=99.0, possible=1.0, likely=1.0, doubtful=0.01)
    doubts = [hit for _, hit in hits(check, view_of([ROWS[0][:2]], context_for(check)))]
    assert doubts
    assert all(hit.severity is Severity.NEUTRAL and hit.confidence < 0.5 for hit in doubts)


def test_there_is_nothing_to_say_without_the_embedded_encoder() -> None:
    assert not list(Addition().find(view_of([ROWS[0][:2]], Context()).segments[0]))
