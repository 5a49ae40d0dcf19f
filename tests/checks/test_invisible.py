from __future__ import annotations

from mtreview.checks.invisible import Invisible
from tests.checks.table import Row, verify, verify_fixes

ROWS: list[Row] = [
    (None, "the\u200b end", ("\u200b",)),
    (None, "inter\u00adnational co\u00adop", ("\u00ad", "\u00ad")),
    (None, "\ufeffThe end", ("\ufeff",)),
    (None, "the \u202eend\u202c", ("\u202e", "\u202c")),
    (None, "the \x1b[31mend", ("\x1b",)),
    (None, "the\x00 \x07end", ("\x00", "\x07")),
    (None, "one\u2028two", ("\u2028",)),
    (None, "the\u200d end", ("\u200d",)),
    (None, "\u200b\u200bthe", ("\u200b\u200b",)),
    (None, "the Сommission", ("Сommission",)),
    (None, "pаypаl and Мoscow", ("pаypаl", "Мoscow")),
    (None, "ΟTAN and NАTO", ("ΟTAN", "NАTO")),
    (None, "TNFα, IFN-γ, NFκB, µm and Δt", ()),
    (None, "Россия, СССР and Αθήνα", ()),
    (None, "👩\u200d👩\u200d👧 and 🏳️\u200d🌈", ()),
    (None, "one\ttwo\r\nthree\u00a0four\u202f5", ()),
    (None, "the word שלום\u200f here", ()),
    (None, "می\u200cخواهم here", ()),
    ("el\u200b fin", "the\u200b end", ()),
    ("la Сomisión", "the Сomisión", ()),
    (None, "plain", ()),
]


def test_table() -> None:
    verify(Invisible(), ROWS)


def test_fixes() -> None:
    verify_fixes(
        Invisible(),
        [
            (None, "the\u200b end", "the end"),
            (None, "one\u2028two", "one two"),
            (None, "the Сommission", "the Commission"),
            (None, "inter\u00adnational", "international"),
        ],
    )
