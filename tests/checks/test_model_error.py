from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mtreview.checks.model_error import ModelError
from mtreview.issue import Category, Severity
from mtreview.segment import Side
from tests.checks.table import context_for, hits, view_of

if TYPE_CHECKING:
    from mtreview.checks.base import Hit

TALK = "La ministra abrió la reunión con un discurso breve."
GOOD = "The minister opened the meeting with a short speech."


def found(source: str | None, target: str, **options: float) -> list[Hit]:
    check = ModelError(**options)  # type: ignore[arg-type]
    return [hit for _, hit in hits(check, view_of([(source, target)], context_for(check)))]


@pytest.mark.parametrize(
    "added", [", without paying for the tickets", " and then played golf in Scotland", " about penguins and volcanoes"]
)
def test_marks_what_was_added_and_not_its_surroundings(added: str) -> None:
    target = f"{GOOD[:-1]}{added}."
    spans = [span for hit in found(TALK, target) for span in hit.spans if span.side is Side.TARGET]
    assert spans
    assert all(span.start >= len(GOOD) - 1 for span in spans)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Pulse <gui>Papelera</gui>.", "Press <gui>Trash</gui>."),
        ("Se notifican los casos de gripe.", "Cases of ILI are reported."),
    ],
)
def test_acronyms_and_words_beside_tags_are_left_to_rules(source: str, target: str) -> None:
    marked = [hit.message for hit in found(source, target, floor=0.0)]
    assert not [message for message in marked if '"Trash"' in message or '"ILI"' in message]


@pytest.mark.parametrize(
    ("source", "target", "left"),
    [
        ("Lo dicen a EL MUNDO los opositores.", "The opposition told El Mundo so.", {"El Mundo", "Mundo", "El"}),
        ("Iba a 800 km/h.", "It went at 800 kph (497 mph).", {"497", "(497", "(", ")"}),
    ],
)
def test_figures_marks_and_words_that_stay_are_left_to_rules(source: str, target: str, left: set[str]) -> None:
    spans = [span for hit in found(source, target, floor=0.0) for span in hit.spans[:1] if span.side is Side.TARGET]
    assert left.isdisjoint(target[span.start : span.end] for span in spans)


def test_what_it_marks_it_names_and_only_what_it_is_sure_of_is_grave() -> None:
    target = f"{GOOD[:-1]}, without paying for the tickets."
    marked = found(TALK, target, floor=0.3, grave=0.8)
    assert {hit.severity for hit in marked} == {Severity.MINOR, Severity.MAJOR}
    for hit in marked:
        span = hit.spans[0]
        assert (target if span.side is Side.TARGET else TALK)[span.start : span.end] in hit.message
        assert hit.category in {Category.ADDITION, Category.MISTRANSLATION, Category.OMISSION}
        assert (hit.severity is Severity.MAJOR) is (hit.confidence >= 0.8)


def test_a_good_translation_without_a_source_or_text_has_no_marks() -> None:
    assert found(TALK, GOOD, floor=0.5) == []
    assert found(None, GOOD) == []
    assert found(TALK, "") == []
