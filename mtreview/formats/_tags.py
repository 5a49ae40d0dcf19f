"""The tags and texts of an HTML page, after the tokenizer of the HTML standard, in time linear in its length.

The standard library's parser takes time quadratic in unclosed tags and comments, and raises AssertionError on some.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
_ATTRIBUTE = re.compile(r"""([^\s/>][^\s/>=]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]*))?""")
_BETWEEN = re.compile(r"[\s/]*")
_OPAQUE = frozenset({"script", "style", "iframe", "noembed", "noframes", "xmp"})
_TEXTUAL = frozenset({"title", "textarea"})


@dataclass(frozen=True, slots=True)
class Token:
    """Hold one tag or text.

    Attributes:
        value: the tag's name in lower case, or the text as it was written.
        start: offset in the page.
    """

    kind: Literal["start", "end", "text"]
    value: str
    start: int
    attributes: dict[str, str] = field(default_factory=dict)


def tokens(page: str) -> Iterator[Token]:
    """Yield tags and texts in order; comments, declarations, scripts and styles are left out."""
    begin = position = 0
    while (opening := page.find("<", position)) >= 0:
        tag = _TAG.match(page, opening)
        if not tag and page[opening + 1 : opening + 2] not in {"!", "?", "/"}:
            position = opening + 1
            continue
        if opening > begin:
            yield Token("text", page[begin:opening], begin)
        if not tag:
            begin = position = _after_declaration(page, opening)
            continue
        name = tag.group(2).lower()
        attributes, after = _attributes(page, tag.end())
        if after < 0:
            return
        if tag.group(1):
            yield Token("end", name, opening)
        else:
            yield Token("start", name, opening, attributes)
            if name in _OPAQUE | _TEXTUAL:
                end = _closing(page, name, after)
                if name in _TEXTUAL and end > after:
                    yield Token("text", page[after:end], after)
                after = end
        begin = position = after
    if begin < len(page):
        yield Token("text", page[begin:], begin)


def unescape(text: str) -> str:
    """Return a text with its character references resolved."""
    if "&" not in text:
        return text
    try:
        return html.unescape(text)
    except ValueError:  # a number of more digits than Python converts
        return text


def _after_declaration(page: str, opening: int) -> int:
    """Return the offset after a comment, a declaration, or an end tag without a name."""
    if page.startswith("<!--", opening):
        short = page.startswith((">", "->"), opening + 4)
        mark = ">" if short else "-->"
        end = page.find(mark, opening + 4)
        return len(page) if end < 0 else end + len(mark)
    end = page.find(">", opening)
    return len(page) if end < 0 else end + 1


def _attributes(page: str, position: int) -> tuple[dict[str, str], int]:
    """Return a tag's attributes and the offset after it, -1 where it does not end."""
    found: dict[str, str] = {}
    while True:
        gap = _BETWEEN.match(page, position)
        position = gap.end() if gap else position
        if position >= len(page):
            return found, -1
        if page[position] == ">":
            return found, position + 1
        attribute = _ATTRIBUTE.match(page, position)
        if not attribute:
            return found, -1
        name, value = attribute.groups(default="")
        quoted = value[:1] in {'"', "'"} and len(value) > 1
        found.setdefault(name.lower(), unescape(value[1:-1] if quoted else value))
        position = attribute.end()


def _closing(page: str, name: str, position: int) -> int:
    """Return where the end tag of an element begins that holds no other tags, else the end of the page."""
    end = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(page, position)
    return end.start() if end else len(page)
