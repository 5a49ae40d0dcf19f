from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtreview.train.agreement import (
    bootstrap,
    calibration_error,
    f1,
    kendall,
    mcc,
    pearson,
    permutation,
    roc_auc,
    spearman,
)

VALUES = st.lists(st.integers(-50, 50), min_size=3, max_size=30)


@pytest.mark.parametrize(
    ("a", "b", "value"),
    [([1, 2, 3, 4], [2, 4, 6, 8], 1.0), ([1, 2, 3, 4], [4, 3, 2, 1], -1.0), ([1, 1, 1], [1, 2, 3], 0.0)],
)
def test_correlations_of_lines(a: list[float], b: list[float], value: float) -> None:
    assert pearson(a, b) == pytest.approx(value)
    assert spearman(a, b) == pytest.approx(value)
    assert kendall(a, b) == pytest.approx(value)


@given(VALUES)
def test_ranks_do_not_care_for_the_scale(values: list[int]) -> None:
    other = [value**3 for value in values]
    assert spearman(values, other) == pytest.approx(1.0 if len(set(values)) > 1 else 0.0)


@pytest.mark.parametrize(
    ("truth", "score", "value"),
    [
        ([True, True, False, False], [4, 3, 2, 1], 1.0),
        ([True, True, False, False], [1, 2, 3, 4], 0.0),
        ([True, False], [1, 1], 0.5),
        ([True, True], [1, 2], 0.5),
    ],
)
def test_roc_auc(truth: list[bool], score: list[float], value: float) -> None:
    assert roc_auc(truth, score) == value


def test_mcc_and_f1_of_a_table_by_hand() -> None:
    truth = [True] * 3 + [False] * 5
    found = [True, True, False, True, False, False, False, False]
    assert mcc(truth, found) == pytest.approx((2 * 4 - 1 * 1) / np.sqrt(3 * 3 * 5 * 5))
    assert f1(truth, found) == pytest.approx(2 / 3)


def test_calibration_error_is_the_gap_of_each_bin() -> None:
    assert calibration_error([0.95] * 10, [1] * 9 + [0]) == pytest.approx(0.05)
    assert calibration_error([0.25, 0.25, 0.75, 0.75], [1, 0, 1, 1]) == pytest.approx(0.25)


def width(count: int) -> float:
    values = np.random.default_rng(3).normal(size=count)
    value, low, high = bootstrap(lambda rows: float(values[rows].mean()), range(count))
    assert low <= value <= high
    return high - low


def test_an_interval_holds_its_value_and_narrows_with_more_clusters() -> None:
    assert width(600) < width(30) / 2


def test_rows_of_a_single_cluster_are_resampled_themselves() -> None:
    values = np.arange(20.0)
    value, low, high = bootstrap(lambda rows: float(values[rows].mean()), ["a"] * 20)
    assert low < value < high
    assert bootstrap(lambda rows: float(len(rows)), ["a"]) == (1.0, 1.0, 1.0)


def test_a_clear_lead_is_no_accident_and_no_lead_may_be_one() -> None:
    rng = np.random.default_rng(5)
    truth = rng.normal(size=200)
    good, bad = truth + rng.normal(size=200) * 0.2, rng.normal(size=200)
    assert permutation(lambda scores: pearson(scores, truth), good, bad, 100) < 0.05
    assert permutation(lambda scores: pearson(scores, truth), good, good, 100) == 1.0
