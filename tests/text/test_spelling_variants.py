from __future__ import annotations

import pytest

from mtreview.text.spelling_variants import variants


@pytest.mark.parametrize("word", ["meter", "check", "story", "exercise", "promise", "wise", "traveled"])
def test_shared_words_are_in_no_table_as_british(word: str) -> None:
    assert word not in variants() or variants()[word].american


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("colour", "color"),
        ("centres", "centers"),
        ("traveller", "traveler"),
        ("organisation", "organization"),
        ("tyre", "tire"),
    ],
)
def test_pairs(british: str, american: str) -> None:
    assert variants()[british].other == american
    assert not variants()[british].american


def test_a_pair_leads_back() -> None:
    for word, variant in variants().items():
        if variant.american:
            assert variants()[variant.other].other == word
