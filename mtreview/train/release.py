"""A trained and calibrated estimator as a file."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import torch
from safetensors.torch import save_file

from mtreview.models.weights_file import FORM

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from torch import Tensor

    from mtreview.models.calibration import Curve, Fusion
    from mtreview.models.head import Head
    from mtreview.models.spans import Floors


def write(  # noqa: PLR0913 - the parts of a weights file
    path: Path,
    heads: Sequence[Head],
    *,
    quality: Fusion,
    major: Fusion,
    clean: Curve,
    sure: Curve,
    floors: Floors,
) -> str:
    """Write the estimator, networks in half precision, and return the file's SHA-256."""
    tensors: dict[str, Tensor] = {}
    for number, head in enumerate(heads):
        for name, value in head.state_dict().items():
            if value.is_floating_point():
                kept = value.float() if "running" in name else value.half()
                tensors[f"head.{number}.{name}"] = kept.contiguous()
    for name, fusion in (("quality", quality), ("major", major)):
        tensors[f"{name}.mean"] = torch.from_numpy(fusion.mean)
        tensors[f"{name}.deviation"] = torch.from_numpy(fusion.deviation)
        tensors[f"{name}.weights"] = torch.from_numpy(fusion.weights)
        tensors[f"{name}.bias"] = torch.tensor([fusion.bias])
    for name, curve in (("clean", clean), ("sure", sure)):
        tensors[f"{name}.x"], tensors[f"{name}.y"] = torch.from_numpy(curve.x), torch.from_numpy(curve.y)
    settings = {"form": FORM, "heads": len(heads), "shape": asdict(heads[0].shape), "floors": list(floors)}
    path.parent.mkdir(parents=True, exist_ok=True)
    # Several entries would stand in any order: one keeps the bytes the same.
    save_file(tensors, path, metadata={"settings": json.dumps(settings)})
    return hashlib.sha256(path.read_bytes()).hexdigest()
