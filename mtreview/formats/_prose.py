"""Blocks of running text, and how they become the sentences of a document; every format of one side shares it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from mtreview.formats.base import check_length
from mtreview.segment import Document, Location, Segment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mtreview.formats.base import Origin


_SPACES = re.compile(r"[ \t\r\f]{2,}|[\t\r\f]")  # a single space needs no work


@dataclass(slots=True)
class Block:
    """Hold a paragraph, heading, cell or label, gathered piece by piece.

    Attributes:
        pieces: its text, in order.
        marks: offset in the text, line and column in the file of each piece.
    """

    pieces: list[str] = field(default_factory=list)
    marks: list[tuple[int, int, int]] = field(default_factory=list)
    size: int = 0

    def add(self, piece: str, line: int, column: int) -> None:
        """Append a piece that stands at a line and column, both 1-based."""
        if piece:
            self.marks.append((self.size, line, column))
            self.pieces.append(piece)
            self.size += len(piece)

    def add_words(self, piece: str, line: int, column: int) -> None:
        """Append a piece that may run over several lines, each run of white space as one space."""
        for number, part in enumerate(piece.split("\n")):
            first = 1 if number else column
            if number:
                self._add_space(line + number, first)
            end = 0
            for space in _SPACES.finditer(part):
                self._add_word(part[end : space.start()], line + number, first + end)
                self._add_space(line + number, first + space.start())
                end = space.end()
            self._add_word(part[end:], line + number, first + end)

    def _add_word(self, word: str, line: int, column: int) -> None:
        if word.startswith(" ") and (not self.size or self.pieces[-1].endswith(" ")):
            word, column = word[1:], column + 1
        self.add(word, line, column)

    def _add_space(self, line: int, column: int) -> None:
        if self.size and not self.pieces[-1].endswith(" "):
            self.add(" ", line, column)

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and column of an offset in the text."""
        index = bisect_right(self.marks, offset, key=lambda mark: mark[0]) - 1
        start, line, column = self.marks[max(index, 0)]
        return line, column + offset - start


def document(blocks: Iterable[Block], format_id: str, origin: Origin, language: Literal["es", "en"]) -> Document:
    """Return a document of one side, one segment a sentence.

    Raises:
        FormatError: a block is longer than a segment can be.
    """
    from mtreview.text.sentences import sentences  # noqa: PLC0415 - not needed to name the formats

    segments: list[Segment] = []
    for block in blocks:
        text = "".join(block.pieces).rstrip()
        if not text:
            continue
        check_length(origin.path, block.marks[0][1], text)
        for sentence in sentences(text, language):
            line, column = block.place(sentence.start)
            segments.append(
                Segment(
                    id=str(len(segments) + 1),
                    target=sentence.text,
                    document=origin.name,
                    location=Location(path=origin.path, line=line, column=column),
                )
            )
    return Document(id=origin.name, path=origin.path, format=format_id, segments=tuple(segments))
