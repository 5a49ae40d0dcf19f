from __future__ import annotations

import re

from mtreview.checks._phrases import read_table
from mtreview.checks.agreement import Agreement
from tests.checks.table import Row, verify, verify_fixes

ROWS: list[Row] = [
    (None, "He gave many informations and advices.", ("informations", "advices")),
    (None, "These information is false.", ("These",)),
    (None, "He gave me an advice.", ("an advice",)),
    (None, "People is tired.", ("is",)),
    (None, "I know people who lives there.", ("lives",)),
    (None, "It is one of the most important city in Peru.", ("city",)),
    (None, "There were two person who left.", ("person",)),
    (None, "He left 5 year ago.", ("year",)),
    (None, "It happens every years.", ("years",)),
    (None, "In another countries it rains.", ("another",)),
    (None, "Those country is rich.", ("Those",)),
    (None, "He have a car. It are red.", ("have", "are")),
    (None, "Then they was late.", ("was",)),
    (None, "There is many problems.", ("is",)),
    (None, "the most biggest house", ("most biggest",)),
    (None, "It is more better than before.", ("more better",)),
    (None, "There were too much people.", ("too much",)),
    (None, "I have a lots of time and an another plan.", ("a lots of", "an another")),
    (None, "Most of people left.", ("Most of people",)),
    (None, "We must to go.", ("must to",)),
    (None, "He did not went home.", ("went",)),
    (None, "It has be sold; it was been sold.", ("has be", "was been")),
    (None, "The number of people is high; a group of people was there.", ()),
    (None, "What matters to people is bread; one of the people who has come.", ()),
    (None, "These information systems and software packages are old.", ()),
    (None, "a two man team and a five year plan, the three day trip", ()),
    (None, "one of the largest city parks; one of the best", ()),
    (None, "They insist that he have it, and did he have it?", ()),
    (None, "There is many a slip; there was two hundred euros in it.", ()),
    (None, "He did what he could to help; the will to be", ()),
    (None, "How much people pay is not so much people as banks.", ()),
    (None, "Every other day, each of the years, women's and children's books", ()),
    (None, "In a News.com.au report", ()),
    (None, "indigenous peoples, other people, the news", ()),
    (None, "", ()),
]


def test_table() -> None:
    verify(Agreement(), ROWS)


def test_fixes() -> None:
    verify_fixes(
        Agreement(),
        [
            (None, "Many informations.", "Many information."),
            (None, "He gave me an advice.", "He gave me a piece of advice."),
            (None, "two person who left", "two people who left"),
            (None, "5 year ago", "5 years ago"),
            (None, "We must to go.", "We must go."),
            (None, "He did not went.", "He did not go."),
            (None, "People is tired.", "People are tired."),
        ],
    )


def test_every_phrase_of_the_table_can_be_read() -> None:
    for phrase in read_table("_agreement.tsv").phrases:
        assert re.compile(phrase.pattern, re.IGNORECASE).search("") is None
        assert phrase.words
        assert phrase.better
        assert 0 < phrase.alone <= phrase.sure <= 1
