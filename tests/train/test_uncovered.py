from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mtreview.models.word_align import Link
from mtreview.segment import Side
from mtreview.text.tokens import words
from mtreview.train.uncovered import good, learn, spoil, with_words, without_words
from tests.train.conftest import PAIRS

if TYPE_CHECKING:
    from random import Random

    from mtreview.models.encoder import Encoder

PAIR = ("Los tres trenes rojos llegaron tarde.", "The three red trains arrived late.")
LINKS = [Link(0, 0), Link(1, 1), Link(2, 3), Link(3, 2), Link(4, 4), Link(5, 5)]


@pytest.mark.parametrize("side", list(Side))
def test_what_is_taken_out_leaves_its_counterparts_alone(side: Side, rng: Random) -> None:
    made = [without_words(PAIR, LINKS, side, rng) for _ in range(40)]
    assert any(made)
    for found in filter(None, made):
        other = side is Side.SOURCE
        before, after = words(PAIR[other]), words(found.pair[other])
        assert found.pair[not other] == PAIR[not other]
        assert 0 < len(found.lone) == len(before) - len(after)
        assert not found.lone & found.unsure


def test_what_is_put_in_is_alone(rng: Random) -> None:
    for _ in range(20):
        found = with_words(PAIR, "Yesterday the government approved fifteen measures.", rng)
        assert found
        own = words(found.pair[1])
        assert [word.text for at, word in enumerate(own) if at not in found.lone] == [
            word.text for word in words(PAIR[1])
        ]


def test_pairs_that_are_too_short_are_left(rng: Random) -> None:
    assert without_words(("Hola.", "Hello."), [Link(0, 0)], Side.SOURCE, rng) is None
    assert with_words(("Hola.", "Hello."), "Yesterday it rained.", rng) is None
    assert without_words(PAIR, [], Side.SOURCE, rng) is None


@pytest.mark.parametrize("side", list(Side))
def test_weights_are_learned_for_either_side(encoder: Encoder, side: Side, rng: Random) -> None:
    spoiled = spoil(encoder, PAIRS, rng)
    assert len(spoiled) > len(list(good(PAIRS)))
    weights = learn(encoder, spoiled, side)
    assert weights.linked < 0.5
