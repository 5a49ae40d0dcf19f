"""Tab-separated rows: one a line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, ClassVar

from mtreview import decoding
from mtreview.formats import _delimited, _records
from mtreview.formats.base import Format

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.formats.base import Origin
    from mtreview.segment import Document


@dataclass(frozen=True, kw_only=True)
class TabSeparated(Format):
    """Read source and target from named columns, or from the first two where no header names them."""

    extensions: ClassVar[tuple[str, ...]] = (".tsv", ".tab")
    bilingual: ClassVar[bool] = True

    @classmethod
    def recognises(cls, head: str) -> bool:
        """Say whether the first line names a target among columns, or every line has two texts and a tab between."""
        whole = head[: head.rfind("\n") + 1] or head
        lines = [line.split("\t") for line in whole.splitlines() if line.strip()]
        named = bool(lines) and len(lines[0]) > 1 and "target" in [cell.strip().lower() for cell in lines[0]]
        return named or (bool(lines) and all(len(cells) > 1 and all(map(str.strip, cells[:2])) for cells in lines))

    def documents(self, stream: BinaryIO, origin: Origin) -> Iterator[Document]:
        """Yield runs of one document, and windows of rows that name none."""
        table = _delimited.tab_separated(decoding.lines(stream, origin.path), origin.path)
        return _records.documents(_delimited.rows(table, origin), self.id(), origin)
