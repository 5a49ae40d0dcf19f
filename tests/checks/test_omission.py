from __future__ import annotations

from mtreview.checks.omission import Omission
from mtreview.issue import Severity
from mtreview.segment import Side
from mtreview.view import Context
from tests.checks.table import context_for, hits, view_of

BRIDGE = "La alcaldesa inauguró ayer el puente y prometió una biblioteca nueva para el barrio pesquero."
RAIN = "Los agricultores de la comarca esperan que la lluvia salve la cosecha de almendras."
ROWS: list[tuple[str, str, str]] = [
    (BRIDGE, "The mayor opened the bridge yesterday.", "biblioteca"),
    (RAIN, "Farmers hope for rain.", "almendras"),
    (BRIDGE, "The mayor opened the bridge yesterday and promised a new library for the fishing district.", ""),
    (RAIN, "Farmers in the area hope that rain will save the almond harvest.", ""),
    ("Llueve.", "It is raining.", ""),
    (BRIDGE, "", ""),
]


def found(source: str, target: str, context: Context) -> list[str]:
    return [
        source[span.start : span.end]
        for _, hit in hits(Omission(), view_of([(source, target)], context))
        for span in hit.spans
        if hit.severity is None and span.side is Side.SOURCE
    ]


def test_table() -> None:
    context = context_for(Omission())
    for source, target, word in ROWS:
        flagged = found(source, target, context)
        assert any(word in text for text in flagged) if word else not flagged, (target, flagged)


def test_what_is_doubtful_is_neutral_and_shown_in_review_only() -> None:
    check = Omission(word=2.0, passage=99.0, possible=1.0, likely=1.0, doubtful=0.01)
    doubts = [hit for _, hit in hits(check, view_of([ROWS[0][:2]], context_for(check)))]
    assert doubts
    assert all(hit.severity is Severity.NEUTRAL and hit.confidence < 0.5 for hit in doubts)


def test_there_is_nothing_to_say_without_the_embedded_encoder() -> None:
    assert not list(Omission().find(view_of([ROWS[0][:2]], Context()).segments[0]))
