from __future__ import annotations

from mtreview.checks.doubled_word import DoubledWord
from tests.checks.table import Row, verify, verify_fixes

ROWS: list[Row] = [
    (None, "He spoke with the the Russian president.", ("the the",)),
    (None, "The the riots began.", ("The the",)),
    (None, "They said said that it was over.", ("said said",)),
    (None, "They said\nsaid that it was over.", ("said\nsaid",)),
    (None, "It was of of of no use, and and late.", ("of of of", "and and")),
    (None, "troops troops", ("*",)),
    (None, "THE THE END", ("THE THE",)),
    (None, "In In spring", ("In In",)),
    (None, "what it is is unclear", ("is is",)),
    ("Vino el presidente.", "The president president came.", ("president president",)),
    ("Es muy muy grande.", "It is big big.", ()),
    ("Es muy muy grande, dijo.", "It is big big, he he said.", ("he he",)),
    (None, "She had had enough that that year.", ()),
    (None, "It is very very late.", ()),
    ("Es tarde.", "It is very very late.", ("very very",)),
    (None, "He sailed to Bora Bora with Duran Duran.", ()),
    (None, "Walla Walla, Wagga Wagga", ()),
    (None, "the, the", ()),
    (None, "said. Said", ()),
    (None, "20 20 and 1 1", ()),
    (None, "long-long and the-the", ()),
    (None, "Then then-president Clinton left.", ()),
    (None, "Moon Jae-in in May, turned on on the desk", ()),
    (None, "the theory, a ant, is this", ()),
    ("Bien, bien.", "Good, good.", ()),
    (None, "", ()),
]


def test_table() -> None:
    verify(DoubledWord(), ROWS)


def test_suggests_the_word_once() -> None:
    verify_fixes(
        DoubledWord(),
        [
            (None, "He spoke with the the president.", "He spoke with the president."),
            (None, "It was of of of no use.", "It was of no use."),
            (None, "The the riots", "The riots"),
        ],
    )
