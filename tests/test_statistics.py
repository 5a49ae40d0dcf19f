from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtreview.statistics import wilson

COUNTS = st.integers(0, 10_000).flatmap(lambda trials: st.tuples(st.integers(0, trials), st.just(trials)))


@pytest.mark.parametrize(
    ("successes", "trials", "level", "low", "high"),
    [
        # Newcombe 1998, Statistics in Medicine 17, table I, method 3.
        (81, 263, 0.95, 0.2553, 0.3662),
        (15, 148, 0.95, 0.0624, 0.1605),
        (0, 20, 0.95, 0.0, 0.1611),
        (1, 29, 0.95, 0.0061, 0.1718),
        (29, 29, 0.95, 0.8830, 1.0),
        (8, 10, 0.90, 0.5408, 0.9314),
    ],
)
def test_agrees_with_published_figures(successes: int, trials: int, level: float, low: float, high: float) -> None:
    assert wilson(successes, trials, level) == pytest.approx((low, high), abs=6e-5)


def test_nothing_tried_says_nothing() -> None:
    assert wilson(0, 0) == (0.0, 1.0)


@given(COUNTS)
def test_holds_the_share_and_stays_a_share(counts: tuple[int, int]) -> None:
    successes, trials = counts
    low, high = wilson(successes, trials)
    assert 0.0 <= low <= high <= 1.0
    if trials:
        assert low <= successes / trials <= high


@given(COUNTS)
def test_failures_mirror_successes(counts: tuple[int, int]) -> None:
    successes, trials = counts
    low, high = wilson(successes, trials)
    assert wilson(trials - successes, trials) == pytest.approx((1 - high, 1 - low))


@pytest.mark.parametrize(("successes", "trials", "level"), [(2, 1, 0.95), (-1, 3, 0.95), (1, 2, 1.0), (1, 2, 0.0)])
def test_refuses_counts_that_make_no_sense(successes: int, trials: int, level: float) -> None:
    with pytest.raises(ValueError, match="no interval"):
        wilson(successes, trials, level)
