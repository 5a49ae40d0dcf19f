from __future__ import annotations

import numpy as np

from mtreview.align._vectors import centred


def test_rows_are_centred_and_scaled_where_they_are_looked_at() -> None:
    raw = np.random.default_rng(2).normal(size=(9_000, 6)).astype(np.float32)
    mean = raw.mean(axis=0)
    lengths = np.linspace(0, 3, len(raw), dtype=np.float32)
    rows = centred(raw, mean, lengths)
    assert len(rows) == len(raw)
    assert np.allclose(np.linalg.norm(rows[:], axis=1), lengths, atol=1e-4)
    assert np.allclose(rows[np.array([7, 8_000])], np.stack([rows[7:8][0], rows[8_000:8_001][0]]))
    whole = (raw - mean) / np.linalg.norm(raw - mean, axis=1, keepdims=True) * lengths[:, None]
    assert np.allclose(rows[4_090:4_100], whole[4_090:4_100], atol=1e-5)


def test_nothing_and_equal_rows_are_no_trouble() -> None:
    none = np.zeros((0, 4), np.float32)
    assert centred(none, np.zeros(4, np.float32), np.zeros(0, np.float32))[:].shape == (0, 4)
    same = np.ones((3, 4), np.float32)
    assert not centred(same, same[0], np.ones(3, np.float32))[:].any()
