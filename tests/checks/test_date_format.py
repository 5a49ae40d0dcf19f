from __future__ import annotations

from mtreview.checks.date_format import DateFormat
from mtreview.view import Context
from tests.checks.table import Row, verify, verify_fixes

BRITISH = Context(target="en-GB")
ROWS: list[Row] = [
    (None, "He was born on the 5 of March of 2021.", ("the 5 of March of 2021",)),
    (None, "He was born on 5 of March.", ("5 of March",)),
    (None, "On the day 5 of March he left.", ("the day 5 of March",)),
    (None, "He left on the 5 March.", ("the 5 March",)),
    (None, "On March 5 of 2021, he left.", ("March 5 of 2021",)),
    (None, "On 5 of March, 2021, and 6 of April.", ("5 of March, 2021", "6 of April")),
    (None, "At 16:30 hours; until 9:15 h.", ("16:30 hours", "9:15 h")),
    (None, "It starts at 16h30 hrs.", ("16h30 hrs",)),
    ("Empieza a las 16.30.", "It starts at 16.30.", ("16.30",)),
    (None, "On 25/12/2021 it closed.", ("25/12/2021",)),
    ("El 05/03/2021 cerró.", "On 05/03/2021 it closed.", ("05/03/2021",)),
    (None, "On March 5, 2021, on 5 March 2021, and on the 5th of March.", ()),
    (None, "In March of 2021; the 5 March vote; 15 of May's laws.", ()),
    (None, "A time of 2:30 hours; at 16:30; at 4:30 p.m.", ()),
    (None, "It closed at 16.30.", ()),
    ("Cerró a 16,30 euros.", "It closed at 16.30 euros.", ()),
    (None, "On 12/25/2021 and on 05/03/2021 it closed.", ()),
    (None, "5 of them may come on 3 of the days.", ()),
    (None, "1/2/3, 10/12, 24/7/365 and 10-12-14", ()),
    (None, "", ()),
]
BRITISH_ROWS: list[Row] = [
    (None, "On the 5 of March it closed on 12/25/2021.", ("the 5 of March", "12/25/2021")),
    ("El 05/03/2021 a las 16.30.", "On 05/03/2021 at 16.30 and on 25/12/2021.", ()),
]


def test_table() -> None:
    verify(DateFormat(), ROWS)


def test_british_table() -> None:
    verify(DateFormat(), BRITISH_ROWS, BRITISH)


def test_fixes() -> None:
    verify_fixes(
        DateFormat(),
        [
            (None, "on the 5 of March of 2021", "on March 5, 2021"),
            (None, "on March 5 of 2021", "on March 5, 2021"),
            (None, "at 16:30 hours", "at 4:30 p.m."),
            (None, "at 0:15 hours", "at 12:15 a.m."),
            (None, "on 25/12/2021", "on 12/25/2021"),
        ],
    )
    verify_fixes(
        DateFormat(),
        [
            (None, "on the 5 of March of 2021", "on 5 March 2021"),
            (None, "at 16:30 hours", "at 16:30"),
        ],
        BRITISH,
    )
