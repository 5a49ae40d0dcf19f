"""Moses files: two texts whose lines correspond."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, BinaryIO, ClassVar

from mtreview import decoding
from mtreview.errors import FormatError
from mtreview.formats import _records
from mtreview.formats.base import Format, check_length
from mtreview.segment import Document, Location, Segment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.formats.base import Origin


@dataclass(frozen=True, kw_only=True)
class Moses(Format):
    """Read each line as a sentence, beside the same line of a source; it is asked for, never guessed."""

    extensions: ClassVar[tuple[str, ...]] = ()
    bilingual: ClassVar[bool] = False

    def documents(self, stream: BinaryIO, origin: Origin) -> Iterator[Document]:
        """Yield one document of all lines; blank ones count."""
        segments = [
            _segment(line, None, number, origin) for number, line in enumerate(decoding.lines(stream, origin.path), 1)
        ]
        if any(segment.target.strip() for segment in segments):
            yield Document(id=origin.name, path=origin.path, format=self.id(), segments=tuple(segments))

    def read_pair(self, target: BinaryIO, source: BinaryIO, origin: Origin, source_path: str) -> Iterator[Document]:
        """Yield windows of pairs; two lines that are both blank are left out, and count.

        Args:
            target: the stream that `origin` describes.
            source: the Spanish lines.
            origin: where the English lines come from.
            source_path: the Spanish file as the user named it.

        Raises:
            FormatError: one file has more lines than the other.
        """
        pairs = zip_longest(decoding.lines(target, origin.path), decoding.lines(source, source_path))
        window: list[Segment] = []
        empty = True
        for number, (line, original) in enumerate(pairs, 1):
            if line is None or original is None:
                rest = 1 + sum(1 for _ in pairs)
                counts = (number - 1, number - 1 + rest) if line is None else (number - 1 + rest, number - 1)
                raise _unequal(origin.path, source_path, *counts)
            segment = _segment(line, original, number, origin, source_path)
            if segment.target.strip() or original.strip():
                window.append(segment)
            if len(window) == _records.WINDOW:
                empty = False
                yield self._window(window, origin)
                window = []
        if window:
            yield self._window(window, origin)
        elif empty:
            raise FormatError(origin.path, None, decoding.EMPTY)

    def _window(self, segments: list[Segment], origin: Origin) -> Document:
        return Document(id=origin.name, path=origin.path, format=self.id(), segments=tuple(segments), pieces=True)


def _segment(line: str, original: str | None, number: int, origin: Origin, source_path: str = "") -> Segment:
    target = line.rstrip("\r\n")
    source = None if original is None else original.rstrip("\r\n")
    check_length(origin.path, number, target)
    check_length(source_path, number, source)
    return Segment(
        id=str(number),
        target=target,
        source=source,
        document=origin.name,
        location=Location(path=origin.path, line=number),
        source_location=Location(path=source_path, line=number) if source_path else None,
    )


def _unequal(path: str, source_path: str, lines: int, source_lines: int) -> FormatError:
    first = min(lines, source_lines) + 1
    reason = f"{lines:,} lines, but {source_path} has {source_lines:,}; line {first:,} has no counterpart"
    return FormatError(path, first, reason)
