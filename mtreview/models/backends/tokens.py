"""A fast tokenizer and what XLM-R and BERT put around its tokens, from the files that lie beside the weights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import torch
from tokenizers import Tokenizer
from transformers import AutoConfig

from mtreview.models import fetch, hub
from mtreview.models.backends.weights import UNREADABLE, damaged
from mtreview.models.tokenizer import Windows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from torch import Tensor
    from transformers import PretrainedConfig

_ENCODER_FILES: Final = fetch.Wanted(
    what="tokenizer and configuration of",
    instead=", or put its config.json and tokenizer.json beside hparams.yaml",
    weights=("tokenizer.json",),
)
# XLM-R has moved since COMET's first checkpoints. InfoXLM starts from XLM-R and keeps its shape and vocabulary (Chi et
# al., 2021), but its repositories hold no tokenizer.json.
_NOW_AT: Final = {
    "xlm-roberta-base": "FacebookAI/xlm-roberta-base",
    "xlm-roberta-large": "FacebookAI/xlm-roberta-large",
    "microsoft/infoxlm-base": "FacebookAI/xlm-roberta-base",
    "microsoft/infoxlm-large": "FacebookAI/xlm-roberta-large",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Hold a text's token ids, without special ones, and their code-point ranges, without spaces."""

    ids: list[int]
    spans: list[tuple[int, int]]


class Texts:
    """Turn texts and pairs into token ids as RoBERTa's tokenizers do: `<s> A </s>` and `<s> A </s></s> B </s>`.

    Attributes:
        config: the encoder's configuration.
        limit: the most tokens that it takes, special ones included.
        pad: the id that fills up the rows of a batch.
    """

    def __init__(self, tokenizer: Tokenizer, config: PretrainedConfig) -> None:
        self.config = config
        self.pad = int(config.pad_token_id or 0)
        self.limit = hub.positions(config)
        self._windows = Windows(tokenizer, prefix="", limit=1 << 30, pad=self.pad)
        first, last = tokenizer.token_to_id("<s>"), tokenizer.token_to_id("</s>")
        if first is None or last is None:
            message = "its tokenizer has no <s> and </s>"
            raise ValueError(message)
        self._first, self._last = [first], [last]
        unknown = tokenizer.token_to_id("<unk>")
        # A text may spell "</s>", which must not end it.
        self._spelt = dict.fromkeys((first, last, self.pad), self.pad if unknown is None else unknown)

    def cut(self, texts: Sequence[str]) -> list[Tokens]:
        """Return the tokens of each text."""
        cut = []
        for [window] in self._windows.cut(texts, spans=True):
            covering = dict(zip(window.kept, window.spans, strict=True))
            inside = range(len(self._first), len(window.ids) - len(self._last))
            ids = [self._spelt.get(window.ids[at], window.ids[at]) for at in inside]
            cut.append(Tokens(ids=ids, spans=[covering.get(at, (0, 0)) for at in inside]))
        return cut

    def single(self, ids: Sequence[int]) -> list[int]:
        """Return one text's ids with what goes around them."""
        return [*self._first, *ids, *self._last]

    def joined(self, left: Sequence[int], right: Sequence[int]) -> list[int]:
        """Return two texts' ids as one sequence."""
        return [*self._first, *left, *self._last, *self._last, *right, *self._last]

    def around(self, *, pair: bool) -> int:
        """Return how many tokens `single` or `joined` add."""
        return len(self.joined([], []) if pair else self.single([]))


def load_texts(place: Path, encoder: str, name: str, *, network: bool) -> Texts:
    """Return the tokenizer of a checkpoint that names the encoder it was trained from.

    Args:
        place: the checkpoint's folder, in which `config.json` and `tokenizer.json` come first.
        encoder: the encoder's hub name.
        name: the model, for the errors.
        network: whether the hub may be asked for the encoder's; else they must be in its cache.

    Raises:
        ModelError: they are missing, damaged or out of reach.
    """
    if not (place / "tokenizer.json").is_file():
        place = fetch.folder(_NOW_AT.get(encoder, encoder), _ENCODER_FILES, network=network)
    try:
        config = AutoConfig.from_pretrained(place, local_files_only=True, trust_remote_code=False)
        return Texts(read_tokenizer(place / "tokenizer.json", name), config)
    except UNREADABLE as error:
        raise damaged(name, error) from error


def read_tokenizer(path: Path, name: str) -> Tokenizer:
    """Return a fast tokenizer from its file.

    Raises:
        ModelError: the file is damaged.
    """
    try:
        return Tokenizer.from_buffer(path.read_bytes())
    except UNREADABLE as error:
        raise damaged(name, error) from error


def padded(rows: Sequence[Sequence[int]], pad: int) -> tuple[Tensor, Tensor]:
    """Return token ids and mask of a batch, both of (rows, longest)."""
    longest = max(map(len, rows))
    ids = torch.full((len(rows), longest), pad)
    mask = torch.zeros((len(rows), longest), dtype=torch.long)
    for at, row in enumerate(rows):
        ids[at, : len(row)] = torch.tensor(row, dtype=torch.long)
        mask[at, : len(row)] = 1
    return ids, mask


def encodable(text: str) -> str:
    """Return the text with lone surrogates, which UTF-8 cannot carry, as question marks; offsets stay."""
    return text.encode("utf-8", "replace").decode()


def stretch(text: str, offsets: Sequence[tuple[int, int]], chosen: range) -> str:
    """Return the part of a text that a range of its tokens covers; the whole text for all of them.

    >>> stretch("uno dos tres", [(0, 3), (3, 7), (7, 12)], range(1, 3))
    'dos tres'
    """
    if len(chosen) == len(offsets):
        return text
    return text[offsets[chosen[0]][0] : offsets[chosen[-1]][1]].strip() if chosen else ""
