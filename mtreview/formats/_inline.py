"""Inline codes of XLIFF: taken out of the text, kept with their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtreview.segment import Code, Side

if TYPE_CHECKING:
    from mtreview.xml import Element, Tree

_SPANNING = frozenset({"g", "mrk", "pc"})
_KINDS = {"bx": "open", "bpt": "open", "sc": "open", "ex": "close", "ept": "close", "ec": "close"}
_DELETED = "x-sdl-deleted"


class Inline:
    """Gather the text and the codes of one side of one segment.

    Attributes:
        codes: in text order, by code-point offset.
    """

    def __init__(self, tree: Tree, side: Side) -> None:
        self._tree = tree
        self._side = side
        self._pieces: list[str] = []
        self._size = 0
        self.codes: list[Code] = []

    @property
    def text(self) -> str:
        """Return the text without codes."""
        return "".join(self._pieces)

    def add(self, element: Element) -> Inline:
        """Append what stands in an element: a source, a target or a segment of one."""
        for child in element.children:
            if isinstance(child, str):
                self._pieces.append(child)
                self._size += len(child)
            elif child.name in _SPANNING and child.get("mtype") != _DELETED:
                self._add_spanning(child)
            else:
                identity = child.get("id") or str(len(self.codes) + 1)
                self._add_code(identity, _KINDS.get(child.name, "standalone"), self._tree.raw(child))
        return self

    def _add_spanning(self, element: Element) -> None:
        identity = element.get("id") or element.get("mid") or str(len(self.codes) + 1)
        opening, closing = self._tree.tags(element)
        if not closing:
            self._add_code(identity, "standalone", opening)
            return
        self._add_code(identity, "open", opening)
        self.add(element)
        self._add_code(identity, "close", closing)

    def _add_code(self, identity: str, kind: str, raw: str) -> None:
        self.codes.append(Code(side=self._side, offset=self._size, id=identity, kind=kind, raw=raw))
