from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from mtreview.align._lines import Lines, describe
from mtreview.align._places import near
from mtreview.align._search import Step
from mtreview.align._second import WEIGHTS, second_path
from mtreview.align._traits import traits
from mtreview.align._votes import votes

if TYPE_CHECKING:
    from numpy.typing import NDArray

WIDTH = 48
DIRECTIONS = np.random.default_rng(3).normal(size=(40, WIDTH)).astype(np.float32)


def side(texts: list[str], ideas: list[list[int]]) -> tuple[NDArray[np.float32], list[NDArray[np.float32]]]:
    tokens = [DIRECTIONS[idea] / np.linalg.norm(DIRECTIONS[idea], axis=1, keepdims=True) for idea in ideas]
    vectors = np.array([one.sum(axis=0) / np.linalg.norm(one.sum(axis=0)) for one in tokens], np.float32)
    return vectors * np.sqrt([[len(text)] for text in texts]).astype(np.float32), tokens


def lines(source: list[list[int]], target: list[list[int]]) -> tuple[Lines, Lines]:
    """Return sentences that each express some ideas, a token for each."""
    texts = [["palabra " * 4 * len(idea) + "." for idea in ideas] for ideas in (source, target)]
    made = []
    for one, ideas, own in zip(describe(*texts), (source, target), texts, strict=True):
        vectors, tokens = side(own, ideas)
        made.append(replace(one.with_vectors(vectors), tokens=tokens))
    return made[0], made[1]


def looked(source: Lines, target: Lines, first: list[Step]) -> list[Step]:
    found = second_path(source, target, first)
    assert found is not None
    return found


def straight(count: int) -> list[Step]:
    return [Step(at, at, (1, 1), 0.5, 1.0) for at in range(count)]


def ideas(count: int, size: int = 3) -> list[list[int]]:
    return [list(range(at * size, at * size + size)) for at in range(count)]


def test_what_corresponds_one_to_one_stays_so_and_is_sure() -> None:
    found = looked(*lines(ideas(8), ideas(8)), straight(8))
    assert [step[:3] for step in found] == [(at, at, (1, 1)) for at in range(8)]
    assert min(step.margin for step in found) > 4


def test_a_sentence_whose_end_was_rendered_in_the_next_one_joins_both_beads() -> None:
    target = ideas(8)
    target[3], target[4] = [9], [10, 11, 12, 13, 14]
    found = looked(*lines(ideas(8), target), straight(8))
    assert [step.shape for step in found] == [(1, 1)] * 3 + [(2, 2)] + [(1, 1)] * 3


def test_a_sentence_that_nothing_renders_stays_alone() -> None:
    target = ideas(8)
    del target[5]
    first = [*straight(4), Step(4, 4, (2, 1), 0.1, 0.1), Step(6, 5, (1, 1), 0.5, 1.0), Step(7, 6, (1, 1), 0.5, 1.0)]
    found = looked(*lines(ideas(8), target), first)
    assert [step.shape for step in found] == [(1, 1)] * 5 + [(1, 0)] + [(1, 1)] * 2


def test_many_sentences_that_only_one_side_has_stay_alone() -> None:
    strangers = [[30 + at % 10, 30 + (at * 3 + 1) % 10] for at in range(12)]
    first = [*straight(6), *(Step(6, 6 + at, (0, 1), 0.0, np.inf) for at in range(12))]
    found = looked(*lines(ideas(6), ideas(6) + strangers), first)
    assert [step.shape for step in found] == [(1, 1)] * 6 + [(0, 1)] * 12


def test_where_it_says_no_more_than_the_first_there_is_no_second_look() -> None:
    source, target = lines(ideas(3), ideas(3))
    assert second_path(replace(source, tokens=()), replace(target, tokens=()), straight(3)) is None
    assert second_path(source.part(0, 0), target.part(0, 0), []) is None
    assert second_path(source.part(0, 2), target.part(0, 2), straight(2)) is None


def test_every_weight_is_of_a_figure_that_each_bead_has() -> None:
    source, target = lines(ideas(4), ideas(4))
    places = near(straight(4), 4, 4)
    told = traits(places, source, target, votes(source.tokens, target.tokens, straight(4)))
    assert set(told.figures) == set(WEIGHTS)
    assert all(np.isfinite(values).all() and values.shape == places.n.shape for values in told.figures.values())


@pytest.mark.parametrize("blank", [True, False])
def test_a_blank_line_is_in_no_bead(*, blank: bool) -> None:
    source, target = lines(ideas(4), ideas(4))
    flags = np.array([False, blank, False, False])
    found = looked(replace(source, blanks=flags), target, straight(4))
    assert ((1, 1, (1, 1)) in [step[:3] for step in found]) is not blank


def test_sentences_beside_each_other_that_nothing_renders_stay_alone() -> None:
    source, target = lines(
        [*ideas(4), [30, 31, 32], [33, 34, 35], *ideas(8)[4:]], [*ideas(4), [36, 37, 38], *ideas(8)[4:]]
    )
    first = [*straight(4), Step(4, 4, (2, 1), 0.1, 0.1), *(Step(at + 1, at, (1, 1), 0.5, 1.0) for at in range(5, 9))]
    found = looked(source, target, first)
    assert [step.shape for step in found[4:-4]] in ([(1, 0), (1, 0), (0, 1)], [(0, 1), (1, 0), (1, 0)])
