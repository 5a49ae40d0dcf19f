from __future__ import annotations

import pytest

from mtreview.text.residue_whole import whole_in_spanish
from mtreview.text.tokens import words


def _sure(text: str, source: str = "", ignore: frozenset[str] = frozenset()) -> float:
    return whole_in_spanish(text, words(text), source, ignore)


@pytest.mark.parametrize(
    "text",
    [
        "Escuche esta historia", "min de lectura", "3 min de lectura", "Respuestas", "Lea también", "Sigue leyendo",
        "Compartir en Facebook", "ÚLTIMAS NOTICIAS", "Los disturbios dejaron varios muertos en la ciudad.",
        "man\u0303ana seguiremos leyendo",
    ],
)  # fmt: skip
def test_spanish(text: str) -> None:
    assert _sure(text) > 0.7
    assert _sure(text, text) > 0.9


@pytest.mark.parametrize(
    "text",
    [
        "Pedro Sánchez", "Partido Popular", "Universidad de Salamanca", "Real Madrid Club de Fútbol", "PSOE", "Madrid",
        "Avenida de la Constitución", "Hello world", "123", "OK", "San Juan de los Lagos",

        "Siesta and tapas in the plaza", "", "¿?",
    ],
)  # fmt: skip
def test_names_and_english(text: str) -> None:
    assert _sure(text) == 0
    assert _sure(text, text) == 0


def test_a_title_in_an_english_sentence() -> None:
    assert _sure("He read Cien años de soledad.", "Leyó Cien años de soledad.") == 0


def test_ignored_words() -> None:
    assert _sure("Respuestas", ignore=frozenset({"respuestas"})) == 0
