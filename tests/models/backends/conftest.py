"""Tiny models with random weights, laid out as their makers publish them."""

from __future__ import annotations

import json
import struct
from typing import TYPE_CHECKING, Any

import pytest
import torch
from transformers import XLMRobertaConfig, XLMRobertaModel, XLMRobertaXLConfig, XLMRobertaXLModel

from mtreview.models.tokenizer import unigram

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PIECES = ["<s>", "<pad>", "</s>", "<unk>", "▁", *"abcdefghijklmnopqrstuvwxyz.", "▁el", "▁la", "▁the", "▁sol", "▁sun"]


@pytest.fixture(autouse=True)
def one_thread() -> Iterator[None]:
    """Keep these tests on one core: with several, tiny networks mostly wait."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


def save_tokenizer(folder: Path) -> None:
    """Write a Unigram tokenizer of letters and a few words, as XLM-R's."""
    scores = [0.0] * 4 + [-9.0] * 28 + [-2.0] * (len(PIECES) - 32)
    unigram(PIECES, scores).save(str(folder / "tokenizer.json"))


def tiny_xlmr(*, large: bool = False) -> XLMRobertaModel | XLMRobertaXLModel:
    """Return a three-layer XLM-R with random weights that takes 38 tokens; large for the form with norms in front."""
    torch.manual_seed(5)
    sizes: dict[str, Any] = {
        "vocab_size": len(PIECES),
        "hidden_size": 16,
        "num_hidden_layers": 3,
        "num_attention_heads": 2,
        "intermediate_size": 24,
        "max_position_embeddings": 40,
        "pad_token_id": 1,
        "initializer_range": 0.5,
    }
    model: XLMRobertaModel | XLMRobertaXLModel
    if large:
        model = XLMRobertaXLModel(XLMRobertaXLConfig(**sizes), add_pooling_layer=False)
    else:
        model = XLMRobertaModel(XLMRobertaConfig(**sizes), add_pooling_layer=False)
    model.train(mode=False)
    return model


class Comet:
    """Hold a checkpoint as COMET writes it, and the parts to compute its scores by hand."""

    def __init__(self, folder: Path, identifier: str, **settings: Any) -> None:  # noqa: ANN401 - hparams are anything
        self.folder = folder
        self.encoder = tiny_xlmr(large=settings.get("encoder_model") == "XLM-RoBERTa-XL")
        self.hparams = {
            "class_identifier": identifier,
            "encoder_model": "XLM-RoBERTa",
            "pretrained_model": "somebody/tiny-encoder",
            "hidden_sizes": [12, 6],
            "activations": "Tanh",
            "final_activation": None,
            "layer_norm": False,
            "layer_transformation": "sparsemax_patch",
            "sent_layer": "mix",
            "word_layer": 2,
            **settings,
        }
        width = 16 * (4 if identifier == "referenceless_regression_metric" else 1)
        sizes = [width, 12, 6, 1]
        self.state = {f"encoder.model.{key}": value for key, value in self.encoder.state_dict().items()}
        self.state["encoder.model.pooler.dense.weight"] = torch.zeros(16, 16)
        for at in range(3):
            self.state[f"estimator.ff.{3 * at}.weight"] = torch.randn(sizes[at + 1], sizes[at]) / sizes[at] ** 0.5
            self.state[f"estimator.ff.{3 * at}.bias"] = torch.randn(sizes[at + 1]) / 4
        for at, value in enumerate([0.3, -0.2, 0.9, 0.1]):
            self.state[f"layerwise_attention.scalar_parameters.{at}"] = torch.tensor([value])
        self.state["layerwise_attention.gamma"] = torch.tensor([1.3])
        self.state["layerwise_attention.dropout_mask"] = torch.zeros(4)

    def tag(self, labels: int) -> None:
        """Give it a tagger of so many labels."""
        self.state["hidden2tag.weight"] = torch.randn(labels, 16)
        self.state["hidden2tag.bias"] = torch.randn(labels)

    def save(self) -> Path:
        """Write the folder: hparams.yaml, checkpoints/model.ckpt, and the encoder's tokenizer and configuration."""
        (self.folder / "checkpoints").mkdir(parents=True, exist_ok=True)
        # JSON is YAML too.
        (self.folder / "hparams.yaml").write_text(json.dumps(self.hparams), encoding="utf-8")
        torch.save({"epoch": 1, "state_dict": self.state}, self.folder / "checkpoints" / "model.ckpt")
        self.encoder.config.save_pretrained(self.folder)
        save_tokenizer(self.folder)
        return self.folder


def sentencepiece_file(pieces: list[tuple[str, float, int]], algorithm: int = 1) -> bytes:
    """Return a SentencePiece file of pieces with score and type, written field by field."""

    def field(number: int, content: bytes) -> bytes:
        length = len(content)
        size = bytes([length]) if length < 128 else bytes([length & 127 | 128, length >> 7])
        return bytes([number << 3 | 2]) + size + content

    data = b""
    for text, score, kind in pieces:
        data += field(1, field(1, text.encode()) + b"\x15" + struct.pack("<f", score) + bytes([3 << 3, kind]))
    return data + field(2, bytes([3 << 3, algorithm]))
