"""XLIFF 1.2 and 2, and the dialects of SDL, memoQ and WorldServer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, ClassVar

from mtreview import decoding, xml
from mtreview.errors import FormatError
from mtreview.formats import _direction, _xliff1, _xliff2
from mtreview.formats.base import Format
from mtreview.segment import Document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.formats.base import Origin

_FIRST = ("1.0", "1.1", "1.2")
_SECOND = ("2.0", "2.1", "2.2")


@dataclass(frozen=True, kw_only=True)
class Xliff(Format):
    """Read the segments of translation units, their inline codes taken out of the text."""

    extensions: ClassVar[tuple[str, ...]] = (".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff")
    bilingual: ClassVar[bool] = True

    @classmethod
    def recognises(cls, head: str) -> bool:
        """Say whether an XLIFF root element is near the start."""
        return "<xliff" in head

    def documents(self, stream: BinaryIO, origin: Origin) -> Iterator[Document]:
        """Yield one document for each `file` element."""
        data = decoding.whole(stream, origin.path)
        tree = xml.parse(decoding.text(data, origin.path, decoding.XML), origin.path)
        root = tree.root
        version = root.get("version")
        if root.name != "xliff" or version not in _FIRST + _SECOND:
            what = f"XLIFF {version}" if root.name == "xliff" else f"<{root.name[:40]}>"
            raise FormatError(origin.path, root.line, f"{what} is not read; XLIFF 1.2 and 2 are")
        files = list(root.elements("file"))
        names: set[str] = set()
        for number, file in enumerate(files, 1):
            header = file if version in _FIRST else root
            keys = ("source-language", "target-language") if version in _FIRST else ("srcLang", "trgLang")
            if not self.as_is:
                _direction.check(origin.path, header.line, header.get(keys[0]), header.get(keys[1]))
            name = _name(file, number, len(files), origin.name, names)
            read = _xliff1.segments if version in _FIRST else _xliff2.segments
            segments = tuple(read(tree, file, origin.path, name))
            yield Document(id=name, path=origin.path, format=self.id(), segments=segments)


def _name(file: xml.Element, number: int, count: int, name: str, taken: set[str]) -> str:
    """Return the document's name: the input's, and which `file` it is where there are several."""
    if count == 1:
        return name
    own = f"{name}#{file.get('original') or file.get('id') or number}"
    unique = own if own not in taken else f"{own}#{number}"
    taken.add(unique)
    return unique
