from __future__ import annotations

import numpy as np
import pytest

from mtreview.align._search import Grid, Step, plain_path
from mtreview.align._votes import votes, with_votes

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
    assert votes(sides[0], sides[1], steps((1, 1), (1, 1))).tolist() == expected


def test_tokens_look_only_near_the_path() -> None:
    ideas = [[at] for at in range(12)]
    side = [EYE[one] for one in ideas]
    found = votes(side, side[::-1], steps(*[(1, 1)] * 12))
    assert found.sum() == 4  # only the middle of the reversed side lies within reach
    assert votes(side, side, steps(*[(1, 1)] * 12)).trace() == 12


def test_votes_across_two_beads_make_them_one() -> None:
    alone = np.full(2, -1.0, np.float32)
    scores = {
        (1, 1): np.array([[0.6, 0.0], [0.0, 0.6]], np.float32),
        (2, 2): np.array([[0.7]], np.float32),
    }
    grid = Grid(beads=scores, source=alone, target=alone)
    assert [step.shape for step in plain_path(grid)] == [(1, 1), (1, 1)]
    found = np.array([[6, 0], [5, 2]], np.float32)
    assert [step.shape for step in plain_path(with_votes(grid, found, 0.2))] == [(2, 2)]
    assert [step.shape for step in plain_path(with_votes(grid, found * 0, 0.2))] == [(1, 1), (1, 1)]
