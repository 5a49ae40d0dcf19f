from __future__ import annotations

import numpy as np
import pytest

from mtreview.align._search import Step
from mtreview.align._votes import apart, votes

EYE = np.eye(12, dtype=np.float32)


def steps(*shapes: tuple[int, int]) -> list[Step]:
    path, row, column = [], 0, 0
    for n, m in shapes:
        path.append(Step(row, column, (n, m), 0.0, np.inf))
        row, column = row + n, column + m
    return path


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ([[0, 1], [2, 3]], [[0, 1], [2, 3]], [[2, 0], [0, 2]]),
        ([[0, 1], [2, 3]], [[0, 1, 2], [3]], [[2, 0], [1, 1]]),
        ([[0, 1], []], [[0], [1]], [[1, 1], [0, 0]]),
        ([[], []], [[0], [1]], [[0, 0], [0, 0]]),
        ([[0], [1]], [[], []], [[0, 0], [0, 0]]),
    ],
)
def test_tokens_vote_for_the_sentence_of_their_counterpart(
    source: list[list[int]], target: list[list[int]], expected: list[list[int]]
) -> None:
    sides = [[EYE[one] for one in side] for side in (source, target)]
    assert votes(sides[0], sides[1], steps((1, 1), (1, 1))).mutual.tolist() == expected


def test_tokens_look_only_near_the_path() -> None:
    ideas = [[at] for at in range(12)]
    side = [EYE[one] for one in ideas]
    found = votes(side, side[::-1], steps(*[(1, 1)] * 12)).mutual
    assert found.sum() == 4  # only the middle of the reversed side lies within reach
    assert votes(side, side, steps(*[(1, 1)] * 12)).mutual.trace() == 12


def test_a_token_with_its_like_in_two_sentences_has_no_lead_and_is_not_drawn() -> None:
    source, target = [EYE[[0, 1]], EYE[[0, 2]]], [EYE[[0, 1]], EYE[[2, 0]]]
    left, right = votes(source, target, steps((1, 1), (1, 1))).drawn
    for side in (left, right):
        assert side.nearest.tolist() == [2, 2]
        assert side.lead.tolist() == [1, 1]  # of either side's 1 and 2; what both sentences share prefers neither
        assert side.out(np.array([0, 0, 0]), np.array([0, 1, 0]), np.array([1, 1, 2])).tolist() == [0, 1, 0]


def test_what_all_tokens_share_is_taken_off() -> None:
    moved = apart([EYE[[0, 1]] + 5, EYE[[2]] + 5, EYE[[]]])
    assert [len(one) for one in moved] == [2, 1, 0]
    assert np.allclose(np.concatenate(moved).sum(axis=0), 0, atol=1e-5)
    assert np.allclose(np.linalg.norm(moved[0], axis=1), 1)
    assert apart([EYE[[]]])[0].shape == (0, 12)
