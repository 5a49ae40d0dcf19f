from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mtreview.train.wordnet import WordNet
from tests.programs import needs

if TYPE_CHECKING:
    from pathlib import Path

# A database of four nouns, two adjectives and a verb, in WordNet's own form.
FILES = {
    "data.noun": [
        "00000001 03 n 01 dwelling 0 000 | where one lives",
        "00000002 03 n 02 house 0 home_base 0 002 @ 00000001 n 0000 + 00000003 v 0101 | a building",
        "00000004 03 n 01 wealth 0 001 + 00000001 a 0101 | much money",
    ],
    "index.noun": ["dwelling n 1 0 1 0 00000001", "house n 1 2 @ + 1 9 00000002", "wealth n 1 1 + 1 4 00000004"],
    "data.verb": ["00000003 35 v 01 house 0 001 + 00000002 n 0101 01 + 08 00 | give room"],
    "index.verb": ["house v 1 1 + 1 2 00000003"],
    "data.adj": [
        "00000001 00 a 02 wealthy 0 rich(p) 0 002 ! 00000002 a 0201 + 00000004 n 0101 | having much",
        "00000002 00 s 01 poor 0 001 ! 00000001 a 0102 | having little",
    ],
    "index.adj": ["wealthy a 1 1 ! 1 5 00000001", "rich a 1 1 ! 1 8 00000001", "poor a 1 1 ! 1 7 00000002"],
    "data.adv": [],
    "index.adv": [],
}


@pytest.fixture
def wordnet(tmp_path: Path) -> WordNet:
    for name, lines in FILES.items():
        text = "".join(f"{line}\n" for line in ["  1 a line of the licence", *lines])
        (tmp_path / name).write_text(text, encoding="ascii")
    return WordNet(tmp_path)


def test_words_have_the_part_of_speech_that_is_met_most(wordnet: WordNet) -> None:
    assert [wordnet.kind(word) for word in ("house", "houses", "rich", "unknown")] == ["n", "n", "a", ""]


def test_relations_are_those_of_the_word_and_not_of_its_synonyms(wordnet: WordNet) -> None:
    assert wordnet.wider("houses") == ("dwelling",)
    assert wordnet.opposites("rich") == ("poor",)
    assert wordnet.opposites("wealthy") == ()
    assert wordnet.opposites("poor") == ("rich",)
    assert wordnet.derived("wealthy") == ("wealth",)
    assert wordnet.derived("rich") == ()
    assert wordnet.wider("unknown") == ()


def test_the_real_one_knows_common_words() -> None:
    needs("wordnet")
    real = WordNet()
    assert "unhappy" in real.opposites("happy")
    assert "girl" in real.opposites("boy")
    assert real.kind("quickly") == "r"
