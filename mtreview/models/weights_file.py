"""The estimator's weights file: safetensors with its settings as JSON, believed only where all of it fits together."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import torch
from safetensors import SafetensorError, safe_open

from mtreview.errors import ModelError
from mtreview.models.calibration import Curve, Fusion
from mtreview.models.head import Head, Shape
from mtreview.models.spans import Floors

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from torch import Tensor

FORM: Final = "3"
_COUNTER: Final = "num_batches_tracked"  # of training, left out of the file
_MOST_HEADS: Final = 16
_FIGURES: Final = 24  # of a pair, beside those of its letters
_UNFIT: Final = (ValueError, TypeError, KeyError, AttributeError, AssertionError, RuntimeError, RecursionError)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Contents:
    """Hold what a weights file holds, under the names of `Estimator`'s arguments."""

    heads: tuple[Head, ...]
    quality: Fusion
    major: Fusion
    clean: Curve
    sure: Curve
    floors: Floors


def contents(path: Path) -> Contents:
    """Return the contents of a weights file.

    Raises:
        ModelError: the file is missing, damaged or of another form, or a tensor is missing, of another shape or holds
            what is not a number.
    """
    try:
        with safe_open(path, framework="pt") as file:
            metadata = file.metadata() or {}
            tensors = {name: file.get_tensor(name).float() for name in file.keys()}  # noqa: SIM118 - not a mapping
    except (OSError, SafetensorError) as error:
        message = f"cannot read the estimator's weights {path}: {error}"
        raise ModelError(message) from error
    try:
        settings = _settings(metadata)
    except (ValueError, RecursionError) as error:
        message = f"{path} is damaged: its settings are no JSON object"
        raise ModelError(message) from error
    if settings.get("form") != FORM:
        message = f"{path} holds weights of form {settings.get('form')!r}, not {FORM!r}"
        raise ModelError(message)
    try:
        return _contents(settings, tensors)
    except _UNFIT as error:
        *_, reason = " ".join(str(error).split()).rpartition("for Head: ")
        message = f"{path} is damaged: {reason[:160]}"
        raise ModelError(message) from error


def _settings(metadata: Mapping[str, str]) -> dict[str, Any]:
    found: Any = json.loads(metadata.get("settings", "{}"))
    if not isinstance(found, dict):
        message = "no object"
        raise ValueError(message)  # noqa: TRY004 - of a file's content, not of an argument
    return found


def _contents(settings: Mapping[str, Any], tensors: Mapping[str, Tensor]) -> Contents:
    if odd := next((name for name, tensor in tensors.items() if not tensor.isfinite().all()), None):
        message = f"{odd} holds what is not a number"
        raise ValueError(message)
    count, shape = int(settings["heads"]), Shape(**settings["shape"])
    if not 0 < count <= _MOST_HEADS:
        message = f"{count} heads"
        raise ValueError(message)
    return Contents(
        heads=tuple(_head(shape, f"head.{number}.", tensors) for number in range(count)),
        quality=_fusion(tensors, "quality", shape),
        major=_fusion(tensors, "major", shape),
        clean=_curve(tensors, "clean"),
        sure=_curve(tensors, "sure"),
        floors=Floors(*map(float, settings["floors"])),
    )


def _head(shape: Shape, prefix: str, tensors: Mapping[str, Tensor]) -> Head:
    own = {name.removeprefix(prefix): value for name, value in tensors.items() if name.startswith(prefix)}
    with torch.device("meta"):
        head = Head(shape)
    state = head.state_dict()
    counters = {name: torch.zeros((), dtype=torch.long) for name in state if name.endswith(_COUNTER)}
    head.load_state_dict({**own, **counters}, assign=True)
    head.requires_grad_(requires_grad=False)
    head.train(mode=False)
    return head


def _curve(tensors: Mapping[str, Tensor], name: str) -> Curve:
    x, y = tensors[f"{name}.x"], tensors[f"{name}.y"]
    if x.shape != y.shape or x.dim() != 1 or not len(x):
        message = f"{name}.x and {name}.y are not the knots of a curve"
        raise ValueError(message)
    return Curve(x=x.numpy(), y=y.numpy())


def _fusion(tensors: Mapping[str, Tensor], name: str, shape: Shape) -> Fusion:
    mean, deviation, weights = (tensors[f"{name}.{part}"] for part in ("mean", "deviation", "weights"))
    if {mean.shape, deviation.shape, weights.shape} != {(_FIGURES + shape.surface,)}:
        message = f"{name}.mean, deviation and weights are not one a figure"
        raise ValueError(message)
    bias = float(tensors[f"{name}.bias"][0])
    return Fusion(mean=mean.numpy(), deviation=deviation.numpy(), weights=weights.numpy(), bias=bias)
