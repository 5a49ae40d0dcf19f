from __future__ import annotations

import pytest

from mtreview.text.residue_phrases import mixed, phrases
from mtreview.text.tokens import lowered, words

CASES = [
    (
        "Dijo que se debe hacer más en el sector de la moda.",
        "He said more is due in el sector de la fashion.",
        ["el sector de la"],
    ),
    ("Asistió al funeral de su padre.", "He was attending al funeral de su father.", ["al funeral de su"]),
    ("Ontario dice que se debe hacer más.", "Ontario dice que se must do more.", ["dice que se"]),
    ("Habló el Banco de la Nación.", "The Banco de la Nación spoke.", []),
    ("Leyó «el amor en los tiempos del cólera».", "She read “el amor en los tiempos del cólera”.", []),
    ("Es la crème de la crème de Lima.", "It is the crème de la crème of Lima.", []),
    ("Me voy a casa.", "I leave me a casa note.", []),
    ("Nada de eso es cierto.", "None of that is true.", []),
    ("", "", []),
]


@pytest.mark.parametrize(("source", "target", "expected"), CASES)
def test_phrases(source: str, target: str, expected: list[str]) -> None:
    shared = set(lowered(source)) & set(lowered(target))
    found = phrases(target, words(target), source, shared)
    assert [target[start:end] for start, end in found] == expected


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Actúa Trump en West Virginia.", "Trump en West Virginia tonight.", ["Trump en West Virginia"]),
        ("Ganó el FBI, publique su informe o no.", "If the FBI, publique su name.", ["FBI, publique su"]),
        ("Va a la Universidad de Buenos Aires.", "She goes to the Universidad de Buenos Aires.", []),
        ("Lo vio Zhou et al. en 2020.", "Zhou et al. saw it in 2020.", []),
        ("Leyó «Cartas para Ana María».", 'He read "Cartas para Ana María".', []),
        ("Vea https://example.org/en/a/b.", "See https://example.org/en/a/b.", []),
    ],
)
def test_runs_with_names(source: str, target: str, expected: list[str]) -> None:
    shared = frozenset(lowered(source)) & frozenset(lowered(target))
    found = mixed(target, words(target), source, shared)
    assert [target[start:end] for start, end in found] == expected
