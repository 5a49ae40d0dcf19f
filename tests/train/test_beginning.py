from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import torch

from mtreview.models.head import LAYERS, Head, Shape
from mtreview.train.beginning import begin
from tests.train.conftest import PAIRS

if TYPE_CHECKING:
    from mtreview.models.encoder import Encoder

TEXTS = [text for pair in PAIRS for text in pair]


@pytest.mark.parametrize("feed", [1024, 1536])
def test_the_joint_layers_begin_as_the_encoder_s_own(encoder: Encoder, feed: int) -> None:
    head = Head(Shape(feed=feed))
    begin(head, encoder, TEXTS)
    head.train(mode=False)
    layers = range(LAYERS[-1], LAYERS[-1] + 4)
    [encoding] = encoder.encode(["The opposition left the chamber before the vote on the budget."], layers)
    states = torch.cat([head.pair_token[None], torch.from_numpy(encoding.states[LAYERS[-1]])[None]], 1)
    with torch.inference_mode():
        for at, block in enumerate(head.blocks):
            states = block(states)
            own = torch.from_numpy(encoding.states[LAYERS[-1] + 1 + at])
            assert torch.nn.functional.cosine_similarity(states[0, 2:], own).mean() > 0.93
