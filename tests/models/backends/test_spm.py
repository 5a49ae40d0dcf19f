from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mtreview.errors import ModelError
from mtreview.models.backends import spm
from tests.models.backends.conftest import sentencepiece_file

if TYPE_CHECKING:
    from pathlib import Path

CONTROL, UNKNOWN = 3, 2


def pieces(folder: Path, algorithm: int) -> spm.Pieces:
    vocabulary = [
        ("<pad>", 0.0, CONTROL),
        ("</s>", 0.0, CONTROL),
        ("<unk>", 0.0, UNKNOWN),
        *[(text, -float(at), 1) for at, text in enumerate(["▁s", "un", "▁sun", "▁", *"sun</>"], 1)],
    ]
    path = folder / "spiece.model"
    path.write_bytes(sentencepiece_file(vocabulary, algorithm))
    return spm.read(path, "it")


@pytest.mark.parametrize("algorithm", [1, 2], ids=["unigram", "bpe"])
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("sun", ["▁sun"]),
        (" sun\t\n sun ", ["▁sun", "▁sun"]),
        ("suns", ["▁sun", "s"]),
        ("xun", ["▁", "<unk>", "un"]),
        ("</s>", ["▁", "<", "/", "s", ">"]),
        ("", []),
    ],
)
def test_a_file_becomes_a_tokenizer(tmp_path: Path, algorithm: int, text: str, found: list[str]) -> None:
    model = pieces(tmp_path, algorithm)
    ids, offsets = model.encode(text)
    assert [model.texts[at] for at in ids] == found
    assert len(offsets) == len(ids)


def test_a_lone_surrogate_is_no_accident(tmp_path: Path) -> None:
    ids, _ = pieces(tmp_path, 1).encode("\ud800")
    assert ids


@pytest.mark.parametrize(
    "content", [b"", b"\x0a", b"\xff" * 20, b"\x0a\x7f\x00", b"\x0b\x01", b"\x08\x01", b"\x0a\x00"]
)
def test_a_damaged_file_is_one_line(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "spiece.model"
    path.write_bytes(content)
    with pytest.raises(ModelError, match=r'the model "it" cannot be loaded: spiece\.model is damaged') as caught:
        spm.read(path, "it")
    assert "\n" not in str(caught.value)
