from __future__ import annotations

from mtreview.checks.house_style import HouseStyle
from mtreview.issue import Severity
from mtreview.style import StyleSettings
from mtreview.view import Context
from tests.checks.table import Row, context_for, hits, verify, verify_document, verify_fixes, view_of

PERCENT: list[Row] = [
    (None, "It rose 5 percent and 6 per cent.", (" percent", " per cent")),
    (None, "It rose 5%; 6 %; a percentage, five percent.", ()),
]
NUMERALS: list[Row] = [
    (None, "There were 5 people.", ("5",)),
    (None, "There were twelve people.", ("twelve",)),
    (None, "There were five people, 12 cats and 5 million mice.", ()),
    (None, "On May 5 and on page 3 of it, at 4 o'clock, aged 7 years.", ()),
    (None, "Twelve people spoke of twenty-one, 3.5 km and $5 notes.", ()),
]
SERIAL: list[Row] = [
    (None, "He sold apples, pears and plums.", ("apples, pears and plums",)),
    (None, "He sold apples, pears, and plums.", ()),
    (None, "In May, Juan and Ana left. He left, and Ana stayed.", ()),
]
UNITS: list[Row] = [
    (None, "It is 5 miles away and weighs 20 pounds.", ("miles", "pounds")),
    (None, "It is 5 km away and costs 20 pounds sterling.", ()),
]
HEADLINES: list[Row] = [
    (None, "Council Approves New Rules for Bars", ("*",)),
    (None, "Council approves new rules for bars", ()),
    (None, "The council met on Monday.", ()),
]
TITLES: list[Row] = [
    (None, "Mr. Gil met Mrs Paz.", ("Mrs",)),
    (None, "Mr. Gil met Dr. Paz, the dr and Mrkonjic.", ()),
]


def context(style: StyleSettings) -> Context:
    return Context(style=style)


def test_tables() -> None:
    for rows, style in (
        (PERCENT, StyleSettings(percent="%")),
        (NUMERALS, StyleSettings(numerals_from=10)),
        (SERIAL, StyleSettings(serial_comma=True)),
        (UNITS, StyleSettings(units="metric")),
        (HEADLINES, StyleSettings(headline_case="sentence")),
        (TITLES, StyleSettings(honorifics="Mr.")),
    ):
        verify(HouseStyle(), rows, context(style))
        verify(HouseStyle(), [(source, target, ()) for source, target, _ in rows if "percent" not in target])


def test_the_other_way_round() -> None:
    verify(HouseStyle(), [(None, "It rose 5%.", ("%",))], context(StyleSettings(percent="per cent")))
    verify(HouseStyle(), [(None, "apples, pears, and plums.", ("apples, pears, and plums",))],
           context(StyleSettings(serial_comma=False)))  # fmt: skip
    verify(HouseStyle(), [(None, "It is 5 km away.", ("km",))], context(StyleSettings(units="imperial")))
    verify(HouseStyle(), [(None, "Mr. Gil left.", ("Mr.",))], context(StyleSettings(honorifics="none")))
    verify(HouseStyle(), [(None, "Council approves new rules", ("*",))], context(StyleSettings(headline_case="title")))


def test_what_a_document_mixes_is_noted() -> None:
    rows: list[Row] = [
        (None, "It rose 5%, 6% and 7%.", ()),
        (None, "It rose 8 percent.", (" percent",)),
        (None, 'He said "yes", "no" and “maybe".', ("“",)),
        (None, "Mr Gil and Mr Paz met Mr. Ruiz.", ("Mr.",)),
    ]
    verify_document(HouseStyle(), rows)
    view = view_of([(None, "It rose 5%, 6% and 7 percent.")], context_for(HouseStyle()))
    assert [hit.severity for _, hit in hits(HouseStyle(), view)] == [Severity.NEUTRAL]


def test_two_forms_that_are_as_frequent_are_left() -> None:
    verify(HouseStyle(), [(None, "It rose 5% and 6 percent.", ())])


def test_fixes() -> None:
    verify_fixes(HouseStyle(), [(None, "It rose 5 percent.", "It rose 5%.")], context(StyleSettings(percent="%")))
    verify_fixes(HouseStyle(), [(None, "Mrs Paz left.", "Mrs. Paz left.")], context(StyleSettings(honorifics="Mr.")))
    verify_fixes(
        HouseStyle(),
        [(None, "He saw 5 cats.", "He saw five cats."), (None, "He saw twelve cats.", "He saw 12 cats.")],
        context(StyleSettings(numerals_from=10)),
    )
