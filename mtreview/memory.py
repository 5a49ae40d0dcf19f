"""Translation memories: TMX read in either direction by its language tags, looked up by a source text."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from mtreview import decoding, xml
from mtreview.errors import FormatError
from mtreview.text.normalize import comparable, tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mtreview.xml import Element

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_THREE_LETTERS = {"spa": "es", "eng": "en"}
_MARKED = frozenset({"hi", "sub"})


class Memory:
    """Hold the translations of source texts, as they were made before."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Take (Spanish, English) pairs; of equal sources all targets are kept, the first one first."""
        self._targets: dict[str, dict[str, None]] = {}
        for source, target in pairs:
            key = comparable(source)
            if key and target.strip():
                self._targets.setdefault(key, {})[target] = None

    def __len__(self) -> int:
        """Return how many different sources it has."""
        return len(self._targets)

    def find(self, source: str) -> tuple[str, ...]:
        """Return the targets of a source; case, white space, and kinds of quotation marks and dashes do not count."""
        return tuple(self._targets.get(comparable(source), ()))


@lru_cache(maxsize=4)
def load(paths: tuple[str, ...]) -> Memory:
    """Return several TMX files as one memory, the first file's targets first.

    Raises:
        FormatError: a file cannot be read, is no TMX, or has no pair of Spanish and English.
    """
    return Memory(pair for path in paths for pair in read(Path(path)))


def read(path: Path) -> tuple[tuple[str, str], ...]:
    """Return the (Spanish, English) pairs of a TMX file, inline codes left out; a unit of other languages is none.

    Raises:
        FormatError: as for `load`.
    """
    try:
        with path.open("rb") as file:
            data = decoding.whole(decoding.unzipped(file, str(path)), str(path))
    except FileNotFoundError:
        raise FormatError(path, None, "no such translation memory") from None
    except OSError as error:
        raise FormatError(path, None, f"cannot be read: {error.strerror}") from None
    root = xml.parse(decoding.text(data, str(path), decoding.XML), str(path)).root
    if root.name != "tmx":
        raise FormatError(path, root.line, f'not a translation memory: its root is "{root.name[:40]}", not "tmx"')
    pairs = tuple(pair for unit in root.descendants("tu") for pair in _pairs(unit))
    if not pairs:
        raise FormatError(path, None, "no unit has both Spanish and English; a memory needs es and en")
    return pairs


def _pairs(unit: Element) -> Iterator[tuple[str, str]]:
    sides: dict[str, list[str]] = {"es": [], "en": []}
    for variant in unit.elements("tuv"):
        language = _language(variant.attributes)
        segment = variant.first("seg")
        if segment is not None and language in sides:
            sides[language].append(tidy("".join(_text(segment))))
    for source in sides["es"]:
        yield from ((source, target) for target in sides["en"] if source and target)


def _language(attributes: Mapping[str, str]) -> str:
    first = (attributes.get(_LANG) or attributes.get("lang", "")).lower().replace("_", "-").partition("-")[0]
    return _THREE_LETTERS.get(first, first)


def _text(segment: Element) -> Iterator[str]:
    """Yield the text of a segment, without what stands inside inline codes."""
    for child in segment.children:
        if isinstance(child, str):
            yield child
        elif child.name in _MARKED:
            yield from _text(child)
