from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from mtreview.train.calibrating import falling, logistic


def test_logistic_regression_finds_the_weights_that_made_the_data() -> None:
    rng = np.random.default_rng(2)
    figures = rng.normal(size=(6000, 2)).astype(np.float32)
    logits = 1.5 * figures[:, 0] - 0.5 * figures[:, 1] - 0.3
    happened = (rng.random(6000) < 1 / (1 + np.exp(-logits))).astype(np.float64)
    fusion = logistic(figures, happened)
    assert np.allclose(fusion(figures), logits, atol=0.35)


def test_without_bias_nothing_is_nothing() -> None:
    rng = np.random.default_rng(2)
    figures = rng.normal(size=(200, 3)).astype(np.float32)
    fusion = logistic(figures, (figures[:, 0] > 0).astype(np.float64), bias=False)
    assert float(fusion(np.zeros((1, 3), np.float32))[0]) == 0.0


@given(st.lists(st.tuples(st.floats(-5, 5), st.booleans()), min_size=50, max_size=400))
def test_the_curve_only_falls_and_stays_a_chance(rows: list[tuple[float, bool]]) -> None:
    logits = np.array([logit for logit, _ in rows], np.float32)
    curve = falling(logits, np.array([happened for _, happened in rows], np.float64))
    heights = curve(np.linspace(-6, 6, 50).astype(np.float32))
    assert (np.diff(heights) <= 1e-9).all()
    assert ((heights > 0) & (heights < 1)).all()


def test_the_curve_holds_what_happened() -> None:
    logits = np.repeat(np.array([-2.0, 0.0, 2.0], np.float32), 400)
    happened = np.concatenate([np.arange(400) < share for share in (40, 200, 360)]).astype(np.float64)
    curve = falling(logits, happened)
    assert np.allclose(curve(np.array([-2.0, 0.0, 2.0], np.float32)), [0.9, 0.5, 0.1], atol=0.02)
