"""From text to token ids in windows, and from tokens back to code points of the caller's text."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

if TYPE_CHECKING:
    from collections.abc import Sequence

    import tokenizers

_BOS, _PAD, _EOS, _UNKNOWN = 0, 1, 2, 3

QUERY: Final = "query: "


def unigram(pieces: Sequence[str], scores: Sequence[float]) -> Tokenizer:
    """Return the fast tokenizer of the embedded encoder.

    It is built from the pieces at every start because that takes half the time of reading its JSON form.
    """
    tokenizer = Tokenizer(models.Unigram(list(zip(pieces, scores, strict=True)), _UNKNOWN, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.Nmt(), normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>",
        pair="<s> $A </s> </s> $B </s>",
        special_tokens=[("<s>", _BOS), ("</s>", _EOS)],
    )
    return tokenizer


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Window:
    """Hold as many tokens as the encoder takes at once.

    Attributes:
        ids: token ids, special tokens included.
        kept: positions in `ids` of the tokens that cover some of the caller's text.
        spans: code-point ranges of those tokens in the caller's text, without spaces.
        weight: tokens that are not special, at least 1.
    """

    ids: list[int]
    kept: list[int]
    spans: list[tuple[int, int]]
    weight: int


class Windows:
    """Cut texts into windows of a tokenizer's tokens.

    Args:
        tokenizer: a fast tokenizer; its truncation and padding are switched off.
        prefix: what the encoder expects before every text.
        limit: the most tokens of a window, special tokens included.
        pad: the id that fills up the rows of a batch.
    """

    def __init__(self, tokenizer: Tokenizer, *, prefix: str = QUERY, limit: int = 512, pad: int = _PAD) -> None:
        self.tokenizer = tokenizer
        self.prefix = prefix
        self.limit = limit
        self.pad = pad
        tokenizer.no_truncation()
        tokenizer.no_padding()
        probe = tokenizer.encode("a")
        content = [at for at, special in enumerate(probe.special_tokens_mask) if not special]
        self._head = probe.ids[: content[0]]
        self._tail = probe.ids[content[-1] + 1 :]

    def cut(self, texts: Sequence[str], *, spans: bool) -> list[list[Window]]:
        """Return the windows of each text, at least one, consecutive and without overlap.

        Args:
            texts: any text; a lone surrogate counts as U+FFFD.
            spans: whether to work out `kept` and `spans`, which takes as long as the tokens themselves.
        """
        prefixed = [self.prefix + _encodable(text) for text in texts]
        encoded = self.tokenizer.encode_batch(prefixed, add_special_tokens=False)
        return [self._windows(text, found, spans=spans) for text, found in zip(prefixed, encoded, strict=True)]

    def _windows(self, text: str, encoded: tokenizers.Encoding, *, spans: bool) -> list[Window]:
        ids = encoded.ids
        ranges = self._ranges(text, encoded.offsets) if spans else []
        step = self.limit - len(self._head) - len(self._tail)
        windows = []
        for start in range(0, max(len(ids), 1), step):
            part = ids[start : start + step]
            covering = [
                (at, found) for at, found in enumerate(ranges[start : start + step], len(self._head)) if found[1]
            ]
            windows.append(
                Window(
                    ids=[*self._head, *part, *self._tail],
                    kept=[at for at, _ in covering],
                    spans=[found for _, found in covering],
                    weight=max(len(part), 1),
                )
            )
        return windows

    def _ranges(self, text: str, offsets: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return each token's range in the caller's text; (0, 0) for a token that covers nothing of it."""
        shift = len(self.prefix)
        ranges = []
        for first, last in offsets:
            start, end = max(first, shift), last
            while start < end and _blank(text[start]):
                start += 1
            while end > start and _blank(text[end - 1]):
                end -= 1
            # A mark that normalisation joined to its letter belongs to the letter's token.
            while start < end < len(text) and unicodedata.combining(text[end]):
                end += 1
            ranges.append((start - shift, end - shift) if start < end else (0, 0))
        return ranges


def _blank(char: str) -> bool:
    """Say whether a character shows nothing: spaces, controls and joiners, of which the tokenizer makes spaces."""
    return char.isspace() or unicodedata.category(char) in {"Cc", "Cf"} or char in "\u2581\ufffd"


def _encodable(text: str) -> str:
    """Return the text with lone surrogates, which UTF-8 cannot carry, as U+FFFD; offsets stay."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)
    return text
