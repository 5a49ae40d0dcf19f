from __future__ import annotations

from mtreview.checks.omission import Omission
from mtreview.checks.opposite import Opposite
from tests.checks.table import Row, context_for, hits, verify, view_of

ROWS: list[Row] = [
    ("El paro aumentó.", "Unemployment decreased.", ("decreased",)),
    ("La frontera norte", "The southern border", ("southern",)),
    ("Gira a la izquierda.", "Turn right.", ("right",)),
    ("La empresa compró dos barcos.", "The company sold two ships.", ("sold",)),
    ("El equipo ganó.", "The team lost.", ("lost",)),
    ("Cerró la puerta.", "She opened the door.", ("opened",)),
    ("Murió en Cádiz.", "He was born in Cádiz.", ("born",)),
    ("Es el peor año.", "It is the best year.", ("best",)),
    ("Antes de la guerra", "After the war", ("After",)),
    ("El Senado aprobó la ley.", "The Senate rejected the law.", ("rejected",)),
    ("La importación de trigo", "The export of wheat", ("export",)),
    ("Trabaja de noche.", "She works in the morning.", ("morning",)),
    ("El paro aumentó.", "Unemployment rose.", ()),
    ("La deuda no aumentó.", "The debt decreased.", ()),
    ("El norte y el sur", "The North and the South", ()),
    ("Ganó quien perdió ayer.", "The winner had lost yesterday.", ()),
    ("Bajó la escalera.", "He went down the stairs.", ()),
    ("El último de la fila", "The last in line", ()),
    ("Este año", "This year", ()),
    ("Llegó por la tarde.", "He came in the evening.", ()),
    ("Poco después fue elegida.", "Before long, she was elected.", ()),
    ("Fue condenado por un delito menor.", "He got the highest fine for the misdemeanor.", ()),
    ("Tiene más amigos.", "She has more friends.", ()),
    ("Cayó en la derecha.", "He fell on the right.", ()),
    (None, "Unemployment decreased.", ()),
]


def test_table() -> None:
    verify(Opposite(), ROWS)


def test_with_an_encoder_a_word_that_has_a_counterpart_of_its_own_has_no_opposite() -> None:
    pairs = [
        ("El precio del pan subió en marzo.", "The price of bread fell in March."),
        ("La disminución de las ventas llegó cuando crecía la demanda.", "Sales slumped while demand was increasing."),
    ]
    view = view_of(pairs, context_for(Omission()))
    assert view.likenesses
    assert [index for index, _ in hits(Opposite(), view)] == [0]
