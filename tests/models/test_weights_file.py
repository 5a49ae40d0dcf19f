from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
import torch
from safetensors import safe_open
from safetensors.torch import save_file

from mtreview.errors import ModelError
from mtreview.models.estimator import WEIGHTS
from mtreview.models.weights_file import contents

if TYPE_CHECKING:
    from pathlib import Path

WEIGHT = "head.0.blocks.0.linear1.weight"


@pytest.fixture(scope="module")
def shipped() -> tuple[dict[str, torch.Tensor], dict[str, Any]]:
    with safe_open(WEIGHTS, framework="pt") as file:
        tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 - not a mapping
        return tensors, json.loads(file.metadata()["settings"])


Changed = dict[str, torch.Tensor | None]


@pytest.mark.parametrize(
    ("tensors", "settings", "says"),
    [
        ({WEIGHT: torch.zeros(3, 5)}, {}, "size mismatch"),
        ({WEIGHT: None}, {}, "Missing key"),
        ({"head.0.more": torch.zeros(1)}, {}, "Unexpected key"),
        ({"clean.x": None}, {}, "clean.x"),
        ({"clean.x": torch.zeros(2)}, {}, "not the knots"),
        ({"quality.mean": torch.zeros(2)}, {}, "one a figure"),
        ({"major.bias": torch.tensor([float("nan")])}, {}, "major.bias holds what is not a number"),
        ({}, {"heads": 0}, "0 heads"),
        ({}, {"heads": 2}, "Missing key"),
        ({}, {"shape": {"width": 10}}, "damaged"),
        ({}, {"shape": {"zeal": 10}}, "damaged"),
        ({}, {"shape": None}, "damaged"),
        ({}, {"floors": [0.5]}, "damaged"),
        ({}, {"form": "1"}, "form '1'"),
    ],
)
def test_what_does_not_fit_together_is_one_line(
    shipped: tuple[dict[str, torch.Tensor], dict[str, Any]],
    tensors: Changed,
    settings: dict[str, Any],
    says: str,
    tmp_path: Path,
) -> None:
    path = tmp_path / "estimator.safetensors"
    changed = {name: value for name, value in {**shipped[0], **tensors}.items() if value is not None}
    save_file(changed, path, metadata={"settings": json.dumps({**shipped[1], **settings})})
    with pytest.raises(ModelError, match=says) as caught:
        contents(path)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("settings", ["{", "[1]", "[" * 100_000])
def test_settings_that_are_no_object_are_one_line(settings: str, tmp_path: Path) -> None:
    path = tmp_path / "estimator.safetensors"
    save_file({"a": torch.zeros(1)}, path, metadata={"settings": settings})
    with pytest.raises(ModelError, match="no JSON object"):
        contents(path)


def test_a_pickle_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "estimator.safetensors"
    torch.save({"a": torch.zeros(1)}, path)
    with pytest.raises(ModelError, match="cannot read"):
        contents(path)
