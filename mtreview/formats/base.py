"""What a format is: a reader from bytes to documents.

Bytes are decoded, size-limited and cleared of a BOM here, once for all formats; `open_bytes` also undoes `.gz`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.segment import Document


@dataclass(frozen=True, kw_only=True)
class Format:
    """Read one kind of file.

    Attributes:
        extensions: file names' endings, with the dot, lower-case.
        bilingual: True where a file carries source and target; False for the text of one side.
    """

    extensions: ClassVar[tuple[str, ...]]
    bilingual: ClassVar[bool]

    @classmethod
    def id(cls) -> str:
        """Return the format's id: its module's name."""
        return cls.__module__.rpartition(".")[2]

    def read(self, data: bytes, path: str) -> Iterator[Document]:
        """Yield the documents of a file's bytes.

        A document of one side has its text in `target`, one segment a sentence, `source` None.

        Raises:
            FormatError: with path and line, where the file cannot be read.
        """
        raise TypeError(type(self))
