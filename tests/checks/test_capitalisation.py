from __future__ import annotations

from mtreview.checks.capitalisation import Capitalisation
from mtreview.view import Context
from tests.checks.table import Row, verify, verify_document, verify_fixes

ROWS: list[Row] = [
    (None, "He left on monday and came back on Tuesday.", ("monday",)),
    (None, "In january it snows; In july it does not.", ("january", "july")),
    ("El Gobierno español calló.", "The spanish Government said nothing.", ("spanish",)),
    (None, "She speaks english and french.", ("english", "french")),
    (None, "The muslims and the jewish community met.", ("muslims", "jewish")),
    (None, "Three italians, two russians.", ("italians", "russians")),
    (None, "A spanish-speaking town of non-european people.", ("spanish", "european")),
    (None, "He was born in may 1968.", ("may",)),
    (None, "On march 5 he left.", ("march",)),
    ("Volverá en marzo.", "He will return in march.", ("march",)),
    ("Nadie vino.", "nobody came.", ("nobody",)),
    ("¿Por qué?", "why, then?", ("why",)),
    ("«Es así», dijo.", '"it is so," he said.', ("it",)),
    (None, "On Monday, in January, the Spanish president spoke English.", ()),
    (None, "They may march on; an august house.", ()),
    (None, "He may 5 times; from march to rally.", ()),
    (None, "Eat french fries, use roman numerals and venetian blinds.", ()),
    (None, "A polish remover, a china cup, a turkey.", ()),
    (None, "Run setlang=english or open /usr/share/spanish and spanish.txt.", ()),
    ("Escriba english aquí.", "Type english here.", ()),
    ("dime si es español", "tell me if it is spanish", ()),
    ("Use «ls» ahora.", "ls, used now.", ()),
    ("Nadie vino", "nobody came", ()),
    ("De Gaulle se fue.", "de Gaulle left.", ()),
    ("iPhone, el teléfono.", "iPhone, the phone.", ()),
    (None, "nobody came.", ()),
    (None, "", ()),
]


def test_table() -> None:
    verify(Capitalisation(), ROWS)


def test_a_segment_that_goes_on_with_a_sentence_may_begin_small() -> None:
    verify_document(
        Capitalisation(),
        [
            ("Lo vio:", "He saw it,", ()),
            ("Era azul.", "and it was blue.", ()),
            ("Era verde.", "it was green.", ("it",)),
        ],
    )


def test_words_to_ignore_are_left() -> None:
    verify(Capitalisation(), [(None, "The arab horse.", ())], Context(ignore_words=frozenset({"arab"})))


def test_fixes() -> None:
    verify_fixes(
        Capitalisation(),
        [
            (None, "On monday.", "On Monday."),
            (None, "A spanish-speaking town.", "A Spanish-speaking town."),
            ("Nadie vino.", "nobody came.", "Nobody came."),
        ],
    )
