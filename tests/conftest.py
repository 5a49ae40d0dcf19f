"""Encoders for the tests: the embedded one, converted once a machine, and a tiny one with random weights."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

settings.register_profile("any machine", deadline=None)  # a busy machine is no failure
settings.load_profile("any machine")

if TYPE_CHECKING:
    from pathlib import Path

    from mtreview.models.encoder import Encoder


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    """Return the embedded encoder; its converted form is kept in the user's cache, as in real use."""
    from mtreview.models.encoder import load_encoder  # noqa: PLC0415 - torch, only for the tests that ask

    return load_encoder("embedded")


@pytest.fixture(scope="session")
def tiny_encoder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a two-layer BERT with random weights that takes 16 tokens."""
    import torch  # noqa: PLC0415 - seconds, only for the tests that ask
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors  # noqa: PLC0415
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast  # noqa: PLC0415

    folder = tmp_path_factory.mktemp("tiny-encoder")
    special = pad, unknown, first, last = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")
    pieces = [*special, *"abcdefghijklmnopqrstuvwxyz", *(f"##{char}" for char in "aeiourst")]
    tokenizer = Tokenizer(models.WordPiece({piece: at for at, piece in enumerate(pieces)}, unk_token=unknown))
    tokenizer.normalizer = normalizers.BertNormalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = processors.BertProcessing((last, 3), (first, 2))
    fast = PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_object=tokenizer,
        pad_token=pad,
        unk_token=unknown,
        cls_token=first,
        sep_token=last,
        model_max_length=16,
    )
    fast.save_pretrained(folder)
    torch.manual_seed(7)
    config = BertConfig(
        vocab_size=len(pieces),
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=64,
        max_position_embeddings=16,
    )
    BertModel(config).save_pretrained(folder)
    return folder
