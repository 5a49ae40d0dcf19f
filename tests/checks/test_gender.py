from __future__ import annotations

from mtreview.checks.gender import Gender
from tests.checks.table import Row, verify

ROWS: list[Row] = [
    ("Su hermana firmó.", "Her brother signed.", ("brother",)),
    ("Su madre llamó.", "His father called.", ("father",)),
    ("La mujer huyó.", "The man fled.", ("man",)),
    ("Tres hombres huyeron.", "Three women fled.", ("women",)),
    ("La reina abdicó.", "The king abdicated.", ("king",)),
    ("Su esposa es médica.", "Her husband is a doctor.", ("husband",)),
    ("La niña lloraba.", "The boy was crying.", ("boy",)),
    ("Ella dijo que no.", "He said no.", ("He",)),
    ("Él vive en Lugo.", "She lives in Lugo.", ("She",)),
    ("La tía de Ana", "Ana's uncle", ("uncle",)),
    ("Su abuelo murió.", "Her grandmother died.", ("grandmother",)),
    ("Ella dijo que no.", "She said no.", ()),
    ("Ella dijo que él vendría.", "She said that he would come.", ()),
    ("Su madre y su padre", "His mother and father", ()),
    ("Los padres firmaron.", "The mothers and fathers signed.", ()),
    ("Los hermanos de Ana", "Ana's sisters and brothers", ()),
    ("Los niños lloraban.", "The boys and girls were crying.", ()),
    ("El hombre llegó a la Luna.", "Man reached the Moon.", ()),
    ("Creen que él la vio.", "They think he'd seen her.", ()),
    ("Su hijo nació ayer.", "Her child was born yesterday.", ()),
    ("La actriz ganó.", "The actor won.", ()),
    ("Habló con ella.", "He spoke with her.", ()),
    ("La señora Gil firmó.", "Ms Gil and Mr Paz signed.", ()),
    ("Tres actrices ganaron.", "Three actors and an actor won.", ()),
    ("Una lista de cuatro mujeres.", "A four-man shortlist.", ()),
    ("El virus y su hermano", "The virus and its sister", ()),
    (None, "He said no.", ()),
]


def test_table() -> None:
    verify(Gender(), ROWS)
