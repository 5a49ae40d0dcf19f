"""What translation models read and write: each family's tokenizer files, language codes and special tokens."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from mtreview.errors import ModelError
from mtreview.models.backends import spm, tokens
from mtreview.models.backends.weights import damaged

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tokenizers import Tokenizer
    from transformers import PretrainedConfig

_NLLB: Final = {"es": "spa_Latn", "en": "eng_Latn"}
# M2M-100's hundred language tokens follow its vocabulary in the order of its codes: en is the 19th, es the 20th.
_M2M_PLACE: Final = {"en": 18, "es": 19}
_WORD_STARTS: Final = spm.SPACE


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """Hold one side's tokens.

    Attributes:
        ids: without special tokens.
        offsets: their code-point ranges in the text.
    """

    ids: list[int]
    offsets: list[tuple[int, int]]


class Reader(ABC):
    """Turn texts into what a translation model reads and writes, and back.

    Attributes:
        before_source: ids before a source.
        forced: ids that every translation begins with, before its text.
        end: the id after either.
    """

    before_source: tuple[int, ...] = ()
    forced: tuple[int, ...] = ()
    end: int

    @abstractmethod
    def source(self, text: str) -> Side:
        """Return the tokens of a source."""

    @abstractmethod
    def target(self, text: str) -> Side:
        """Return the tokens of a translation."""

    @abstractmethod
    def plain(self, ids: Sequence[int]) -> str:
        """Return the text of ids that the model wrote, without special tokens."""


class Marian(Reader):
    """Read OPUS-MT's files: `source.spm`, `target.spm` and `vocab.json`, which numbers both sides' pieces.

    As `transformers`' MarianTokenizer, but for the punctuation that Moses' scripts would make plain.
    """

    def __init__(self, place: Path, name: str) -> None:
        self._sides = [spm.read(place / file, name) for file in ("source.spm", "target.spm")]
        self._vocabulary = _vocabulary(place, name)
        self._texts = {number: text for text, number in self._vocabulary.items()}
        try:
            self.end, self._unknown = self._vocabulary["</s>"], self._vocabulary["<unk>"]
        except KeyError as error:
            raise damaged(name, ValueError(f"vocab.json has no {error}")) from error
        several = sorted(piece for piece in self._vocabulary if piece.startswith(">>") and piece.endswith("<<"))
        self.before_source = tuple(self._vocabulary[piece] for piece in several if piece == ">>eng<<")

    def source(self, text: str) -> Side:
        """Return the tokens of a source."""
        return self._side(self._sides[0], text)

    def target(self, text: str) -> Side:
        """Return the tokens of a translation."""
        return self._side(self._sides[1], text)

    def plain(self, ids: Sequence[int]) -> str:
        """Return the text of ids."""
        special = {"</s>", "<pad>", "<unk>"}
        return spm.plain([text for text in (self._texts.get(at, "") for at in ids) if text not in special])

    def _side(self, pieces: spm.Pieces, text: str) -> Side:
        ids, offsets = pieces.encode(text)
        numbered = [self._vocabulary.get(pieces.texts[at], self._unknown) for at in ids]
        return Side(ids=numbered, offsets=offsets)


class M2M(Reader):
    """Read M2M-100's files: one SentencePiece model and `vocab.json`; languages are `__es__` and `__en__`."""

    def __init__(self, place: Path, name: str, languages: tuple[str, str]) -> None:
        self._pieces = spm.read(place / "sentencepiece.bpe.model", name)
        self._vocabulary = _vocabulary(place, name)
        self._texts = {number: text for text, number in self._vocabulary.items()}
        self.end = self._vocabulary.get("</s>", 2)
        self._unknown = self._vocabulary.get("<unk>", 3)
        source, target = (len(self._vocabulary) + _M2M_PLACE[code] for code in languages)
        self.before_source, self.forced = (source,), (target,)

    def source(self, text: str) -> Side:
        """Return the tokens of a source."""
        ids, offsets = self._pieces.encode(text)
        numbered = [self._vocabulary.get(self._pieces.texts[at], self._unknown) for at in ids]
        return Side(ids=numbered, offsets=offsets)

    def target(self, text: str) -> Side:
        """Return the tokens of a translation."""
        return self.source(text)

    def plain(self, ids: Sequence[int]) -> str:
        """Return the text of ids."""
        special = {"<s>", "</s>", "<pad>", "<unk>"}
        return spm.plain([text for text in (self._texts.get(at, "") for at in ids) if text not in special])


class Nllb(Reader):
    """Read NLLB's `tokenizer.json`; languages are `spa_Latn` and `eng_Latn`, before the text on both sides."""

    def __init__(self, tokenizer: Tokenizer, name: str, languages: tuple[str, str]) -> None:
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self._tokenizer = tokenizer
        found = [tokenizer.token_to_id(text) for text in ("</s>", "<unk>", *(_NLLB[code] for code in languages))]
        known = [number for number in found if number is not None]
        if len(known) < len(found):
            message = f'the model "{name}" cannot be used: its tokenizer has no {_NLLB["es"]} or {_NLLB["en"]}'
            raise ModelError(message)
        self.end, self._unknown, source, target = known
        self.before_source, self.forced = (source,), (target,)
        added = tokenizer.get_added_tokens_decoder()
        self._special = {number for number, token in added.items() if token.special} | set(known)

    def source(self, text: str) -> Side:
        """Return the tokens of a source."""
        found = self._tokenizer.encode(tokens.encodable(text), add_special_tokens=False)
        # A text may spell "</s>", which must not end it.
        ids = [self._unknown if number in self._special else number for number in found.ids]
        return Side(ids=ids, offsets=found.offsets)

    def target(self, text: str) -> Side:
        """Return the tokens of a translation."""
        return self.source(text)

    def plain(self, ids: Sequence[int]) -> str:
        """Return the text of ids."""
        pieces = [self._tokenizer.id_to_token(at) or "" for at in ids if at not in self._special]
        return spm.plain(pieces)


def reader(place: Path, config: PretrainedConfig, name: str, languages: tuple[str, str]) -> Reader:
    """Return the reader of a model's folder.

    Args:
        place: the folder.
        config: its configuration.
        name: the model, for the errors.
        languages: source and target, `es` and `en` in either order.

    Raises:
        ModelError: files are missing or damaged, or the model is of another family.
    """
    if config.model_type == "marian":
        return Marian(place, name)
    if config.model_type == "m2m_100":
        if (place / "tokenizer.json").is_file():
            return Nllb(tokens.read_tokenizer(place / "tokenizer.json", name), name, languages)
        return M2M(place, name, languages)
    message = f'the model "{name}" cannot be used: it is {config.model_type}, not Marian, M2M-100 or NLLB'
    raise ModelError(message)


def _vocabulary(place: Path, name: str) -> dict[str, int]:
    try:
        found: Any = json.loads((place / "vocab.json").read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        raise damaged(name, error) from error
    if not isinstance(found, dict) or not all(isinstance(number, int) for number in found.values()):
        raise damaged(name, ValueError("vocab.json does not number pieces"))
    return found
