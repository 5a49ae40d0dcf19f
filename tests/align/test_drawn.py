from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mtreview.align._drawn import Band, drawn

NEAR = np.array([[0.9, 0.1, 0.4], [0.2, 0.5, 0.5]], np.float32)  # two tokens, three sentences from the fourth on


def out(band: Band, start: int, size: int) -> float:
    return float(drawn([band]).out(np.array([0]), np.array([start]), np.array([size]))[0])


@pytest.mark.parametrize(
    ("start", "size", "expected"),
    [
        (3, 1, 0.3),  # the second token has more in the next sentence
        (4, 1, 0.8),
        (5, 1, 0.5),
        (4, 2, 0.5),
        (3, 3, 0.0),
        (2, 3, 0.0),
        (7, 1, 1.4),  # beyond the band nothing is near
        (40, 8, 1.4),
        (0, 2, 1.4),
    ],
)
def test_what_lies_nearer_outside_a_run_draws_tokens_out(start: int, size: int, expected: float) -> None:
    assert out(Band(3, NEAR), start, size) == pytest.approx(expected)


def test_sentences_keep_their_own_figures() -> None:
    found = drawn([Band(3, NEAR), Band(0, np.zeros((0, 2), np.float32)), Band(1, NEAR[:1, :1])])
    assert found.nearest.tolist() == pytest.approx([1.4, 0, 0.9])
    assert found.lead.tolist() == pytest.approx([0.5, 0, 0.9])
    rows, starts, sizes = np.array([[0, 1, 2, 2], [4, 0, 1, 2], [1, 1, 1, 1]])
    assert found.out(rows, starts, sizes).tolist() == pytest.approx([0.8, 0, 0, 0.9])


def test_no_sentences_have_no_figures() -> None:
    assert len(drawn([]).lost) == 0


@given(arrays(np.float32, (3, 5), elements=st.floats(0, 1, width=16)), st.integers(-9, 9), st.integers(1, 8))
def test_every_run_is_as_one_looks_at_it(near: np.ndarray, start: int, size: int) -> None:
    inside = [at for at in range(5) if start <= at < start + size]
    outside = [at for at in range(5) if at not in inside]
    expected = sum(
        max(0.0, max((row[at] for at in outside), default=0) - max((row[at] for at in inside), default=0))
        for row in near
    )
    assert out(Band(0, near), start, size) == pytest.approx(expected, abs=1e-5)
