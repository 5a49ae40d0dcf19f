from __future__ import annotations

import time
from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtreview.glossary import Concept, Glossary, Status, occurrences

_GUARD = 10.0


def _glossary(*terms: str | Concept) -> Glossary:
    return Glossary(tuple(Concept(source=one, preferred=("x",)) if isinstance(one, str) else one for one in terms))


def _found(glossary: Glossary, text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in glossary.find_source(text)]


@pytest.mark.parametrize(
    ("terms", "text", "expected"),
    [
        (["banco"], "El banco, los Bancos y el BANCO.", ["banco", "Bancos", "BANCO"]),
        (["banco"], "bancolombia sobanco banco_x 3banco", ["banco"]),
        (["banco", "banco central", "central"], "el banco central y el banco", ["banco central", "banco"]),
        (["a b", "b c d"], "a b c d", ["b c d"]),
        (["banco central"], "los bancos centrales", ["bancos centrales"]),
        (["crisis"], "la crisis y las crisis", ["crisis", "crisis"]),
        (["ONU"], "La ONU, la onu y la Onu: ONU-Mujeres", ["ONU", "ONU"]),
        (["EE. UU."], "en EE. UU. y en EE.\u00a0UU.", ["EE. UU.", "EE.\u00a0UU."]),
        (["min de lectura"], "3min de lectura, MIN DE\nLECTURA", ["min de lectura", "MIN DE\nLECTURA"]),
        (
            ["Kasim-Yomart"],
            "Kasim-Yomart, Kasim Yomart y Kasim‑Yomart",
            ["Kasim-Yomart", "Kasim Yomart", "Kasim‑Yomart"],
        ),
        (["éxito"], "e\u0301xito ÉXITO exito", ["e\u0301xito", "ÉXITO"]),
        (["éxito"], "İİ éxito İ", ["éxito"]),
        (["foto:"], "Foto: EFE", ["Foto:"]),
        (["¿y tú?"], "¿Y tú?", ["¿Y tú?"]),
        (["corazón"], "❤️ coraz\u00f3n \U0001f468\u200d\U0001f469 corazo\u0301n", ["corazón", "corazo\u0301n"]),
        (["tema"], "", []),
    ],
)
def test_finds_whole_words_longest_first(terms: list[str], text: str, expected: list[str]) -> None:
    assert _found(_glossary(*terms), text) == expected


def test_finds_the_forms_that_a_part_of_speech_has() -> None:
    verb = _glossary(Concept(source="asistir", preferred=("attend",), pos="verb"))
    assert _found(verb, "asistió, asisten, asistiendo y asistirán, no la asistencia") == [
        "asistió", "asisten", "asistiendo", "asistirán",
    ]  # fmt: skip
    be = _glossary(Concept(source="ser", preferred=("be",), pos="verb"))
    assert _found(be, "Fue lo que era y sería.") == ["Fue", "era", "sería"]
    adjective = _glossary(Concept(source="exitoso", preferred=("successful",), pos="adj"))
    assert _found(adjective, "exitosa exitosos exitosas") == ["exitosa", "exitosos", "exitosas"]
    name = _glossary(Concept(source="Irán", preferred=("Iran",), pos="name"))
    assert _found(name, "Irán y IRAN, donde irán mañana; Iran") == ["Irán", "IRAN", "Iran"]


def test_case_column_decides() -> None:
    sensitive = _glossary(Concept(source="Gales", preferred=("Wales",), case="sensitive"))
    assert _found(sensitive, "Gales GALES gales") == ["Gales"]
    insensitive = _glossary(Concept(source="SIDA", preferred=("AIDS",), case="insensitive"))
    assert _found(insensitive, "SIDA Sida sida") == ["SIDA", "Sida", "sida"]


def test_skips_where_a_phrase_is_in_the_text() -> None:
    glossary = _glossary(Concept(source="librería", preferred=("bookshop",), skip_if=("python", "código")))
    assert _found(glossary, "una librería de barrio") == ["librería"]
    assert _found(glossary, "una librería de Python") == []


def test_furniture_and_terms_are_found_apart() -> None:
    glossary = _glossary("historia", Concept(source="escuche esta historia", preferred=("x",), domain="furniture"))
    assert _found(glossary, "Escuche esta historia") == ["Escuche esta historia", "historia"]


def test_finds_english_terms_with_their_status() -> None:
    glossary = _glossary(
        Concept(source="asistir", preferred=("attend",), forbidden=("assist",), pos="verb"),
        Concept(source="", forbidden=("utilise",), note="say use"),
    )
    text = "She assisted, he attended, they utilise it."
    found = [(text[hit.start : hit.end], hit.status) for hit in glossary.find_target(text)]
    forbidden, preferred = Status.FORBIDDEN, Status.PREFERRED
    assert found == [("assisted", forbidden), ("attended", preferred), ("utilise", forbidden)]
    assert [hit.term for hit in glossary.find_banned(text)] == ["utilise"]


def test_finds_an_english_term_once_however_many_spanish_ones_it_renders() -> None:
    many = [Concept(source=f"cosa {number}", preferred=("thing",)) for number in range(1000)]
    names = [Concept(source=source, preferred=("Thing",), domain="names") for source in ("Cosa", "Coso")]
    found = _glossary(*many, *names).find_target("a thing")
    assert sorted(hit.concept.source for hit in found) == ["Cosa", "Coso", "cosa 0"]


@pytest.mark.parametrize(
    ("term", "text", "expected"),
    [
        ("carry out", "carried out, carries out, carry-out", ["carried out", "carries out", "carry-out"]),
        ("UN", "the UN's, un-, U.N. and UNICEF", ["UN", "U.N."]),
        ("NATO", "Nato and nato", ["Nato"]),
        ("World Health Organization", "the World Health Organisation", ["World Health Organisation"]),
        ("the Hague", "The Hague", ["Hague"]),
        ("U.S.", "the U.S. and the US", ["U.S."]),
    ],
)
def test_occurrences_allow_for_english_forms(term: str, text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end, _ in occurrences((term,), text)] == expected


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(["banco", "banco central", "ONU", "éxito", "e\u0301xito", "İ", "-", " ", "ß", "\n"]), max_size=9
    )
)
def test_hits_lie_inside_in_order_and_apart(pieces: list[str]) -> None:
    text = " ".join(pieces)
    hits = _glossary("banco", "banco central", "ONU", "éxito").find_source(text)
    assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)
    assert all(one.end <= other.start for one, other in pairwise(hits))
    assert len(hits) == sum(piece in {"banco", "banco central", "ONU", "éxito", "e\u0301xito"} for piece in pieces)


def test_takes_fifty_thousand_terms() -> None:
    words = ["".join(letters) for letters in product("bcdlmnrst", "aeiou", "dlnrst", "aeo")]
    terms = [f"{one} {two}" for one, two in product(words[::3], words[::4])][:50_000]
    start = time.process_time()
    glossary = _glossary(*terms)
    assert _found(glossary, f"uno {terms[49_999]} dos") == [terms[49_999]]
    glossary.find_source(" ".join(words * 30)[:100_000])
    assert time.process_time() - start < _GUARD


def test_takes_linear_time_on_hostile_lines() -> None:
    terms = [" ".join(["a"] * count) for count in range(1, 6)]
    glossary = _glossary(*terms, Concept(source="b", preferred=("x",), skip_if=("c", "d")))
    for line in ("a " * 50_000, "b " * 50_000, "a" * 100_000, "e\u0301" * 50_000):
        start = time.process_time()
        glossary.find_source(line)
        assert time.process_time() - start < _GUARD
