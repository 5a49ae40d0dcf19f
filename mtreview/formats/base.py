"""What a format is: a reader from a stream of bytes to documents."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, ClassVar, Literal

from mtreview import decoding
from mtreview.errors import FormatError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mtreview.segment import Document

    Reject = Callable[[FormatError], None]

LENGTH_LIMIT = 1_000_000
"""Code points of one text of one segment."""


def refuse(error: FormatError) -> None:
    """Raise the error of a bad record: what `check` and `gate` do; `score` collects them."""
    raise error


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Say where a stream comes from.

    Attributes:
        path: the file as the user named it, for messages and locations.
        name: the id of the document where the file holds one.
        reject: is called with the error of each bad record, which is then left out; `refuse` raises it.
    """

    path: str
    name: str
    reject: Reject = refuse


@dataclass(frozen=True, kw_only=True)
class Format(ABC):
    """Read one kind of file.

    Attributes:
        extensions: file names' endings, with the dot, lower-case.
        bilingual: True where a file carries source and target; False for the text of one side.
        language: of a file of one side.
        as_is: read a file that declares other languages than Spanish and English.
    """

    language: Literal["es", "en"] = "en"
    as_is: bool = False

    extensions: ClassVar[tuple[str, ...]]
    bilingual: ClassVar[bool]

    @classmethod
    def id(cls) -> str:
        """Return the format's id: its module's name."""
        return cls.__module__.rpartition(".")[2]

    @classmethod
    def recognises(cls, head: str) -> bool:  # noqa: ARG003 - a format without marks of its own is told by its extension
        """Say whether a file that begins like this is one, where its name does not say what it is."""
        return False

    def read(self, stream: BinaryIO, origin: Origin) -> Iterator[Document]:
        """Yield the documents of a file's plain bytes.

        A document of one side has its text in `target`, one segment a sentence, `source` None.

        Raises:
            FormatError: with path and line, where the file cannot be read or holds no text.
        """
        empty = True
        for document in self.documents(stream, origin):
            if document.segments:
                empty = False
                yield document
        if empty:
            raise FormatError(origin.path, None, decoding.EMPTY)

    @abstractmethod
    def documents(self, stream: BinaryIO, origin: Origin) -> Iterator[Document]:
        """Yield the documents, as each format finds them."""


def check_length(path: str, line: int, *texts: str | None) -> None:
    """Refuse texts that no sentence can be as long as.

    Raises:
        FormatError: one is longer than a million code points.
    """
    for text in texts:
        if text and len(text) > LENGTH_LIMIT:
            raise FormatError(
                path, line, f"a segment of {len(text):,} characters; the limit is {LENGTH_LIMIT:,}: split it"
            )
