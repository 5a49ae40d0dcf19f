from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtreview.align._places import SIZES, Places, most_probable, near
from mtreview.align._search import Step


def steps(*shapes: tuple[int, int]) -> list[Step]:
    path, row, column = [], 0, 0
    for n, m in shapes:
        path.append(Step(row, column, (n, m), 0.0, np.inf))
        row, column = row + n, column + m
    return path


def chains(places: Places, rows: int, columns: int, row: int = 0, column: int = 0) -> list[list[int]]:
    """Every path from a corner to the end, by brute force."""
    if (row, column) == (rows, columns):
        return [[]]
    here = np.flatnonzero((places.source == row) & (places.target == column))
    return [
        [int(at), *rest]
        for at in here
        for rest in chains(places, rows, columns, row + int(places.n[at]), column + int(places.m[at]))
    ]


@settings(max_examples=25, deadline=None, derandomize=True)
@given(st.integers(0, 10_000), st.integers(1, 3), st.integers(1, 3))
def test_finds_the_best_path_and_the_share_of_all_of_them(seed: int, rows: int, columns: int) -> None:
    places = near([], rows, columns)
    scores = np.random.default_rng(seed).normal(size=len(places.n))
    every = chains(places, rows, columns)
    weights = np.exp([scores[path].sum() for path in every])
    found = most_probable(places, scores, rows, columns)
    assert found.path == every[int(weights.argmax())]
    expected = np.zeros(len(scores))
    for path, weight in zip(every, weights / weights.sum(), strict=True):
        expected[path] += weight
    assert found.chance == pytest.approx(expected)


def test_a_bead_that_may_not_be_has_no_chance() -> None:
    places = near([], 2, 2)
    scores = np.where((places.n == 1) & (places.m == 1), -np.inf, 0.0)
    found = most_probable(places, scores, 2, 2)
    assert not any(places.n[at] == places.m[at] == 1 for at in found.path)
    assert found.chance[np.isinf(scores)].max() == 0


def test_only_beads_near_the_path_are_looked_at() -> None:
    path = steps(*[(1, 1)] * 40)
    places = near(path, 40, 40)
    assert np.abs(places.source - places.target).max() <= 8
    assert {(int(n), int(m)) for n, m in zip(places.n, places.m, strict=True)} == set(SIZES)
    assert len(places.n) < 40 * 40 * len(SIZES) / 3


def test_large_blocks_and_lone_sentences_cover_everything() -> None:
    rows, columns = 60, 45
    places = near(steps(*[(1, 1)] * 40, *[(1, 0)] * 20, *[(0, 1)] * 5), rows, columns)
    found = most_probable(places, -np.ones(len(places.n)), rows, columns)
    corners = [(int(places.source[at]), int(places.target[at])) for at in found.path] + [(rows, columns)]
    sizes = [(int(places.n[at]), int(places.m[at])) for at in found.path]
    assert [(c - a, d - b) for (a, b), (c, d) in pairwise(corners)] == sizes
