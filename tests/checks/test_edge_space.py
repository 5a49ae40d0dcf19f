from __future__ import annotations

from mtreview.checks.edge_space import EdgeSpace
from tests.checks.table import Row, verify, verify_document, verify_fixes

NOWHERE = ("",)

ROWS: list[Row] = [
    (" de 10", "of 10", NOWHERE),
    ("Página: ", "Page:", NOWHERE),
    ("Página:", "Page: ", (" ",)),
    ("Página:", " Page:", (" ",)),
    ("Fin.\n", "End.", NOWHERE),
    ("Fin.\n", "End. ", (" ",)),
    ("Fin.\n", "End.\n\n", ("\n\n",)),
    ("\nUno", "One", NOWHERE),
    ("\tUno", "    One", ("    ",)),
    (" uno ", "one", ("", "")),
    ("  uno", " one", (" ",)),
    (" de 10", " of 10", ()),
    ("Página:\xa0", "Page: ", ()),
    ("Fin.\n", "End.\n", ()),
    ("Uno dos", "One two", ()),
    (" ", "x", ()),
    (" x", " ", ()),
    (None, " One ", ()),
    ("", " One ", ()),
]


def test_table() -> None:
    verify(EdgeSpace(), ROWS)


def test_sentences_of_aligned_documents_are_left() -> None:
    verify_document(EdgeSpace(), [(" Uno", "One", ()), ("Dos ", "Two", ())], aligned=True)


def test_fixes() -> None:
    verify_fixes(
        EdgeSpace(),
        [
            (" de 10", "of 10", " of 10"),
            ("Fin.\n", "End.", "End.\n"),
            ("Uno", "One ", "One"),
            ("\tUno", "    One", "\tOne"),
        ],
    )
