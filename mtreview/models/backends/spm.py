"""SentencePiece models without the sentencepiece package: read here, run by `tokenizers`.

Many published models (mT5, Marian, M2M-100) carry their tokenizer in this form alone. The file is a protocol buffer;
field numbers are those of google/sentencepiece `src/sentencepiece_model.proto`.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers
from transformers.tokenization_utils_base import generate_merges

from mtreview.models.backends.weights import damaged

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

SPACE: Final = "▁"
_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5
_UNKNOWN, _CONTROL, _UNUSED = 2, 3, 5  # SentencePiece.Type
_PIECE, _TRAINER, _NORMALIZER = 1, 2, 3  # fields of ModelProto
_TRAINER_MODEL_TYPE, _NORMALIZER_CHARSMAP = 3, 2
_BPE: Final = 2  # TrainerSpec.ModelType


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """Hold a SentencePiece model.

    Attributes:
        texts: the pieces; a piece's id is its place.
        tokenizer: gives those ids, and no special ones.
        unknown: id of what it has no piece for.
    """

    texts: list[str]
    tokenizer: Tokenizer
    unknown: int

    def encode(self, text: str) -> tuple[list[int], list[tuple[int, int]]]:
        """Return a text's ids and their code-point ranges, without special tokens whatever the text says."""
        found = self.tokenizer.encode(text.encode("utf-8", "replace").decode(), add_special_tokens=False)
        return found.ids, found.offsets


def plain(pieces: Sequence[str]) -> str:
    """Return the text that pieces spell.

    >>> plain(["▁the", "▁s", "un"])
    'the sun'
    """
    return "".join(pieces).replace(SPACE, " ").strip()


def read(path: Path, name: str) -> Pieces:
    """Return the SentencePiece model of a file.

    Args:
        path: the `.model` or `.spm` file.
        name: the model it belongs to, for the errors.

    Raises:
        ModelError: the file is missing or damaged.
    """
    try:
        return _pieces(memoryview(path.read_bytes()))
    except (OSError, ValueError, IndexError, KeyError, TypeError, struct.error) as error:
        raise damaged(name, ValueError(f"{path.name} is damaged or missing ({error})")) from error


def _pieces(data: memoryview) -> Pieces:
    texts: list[str] = []
    scores: list[float] = []
    kinds: list[int] = []
    charsmap, algorithm = b"", 1
    for field, value in _fields(data):
        if field == _PIECE:
            piece = dict(_fields(_part(value)))
            texts.append(str(_part(piece[1]), "utf-8"))
            scores.append(float(struct.unpack("<f", _part(piece.get(2, memoryview(bytes(4)))))[0]))
            kinds.append(_number(piece.get(3, 1)))
        elif field == _TRAINER:
            algorithm = _number(dict(_fields(_part(value))).get(_TRAINER_MODEL_TYPE, algorithm))
        elif field == _NORMALIZER:
            charsmap = bytes(_part(dict(_fields(_part(value))).get(_NORMALIZER_CHARSMAP, memoryview(b""))))
    unknown = kinds.index(_UNKNOWN)
    # A text may spell "</s>"; a private name keeps it from being taken for the control symbol.
    hidden = (_UNKNOWN, _CONTROL, _UNUSED)
    names = [
        f"\ufdd0{at}" if kind in hidden else text for at, (text, kind) in enumerate(zip(texts, kinds, strict=True))
    ]
    model = (
        _bpe(names, unknown) if algorithm == _BPE else models.Unigram(list(zip(names, scores, strict=True)), unknown)
    )
    return Pieces(texts=texts, tokenizer=_tokenizer(model, charsmap), unknown=unknown)


def _bpe(names: Sequence[str], unknown: int) -> models.Model:
    vocabulary = {text: at for at, text in enumerate(names)}
    merges = generate_merges(vocabulary)
    return models.BPE(vocabulary, merges, unk_token=names[unknown], fuse_unk=True)


def _tokenizer(model: models.Model, charsmap: bytes) -> Tokenizer:
    tokenizer = Tokenizer(model)
    mapped: list[normalizers.Normalizer] = [normalizers.Precompiled(charsmap)] if charsmap else []
    spaces = [normalizers.Replace(Regex(r"\s"), " "), normalizers.Strip(), normalizers.Replace(Regex(" {2,}"), " ")]
    tokenizer.normalizer = normalizers.Sequence([*mapped, *spaces])
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement=SPACE, prepend_scheme="always")
    return tokenizer


def _fields(data: memoryview) -> Iterator[tuple[int, int | memoryview]]:
    """Yield the fields of a protocol buffer message: number, and integer or bytes.

    Raises:
        ValueError: it is cut short, or no message at all.
    """
    at = 0
    while at < len(data):
        key, at = _varint(data, at)
        kind = key & 7
        if kind == _VARINT:
            value, at = _varint(data, at)
            yield key >> 3, value
            continue
        if kind == _BYTES:
            length, at = _varint(data, at)
        elif kind in (_FIXED32, _FIXED64):
            length = 4 if kind == _FIXED32 else 8
        else:
            message = f"wire type {kind}"
            raise ValueError(message)
        if at + length > len(data):
            message = "cut short"
            raise ValueError(message)
        yield key >> 3, data[at : at + length]
        at += length


def _varint(data: memoryview, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:  # noqa: PLR2004 - the last byte has no high bit
            return value, at
        shift += 7
        if shift > 63:  # noqa: PLR2004 - 64 bits
            message = "a number of more than 64 bits"
            raise ValueError(message)


def _part(value: int | memoryview) -> memoryview:
    if isinstance(value, int):
        message = "a number where bytes belong"
        raise TypeError(message)
    return value


def _number(value: int | memoryview) -> int:
    if not isinstance(value, int):
        message = "bytes where a number belongs"
        raise TypeError(message)
    return value
