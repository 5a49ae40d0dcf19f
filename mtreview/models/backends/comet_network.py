"""COMET's network: an XLM-R encoder, a learned mix of its layers, a regression and, where trained, a tagger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import torch
from torch import nn
from transformers import AutoModel

from mtreview.errors import ModelError
from mtreview.models.backends import weights

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from torch import Tensor
    from transformers import PretrainedConfig

    from mtreview.models.backends.comet_layout import Layout

FILES: Final = (
    "model.safetensors",
    "checkpoints/model.safetensors",
    "checkpoints/model.ckpt",
    "model.ckpt",
)
_COMPARED: Final = 4  # both sides, their product and their difference

Batch = tuple["Tensor", "Tensor"]


class Network(nn.Module):
    """Read pairs as COMET does.

    Attributes:
        layout: what shapes it.
        encoder: the `transformers` encoder.
        scalars: one parameter a layer, from which the mix's weights are made; empty where one layer is pooled.
        gamma: the mix's scale.
    """

    def __init__(self, config: PretrainedConfig, layout: Layout, labels: int) -> None:
        super().__init__()
        self.layout = layout
        self.encoder = AutoModel.from_config(  # type: ignore[no-untyped-call]
            config, add_pooling_layer=False, trust_remote_code=False
        )
        mixed = layout.layer is None
        self.scalars = nn.Parameter(torch.zeros(config.num_hidden_layers + 1 if mixed else 0))
        self.gamma = nn.Parameter(torch.ones(1 if mixed else 0))
        width = config.hidden_size * (_COMPARED if layout.family is layout.family.QE else 1)
        self.regression = _regression(width, layout)
        self.tagger = nn.Linear(config.hidden_size, labels) if layout.word_layer is not None else None

    def read(self, batch: Batch) -> tuple[Tensor, Tensor | None]:
        """Return raw scores (pairs) and label logits (pairs, tokens, labels) of pairs joined into one sequence."""
        states = self._states(batch)
        pooled = self._sentence(states, batch[1])
        tags = (
            self.tagger(states[self.layout.word_layer]) if self.tagger and self.layout.word_layer is not None else None
        )
        return self.regression(pooled).view(-1), tags

    def compare(self, targets: Batch, sources: Batch) -> Tensor:
        """Return raw scores of pairs whose sides are read apart (COMET's `referenceless.py`)."""
        target, source = (self._sentence(self._states(side), side[1]) for side in (targets, sources))
        features = torch.cat((target, source, target * source, (target - source).abs()), dim=1)
        scores: Tensor = self.regression(features).view(-1)
        return scores

    def _states(self, batch: Batch) -> tuple[Tensor, ...]:
        ids, mask = batch
        found: tuple[Tensor, ...] = self.encoder(
            input_ids=ids, attention_mask=mask, output_hidden_states=True
        ).hidden_states
        return found

    def _sentence(self, states: Sequence[Tensor], mask: Tensor) -> Tensor:
        """Return one vector a sequence: its first token, or the mean or maximum over its tokens."""
        chosen = self._mix(states, mask) if self.layout.layer is None else states[self.layout.layer]
        if self.layout.pool == "cls":
            return chosen[:, 0]
        inside = mask.unsqueeze(-1).bool()
        if self.layout.pool == "max":
            return chosen.masked_fill(~inside, -torch.inf).amax(1)
        return chosen.masked_fill(~inside, 0.0).sum(1) / inside.sum(1)

    def _mix(self, states: Sequence[Tensor], mask: Tensor) -> Tensor:
        """Return gamma × Σ s_k × layer_k, s the softmax or sparsemax of the parameters (Peters et al., 2018).

        Where layers are normalised, it is over all tokens and dimensions of a sentence. COMET 1 took them over the
        whole batch, so that a score depended on its neighbours; COMET 2 does as this.
        """
        shares = sparsemax(self.scalars) if self.layout.sparse else self.scalars.softmax(0)
        layers = [_normed(state, mask) for state in states] if self.layout.normed else states
        total = sum((share * layer for share, layer in zip(shares, layers, strict=True)), torch.zeros(()))
        return self.gamma * total


def sparsemax(values: Tensor) -> Tensor:
    """Return the nearest probability distribution, with zeros (Martins and Astudillo, 2016, algorithm 1).

    >>> sparsemax(torch.tensor([1.0, 0.5, -1.0])).tolist()
    [0.75, 0.25, 0.0]
    """
    ordered = values.sort(descending=True).values
    sums = ordered.cumsum(0) - 1
    counts = torch.arange(1, len(values) + 1)
    support = int((counts * ordered > sums).sum())
    return (values - sums[support - 1] / support).clamp(min=0)


def _normed(state: Tensor, mask: Tensor) -> Tensor:
    inside = mask.unsqueeze(-1).to(state.dtype)
    count = mask.sum(1) * state.shape[-1]
    mean = ((state * inside).sum((1, 2)) / count).view(-1, 1, 1)
    variance = ((((state - mean) * inside) ** 2).sum((1, 2)) / count).view(-1, 1, 1)
    return (state - mean) / (variance + 1e-12).sqrt()


def _regression(width: int, layout: Layout) -> nn.Sequential:
    """Return COMET's feed-forward head; dropout is kept for its place in the numbering of the state dict."""
    layers: list[nn.Module] = []
    for wider, narrower in zip((width, *layout.hidden), layout.hidden, strict=False):
        layers += [nn.Linear(wider, narrower), getattr(nn, layout.activation)(), nn.Dropout()]
    layers.append(nn.Linear(layout.hidden[-1] if layout.hidden else width, 1))
    if layout.last:
        layers.append(getattr(nn, layout.last)())
    return nn.Sequential(*layers)


def load_network(place: Path, config: PretrainedConfig, layout: Layout, name: str) -> Network:
    """Return the network with a checkpoint's weights.

    Args:
        place: the checkpoint's folder.
        config: the encoder's configuration.
        layout: what `hparams.yaml` says.
        name: the model, for the errors.

    Raises:
        ModelError: weights are missing, damaged or of another shape, or could run code.
    """
    _check(config, layout, name)
    tensors = weights.read(place, FILES, name)
    labels = tensors["hidden2tag.bias"].shape[0] if "hidden2tag.bias" in tensors else 2
    try:
        network = weights.on_meta(lambda: Network(config, layout, labels))
    except weights.UNREADABLE as error:
        raise weights.damaged(name, error) from error
    weights.fill(network, _renamed(tensors, mixes=layout.layer is None), name)
    return network


def _check(config: PretrainedConfig, layout: Layout, name: str) -> None:
    depth = int(getattr(config, "num_hidden_layers", 0))
    layers = [layer for layer in (layout.layer, layout.word_layer) if layer is not None]
    if config.model_type != layout.model_type:
        reason = f"its encoder is {config.model_type}, hparams.yaml says {layout.model_type}"
    elif not all(0 <= layer <= depth for layer in layers):
        reason = f"hparams.yaml names layer {max(layers)} of an encoder of {depth}"
    else:
        return
    message = f'the model "{name}" cannot be used: {reason}'
    raise ModelError(message)


def _renamed(tensors: dict[str, Tensor], *, mixes: bool) -> dict[str, Tensor]:
    """Return the tensors under this network's names."""
    names = {"encoder.model.": "encoder.", "estimator.ff.": "regression.", "hidden2tag.": "tagger."}
    found = {
        new + key.removeprefix(old): value
        for key, value in tensors.items()
        for old, new in names.items()
        if key.startswith(old)
    }
    mixed = "layerwise_attention.scalar_parameters."
    places = sorted(int(key.removeprefix(mixed)) for key in tensors if key.startswith(mixed))
    scalars = [tensors[f"{mixed}{at}"].reshape(1) for at in places] if mixes else []
    found["scalars"] = torch.cat(scalars) if scalars else torch.zeros(0)
    found["gamma"] = tensors.get("layerwise_attention.gamma", torch.zeros(0)) if mixes else torch.zeros(0)
    return found
