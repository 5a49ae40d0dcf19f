from __future__ import annotations

import pytest

from mtreview.checks._uncovered import Passage
from mtreview.checks._uncovered_excuses import counted, excused, loose, shortened
from mtreview.segment import Side
from mtreview.view import Context
from tests.checks.table import view_of


def passage(text: str, part: str, words: int) -> Passage:
    start = text.index(part)
    return Passage(start, start + len(part), words, 0.9, 0.9 * words)


@pytest.mark.parametrize(
    ("text", "part", "words", "other", "expected"),
    [
        ("Sufre trastorno de estrés postraumático.", "trastorno de estrés postraumático", 3, "He has PTSD.", True),
        ("La evolución del coronavirus humano.", "coronavirus humano", 2, "HCoV evolution.", True),
        ("Comisión de las Telecomunicaciones (CRTC).", "Telecomunicaciones", 1, "The CRTC.", True),
        ("Seven human CoVs (HCoVs) are known.", "HCoVs", 1, "Se conocen siete coronavirus humanos.", True),
        ("La OTAN y un puente muy largo.", "puente muy largo", 2, "NATO.", True),
        ("La UE y un puente muy largo.", "puente muy largo", 2, "The UE.", False),
        ("Un puente muy largo.", "puente muy largo", 2, "The McDonald case.", False),
        ("Un puente.", "puente", 1, "The EU.", False),
    ],
)
def test_acronyms_may_stand_for_passages(text: str, part: str, words: int, other: str, *, expected: bool) -> None:
    assert shortened(passage(text, part, words), text, other) is expected


@pytest.mark.parametrize(
    ("text", "part", "other", "expected"),
    [
        ("Cuesta tres euros.", "euros", "It costs €3.", True),
        ("Cuesta tres pesos.", "pesos", "It costs €3.", False),
        ("Abra <file>fondo</file>.", "file", "Open it.", True),
        ("Los Estados Unidos ganaron.", "Estados Unidos", "The US won.", False),
        ("La Organización Mundial avisó.", "Organización Mundial", "The OMS warned.", True),
    ],
)
def test_signs_tags_and_acronyms_say_the_same(text: str, part: str, other: str, *, expected: bool) -> None:
    assert excused(passage(text, part, 1), text, other) is expected


@pytest.mark.parametrize(
    ("source", "target", "ours", "theirs"),
    [
        ("Se fue en los años 30 del siglo XX.", "It left in the 1930s.", ["años 30", "siglo XX"], ["1930s"]),
        ("Ganó 3100 millones en 2 días.", "It won 3.1 billion in 5 days.", ["3100 millones"], ["3.1 billion"]),
        ("Está a 65 kilómetros.", "It is 40 miles away.", ["65"], ["40"]),
        ("Vino.", "He came in 1999.", [], []),
    ],
)
def test_numbers_that_both_sides_have(source: str, target: str, ours: list[str], theirs: list[str]) -> None:
    view = view_of([(source, target)], Context()).segments[0]
    assert [source[start:end] for start, end in counted(view, Side.SOURCE)] == ours
    assert [target[start:end] for start, end in counted(view, Side.TARGET)] == theirs


@pytest.mark.parametrize(
    ("text", "part", "language", "expected"),
    [
        ("¿Por qué debería añadir una cuenta?", "debería", "es", True),
        ("¿Por qué debería añadir una cuenta?", "debería añadir", "es", False),
        ("Se llevó a cabo ayer.", "llevó a cabo", "es", True),
        ("Does he know?", "Does", "en", True),
        ("A writer at large.", "writer at large", "en", False),
    ],
)
def test_some_words_are_often_done_without(text: str, part: str, language: str, *, expected: bool) -> None:
    assert loose(passage(text, part, 1), text, language) is expected
