from __future__ import annotations

from mtreview.checks.abbreviation import Abbreviation
from tests.checks.table import Row, verify, verify_fixes

ROWS: list[Row] = [
    ("Hay frutas, p. ej., uvas.", "There are fruits, p. ej., grapes.", ("p. ej.",)),
    (None, "Some fruits (ej.: grapes).", ("ej.:",)),
    (None, "He flew to EE. UU. and to EEUU.", ("EE. UU.", "EEUU")),
    (None, "It fell in 44 a. C. and rose in 70 d.C.", ("a. C.", "d.C.")),
    (None, "We met Sr. Gil, Sra. Gil and Srta. Paz.", ("Sr.", "Sra.", "Srta.")),
    (None, "Dña. Ana and Dra. Paz spoke with Lic. Ruiz.", ("Dña.", "Dra.", "Lic.")),
    (None, "See núm. 5, pág. 7, págs. 8 and cap. 2.", ("núm.", "pág.", "págs.", "cap.")),
    (None, "Tfno. 555; Teléf. 556; Avda. Mayor", ("Tfno.", "Teléf.", "Avda.")),
    (None, "He lives at C/ Mayor, 5, near Pza. España.", ("C/", "Pza.")),
    (None, "Made in C/C++, with A/C Units and C/O Ana.", ()),
    (None, "It weighs aprox. 5 kg, máx. 6.", ("aprox.", "máx.")),
    (None, "The JJ. OO. and the FF. AA.", ("JJ. OO.", "FF. AA.")),
    ("El 1er lugar y el 2do.", "The 1er place and the 2do.", ("1er", "2do")),
    (None, "Robert Downey Sr. Smith won.", ()),
    (None, "Mr. Gil and Dr. Paz, e.g., on p. 5, No. 7, ch. 2, art. 5.", ()),
    (None, "Pinturas Gil, S. A., plan a. C. Smith", ()),
    (None, "a 1ra-b file, 2nd, 3rd, 4th, 1st", ()),
    (None, "EEG, EER, max. and min., approx. 5", ()),
    (None, "a cap. The 5 caps. No.", ()),
    (None, "", ()),
]


def test_table() -> None:
    verify(Abbreviation(), ROWS)


def test_fixes() -> None:
    verify_fixes(
        Abbreviation(),
        [
            (None, "We met Sra. Gil.", "We met Ms. Gil."),
            (None, "The JJ. OO. began.", "The Olympics began."),
            (None, "He flew to EEUU.", "He flew to the US."),
            ("El 2do.", "The 2do.", "The 2nd."),
            ("El 13ro.", "The 13ro.", "The 13th."),
        ],
    )
