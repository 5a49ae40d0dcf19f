"""The embedded encoder as a `transformers` model and a fast tokenizer, out of the cache or out of the pack."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

import numpy as np
import torch
from torch.nn import Buffer
from transformers import BertConfig, BertModel

from mtreview.models import cache, pack
from mtreview.models.tokenizer import Windows, unigram

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from torch import Tensor

FORM: Final = 1  # raise it when the converted form changes
_PIECES, _SCORES, _SHAPE = "tokenizer.pieces", "tokenizer.scores", "shape"
_log = logging.getLogger("mtreview")


def load() -> tuple[BertModel, Windows]:
    """Return the embedded encoder, converting it first where no sound converted form is cached.

    Raises:
        ModelError: the packed weights are missing or damaged.
    """
    path = cached_file()
    tensors = cache.load(path)
    if tensors is None:
        tensors = _convert(path)
    return _model(tensors), _windows(tensors)


def cached_file() -> Path:
    """Return where the converted form belongs; its name tells the weights and the form apart from others."""
    return cache.folder() / f"encoder-{pack.SHA256[:16]}-{FORM}.safetensors"


def _convert(path: Path) -> dict[str, Tensor]:
    found = "is damaged; converting the embedded encoder again" if path.exists() else ""
    _log.info("%s", f"{path} {found}" if found else f"converting the embedded encoder once, for {path.parent}")
    tensors = convert(pack.read(pack.locate()))
    try:
        cache.store(path, tensors)
    except OSError as error:
        reason = error.strerror or error
        _log.warning("cannot write the cache folder %s (%s): the encoder is kept in memory", path.parent, reason)
        return tensors
    return cache.load(path) or tensors


def convert(packed: pack.Pack) -> dict[str, Tensor]:
    """Return everything that is needed to start, as tensors by name."""
    shape = packed.shape
    pieces = "\n".join(packed.pieces).encode()
    sizes: list[float] = [shape.hidden, shape.layers, shape.heads, shape.feed_forward]
    sizes += [shape.vocabulary, shape.positions, shape.types, shape.epsilon]
    tensors = {name: torch.from_numpy(array) for name, array in packed.tensors.items()}
    tensors[_PIECES] = torch.from_numpy(np.frombuffer(pieces, np.uint8).copy())
    tensors[_SCORES] = torch.from_numpy(packed.scores)
    tensors[_SHAPE] = torch.tensor(sizes, dtype=torch.float64)
    return tensors


def _model(tensors: Mapping[str, Tensor]) -> BertModel:
    hidden, layers, heads, feed_forward, vocabulary, positions, types, epsilon = tensors[_SHAPE].tolist()
    config = BertConfig(
        hidden_size=int(hidden),
        num_hidden_layers=int(layers),
        num_attention_heads=int(heads),
        intermediate_size=int(feed_forward),
        vocab_size=int(vocabulary),
        max_position_embeddings=int(positions),
        type_vocab_size=int(types),
        layer_norm_eps=epsilon,
    )
    with torch.device("meta"):  # no time for random weights that are replaced at once
        model = BertModel(config, add_pooling_layer=False)
    weights = {name: value for name, value in tensors.items() if name not in {_PIECES, _SCORES, _SHAPE}}
    model.load_state_dict(weights, assign=True)
    model.embeddings.position_ids = Buffer(torch.arange(int(positions)).unsqueeze(0), persistent=False)
    model.embeddings.token_type_ids = Buffer(torch.zeros((1, int(positions)), dtype=torch.long), persistent=False)
    model.train(mode=False)
    return model


def _windows(tensors: Mapping[str, Tensor]) -> Windows:
    pieces = tensors[_PIECES].numpy().tobytes().decode().split("\n")
    return Windows(unigram(pieces, tensors[_SCORES].tolist()))
