from __future__ import annotations

import json
import os
import shutil
import time
from typing import TYPE_CHECKING

import numpy as np
import pytest
import torch
from huggingface_hub import constants
from safetensors.torch import load_file

from mtreview.errors import ModelError
from mtreview.models.encoder import load_encoder

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tiny_encoder: Path, tmp_path: Path) -> Path:
    return shutil.copytree(tiny_encoder, tmp_path / "copy")


class _Hostile:
    """Unpickles into the creation of a folder."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self.path),)


def test_a_folder_encodes_in_windows_of_its_own_length(tiny_encoder: Path) -> None:
    encoder = load_encoder(str(tiny_encoder))
    short, long = encoder.encode(["a b", "a b c d e f g " * 5], layers=(2,))
    assert (encoder.width, encoder.depth, encoder.windows.limit) == (32, 2, 16)
    assert (short.windows, long.windows) == (1, 3)
    assert [tuple(span) for span in short.offsets.tolist()] == [(0, 1), (2, 3)]
    assert short.states[2].shape == (2, 32)
    assert encoder.signature.startswith(f"{tiny_encoder}@")


def test_pickled_weights_load_and_give_the_same_vectors(tiny_encoder: Path, folder: Path) -> None:
    weights = folder / "model.safetensors"
    torch.save(load_file(weights), folder / "pytorch_model.bin")
    weights.unlink()
    [ours], [theirs] = (load_encoder(str(place)).encode(["sol"]) for place in (folder, tiny_encoder))
    np.testing.assert_allclose(ours.pooled, theirs.pooled, atol=1e-6)


def test_pickled_code_never_runs(folder: Path, tmp_path: Path) -> None:
    (folder / "model.safetensors").unlink()
    torch.save({"embeddings": _Hostile(tmp_path / "pwned")}, folder / "pytorch_model.bin")
    with pytest.raises(ModelError, match="cannot be loaded"):
        load_encoder(str(folder))
    assert not (tmp_path / "pwned").exists()


def test_code_beside_the_weights_never_runs(folder: Path, tmp_path: Path) -> None:
    (folder / "evil.py").write_text(f"import os; os.mkdir({str(tmp_path / 'pwned')!r})\n", encoding="utf-8")
    config = json.loads((folder / "config.json").read_bytes())
    config |= {"model_type": "evil", "auto_map": {"AutoConfig": "evil.Config", "AutoModel": "evil.Model"}}
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    with pytest.raises(ModelError, match="cannot be loaded"):
        load_encoder(str(folder))
    assert not (tmp_path / "pwned").exists()


@pytest.mark.parametrize(
    ("file", "content", "complaint"),
    [
        ("config.json", None, "config.json is missing"),
        ("tokenizer.json", None, "tokenizer.json is missing"),
        ("config.json", b"{", "config.json is damaged"),
        ("tokenizer.json", b"\xff\xfe", "tokenizer.json is damaged"),
        ("tokenizer.json", b"[]", "holds no object"),
        ("tokenizer.json", b"{}", "cannot be loaded"),
        ("model.safetensors", None, "cannot be loaded"),
        ("model.safetensors", b"\x00" * 30, "cannot be loaded"),
    ],
)
def test_a_damaged_folder_is_one_line(folder: Path, file: str, content: bytes | None, complaint: str) -> None:
    if content is None:
        (folder / file).unlink()
    else:
        (folder / file).write_bytes(content)
    with pytest.raises(ModelError, match=complaint) as caught:
        load_encoder(str(folder))
    assert "\n" not in str(caught.value)


def test_weights_of_another_network_are_refused_and_not_filled_up_at_random(folder: Path) -> None:
    config = json.loads((folder / "config.json").read_bytes())
    (folder / "config.json").write_text(json.dumps(config | {"num_hidden_layers": 3}), encoding="utf-8")
    with pytest.raises(ModelError, match=r"weights lack encoder\.layer\.2"):
        load_encoder(str(folder))


@pytest.mark.parametrize(
    "name", ["embeded", "./none", "/none/here", "a/b/c", "owner/model@", "", "owner/mo del", "owner/model-"]
)
def test_what_is_neither_folder_nor_hub_name_is_refused_without_network(name: str) -> None:
    with pytest.raises(ModelError, match="an existing folder, or a hub name"):
        load_encoder(name)


def test_a_hub_name_without_network_is_one_line_and_soon(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(constants, "ENDPOINT", "http://127.0.0.1:9")
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path))
    start = time.monotonic()
    with pytest.raises(ModelError, match=r'"no-such-owner/no-such-model".*no network') as caught:
        load_encoder("no-such-owner/no-such-model")
    assert "\n" not in str(caught.value)
    assert time.monotonic() - start < 10
    assert constants.HF_HUB_OFFLINE is True
