from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

import pytest
import torch
from tokenizers import AddedToken
from transformers import M2M100Config, M2M100ForConditionalGeneration, MarianConfig, MarianMTModel

from mtreview.errors import ModelError
from mtreview.models.backends.base import QualityModelSettings
from mtreview.models.backends.translation import Translator, load
from mtreview.models.tokenizer import unigram
from tests.models.backends.conftest import PIECES, sentencepiece_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from transformers import PreTrainedModel

LETTERS = ["▁", *"abcdefghijklmnopqrstuvwxyz"]
PAIRS = [("el sol", "the sun"), ("la luna", "the moon is a balloon"), ("a", "b")]
SIZES: dict[str, Any] = {
    "d_model": 16,
    "encoder_layers": 1,
    "decoder_layers": 1,
    "encoder_attention_heads": 2,
    "decoder_attention_heads": 2,
    "encoder_ffn_dim": 24,
    "decoder_ffn_dim": 24,
    "max_position_embeddings": 48,
    "init_std": 0.6,
}


def saved(model: PreTrainedModel, folder: Path) -> PreTrainedModel:
    model.train(mode=False)
    model.save_pretrained(folder)
    return model


def pieces_file(path: Path) -> None:
    special = [("<unk>", 0.0, 2), ("<s>", 0.0, 3), ("</s>", 0.0, 3)]
    path.write_bytes(sentencepiece_file([*special, *((letter, -3.0, 1) for letter in LETTERS)]))


def marian(folder: Path) -> PreTrainedModel:
    """Write a tiny OPUS-MT as it is published; its ids are not those of the pieces."""
    folder.mkdir(exist_ok=True)
    for file in ("source.spm", "target.spm"):
        pieces_file(folder / file)
    names = ["</s>", "<unk>", *reversed(LETTERS), "<pad>"]
    (folder / "vocab.json").write_text(json.dumps({name: at for at, name in enumerate(names)}), encoding="utf-8")
    torch.manual_seed(0)
    end, pad = 0, len(names) - 1
    config = MarianConfig(
        vocab_size=len(names), pad_token_id=pad, eos_token_id=end, decoder_start_token_id=pad, forced_eos_token_id=end,
        **SIZES,
    )  # fmt: skip
    return saved(MarianMTModel(config), folder)


def m2m(folder: Path) -> PreTrainedModel:
    folder.mkdir(exist_ok=True)
    pieces_file(folder / "sentencepiece.bpe.model")
    names = ["<s>", "<pad>", "</s>", "<unk>", *LETTERS]
    (folder / "vocab.json").write_text(json.dumps({name: at for at, name in enumerate(names)}), encoding="utf-8")
    torch.manual_seed(0)
    return saved(M2M100ForConditionalGeneration(M2M100Config(vocab_size=len(names) + 100, **SIZES)), folder)


def nllb(folder: Path) -> PreTrainedModel:
    folder.mkdir(exist_ok=True)
    tokenizer = unigram(PIECES, [0.0] * 4 + [-9.0] * (len(PIECES) - 4))
    tokenizer.add_special_tokens([AddedToken(code, special=True) for code in ("spa_Latn", "eng_Latn")])
    tokenizer.save(str(folder / "tokenizer.json"))
    torch.manual_seed(0)
    return saved(M2M100ForConditionalGeneration(M2M100Config(vocab_size=len(PIECES) + 2, **SIZES)), folder)


def translator(folder: Path, back: Path | None = None) -> Translator:
    return load(QualityModelSettings(name=str(folder), kind="translation", back=str(back or "")))


def step_by_step(model: PreTrainedModel, source: list[int], start: list[int], target: list[int]) -> float:
    """Return the geometric mean probability of a target, feeding the decoder one more token at a time."""
    total = 0.0
    for at, wanted in enumerate(target):
        with torch.inference_mode():
            fed = torch.tensor([[*start, *target[:at]]])
            logits = model(input_ids=torch.tensor([source]), decoder_input_ids=fed).logits[0, -1]
        total += float(logits.double().softmax(0)[wanted].log())
    return 100 * math.exp(total / len(target))


