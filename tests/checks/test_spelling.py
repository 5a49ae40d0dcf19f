from __future__ import annotations

from mtreview.checks.spelling import Spelling
from mtreview.view import Context
from tests.checks.table import Row, verify, verify_fixes

ROWS: list[Row] = [
    (None, "The agreement beteen them.", ("beteen",)),
    (None, "We had breakast.", ("breakast",)),
    (None, "The goverment occured.", ("goverment", "occured")),
    (None, "They recieved it untill May.", ("recieved", "untill")),
    ("Vino ayer.", "He came yesterdaay.", ("yesterdaay",)),
    (None, "It was importnat, and impossibble.", ("importnat", "impossibble")),
    (None, "I like it alot.", ("alot",)),
    (None, "a seperate developement of wich he knew", ("seperate", "developement", "wich")),
    (None, "The colour, the color, a codec and a titer.", ()),
    (None, "Goverment House and Beteen Street", ()),
    (None, "See /usr/beteen, beteen.txt, x=beteen and beteen-like.", ()),
    ("El beteen nuevo", "The new beteen", ()),
    (None, "a prórroga, años, tomorrow", ()),
    (None, "the flibbertigibbet's xylophonist", ()),
    (None, "gobierno, presidente, ayuntamiento", ()),
    (None, "", ()),
]


def test_table() -> None:
    verify(Spelling(), ROWS)


def test_words_to_ignore_are_left() -> None:
    verify(Spelling(), [(None, "We had breakast.", ())], Context(ignore_words=frozenset({"breakast"})))


def test_fixes() -> None:
    verify_fixes(
        Spelling(),
        [
            (None, "We had breakast.", "We had breakfast."),
            (None, "I like it alot.", "I like it a lot."),
            (None, "It is importnat.", "It is important."),
        ],
    )
