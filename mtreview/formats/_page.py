"""The visible text of an HTML page, block by block."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from mtreview.formats._prose import Block
from mtreview.formats._tags import Token, tokens, unescape

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLOCKS = frozenset({
    "address", "article", "aside", "audio", "blockquote", "body", "br", "button", "caption", "center", "dd",
    "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1",
    "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu",
    "nav", "noscript", "ol", "optgroup", "option", "p", "pre", "search", "section", "select", "summary",
    "table", "tbody", "td", "template", "textarea", "tfoot", "th", "thead", "title", "tr", "ul", "video",
})  # fmt: skip
_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
})  # fmt: skip
_HIDDEN = frozenset({"script", "style", "template", "noscript", "iframe"})
_SIBLINGS = frozenset({"li", "dt", "dd", "option", "tr", "td", "th"})
_UNSEEN = re.compile(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.IGNORECASE)
_SPOKEN = ("alt", "title", "aria-label", "placeholder")
_BUTTONS = frozenset({"submit", "button", "reset"})
_REFERENCE = re.compile(r"&(?:#\w{1,32}|\w{1,32});?")


def blocks(page: str, line: int = 1) -> Iterator[Block]:
    """Yield the visible texts of a page in order: furniture as well, for that is what must be found.

    Args:
        page: HTML.
        line: where it begins in its file, 1-based.
    """
    reader = _Reader(page, line)
    for token in tokens(page):
        yield from reader.take(token)
    yield from reader.flush()


class _Reader:
    """Follow which elements are open, and gather the text between block-level tags."""

    def __init__(self, page: str, line: int) -> None:
        self._starts = [0, *(match.end() for match in re.finditer("\n", page))]
        self._line = line
        self._open: list[tuple[str, bool]] = []
        self._counts: dict[str, int] = {}
        self._hidden = 0
        self._block = Block()
        self._labels: list[Block] = []

    def take(self, token: Token) -> Iterator[Block]:
        """Take the next token and yield the blocks that it completes."""
        if token.kind == "text":
            if not self._hidden:
                yield from self._add(token)
            return
        if token.value in _BLOCKS:
            yield from self.flush()
        if token.kind == "end":
            self._close(token.value)
        else:
            self._enter(token)

    def flush(self) -> Iterator[Block]:
        """Yield the text gathered so far, then the labels that stood in it."""
        if self._block.size:
            yield self._block
            self._block = Block()
        yield from self._labels
        self._labels = []

    def _add(self, token: Token) -> Iterator[Block]:
        if self._counts.get("pre"):
            for part in re.finditer(r"[^\n]+", token.value):
                self._add_words(part.group(), token.start + part.start())
                yield from self.flush()
        else:
            self._add_words(token.value, token.start)

    def _add_words(self, text: str, start: int) -> None:
        end = 0
        for reference in _REFERENCE.finditer(text):
            self._block.add_words(text[end : reference.start()], *self._place(start + end))
            self._block.add(unescape(reference.group()), *self._place(start + reference.start()))
            end = reference.end()
        self._block.add_words(text[end:], *self._place(start + end))

    def _enter(self, token: Token) -> None:
        name, attributes = token.value, token.attributes
        last = self._open[-1][0] if self._open else ""
        if (last == "p" and name in _BLOCKS) or (last == name and name in _SIBLINGS):
            self._close(last)
        hides = name in _HIDDEN or "hidden" in attributes or bool(_UNSEEN.search(attributes.get("style", "")))
        if not (hides or self._hidden) and attributes:
            self._label(token)
        if name not in _VOID:
            self._open.append((name, hides))
            self._counts[name] = self._counts.get(name, 0) + 1
            self._hidden += hides

    def _close(self, name: str) -> None:
        if not self._counts.get(name):
            return
        closed = ""
        while closed != name:
            closed, hides = self._open.pop()
            self._counts[closed] -= 1
            self._hidden -= hides

    def _label(self, token: Token) -> None:
        attributes = token.attributes
        if token.value in {"link", "meta"} or attributes.get("type") == "hidden":
            return
        names = (*_SPOKEN, "value") if token.value == "input" and attributes.get("type") in _BUTTONS else _SPOKEN
        for text in dict.fromkeys(attributes.get(name, "") for name in names):
            label = Block()
            label.add(" ".join(text.split()), *self._place(token.start))
            if label.size:
                self._labels.append(label)

    def _place(self, offset: int) -> tuple[int, int]:
        index = bisect_right(self._starts, offset) - 1
        return self._line + index, offset - self._starts[index] + 1
