from __future__ import annotations

import pytest

from mtreview.text.first_sound import begins_with_vowel

VOWEL = """apple hour honest Honor heir umbrella unimportant uninvited unidentified only ounce X-ray x-ray e-mail 8 80
8,000 8-year 88.5 11 11-year-old 18 18th 18,000 1848 FBI F1 MP3 HIV EU AI urgent usher utter oil earth"""
CONSONANT = """house university unit union European one one-way once use useful user usual utopia Utah uranium unanimous
Ukrainian UN UNESCO UK U-turn T-shirt year yellow wood 1 7 10 100 1,100 180 1,800 17 19th BBC CEO DVD ewe unicorn"""
UNKNOWN = "historic hotel herb NATO SARS-CoV LED A x mRNA yttrium uh"


@pytest.mark.parametrize("word", VOWEL.split())
def test_vowel(word: str) -> None:
    assert begins_with_vowel(word) is True


@pytest.mark.parametrize("word", CONSONANT.split())
def test_consonant(word: str) -> None:
    assert begins_with_vowel(word) is False


@pytest.mark.parametrize("word", UNKNOWN.split())
def test_unknown(word: str) -> None:
    assert begins_with_vowel(word) is None


@pytest.mark.parametrize("word", ["180", "100", "110", "118"])
def test_figures_are_read_whole(word: str) -> None:
    assert begins_with_vowel(word) is False
