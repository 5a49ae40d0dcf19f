from __future__ import annotations

from mtreview.checks.spacing import Spacing
from tests.checks.table import Row, verify, verify_fixes

ROWS: list[Row] = [
    (None, "The  president spoke.", ("  ",)),
    (None, "The president.  He spoke.", ("  ",)),
    (None, "one   two    three", ("   ", "    ")),
    (None, "On Monday , he said .", (" ,", " .")),
    (None, "Really ?", (" ?",)),
    (None, "“Really !” she said.", (" !",)),
    (None, "He left.The riots went on.", ("left.The",)),
    (None, "He left,and came back.", ("left,and",)),
    (None, "What?He left!They stayed;all of them.", ("What?He", "left!They", "stayed;all")),
    (None, "In 2019,he left.", ("2019,he",)),
    (None, "Kasim- Yomart Tokayev", ("Kasim- Yomart",)),
    (None, "Kasim -Yomart Tokayev", ("Kasim -Yomart",)),
    (None, "the riots- which began on Monday- ended", ("riots- which", "Monday- ended")),
    (None, "a long- term plan", ("long- term",)),
    (None, "the president -said Tokayev- left", ("president -said", "Tokayev- left")),
    (None, "He left ( on Monday ) with “ friends ”.", ("( ", " )", "“ ", " ”")),
    ("Hola  mundo", "Hello  world", ()),
    ("¿ Qué ?", "What ?", ()),
    ("Precio : 5", "Price : 5", ()),
    ("Kasim- Yomart", "Kasim- Yomart", ()),
    ("Use System.The ya", "Use System.The now", ()),
    (None, "short- and long-term plans, pre- or post-war, mid- to late May", ()),
    (None, "first-, second- and third-class", ()),
    (None, "at example.org/a,b?Foo=Bar and on https://x.org/path.The", ()),
    (None, "report.Final.docx and Node.js and U.S.-led and e.g. this", ()),
    (None, "1,234.5 at 3:18 p.m. and 10,5", ()),
    (None, "J.R.R. Tolkien, the U.S. and Ph.D.s", ()),
    (None, "ls -l and --all and -5 degrees; 3 -2", ()),
    (None, "Wait . . . what ... and … so", ()),
    (None, "smile :) or :-( or ;)", ()),
    (None, "a dash - like this - and – this –", ()),
    (None, "f(a,b) and [x] and {a,b}", ()),
    (None, "using .NET and the .com boom", ()),
    (None, "", ()),
]


def test_table() -> None:
    verify(Spacing(), ROWS)


def test_fixes() -> None:
    verify_fixes(
        Spacing(),
        [
            (None, "The  president", "The president"),
            (None, "On Monday , he said", "On Monday, he said"),
            (None, "He left.The riots", "He left. The riots"),
            (None, "Kasim- Yomart", "Kasim-Yomart"),
            (None, "Kasim -Yomart", "Kasim-Yomart"),
            (None, "the riots- which began", "the riots – which began"),
            (None, "a long- term plan", "a long-term plan"),
            (None, "left ( on Monday)", "left (on Monday)"),
            (None, "left (on Monday )", "left (on Monday)"),
        ],
    )