def spelt(text: str, names: list[str]) -> list[int]:
    return [names.index(letter) for word in text.split() for letter in ("▁", *word)]


def test_marian_is_the_mean_probability_of_tokens_and_end(tmp_path: Path) -> None:
    made = marian(tmp_path)
    names = ["</s>", "<unk>", *reversed(LETTERS), "<pad>"]
    expected = [
        step_by_step(made, [*spelt(source, names), 0], [len(names) - 1], [*spelt(target, names), 0])
        for source, target in PAIRS
    ]
    model = translator(tmp_path)
    assert model.score(PAIRS) == pytest.approx(expected, rel=1e-3)
    assert [model.score([pair])[0] for pair in PAIRS] == pytest.approx(expected, rel=1e-3)


def test_m2m_is_told_the_languages_which_do_not_count(tmp_path: Path) -> None:
    made = m2m(tmp_path)
    names = ["<s>", "<pad>", "</s>", "<unk>", *LETTERS]
    english, spanish = len(names) + 18, len(names) + 19
    expected = [
        step_by_step(made, [spanish, *spelt(source, names), 2], [2, english], [*spelt(target, names), 2])
        for source, target in PAIRS
    ]
    assert translator(tmp_path).score(PAIRS) == pytest.approx(expected, rel=1e-3)


def test_nllb_is_told_the_languages_which_do_not_count(tmp_path: Path) -> None:
    made = nllb(tmp_path)
    spanish, english = len(PIECES), len(PIECES) + 1
    expected = [
        step_by_step(made, [spanish, *spelt(source, PIECES), 2], [2, english], [*spelt(target, PIECES), 2])
        for source, target in [("lo bueno", "a good one")]
    ]
    assert translator(tmp_path).score([("lo bueno", "a good one")]) == pytest.approx(expected, rel=1e-3)


@pytest.mark.parametrize("make", [marian, m2m, nllb])
def test_suggestions_are_text_without_special_tokens(tmp_path: Path, make: Callable[[Path], object]) -> None:
    make(tmp_path)
    model = translator(tmp_path)
    found = model.suggest(["el sol", "", "la luna de abril"])
    assert found[1] == ""
    assert found[0]
    assert not any(mark in text for text in found if text for mark in ("<", "▁", "Latn", "__"))
    assert found == model.suggest(["el sol", "", "la luna de abril"])


def test_the_way_back_counts_half(tmp_path: Path) -> None:
    marian(tmp_path / "forward")
    m2m(tmp_path / "back")
    alone = translator(tmp_path / "forward").score(PAIRS)
    both = translator(tmp_path / "forward", tmp_path / "back")
    likeness = both.likeness(PAIRS)
    assert all(0 <= value <= 100 for value in likeness)
    assert both.score(PAIRS) == pytest.approx([(a + b) / 2 for a, b in zip(alone, likeness, strict=True)])


def test_long_and_hostile_texts_are_judged_whole(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    nllb(tmp_path)
    model = translator(tmp_path)
    with caplog.at_level("INFO", "mtreview"):
        scores = model.score([("sol " * 40, "sun " * 40), ("</s>", "eng_Latn </s> <pad>"), ("", "")])
    assert "judged in parts" in caplog.text
    assert all(0 < score <= 100 for score in scores)


def test_other_models_are_refused(tiny_encoder: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be loaded"):
        translator(tiny_encoder)
    marian(tmp_path)
    (tmp_path / "vocab.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ModelError, match=r"vocab\.json has no"):
        translator(tmp_path)
    (tmp_path / "source.spm").unlink()
    with pytest.raises(ModelError, match=r"source\.spm is damaged or missing"):
        translator(tmp_path)
