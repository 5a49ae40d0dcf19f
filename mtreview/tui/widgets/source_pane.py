"""The source text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from mtreview.segment import Side
from mtreview.tui.untrusted import printable
from mtreview.tui.widgets.marked import marked

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.app import ComposeResult

    from mtreview.segment import Span
    from mtreview.store.base import JudgedIssue


class SourcePane(VerticalScroll):
    """Show the source with the spans of its issues marked, and what corresponds to the word at the cursor lit."""

    def __init__(self) -> None:
        super().__init__(id="source")
        self.border_title = "Source"
        self._content = Content("")

    def compose(self) -> ComposeResult:
        """Hold one text."""
        yield Static(id="source-text")

    def show(self, text: str | None, issues: Iterable[JudgedIssue]) -> None:
        """Show a source; None where the input had none."""
        if text:
            content = marked(printable(text), issues, Side.SOURCE)
        else:
            content = Content.styled("(no source was given)" if text is None else "(nothing in the source)", "dim")
        self._content = content
        self.query_one("#source-text", Static).update(content)
        self.set_class(not text, "-none")
        self.scroll_home(animate=False)

    def light(self, spans: Sequence[Span]) -> None:
        """Light parts of the source and bring the first of them into view; none: nothing is lit."""
        content = self._content
        for span in spans:
            content = content.stylize("reverse", span.start, span.end)
        shown = self.query_one("#source-text", Static)
        shown.update(content)
        if spans and shown.content_size.width:
            above = self._content[: spans[0].end].wrap(shown.content_size.width)[:-1]
            self.scroll_to(y=max(0, len(above) - 1), animate=False)
