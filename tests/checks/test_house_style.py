from __future__ import annotations

from typing import Literal

import pytest

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
    (None, "A big house, two cars, a boat and a dog were sold.", ("A big house, two cars, a boat and a",)),
    (None, "Ana, Juan, Eva, and Luis left; in Lugo, Vigo, the mayor, and I stayed.", ()),
]
UNITS: list[Row] = [
    (None, "It is 5 miles away and weighs 20 pounds.", ("miles", "pounds")),
    (None, "It is 5 km away and costs 20 pounds sterling.", ()),
    (None, "It is 19 miles (30 km) away, or 30 kilometers (about 19 miles).", ()),
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


@pytest.mark.parametrize(
    ("source", "target", "units", "mended"),
    [
        (None, "It is 30 km away.", "imperial", "It is 19 miles away."),
        (None, "It is 5 km away.", "imperial", "It is 3.1 miles away."),
        (None, "He did the 10-km race.", "imperial", "He did the 6.2-mile race."),
        (None, "It covers 1,500 hectares.", "imperial", "It covers 3,700 acres."),
        (None, "It was 25 °C at noon.", "imperial", "It was 77 °F at noon."),
        (None, "They drove at 120 km/h.", "imperial", "They drove at 75 mph."),
        (None, "It is 20 miles away.", "metric", "It is 32 kilometers away."),
        ("Está a 30 kilómetros.", "It is 19 miles away.", "metric", "It is 30 kilometers away."),
        ("Está a 30 kilómetros.", "It is 30 kilometers away.", "imperial", "It is 19 miles away."),
    ],
)
def test_measures_are_converted(
    source: str | None, target: str, units: Literal["metric", "imperial"], mended: str
) -> None:
    verify_fixes(HouseStyle(), [(source, target, mended)], context(StyleSettings(units=units)))


@pytest.mark.parametrize(
    "target",
    [
        "It is 20 to 30 km away.",
        "It weighs 20-30 kg.",
        "It has 2 or 3 km.",
    ],
)
def test_measures_without_a_plain_figure_are_left_to_the_reader(target: str) -> None:
    view = view_of([(None, target)], context(StyleSettings(units="imperial")))
    assert [hit.suggestion for _, hit in hits(HouseStyle(), view)] == [None]


def test_british_houses_write_kilometres() -> None:
    style = Context(style=StyleSettings(units="metric"), target="en-GB")
    verify_fixes(HouseStyle(), [(None, "It is 20 miles away.", "It is 32 kilometres away.")], style)


def test_a_first_number_in_figures_cannot_be_negative() -> None:
    with pytest.raises(ValueError, match="numerals_from is -3"):
        StyleSettings(numerals_from=-3)
