from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtreview.align._search import SHAPES, Grid, Step, best_path

SMALL = 4


def grid(seed: int, sources: int, targets: int) -> Grid:
    """Scores in quarters, so that sums are exact."""
    chance = np.random.default_rng(seed)

    def scores(*shape: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
        return (chance.integers(-8, 9, shape) / 4).astype(np.float32)

    beads = {(n, m): scores(sources - n + 1, targets - m + 1) for n, m in SHAPES if n <= sources and m <= targets}
    return Grid(beads=beads, source=scores(sources), target=scores(targets))


def worth(cells: Grid, row: int, column: int, shape: tuple[int, int]) -> float:
    if shape == (1, 0):
        return float(cells.source[row])
    if shape == (0, 1):
        return float(cells.target[column])
    return float(cells.beads[shape][row, column])


def paths(cells: Grid, row: int = 0, column: int = 0) -> list[list[tuple[int, int, tuple[int, int]]]]:
    """Every path from a corner to the end, by brute force."""
    rows, columns = len(cells.source), len(cells.target)
    if (row, column) == (rows, columns):
        return [[]]
    shapes = [shape for shape in (*SHAPES, (1, 0), (0, 1)) if row + shape[0] <= rows and column + shape[1] <= columns]
    return [
        [(row, column, shape), *rest] for shape in shapes for rest in paths(cells, row + shape[0], column + shape[1])
    ]


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.integers(0, 10_000), st.integers(0, SMALL), st.integers(0, SMALL))
def test_finds_the_best_of_all_paths_and_its_lead(seed: int, sources: int, targets: int) -> None:
    cells = grid(seed, sources, targets)
    every = [([step[:3] for step in path], sum(worth(cells, *step) for step in path)) for path in paths(cells)]
    best = max(total for _, total in every)
    steps = best_path(cells)
    assert sum(step.score for step in steps) == pytest.approx(best)
    for step in steps:
        if step.shape[0]:
            others = [total for path, total in every if (step.source, step.target, step.shape) not in path]
            assert step.margin == pytest.approx(best - max(others) if others else np.inf)


def test_nothing_on_both_sides_is_no_path() -> None:
    assert best_path(grid(0, 0, 0)) == []


def test_one_empty_side_is_all_alone() -> None:
    assert [step.shape for step in best_path(grid(0, 0, 3))] == [(0, 1)] * 3
    assert [step.shape for step in best_path(grid(0, 2, 0))] == [(1, 0)] * 2


def test_steps_follow_each_other() -> None:
    steps = best_path(grid(7, 30, 20))
    ends = [(step.source + step.shape[0], step.target + step.shape[1]) for step in steps]
    assert [(step.source, step.target) for step in steps] == [(0, 0), *ends[:-1]]
    assert ends[-1] == (30, 20)


def test_shapes_hold_up_to_five_sentences() -> None:
    assert set(SHAPES) == {(n, m) for n, m in product(range(1, 5), repeat=2) if n + m <= 5}
    assert all(isinstance(step, Step) for step, _ in pairwise(best_path(grid(1, 5, 5))))
