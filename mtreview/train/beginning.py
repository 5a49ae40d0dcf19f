"""Where training begins: the joint layers are the encoder's own next ones, less their least used inner units."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import torch

from mtreview.models.head import LAYERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from torch import Tensor

    from mtreview.models.encoder import Encoder
    from mtreview.models.head import Head

_MOST: Final = 128


@torch.no_grad()
def begin(head: Head, encoder: Encoder, texts: Sequence[str]) -> None:
    """Copy the encoder's layers above the states that the head reads into its joint layers.

    Args:
        head: of the encoder's width.
        encoder: a BERT with as many layers above as the head has.
        texts: what the layers are run on to see which of their inner units are used, and what the ends of a text are.
    """
    torch.nn.init.zeros_(head.met.weight)
    torch.nn.init.zeros_(head.met.bias)
    states = _states(encoder, texts)
    head.pair_token.copy_(
        torch.stack([torch.stack([text[LAYERS[-1]][at] for text in states]).mean(0) for at in (0, -1)])
    )
    layers: Any = encoder.model.encoder
    for number, block in enumerate(head.blocks):
        at = LAYERS[-1] + number
        own = layers.layer[at]
        attention, inner, outer = own.attention, own.intermediate.dense, own.output.dense
        used = torch.cat([torch.nn.functional.gelu(inner(_attended(own, text[at]))) for text in states])
        strength = used.pow(2).mean(0).sqrt() * outer.weight.norm(dim=0)
        kept = strength.topk(min(head.shape.feed, len(strength))).indices.sort().values
        dropped = torch.ones_like(strength).index_fill(0, kept, 0.0)
        parts = (attention.self.query, attention.self.key, attention.self.value)
        block.load_state_dict({
            "self_attn.in_proj_weight": torch.cat([part.weight for part in parts]),
            "self_attn.in_proj_bias": torch.cat([part.bias for part in parts]),
            "self_attn.out_proj.weight": attention.output.dense.weight,
            "self_attn.out_proj.bias": attention.output.dense.bias,
            "linear1.weight": inner.weight[kept],
            "linear1.bias": inner.bias[kept],
            "linear2.weight": outer.weight[:, kept],
            "linear2.bias": outer.bias + outer.weight @ (dropped * used.mean(0)),
            "norm1.weight": attention.output.LayerNorm.weight,
            "norm1.bias": attention.output.LayerNorm.bias,
            "norm2.weight": own.output.LayerNorm.weight,
            "norm2.bias": own.output.LayerNorm.bias,
        })  # fmt: skip


def _states(encoder: Encoder, texts: Sequence[str]) -> list[tuple[Tensor, ...]]:
    """Return the states of all layers of each text, with those of the ends."""
    cut = [windows[0] for windows in encoder.windows.cut(texts[:_MOST], spans=False)]
    runs = [encoder.model(input_ids=torch.tensor([window.ids]), output_hidden_states=True) for window in cut]
    return [tuple(layer[0] for layer in run.hidden_states) for run in runs]


def _attended(layer: torch.nn.Module, states: Tensor) -> Tensor:
    """Return what a layer's inner part is given."""
    found = layer.attention(states.unsqueeze(0))  # type: ignore[operator]
    attended: Tensor = found[0] if isinstance(found, tuple) else found
    return attended.reshape(-1, attended.shape[-1])
