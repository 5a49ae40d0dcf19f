"""Any `transformers` encoder by folder or hub name: mean pooling, a fast tokenizer, and never remote code."""

from __future__ import annotations

import hashlib
import json
import pickle
from typing import TYPE_CHECKING, Any, Final

import torch
from safetensors import SafetensorError
from transformers import AutoConfig, AutoModel, AutoTokenizer
from transformers.utils import logging as chatter

from mtreview.errors import ModelError
from mtreview.models import fetch
from mtreview.models.tokenizer import QUERY, Windows

if TYPE_CHECKING:
    from pathlib import Path

    from transformers import PretrainedConfig, PreTrainedModel

_WANTED: Final = fetch.Wanted(what="encoder", known='"embedded", ', instead=", or leave --encoder out")
_LONGEST: Final = 512
_UNREADABLE: Final = (
    OSError,
    ValueError,
    RuntimeError,
    TypeError,
    KeyError,
    AttributeError,
    ImportError,
    SafetensorError,
    pickle.UnpicklingError,
)
_LOCAL: Final = {"local_files_only": True, "trust_remote_code": False}


def load(name: str) -> tuple[PreTrainedModel, Windows, str]:
    """Return the network, its tokenizer and its revision.

    Args:
        name: a local folder, or a hub name `owner/model` with an optional `@revision`.

    Raises:
        ModelError: there is no such folder or model, it cannot be fetched, or it is not an encoder.
    """
    chatter.set_verbosity_error()  # type: ignore[no-untyped-call]
    chatter.disable_progress_bar()  # type: ignore[no-untyped-call]
    place = fetch.folder(name, _WANTED)
    model, windows = _open(place, name)
    return model, windows, place.name if fetch.is_hub_name(name) else _digest(place)


def _open(place: Path, name: str) -> tuple[PreTrainedModel, Windows]:
    _check_json(place, name)
    try:
        config = AutoConfig.from_pretrained(place, **_LOCAL)
        tokenizer = AutoTokenizer.from_pretrained(place, use_fast=True, **_LOCAL)
        model, report = AutoModel.from_pretrained(
            place, config=config, dtype=torch.float32, weights_only=True, output_loading_info=True, **_LOCAL
        )
    except _UNREADABLE as error:
        reason = next(iter(str(error).strip().splitlines()), type(error).__name__)
        message = f'the encoder "{name}" cannot be loaded: {reason[:200]}'
        raise ModelError(message) from error
    missing = [key for key in report["missing_keys"] if "pooler" not in key]
    if missing or config.is_encoder_decoder or not tokenizer.is_fast:
        reason = f"its weights lack {missing[0]}" if missing else "it is not an encoder with a fast tokenizer"
        message = f'the encoder "{name}" cannot be used: {reason}'
        raise ModelError(message)
    prefix = QUERY if "e5" in name.lower() else ""
    limit = min(_LONGEST, tokenizer.model_max_length, positions(config))
    windows = Windows(tokenizer.backend_tokenizer, prefix=prefix, limit=limit, pad=tokenizer.pad_token_id or 0)
    return model.eval(), windows


def _check_json(place: Path, name: str) -> None:
    """Refuse a broken tokenizer file here, because `tokenizers` raises a bare Exception for it."""
    for file in ("config.json", "tokenizer.json"):
        try:
            found: Any = json.loads((place / file).read_bytes())
        except FileNotFoundError as error:
            message = f'the encoder "{name}" cannot be loaded: {file} is missing'
            raise ModelError(message) from error
        except (OSError, ValueError) as error:
            message = f'the encoder "{name}" cannot be loaded: {file} is damaged ({error})'
            raise ModelError(message) from error
        if not isinstance(found, dict):
            message = f'the encoder "{name}" cannot be loaded: {file} holds no object'
            raise ModelError(message)


def positions(config: PretrainedConfig) -> int:
    """Return how many tokens the position embeddings reach; RoBERTa's start after the padding id."""
    positions = int(getattr(config, "max_position_embeddings", _LONGEST))
    return positions - config.pad_token_id - 1 if "roberta" in config.model_type else positions


def _digest(place: Path) -> str:
    """Return the SHA-256 of a folder's weights."""
    digest = hashlib.sha256()
    for file in sorted(found for weights in _WANTED.weights for found in place.glob(weights)):
        with file.open("rb") as opened:
            digest.update(hashlib.file_digest(opened, "sha256").digest())
    return digest.hexdigest()
