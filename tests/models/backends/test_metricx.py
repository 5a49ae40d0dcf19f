from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import torch
from transformers import MT5Config, MT5ForConditionalGeneration

from mtreview.errors import ModelError
from mtreview.models.backends.base import QualityModelSettings
from mtreview.models.backends.metricx import MetricX, load
from tests.models.backends.conftest import sentencepiece_file

if TYPE_CHECKING:
    from pathlib import Path

CHARACTERS = [*"abcdefghijklmnopqrstuvwxyz:"]
PAIRS = [("el sol", "the sun"), ("la luna", "the moon is a balloon"), ("a", "b")]


def save(folder: Path, *, bias: float = 0.0) -> MT5ForConditionalGeneration:
    """Write a tiny MetricX as it is published, with mT5's tokenizer file beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    pieces = [("<pad>", 0.0, 3), ("</s>", 0.0, 3), ("<unk>", 0.0, 2), ("▁", -3.0, 1)]
    pieces += [(character, -4.0, 1) for character in CHARACTERS]
    pieces += [(f"<extra_id_{at}>", 0.0, 4) for at in range(15, -1, -1)]
    (folder / "spiece.model").write_bytes(sentencepiece_file(pieces))
    torch.manual_seed(1)
    config = MT5Config(
        vocab_size=len(pieces), d_model=16, d_kv=8, d_ff=24, num_layers=2, num_heads=2, tie_word_embeddings=False
    )
    model = MT5ForConditionalGeneration(config)
    model.train(mode=False)
    torch.nn.init.normal_(model.lm_head.weight, mean=bias, std=2.0)
    model.save_pretrained(folder)
    return model


def metricx(folder: Path) -> MetricX:
    return load(QualityModelSettings(name=str(folder), kind="metricx"))


def by_hand(model: MT5ForConditionalGeneration, text: str) -> float:
    """Spell the text, take the encoder's and the decoder's states apart, and multiply with the row of the token."""
    ids: list[int] = []
    for word in text.split():
        ids += [3, *(4 + CHARACTERS.index(character) for character in word)]
    with torch.inference_mode():
        states = model.encoder(input_ids=torch.tensor([ids])).last_hidden_state
        first = model.decoder(input_ids=torch.tensor([[0]]), encoder_hidden_states=states).last_hidden_state[0, 0]
        logit = float(model.lm_head.weight[4 + len(CHARACTERS) + 5] @ first)
    return min(25.0, max(0.0, logit))


@pytest.mark.parametrize(
    ("name", "template"),
    [
        ("metricx-24-hybrid", "source: {} candidate: {}"),
        ("metricx-23-qe-large", "candidate: {1} source: {0}"),
    ],
)
def test_the_penalty_is_the_logit_of_the_regression_token(tmp_path: Path, name: str, template: str) -> None:
    made = save(tmp_path / name)
    expected = [by_hand(made, template.format(*pair)) for pair in PAIRS]
    model = metricx(tmp_path / name)
    assert model.penalties(PAIRS) == pytest.approx(expected, abs=1e-3)
    assert model.score(PAIRS) == pytest.approx([100 - 4 * value for value in expected], abs=1e-2)
    assert all(0 < value < 25 for value in expected)


@pytest.mark.parametrize("bias", [-50.0, 50.0])
def test_no_score_is_out_of_range(tmp_path: Path, bias: float) -> None:
    save(tmp_path, bias=bias)
    assert all(0 <= score <= 100 for score in metricx(tmp_path).score(PAIRS))


def test_a_long_pair_is_judged_in_parts(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    save(tmp_path)
    model = metricx(tmp_path)
    with caplog.at_level("INFO", "mtreview"):
        [score] = model.score([("sol " * 500, "sun " * 500)])
    assert "judged in parts" in caplog.text
    assert 0 <= score <= 100


def test_what_is_not_metricx_is_refused(tmp_path: Path) -> None:
    save(tmp_path)
    (tmp_path / "spiece.model").write_bytes(sentencepiece_file([("<unk>", 0.0, 2), ("a", -1.0, 1)]))
    with pytest.raises(ModelError, match="is not MetricX"):
        metricx(tmp_path)


def test_missing_weights_are_refused(tmp_path: Path) -> None:
    made = save(tmp_path)
    made.config.num_layers = 3
    made.config.save_pretrained(tmp_path)
    with pytest.raises(ModelError, match=r"weights lack encoder\.block\.2"):
        metricx(tmp_path)


def test_a_missing_tokenizer_is_not_fetched_for_a_folder(tmp_path: Path) -> None:
    save(tmp_path)
    (tmp_path / "spiece.model").unlink()
    with pytest.raises(ModelError, match=r"google/mt5-small.*not in the hub's cache.*spiece\.model beside"):
        metricx(tmp_path)
