from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import torch
from safetensors.torch import save_file
from transformers import AutoTokenizer, BertModel

from mtreview.errors import ModelError
from mtreview.models.backends.base import QualityModelSettings
from mtreview.models.backends.sentence_encoder import SentenceEncoder, load

if TYPE_CHECKING:
    from pathlib import Path

PAIRS = [("el sol", "the sun"), ("la luna", "a moon"), ("a", "b")]


@pytest.fixture
def folder(tiny_encoder: Path, tmp_path: Path) -> Path:
    return shutil.copytree(tiny_encoder, tmp_path / "labse")


def pooling(folder: Path, table: object) -> None:
    (folder / "1_Pooling").mkdir(exist_ok=True)
    (folder / "1_Pooling" / "config.json").write_text(json.dumps(table), encoding="utf-8")


def dense(folder: Path, **settings: Any) -> tuple[np.ndarray, np.ndarray]:  # noqa: ANN401 - a JSON file's values
    torch.manual_seed(1)
    weight, bias = torch.randn(8, 32), torch.randn(8)
    table = {"in_features": 32, "out_features": 8, "bias": True, **settings}
    (folder / "2_Dense").mkdir()
    (folder / "2_Dense" / "config.json").write_text(json.dumps(table), encoding="utf-8")
    save_file({"linear.weight": weight, "linear.bias": bias}, folder / "2_Dense" / "model.safetensors")
    return weight.numpy(), bias.numpy()


def encoder(folder: Path) -> SentenceEncoder:
    return load(QualityModelSettings(name=str(folder), kind="encoder"))


def states(folder: Path, text: str) -> np.ndarray:
    tokens = AutoTokenizer.from_pretrained(folder)(text, return_tensors="pt")
    with torch.inference_mode():
        found: np.ndarray = BertModel.from_pretrained(folder)(**tokens).last_hidden_state[0].numpy()
    return found


def cosine(left: np.ndarray, right: np.ndarray) -> float:
    return max(0.0, 100 * float(left @ right) / float(np.linalg.norm(left) * np.linalg.norm(right)))


@pytest.mark.parametrize(
    ("table", "by_hand"),
    [
        (None, lambda found: found.mean(0)),
        ({"pooling_mode_mean_tokens": True, "pooling_mode_cls_token": False}, lambda found: found.mean(0)),
        ({"pooling_mode_cls_token": True}, lambda found: found[0]),
        ({"pooling_mode_max_tokens": True}, lambda found: found.max(0)),
        ({"pooling_mode": "cls"}, lambda found: found[0]),
    ],
)
def test_tokens_are_pooled_as_the_folder_says(folder: Path, table: object, by_hand: Any) -> None:  # noqa: ANN401 - one of the table's functions
    if table is not None:
        pooling(folder, table)
    expected = [cosine(*(by_hand(states(folder, text)) for text in pair)) for pair in PAIRS]
    assert encoder(folder).score(PAIRS) == pytest.approx(expected, abs=1e-3)


def test_a_dense_layer_follows(folder: Path) -> None:
    pooling(folder, {"pooling_mode_cls_token": True})
    weight, bias = dense(folder, activation_function="torch.nn.modules.activation.Tanh")
    expected = [cosine(*(np.tanh(weight @ states(folder, text)[0] + bias) for text in pair)) for pair in PAIRS]
    assert encoder(folder).score(PAIRS) == pytest.approx(expected, abs=1e-3)


def test_equal_sides_are_full_marks_and_long_ones_are_read_to_the_end(folder: Path) -> None:
    model = encoder(folder)
    long = "a b c d e f g " * 6
    same, other = model.score([(long, long), (long, f"{long} z z z z z z")])
    assert same == pytest.approx(100)
    assert other < 99.99
    assert model.score([]) == []


def test_only_e5_itself_is_given_e5s_prefix(folder: Path) -> None:
    below = shutil.copytree(folder, folder.parent / "e5" / "labse")
    named = shutil.copytree(folder, folder.parent / "multilingual-e5-small")
    plain, same, prefixed = (encoder(place).score(PAIRS) for place in (folder, below, named))
    assert same == plain
    assert prefixed != plain


def test_the_licence_is_told(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    encoder(folder)
    assert "Apache-2.0" in caplog.text
    other = shutil.copytree(folder, folder.parent / "somebodys")
    encoder(other)
    assert "not known: read its card" in caplog.text


@pytest.mark.parametrize(
    ("table", "complaint"),
    [
        ({"pooling_mode_lasttoken": True}, "pools by pooling_mode_lasttoken"),
        ({"pooling_mode_cls_token": True, "pooling_mode_mean_tokens": True}, "pools by cls, mean"),
        ([], "holds no object"),
    ],
)
def test_other_pooling_is_refused(folder: Path, table: object, complaint: str) -> None:
    pooling(folder, table)
    with pytest.raises(ModelError, match=complaint):
        encoder(folder)


@pytest.mark.parametrize(
    ("settings", "complaint"),
    [
        ({"activation_function": "os.system"}, "ends in os.system"),
        ({"in_features": 31}, "size mismatch"),
        ({"out_features": None}, "cannot be loaded"),
    ],
)
def test_other_dense_layers_are_refused(folder: Path, settings: dict[str, Any], complaint: str) -> None:
    dense(folder, **settings)
    with pytest.raises(ModelError, match=complaint):
        encoder(folder)


def test_a_dense_layer_without_weights_is_refused(folder: Path) -> None:
    dense(folder)
    (folder / "2_Dense" / "model.safetensors").unlink()
    with pytest.raises(ModelError, match=r"none of model\.safetensors, pytorch_model\.bin"):
        encoder(folder)
