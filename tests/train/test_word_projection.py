from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from safetensors.numpy import load_file

from mtreview.models import word_align
from mtreview.train import word_projection

if TYPE_CHECKING:
    from pathlib import Path

    from mtreview.models.encoder import Encoder


def test_what_tells_the_languages_apart_is_taken_off() -> None:
    rng = np.random.default_rng(3)
    pairs = []
    for _ in range(60):
        meaning = rng.normal(size=(6, 12))
        meaning[:, 8:] = 0
        noise = np.zeros((2, 6, 12))
        noise[:, :, 8:] = rng.normal(size=(2, 6, 4))
        left, right = ((meaning + part).astype(np.float32) for part in noise)
        pairs.append((left, right))
    projection = word_projection.learn(pairs, size=8)
    weights = np.linalg.norm(projection, axis=1)
    assert weights[:8].min() > 3 * weights[8:].max()


def test_what_is_written_is_read(tmp_path: Path, encoder: Encoder) -> None:
    [(source, target)] = word_projection.states(encoder, [("Tres trenes rojos.", "Three red trains.")])
    assert source.shape == target.shape == (3, encoder.width)
    path = tmp_path / "words.safetensors"
    word_projection.write(source, path)
    assert np.allclose(load_file(path)["projection"], source, atol=0.05)
    assert word_align.projection("embedded") is not None
