from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtreview.errors import ModelError
from mtreview.models import pack

if TYPE_CHECKING:
    from pathlib import Path

PIECES = ["<s>", "<pad>", "</s>", "<unk>", "▁sol", "ñ"]
BLOCK = np.float16(0.25).tobytes() + bytes([0xF0 | at for at in range(16)])


def packed() -> bytes:
    """Write a file of the packed layout: a one-layer encoder's embeddings and one of its matrices."""
    blob = "".join(PIECES).encode()
    ends = np.cumsum([0, *(len(piece.encode()) for piece in PIECES)])
    head = b"E5S1" + struct.pack("<I7ifi", 1, 32, 1, 2, 64, len(PIECES), 4, 2, 1e-12, 32)
    head += struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, len(blob)) + ends.astype("<u4").tobytes()
    head += np.arange(len(PIECES), dtype="<f4").tobytes() + blob
    head += struct.pack("<iI", 1, 9) + struct.pack("<IBI", 9, 1, 32)
    tensors = [("emb.pos", 0, np.arange(128, dtype="<f4").tobytes(), 128), ("l0.fi.w", 1, BLOCK * 64, 2048)]
    start = len(head) + 4 + sum(2 + len(name) + 21 for name, *_ in tensors)
    directory, body = struct.pack("<i", len(tensors)), b""
    for name, kind, data, count in tensors:
        directory += struct.pack("<H", len(name)) + name.encode()
        directory += struct.pack("<BIQQ", kind, count, start + len(body), len(data))
        body += data
    return head + directory + body


PACKED = packed()


def test_the_layout_is_read_as_documented() -> None:
    found = pack.parse(PACKED)
    assert (found.shape.hidden, found.shape.layers, found.shape.feed_forward) == (32, 1, 64)
    assert found.pieces == tuple(PIECES)
    assert found.scores.tolist() == [0, 1, 2, 3, 4, 5]
    assert found.tensors["embeddings.position_embeddings.weight"].shape == (4, 32)
    matrix = found.tensors["encoder.layer.0.intermediate.dense.weight"]
    assert matrix.shape == (64, 32)
    assert matrix[5].tolist() == [(nibble - 8) / 4 for nibble in range(16)] + [7 / 4] * 16


@given(st.integers(0, len(PACKED) - 1))
def test_a_file_cut_short_is_one_line(length: int) -> None:
    with pytest.raises(ModelError, match="damaged") as caught:
        pack.parse(PACKED[:length])
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        (b"E5S1", b"E5S9", "starts with"),
        (b"emb.pos", b"emb.xxx", "emb.xxx"),
        (b"l0.fi.w\x01", b"l0.fi.w\x07", "type 7"),
        (b"l0.fi.w\x01\x00\x08", b"l0.fi.w\x01\x00\x09", "2048 weights, not 2304"),
    ],
)
def test_a_file_of_another_layout_says_where(old: bytes, new: bytes, complaint: str) -> None:
    assert old in PACKED
    with pytest.raises(ModelError, match=complaint):
        pack.parse(PACKED.replace(old, new))


def test_the_installed_file_has_the_known_hash() -> None:
    found = pack.read(pack.locate())
    assert (len(found.pieces), len(found.tensors)) == (250002, 197)
    assert found.tensors["embeddings.word_embeddings.weight"].shape == (250037, 384)
    assert not any("\n" in piece for piece in found.pieces)


def test_a_changed_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "e5-small-q4.bin"
    path.write_bytes(PACKED)
    with pytest.raises(ModelError, match=r"e5-small-q4\.bin: damaged or of another version .*pip install"):
        pack.read(path)


def test_a_missing_file_says_how_to_get_it(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"none\.bin: cannot read .*pip install"):
        pack.read(tmp_path / "none.bin")
