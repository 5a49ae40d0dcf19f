"""A text with its issues marked, as styled content that no markup in it can change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from mtreview.tui.glyphs import SEVERITY_STYLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mtreview.issue import Severity
    from mtreview.segment import Side
    from mtreview.store.base import JudgedIssue

LONGEST = 20_000


def places(issues: Iterable[JudgedIssue], side: Side) -> Iterator[tuple[int, int, Severity]]:
    """Yield (start, end, severity) of every span of open or confirmed issues on one side, mildest first."""
    for judged in sorted(issues, key=lambda item: item.severity):
        if judged.open or judged.verdict != "dismissed":
            yield from ((span.start, span.end, judged.severity) for span in judged.issue.on(side))


def clipped(text: str) -> str:
    """Return a text cut to what a pane can hold, with a note of what is left out."""
    if len(text) <= LONGEST:
        return text
    return f"{text[:LONGEST]} … ({len(text) - LONGEST:,} more characters are not shown)"


def marked(text: str, issues: Iterable[JudgedIssue], side: Side) -> Content:
    """Return a text, already printable, with the spans of its issues underlined in the colour of their severity."""
    content = Content(clipped(text))
    for start, end, severity in places(issues, side):
        content = content.stylize(f"underline {SEVERITY_STYLE[severity]}", start, end)
    return content
