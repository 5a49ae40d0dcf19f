from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mtreview.train.states import States, shallow

if TYPE_CHECKING:
    from pathlib import Path

    from mtreview.models.encoder import Encoder

TEXTS = ["Llueve.", "It rains in Lima.", "El tren llegó tarde otra vez."]


def test_states_come_back_as_they_were_encoded(encoder: Encoder, tmp_path: Path) -> None:
    States(tmp_path, (4, 7)).encode(TEXTS, encoder)
    again = States(tmp_path, (4, 7))
    for text, own in zip(TEXTS, encoder.encode(TEXTS, (4, 7)), strict=True):
        found = again[text]
        assert np.array_equal(found.offsets, own.offsets)
        assert np.allclose(found.states[4], own.states[4], atol=0.02)
        assert np.allclose(found.states[7], own.states[7], atol=0.02)
        assert np.array_equal(found.pooled, own.pooled)


def test_what_an_interrupted_run_wrote_by_half_is_cut_off(encoder: Encoder, tmp_path: Path) -> None:
    States(tmp_path, (7,)).encode(TEXTS[:1], encoder)
    with (tmp_path / "states.f16").open("ab") as file:
        file.write(b"\0" * 777)
    resumed = States(tmp_path, (7,))
    resumed.encode(TEXTS, encoder)
    again = States(tmp_path, (7,))
    [own] = encoder.encode(TEXTS[2:], (7,))
    assert np.allclose(again[TEXTS[2]].states[7], own.states[7], atol=0.02)
    assert "nothing of the kind" not in again


def test_a_shallow_encoder_agrees_with_the_layers_of_the_whole_one(encoder: Encoder) -> None:
    [part], [whole] = (item.encode(TEXTS[:1], (4, 7)) for item in (shallow(encoder, 7), encoder))
    assert np.allclose(part.states[7], whole.states[7], atol=1e-4)
    assert np.allclose(part.states[4], whole.states[4], atol=1e-4)
    assert encoder.depth == 12
