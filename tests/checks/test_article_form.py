from __future__ import annotations

from mtreview.checks.article_form import ArticleForm
from tests.checks.table import Row, verify, verify_fixes

ROWS: list[Row] = [
    (None, "He ate a apple.", ("a",)),
    (None, "A apple a day.", ("A",)),
    (None, "She is an nurse in an university.", ("an", "an")),
    (None, "It took a hour.", ("a",)),
    (None, "an one-way street", ("an",)),
    (None, "a 8-year-old and a 11th try", ("a", "a")),
    (None, "an 10-year plan", ("an",)),
    (None, "a FBI agent, an UN plan, an BBC report", ("a", "an", "an")),
    (None, 'It was a "easy" win; he is an European.', ("a", "an")),
    (None, "a honest man, an house", ("a", "an")),
    (None, "He left. A old man stayed.", ("A",)),
    (None, "an apple, a pear, an hour, a house, a unit, an umbrella", ()),
    (None, "an 8, an 11, an 18th, a 1, a 100, a 180", ()),
    (None, "an F1 ticket, a B2 visa, a K9", ()),
    (None, "an historic day, a historic day, an herb, a herb", ()),
    (None, "an FBI agent, a UN plan, an MP, a NATO ally, an SUV, a LED, an LED", ()),
    (None, "an x-ray, a U-turn, a T-shirt, an e-mail, an mRNA vaccine, a mRNA vaccine", ()),
    (None, "Vitamin A is good; group A officers; plan A or plan B", ()),
    (None, "Viva a España; a un lado", ()),
    ("La opción a ofrece", "Option a ofrece", ()),
    (None, "a/an item; point-a entry; 'a' or 'an'", ()),
    (None, "The A in the word", ()),
    (None, "a ewe, a one, a Ukrainian, a European, a utopia", ()),
    (None, "", ()),
]


def test_table() -> None:
    verify(ArticleForm(), ROWS)


def test_fixes() -> None:
    verify_fixes(
        ArticleForm(),
        [
            (None, "A apple", "An apple"),
            (None, "An nurse", "A nurse"),
            (None, "It took a hour.", "It took an hour."),
        ],
    )
