"""Markdown, after CommonMark with tables."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, ClassVar

from mtreview import decoding
from mtreview.formats import _page, _prose
from mtreview.formats._prose import Block
from mtreview.formats.base import Format

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

    from mtreview.formats.base import Origin
    from mtreview.segment import Document

_FRONT = re.compile(
    r"(?:---[ \t]*\n(?=[\w\"'#-]).*?\n(?:---|\.\.\.)|\+\+\+[ \t]*\n.*?\n\+\+\+)[ \t]*(?=\n|\Z)", re.DOTALL
)
_BREAK = re.compile(r"<br\b", re.IGNORECASE)
_REACH = 200  # how far beyond the last place on a line the next piece of text is looked for


@dataclass(frozen=True, kw_only=True)
class Markdown(Format):
    """Read headings, paragraphs, list items, cells, link and image texts; code and front matter are left out."""

    extensions: ClassVar[tuple[str, ...]] = (".md", ".markdown")
    bilingual: ClassVar[bool] = False

    def documents(self, stream: BinaryIO, origin: Origin) -> Iterator[Document]:
        """Yield the text as one document."""
        text = decoding.text(decoding.whole(stream, origin.path), origin.path)
        yield _prose.document(_blocks(text), self.id(), origin, self.language)


def _blocks(text: str) -> Iterator[Block]:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - not needed to name the formats

    front = _FRONT.match(text)
    if front:
        text = "\n" * front.group().count("\n") + text[front.end() :]
    lines = text.split("\n")
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text):
        start = token.map[0] if token.map else 0
        if token.type == "inline":
            yield from _Inline(lines, start).blocks(token.children or [])
        elif token.type == "html_block":
            yield from _page.blocks(token.content, start + 1)


class _Inline:
    """Gather the texts within one paragraph, heading or cell."""

    def __init__(self, lines: list[str], start: int) -> None:
        self._lines = lines
        self._line = start
        self._column = 0

    def blocks(self, children: list[Token]) -> Iterator[Block]:
        """Yield its text, divided at hard breaks, and the texts of its images and titles after it."""
        block = Block()
        labels: list[Block] = []
        for token in children:
            if token.type in {"text", "code_inline"}:
                block.add_words(token.content, *self._place(token.content))
            elif token.type == "softbreak":
                block.add(" ", self._line + 1, self._column + 1)
                self._next_line()
            elif token.type == "hardbreak" or (token.type == "html_inline" and _BREAK.match(token.content)):
                yield block
                block = Block()
                if token.type == "hardbreak":
                    self._next_line()
            elif token.type == "html_inline":
                labels.extend(_page.blocks(token.content, self._line + 1))
            else:
                labels.extend(self._labels(token))
        yield block
        yield from labels

    def _labels(self, token: Token) -> Iterator[Block]:
        spoken = "".join(child.content for child in token.children or [])
        for text in (spoken, token.attrGet("title")):
            label = Block()
            label.add_words(str(text or "").strip(), self._line + 1, self._column + 1)
            yield label

    def _next_line(self) -> None:
        self._line += 1
        self._column = 0

    def _place(self, piece: str) -> tuple[int, int]:
        """Return where a piece stands: the next place on the line that reads like it, else where the last one ended."""
        line = self._lines[self._line] if self._line < len(self._lines) else ""
        found = line.find(piece, self._column, self._column + len(piece) + _REACH)
        if found >= 0:
            self._column = found + len(piece)
            return self._line + 1, found + 1
        return self._line + 1, self._column + 1
