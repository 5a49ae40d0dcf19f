"""HTML pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, ClassVar

from mtreview import decoding
from mtreview.formats import _page, _prose
from mtreview.formats.base import Format

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.formats.base import Origin
    from mtreview.segment import Document

_START = re.compile(r"\s*(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html\b)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, kw_only=True)
class Page(Format):
    """Read all visible text in order, site furniture as well, and the texts of `alt`, `title` and other labels."""

    extensions: ClassVar[tuple[str, ...]] = (".html", ".htm", ".xhtml")
    bilingual: ClassVar[bool] = False

    @classmethod
    def recognises(cls, head: str) -> bool:
        """Say whether a page's doctype or root element comes first."""
        return bool(_START.match(head))

    def documents(self, stream: BinaryIO, origin: Origin) -> Iterator[Document]:
        """Yield the page as one document."""
        text = decoding.text(decoding.whole(stream, origin.path), origin.path, decoding.HTML)
        yield _prose.document(_page.blocks(text), self.id(), origin, self.language)
