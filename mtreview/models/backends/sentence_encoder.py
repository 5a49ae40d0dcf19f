"""LaBSE and other sentence encoders: the cosine of the two sides, pooled as the model's own folder says.

A folder in the form of sentence-transformers (Apache-2.0) says how its vectors are made: `1_Pooling/config.json` how
tokens are pooled, `2_Dense` of a layer after it (`sentence_transformers/models/{Pooling,Dense}.py`). LaBSE, for one, is
the first token, a dense layer with tanh, and the cosine (Feng et al. 2022). A folder without them is mean-pooled.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import starmap
from typing import TYPE_CHECKING, Any, Final

import torch
from torch import nn

from mtreview.errors import ModelError
from mtreview.models import fetch, hub, offline
from mtreview.models.backends import licences, weights
from mtreview.models.backends.base import QualityModel, percent
from mtreview.models.backends.tokens import padded
from mtreview.models.batching import batches

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from torch import Tensor
    from transformers import PreTrainedModel

    from mtreview.models.backends.base import QualityModelSettings
    from mtreview.models.tokenizer import Windows

BUDGET: Final = 2048
_WANTED: Final = fetch.Wanted(
    what="sentence encoder",
    instead="",
    settings=("*.json", "*.txt", "*.model", "README.md", "[0-9]_*/*"),
)
_MODES: Final = {
    "pooling_mode_cls_token": "cls",
    "pooling_mode_mean_tokens": "mean",
    "pooling_mode_max_tokens": "max",
}
_ACTIVATIONS: Final = {
    "torch.nn.modules.activation.Tanh": nn.Tanh,
    "torch.nn.modules.activation.GELU": nn.GELU,
    "torch.nn.modules.activation.ReLU": nn.ReLU,
    "torch.nn.modules.linear.Identity": nn.Identity,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pooling:
    """Say how token states become one vector.

    Attributes:
        mode: `mean`, `cls` or `max`.
        dense: what is applied to it.
    """

    mode: str
    dense: nn.Module


def load(settings: QualityModelSettings) -> SentenceEncoder:
    """Return the sentence encoder of a folder or hub name.

    Raises:
        ModelError: it is missing, damaged or out of reach, or pools in a way that is not supported.
    """
    offline.close()
    name = settings.name
    place = fetch.folder(name, _WANTED)
    pooling = read_pooling(place, name)
    model, windows, revision = hub.load(str(place))
    if fetch.is_hub_name(name):
        revision = place.name
    if "e5" not in name.partition("@")[0].rstrip("/").rpartition("/")[2].lower():
        windows.prefix = ""  # the path above it says nothing of the model
    licences.tell(name, place)
    return SentenceEncoder(name=name, revision=revision, model=model, windows=windows, pooling=pooling)


class SentenceEncoder(QualityModel):
    """Score pairs by 100 × the cosine of their sentence vectors, negative ones as 0.

    A side longer than the encoder takes is the mean of its windows' vectors, weighted by their tokens.
    """

    def __init__(self, *, name: str, revision: str, model: PreTrainedModel, windows: Windows, pooling: Pooling) -> None:
        self.name = name
        self.signature = f"encoder:{name}@{revision[:12]}"
        self.model = model
        self.windows = windows
        self.pooling = pooling

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """Return the quality of each pair, 0 to 100."""
        texts = list(dict.fromkeys(text for pair in pairs for text in pair))
        vectors = dict(zip(texts, self.vectors(texts), strict=True))

        def cosine(source: str, target: str) -> float:
            return percent(float(vectors[source] @ vectors[target]), self.name)

        return list(starmap(cosine, pairs))

    @torch.inference_mode()
    def vectors(self, texts: Sequence[str]) -> Tensor:
        """Return one vector a text, of length 1."""
        cut = self.windows.cut(texts, spans=False)
        places = [(text, window) for text, windows in enumerate(cut) for window in windows]
        sums: dict[int, Tensor] = {}
        for batch in batches([len(window.ids) for _, window in places], BUDGET):
            ids, mask = padded([places[at][1].ids for at in batch], self.windows.pad)
            states = self.model(input_ids=ids, attention_mask=mask).last_hidden_state
            for row, at in enumerate(batch):
                text, window = places[at]
                vector = pool(states[row, : len(window.ids)], self.pooling) * window.weight
                sums[text] = sums[text] + vector if text in sums else vector
        stacked = torch.stack([sums[at] for at in range(len(texts))]) if texts else torch.zeros(0, 1)
        return nn.functional.normalize(stacked)


def pool(states: Tensor, pooling: Pooling) -> Tensor:
    """Return the vector of one window's states (tokens, width)."""
    modes = {"cls": states[0], "mean": states.mean(0), "max": states.amax(0)}
    vector: Tensor = pooling.dense(modes[pooling.mode])
    return vector


def read_pooling(place: Path, name: str) -> Pooling:
    """Return what a folder says of its pooling; the mean, where it says nothing.

    Raises:
        ModelError: it is damaged, or asks for what is not supported.
    """
    table = _table(place / "1_Pooling" / "config.json", name)
    chosen = [key for key, value in table.items() if key.startswith("pooling_mode_") and value is True]
    stated = table.get("pooling_mode")
    modes = [_MODES.get(key, key) for key in chosen] or ([stated] if stated else ["mean"])
    if len(modes) != 1 or modes[0] not in _MODES.values():
        message = f'the model "{name}" cannot be used: it pools by {", ".join(map(str, modes))}'
        raise ModelError(message)
    return Pooling(mode=modes[0], dense=_dense(place / "2_Dense", name))


def _dense(place: Path, name: str) -> nn.Module:
    table = _table(place / "config.json", name)
    if not table:
        return nn.Identity()
    stated = table.get("activation_function", "torch.nn.modules.activation.Tanh")
    if stated not in _ACTIVATIONS:
        message = f'the model "{name}" cannot be used: its dense layer ends in {stated}'
        raise ModelError(message)
    try:
        linear = nn.Linear(int(table["in_features"]), int(table["out_features"]), bias=bool(table.get("bias", True)))
    except weights.UNREADABLE as error:
        raise weights.damaged(name, error) from error
    found = weights.read(place, ("model.safetensors", "pytorch_model.bin"), name)
    weights.fill(linear, {key.removeprefix("linear."): value for key, value in found.items()}, name)
    return nn.Sequential(linear, _ACTIVATIONS[stated]())


def _table(path: Path, name: str) -> dict[str, Any]:
    """Return a JSON object; an empty one where there is no such file."""
    if not path.is_file():
        return {}
    try:
        found: Any = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        raise weights.damaged(name, error) from error
    if not isinstance(found, dict):
        raise weights.damaged(name, ValueError(f"{path.parent.name}/{path.name} holds no object"))
    return found
