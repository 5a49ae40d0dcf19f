from __future__ import annotations

from typing import TYPE_CHECKING

from mtreview.checks.model_error import ModelError
from mtreview.segment import Side
from tests.checks.table import context_for, hits, view_of

if TYPE_CHECKING:
    from mtreview.checks.base import Hit

TALK = "La ministra abrió la reunión con un discurso breve."
GOOD = "The minister opened the meeting with a short speech."


def found(source: str | None, target: str, floor: float = 0.0) -> list[Hit]:
    check = ModelError(floor=floor)
    return [hit for _, hit in hits(check, view_of([(source, target)], context_for(check)))]


def test_marks_a_foreign_body_and_not_its_surroundings() -> None:
    target = "The minister opened the meeting with a purple elephant."
    spans = [span for hit in found(TALK, target) for span in hit.spans if span.side is Side.TARGET]
    marked = " ".join(target[span.start : span.end] for span in spans)
    assert "elephant" in marked
    assert "meeting" not in marked


def test_what_it_marks_it_names() -> None:
    for hit in found(TALK, "The minister opened the meeting with a purple elephant."):
        span = hit.spans[0]
        text = "The minister opened the meeting with a purple elephant." if span.side is Side.TARGET else TALK
        assert text[span.start : span.end] in hit.message
        assert 0.0 < hit.confidence <= 0.9


def test_a_good_translation_without_a_source_or_text_has_no_marks() -> None:
    assert found(TALK, GOOD, 0.5) == []
    assert found(None, GOOD) == []
    assert found(TALK, "") == []
