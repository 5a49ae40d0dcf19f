from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtreview.text.sentences import sentences
from tests import strategies

CASES = [
    ("es", ["El Sr. García llegó.", "¿Qué dijo?"]),
    ("es", ["Viajó a EE. UU. el lunes.", "Volvió el martes."]),
    ("es", ["Viajó a EE.UU. y volvió.", "Luego habló."]),
    ("es", ["Hay frutas, p. ej. manzanas.", "No hay más."]),
    ("es", ["La Sra. D.ª Ana Ruiz, el Dr. J. L. Pérez y la Dra. Mena hablaron.", "Fin."]),
    ("es", ["Véase la pág. 5 y el art. 3.", "Es el n.º 7."]),
    ("es", ["Costó 3.500 euros.", "Subió un 2.5 %."]),
    ("es", ["«No lo sé.»", "Se fue."]),
    ("es", ["Dijo: «No lo sé.", "Nadie lo sabe.» y se fue."]),
    ("es", ["—Sí —dijo—.", "“Solo juegan.", "Son niños.”", "'Nada más.'", "«¿Y tú?»", '"Dra. Paz, no.']),
    ("en", ['"The sea is ours.', 'To take it is a duty."', "'Why not?' she said, \"Ms. Paz.\"", "‘No.’", "He left..."]),
    ("es", ["¡Vaya!", "¿Y ahora?", "Nada..."]),
    ("es", ["Esperó… y se fue.", "Después llovió."]),
    ("es", ["—No lo sé —dijo ella—.", "—Vete."]),
    ("es", ["Llegó a las 5 p. m. y se fue.", "Durmió."]),
    ("es", ["Lo dijo el Gral. Ruiz en la Av. Juárez.", "Nadie oyó."]),
    ("es", ["Nació en el siglo II a. C. en Roma.", "Murió pronto."]),
    ("es", ["Presidente de Kazajistán: los disturbios son un golpe"]),
    ("es", ["La empresa Sol S. A. cerró.", "La de Luna S.A. no."]),
    ("es", ["Llegó tarde (eran las 5. Nadie esperaba) y se fue."]),
    ("es", ["Fin del texto.[1]", "Otra frase."]),
    ("es", ["Según él, etc. y demás.", "Otra."]),
    ("es", ["Había sillas, mesas, etc.", "Luego se fue."]),
    ("es", ["El presidente A. López Obrador habló."]),
    ("es", ["“Es un golpe.”", "Lo dijo ayer."]),
    ("es", ["Escribió a ana@ejemplo.es y a www.ejemplo.es.", "Nada."]),
    ("en", ["Mr. Smith went to the U.S. in May.", "He left."]),
    ("en", ["He lives in the U.S.", "She does not."]),
    ("en", ["He left at 5 p.m. on Monday.", "She stayed."]),
    ("en", ["He left at 5 p.m.", "She stayed."]),
    ("en", ['"I don\'t know."', "He left."]),
    ("en", ['"Is it a coup?" he asked.', "Nobody answered."]),
    ("en", ["Gen. Ruiz and Sen. Paz met on Jan. 6.", "It rained."]),
    ("en", ["It rose 3.5 percent.", "Prices fell."]),
    ("en", ["Acme Inc. closed.", "Sol Corp. did not."]),
    ("en", ["J. K. Rowling wrote it.", "She said so."]),
    ("en", ["He said (it was late.) and left."]),
    ("en", ["Wait... what?", "Yes!"]),
    ("en", ["See No. 5 and p. 7.", "The end."]),
    ("en", ["St. Louis is big.", "So is Ft. Worth."]),
    ("en", ['President of Kazakhstan: "The riots are an attempted coup"']),
    ("en", ["It was bad, e.g. the food, i.e. soup.", "They left."]),
    ("en", ["The U.N. and the E.U. agreed.", "Others did not."]),
    ("en", ["“We won.”", "She smiled."]),
    ("es", ["Había lluvia. ".strip(), "¿Y sol?"]),
    ("en", ["It was cold, wet, etc.", "Then it cleared."]),
    ("es", ["Primera línea\nque sigue.", "Otra."]),
]


@pytest.mark.parametrize(("lang", "expected"), CASES)
def test_table(lang: str, expected: list[str]) -> None:
    assert [sentence.text for sentence in sentences(" ".join(expected), lang)] == expected


def test_a_blank_line_ends_a_sentence() -> None:
    assert [sentence.text for sentence in sentences("Un titular\n\nEl texto", "es")] == ["Un titular", "El texto"]


@pytest.mark.parametrize("text", ["J.\u00a0R. Paz", "A.\x85B", "J.\u3000R.", "Dr.\u2028X", "a.\ud800 B"])
def test_odd_characters_do_no_harm(text: str) -> None:
    assert "".join(sentence.text for sentence in sentences(text, "es")).split() == text.split()


@given(strategies.texts(), st.sampled_from(["es", "en"]))
def test_nothing_is_lost_and_offsets_hold(text: str, lang: str) -> None:
    found = sentences(text, lang)
    assert all(text[sentence.start : sentence.end] == sentence.text for sentence in found)
    assert "".join("".join(sentence.text for sentence in found).split()) == "".join(text.split())


@pytest.mark.parametrize("unit", ["¡¿«“", "J. ", "etc. A", '"(', "a. m. ", "El Sr. Paz vino. ¿Y? "])
def test_takes_linear_time_on_hostile_lines(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    start = time.process_time()
    found = sentences(text, "es")
    assert "".join("".join(sentence.text for sentence in found).split()) == "".join(text.split())
    assert time.process_time() - start < 10
