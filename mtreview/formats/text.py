"""Plain text: a line is a paragraph, unless the file is wrapped at a width."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, BinaryIO, ClassVar

from mtreview import decoding
from mtreview.formats import _prose
from mtreview.formats._prose import Block
from mtreview.formats.base import Format

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.formats.base import Origin
    from mtreview.segment import Document

_WIDEST = 100
_NARROWEST = 40
_FEWEST = 3
_SHARE = 0.8
_STOPS = (".", "!", "?", "…", ":", '"', "”", "»", ")")


@dataclass(frozen=True, kw_only=True)
class PlainText(Format):
    """Read the paragraphs of a text.

    A scraped page has a paragraph a line. Where instead nearly every line within a block is as full as a common width
    lets it be, as editors and e-mail wrap text, those lines are joined.
    """

    extensions: ClassVar[tuple[str, ...]] = (".txt", ".text")
    bilingual: ClassVar[bool] = False

    def documents(self, stream: BinaryIO, origin: Origin) -> Iterator[Document]:
        """Yield the text as one document."""
        text = decoding.text(decoding.whole(stream, origin.path), origin.path)
        yield _prose.document(_blocks(text.split("\n")), self.id(), origin, self.language)


def _blocks(lines: list[str]) -> Iterator[Block]:
    width = _wrapped_at(lines)
    block = Block()
    previous = ""
    for number, line in enumerate(lines, 1):
        words = line.strip()
        joins = bool(width and block.size and words) and _is_full(previous, words, width)
        if not joins:
            yield block
            block = Block()
        elif not (previous.endswith("-") and previous[-2:-1].isalpha() and words[0].islower()):
            block.add(" ", number, 1)
        block.add(words, number, 1 + len(line) - len(line.lstrip()))
        previous = line.rstrip()
    yield block


def _is_full(line: str, following: str, width: int) -> bool:
    """Say whether the next line's first word had no room on this one."""
    first, _, _ = following.partition(" ")
    return len(line) + 1 + len(first) > width


def _wrapped_at(lines: list[str]) -> int:
    """Return the width at which a text is wrapped, 0 where it is not."""
    stripped = [line.rstrip() for line in lines]
    width = max(map(len, stripped))
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    breaks = [(line, following.strip()) for line, following in pairwise(stripped) if line and following.strip()]
    full = [line for line, following in breaks if _is_full(line, following, width)]
    running = [line for line in full if not line.endswith(_STOPS)]
    wrapped = len(full) >= max(_FEWEST, _SHARE * len(breaks)) and 2 * len(running) > len(full)
    return width if wrapped else 0
