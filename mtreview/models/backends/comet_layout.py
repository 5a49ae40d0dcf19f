"""What a COMET checkpoint's `hparams.yaml` says of its network."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

import yaml

from mtreview.errors import ModelError

if TYPE_CHECKING:
    from pathlib import Path

_ENCODERS: Final = {"XLM-RoBERTa": "xlm-roberta", "XLM-RoBERTa-XL": "xlm-roberta-xl"}
_ACTIVATIONS: Final = ("Tanh", "Sigmoid", "ReLU", "GELU", "LeakyReLU")
_POOLS: Final = ("avg", "cls", "max")


class Family(Enum):
    """Tell the networks apart by COMET's `class_identifier`."""

    KIWI = "unified_metric"
    XCOMET = "xcomet_metric"
    QE = "referenceless_regression_metric"


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Hold the network's shape.

    Attributes:
        encoder: hub name of the encoder that it was trained from, whose configuration and tokenizer it needs.
        model_type: the encoder's `transformers` type.
        layer: the layer that is pooled; None for a learned mix of all.
        sparse: whether the mix's weights are the sparsemax of its parameters, else their softmax.
        normed: whether layers are normalised before they are mixed.
        word_layer: the layer whose tokens are tagged; None where the checkpoint tags none.
        pool: `avg`, `cls` or `max`.
        hidden: widths of the regression's hidden layers.
        activation: between them, as torch.nn names it.
        last: after them, or nothing.
    """

    family: Family
    encoder: str
    model_type: str
    layer: int | None
    sparse: bool
    normed: bool
    word_layer: int | None
    pool: str
    hidden: tuple[int, ...]
    activation: str
    last: str


def read(path: Path, name: str) -> Layout:
    """Return the layout of a checkpoint.

    Raises:
        ModelError: the file is missing or damaged, or describes a network that is not supported.
    """
    try:
        table: Any = yaml.safe_load(path.read_text("utf-8"))
    except FileNotFoundError as error:
        message = f'the model "{name}" cannot be loaded: hparams.yaml is missing'
        raise ModelError(message) from error
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError) as error:
        reason = " ".join(str(error).split())[:200]
        message = f'the model "{name}" cannot be loaded: hparams.yaml is damaged ({reason})'
        raise ModelError(message) from error
    if not isinstance(table, dict):
        message = f'the model "{name}" cannot be loaded: hparams.yaml holds no settings'
        raise ModelError(message)
    try:
        return _layout(table)
    except (ValueError, TypeError) as error:
        message = f'the model "{name}" cannot be used: {error}'
        raise ModelError(message) from error


def _layout(table: dict[str, Any]) -> Layout:
    family = _family(table)
    encoder = table.get("encoder_model", "XLM-RoBERTa")
    layer = table.get("layer" if family is Family.QE else "sent_layer", "mix")
    tags = family is Family.XCOMET or bool(table.get("word_level_training", False))
    return Layout(
        family=family,
        encoder=str(table.get("pretrained_model", "")),
        model_type=_ENCODERS[_known("encoder_model", encoder, tuple(_ENCODERS))],
        layer=None if layer == "mix" else int(layer),
        sparse=_sparse(table),
        normed=bool(table.get("layer_norm", True)),
        word_layer=int(table.get("word_layer", 24)) if tags else None,
        pool=_known("pool", table.get("pool", "avg"), _POOLS) if family is Family.QE else "cls",
        hidden=tuple(int(width) for width in table.get("hidden_sizes") or ()),
        activation=_known("activations", table.get("activations", "Tanh"), _ACTIVATIONS),
        last=_known("final_activation", table.get("final_activation") or "", ("", *_ACTIVATIONS)),
    )


def _family(table: dict[str, Any]) -> Family:
    identifier = table.get("class_identifier")
    try:
        family = Family(identifier)
    except ValueError as error:
        known = ", ".join(item.value for item in Family)
        message = f"{identifier} compares with a reference or is not known (there are: {known})"
        raise ValueError(message) from error
    segments = table.get("input_segments", ["mt", "src"])
    if family is Family.KIWI and "src" not in segments:
        message = "it reads no source (input_segments)"
        raise ValueError(message)
    return family


def _sparse(table: dict[str, Any]) -> bool:
    """Say whether layers are mixed by sparsemax.

    CometKiwi and xCOMET were trained with softmax though their settings said sparsemax (COMET issue 195); their cards
    now say `sparsemax_patch`, which means softmax (COMET's `comet/models/__init__.py`).
    """
    known = ("softmax", "sparsemax", "sparsemax_patch")
    return _known("layer_transformation", table.get("layer_transformation", "softmax"), known) == "sparsemax"


def _known(key: str, value: object, known: tuple[str, ...]) -> str:
    if value not in known:
        message = f"{key} {value!r} is not supported (there are: {', '.join(item or 'none' for item in known)})"
        raise ValueError(message)
    return str(value)
