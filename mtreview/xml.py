"""The one XML parser: no entities, nothing external, a limited depth, and places in the file for everything."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NoReturn
from xml.parsers import expat

from mtreview.errors import FormatError

if TYPE_CHECKING:
    from collections.abc import Iterator

DEPTH_LIMIT = 200
TEXT_LIMIT = 2_000_000

_TAG = re.compile(rb"""<[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>""")
_NAMED = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)([^#;&\s]{1,100});")


@dataclass(slots=True, kw_only=True, eq=False)
class Element:
    """Hold one element and where it stands.

    Attributes:
        name: local name, without namespace.
        space: its namespace, empty where it has none.
        attributes: values by local name, or by `{namespace}name` where the attribute has a namespace.
        line: 1-based line of its start tag.
        column: 1-based column of its start tag.
        start: offset of its start tag, in bytes of UTF-8.
        end: offset of its end tag, or the end of an empty element.
        children: texts and elements in order.
    """

    name: str
    space: str
    attributes: dict[str, str]
    line: int
    column: int
    start: int
    end: int = 0
    children: list[Element | str] = field(default_factory=list)

    def get(self, name: str, default: str = "") -> str:
        """Return an attribute's value."""
        return self.attributes.get(name, default)

    def elements(self, *names: str) -> Iterator[Element]:
        """Yield the child elements, those of the given local names where there are any."""
        for child in self.children:
            if not isinstance(child, str) and (not names or child.name in names):
                yield child

    def first(self, name: str) -> Element | None:
        """Return the first child element of that local name."""
        return next(self.elements(name), None)

    def descendants(self, name: str) -> Iterator[Element]:
        """Yield the elements of that local name anywhere below, in order."""
        for child in self.elements():
            if child.name == name:
                yield child
            yield from child.descendants(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """Hold a parsed text: its root, and the bytes that offsets refer to."""

    root: Element
    data: bytes

    def tags(self, element: Element) -> tuple[str, str]:
        """Return an element's start and end tag as they were written; an empty element has no end tag."""
        start = _TAG.match(self.data, element.start)
        opening = start.group().decode() if start else ""
        if opening.endswith("/>"):
            return opening, ""
        return opening, self.data[element.end : self._after(element)].decode()

    def raw(self, element: Element) -> str:
        """Return an element with all its content as it was written."""
        opening, closing = self.tags(element)
        return self.data[element.start : self._after(element)].decode() if closing else opening

    def _after(self, element: Element) -> int:
        return self.data.index(b">", element.end) + 1


def parse(text: str, path: str) -> Tree:
    """Return the elements of an XML text; what encoding it declares no longer counts.

    Raises:
        FormatError: it is not well-formed, declares or uses an entity, or is nested too deeply.
    """
    data = text.encode()
    builder = _Builder(path, data)
    try:
        builder.parser.Parse(data, True)  # noqa: FBT003 - expat takes no keywords
    except expat.ExpatError as error:
        reason = f"not well-formed XML: {expat.ErrorString(error.code)} (column {error.offset + 1})"
        raise FormatError(path, error.lineno, reason) from None
    return Tree(root=builder.root, data=data)


class _Builder:
    """Gather what expat reports into elements."""

    def __init__(self, path: str, data: bytes) -> None:
        parser = expat.ParserCreate("utf-8", " ")
        parser.buffer_text = True
        parser.buffer_size = 2**20
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = self._declared
        parser.ExternalEntityRefHandler = self._external
        parser.SkippedEntityHandler = self._skipped
        self.parser = parser
        self._path = path
        self._data = data
        self._external_names = False
        self._open: list[Element] = []
        self.root = Element(name="", space="", attributes={}, line=1, column=1, start=0)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._open) >= DEPTH_LIMIT:
            self._refuse(f"more than {DEPTH_LIMIT} elements inside each other; no translation file needs that")
        space, _, local = name.rpartition(" ")
        parser = self.parser
        element = Element(
            name=local,
            space=space,
            attributes={_braced(key): value for key, value in attributes.items()} if attributes else {},
            line=parser.CurrentLineNumber,
            column=parser.CurrentColumnNumber + 1,
            start=parser.CurrentByteIndex,
        )
        if attributes and self._external_names:
            self._check_entities(element.start)
        if self._open:
            self._open[-1].children.append(element)
        else:
            self.root = element
        self._open.append(element)

    def _end(self, name: str) -> None:  # noqa: ARG002 - expat names what it closes
        self._open.pop().end = self.parser.CurrentByteIndex

    def _text(self, text: str) -> None:
        children = self._open[-1].children
        if children and isinstance(children[-1], str):
            if len(children[-1]) > TEXT_LIMIT:
                self._refuse(f"a text of more than {TEXT_LIMIT:,} characters; split it")
            children[-1] += text
        else:
            children.append(text)

    def _doctype(self, *_: object) -> None:
        self._external_names = True

    def _check_entities(self, start: int) -> None:
        """Refuse what expat leaves out of attributes in silence, where names could be declared outside the file."""
        tag = _TAG.match(self._data, start)
        name = _NAMED.search(tag.group()) if tag else None
        if name:
            self._skipped(name.group(1).decode())

    def _declared(self, name: str, *_: object) -> NoReturn:
        self._refuse(f'declares the entity "{name[:40]}"; entities are not expanded: write the text out')

    def _external(self, *_: object) -> NoReturn:
        self._refuse("refers to something outside the file, which is never fetched; write the text out")

    def _skipped(self, name: str, *_: object) -> NoReturn:
        self._refuse(f'uses the entity "{name[:40]}", which the file does not hold; write the text out')

    def _refuse(self, reason: str) -> NoReturn:
        raise FormatError(self._path, self.parser.CurrentLineNumber, reason)


def _braced(name: str) -> str:
    space, _, local = name.rpartition(" ")
    return f"{{{space}}}{local}" if space else local
