"""The texts under review: documents of segments, and where each one stood."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Side(StrEnum):
    """Name one side of a translation."""

    SOURCE = "source"
    TARGET = "target"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """Mark a half-open range of code points on one side.

    Attributes:
        start: 0-based offset of the first code point.
        end: offset after the last one; equal to `start` for a place between two characters.
    """

    side: Side
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            message = f"span out of order: {self.start}..{self.end}"
            raise ValueError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """Point at a place in an input file; line and column are 1-based."""

    path: str
    line: int
    column: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """Keep one inline code that was taken out of a segment's text.

    Attributes:
        offset: code-point offset in the text without codes, where the code stood.
        id: the code's own id in its file, or its running number.
        kind: `open`, `close` or `standalone`.
        raw: the code as it was written in the file.
    """

    side: Side
    offset: int
    id: str
    kind: str
    raw: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bead:
    """Link a range of source sentences with a range of target sentences.

    Attributes:
        source: 0-based sentence indices; an empty range where nothing corresponds.
        target: likewise on the target side.
        score: how sure the link is, 0 to 1; 0 for an empty side.
        moved: True where its source stands elsewhere in its document than the order of the targets says.
    """

    source: range
    target: range
    score: float = 0.0
    moved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Hold one pair of texts: a sentence, a message, or a bead of several sentences.

    Attributes:
        id: the input's own id, else a running number from 1 within the document.
        source: the Spanish text; None where no source was given, empty where the source has nothing here.
        target: the English text under review; empty where the source was left untranslated.
        codes: inline codes of both sides, in text order; they are not part of the texts.
        extra: fields of the input that the program does not know, kept for its output.
        link: which sentences of the two documents it joins, and how surely, where they were aligned.
    """

    id: str
    target: str
    source: str | None = None
    reference: str | None = None
    document: str = ""
    location: Location | None = None
    source_location: Location | None = None
    codes: tuple[Code, ...] = ()
    locked: bool = False
    state: str = ""
    system: str | None = None
    date: str | None = None
    extra: tuple[tuple[str, str], ...] = ()
    link: Bead | None = None

    @property
    def place(self) -> str:
        """Return where it stands, for a person: file and line, of the source where the target has none."""
        location = self.location or self.source_location
        return f"{location.path}:{location.line}" if location else f"{self.document}#{self.id}"

    def text(self, side: Side) -> str:
        """Return one side's text, empty where there is none."""
        return self.target if side is Side.TARGET else self.source or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Hold what one input file, or one document within it, says.

    Attributes:
        id: the document's name in records and stores, a path relative to the project where it is a file.
        path: the file it was read from.
        format: name of the format module that read it.
        segments: in reading order; of one side only (target) before alignment.
        beads: how the sentences of two documents were linked, where they were.
        pieces: True where `segments` is a window over a list without documents, not a text to be read as one.
    """

    id: str
    path: str
    format: str
    segments: tuple[Segment, ...] = field(repr=False)
    beads: tuple[Bead, ...] = field(default=(), repr=False)
    pieces: bool = False
