from __future__ import annotations

import pytest

from mtreview.glossary.spanish import conjugated, forms, plural


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("casa", "casas"), ("café", "cafés"), ("rubí", "rubíes"), ("nación", "naciones"), ("inglés", "ingleses"),
        ("luz", "luces"), ("crisis", "crisis"), ("país", "países"), ("mes", "meses"), ("ley", "leyes"),
        ("Banco", "Bancos"), ("régimen", "regímenes"), ("autobús", "autobuses"), ("tórax", "tórax"),
    ],
)  # fmt: skip
def test_plural(word: str, expected: str) -> None:
    assert plural(word) == expected


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("realizar", "realizó realicen realizado realizaremos realizarla"),
        ("asistir", "asistió asista asisten asistido asistirá"),
        ("pretender", "pretende pretendía pretendieron"),
        ("atender", "atiende atendió atienda"),
        ("recordar", "recuerda recuerde recordó"),
        ("pedir", "pide pidió pidiendo pida"),
        ("tener", "tuvo tengo tendrá tienen"),
        ("proponer", "propuso propuesto propondrá propuestas"),
        ("conducir", "condujo conduzca condujeron"),
        ("hacer", "hizo hecho haga hará"),
        ("pagar", "pagué pague"),
        ("buscar", "busqué busquen"),
        ("seguir", "sigue siga siguió"),
        ("quedarse", "queda quedó quedarse"),
        ("ir", "fue va iba"),
        ("haber", "hubo habrá haya"),
    ],
)
def test_conjugation(verb: str, expected: str) -> None:
    assert set(expected.split()) - conjugated(verb) == set()


@pytest.mark.parametrize(
    ("term", "pos", "expected"),
    [
        ("ONU", "", {"ONU"}),
        ("min de lectura", "", {"min de lectura", "mines de lectura"}),
        ("Kazajistán", "name", {"Kazajistán"}),
        ("actual", "adj", {"actual", "actuales"}),
        ("español", "noun", {"español", "españoles"}),
        ("a favor", "", {"a favor"}),
        ("puerto", "", {"puerto", "puertos"}),
        ("diputado", "", {"diputado", "diputada", "diputados", "diputadas"}),
        ("tasa de paro", "noun", {"tasa de paro", "tasas de paro"}),
    ],
)
def test_forms_follow_the_part_of_speech(term: str, pos: str, expected: set[str]) -> None:
    assert set(forms(term, pos)) == expected


def test_the_verb_of_a_phrase_inflects() -> None:
    assert "llevó a cabo" in forms("llevar a cabo", "verb")


def test_a_verb_without_part_of_speech_inflects_where_it_is_clear() -> None:
    found = set(forms("renunciar", ""))
    assert {"renunciar", "renunció", "renunciaron", "renunciando", "renunciará"} <= found
    assert not {"renuncia", "renuncias", "renuncio"} & found
    assert "mujeres" in forms("mujer", "")
