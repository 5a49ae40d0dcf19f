"""What surrounds the segment in hand, where the screen is wide enough: its neighbours, notes and history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from mtreview.decision import Kind
from mtreview.tui.untrusted import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.app import ComposeResult

    from mtreview.decision import Decision
    from mtreview.store.base import Item, Row

_LATEST = 30


class SidePane(VerticalScroll, can_focus=False):
    """Show context, notes and history."""

    def __init__(self) -> None:
        super().__init__(id="side")
        self.border_title = "Context · notes · history"

    def compose(self) -> ComposeResult:
        """Hold one text."""
        yield Static(id="side-text")

    def show(self, item: Item | None, around: Sequence[Row]) -> None:
        """Show what is known around a segment.

        Args:
            item: the segment in hand.
            around: list rows before and after it, itself included.
        """
        parts = [] if item is None else [*_context(item, around), *_machine(item), *_said(item)]
        self.query_one("#side-text", Static).update(Content("\n").join(parts))


def _context(item: Item, around: Sequence[Row]) -> Iterator[Content]:
    for row in around:
        if row.document == item.segment.document:
            style = "bold" if row.id == item.id else ""
            yield Content.assemble((f"{row.number:>4} ", "dim"), (printable(row.text).replace("\n", "⏎"), style))
    yield Content("")


def _machine(item: Item) -> Iterator[Content]:
    segment = item.segment
    if item.target != segment.target:
        yield Content.assemble(("MT  ", "dim"), printable(segment.target[:2000]))
    if segment.reference:
        yield Content.assemble(("Reference  ", "dim"), printable(segment.reference[:2000]))
    for score in item.scores:
        yield Content.assemble((f"{score.scorer}  ", "dim"), f"{score.value:.2f}")
    yield Content("")


def _said(item: Item) -> Iterator[Content]:
    for event in item.history[-_LATEST:]:
        if event.kind is not Kind.UNDO:
            yield _event(event, live=event.id in item.live)


def _event(event: Decision, *, live: bool) -> Content:
    what = " ".join(part for part in (event.check, event.verdict.value if event.verdict else event.kind.value) if part)
    note = f": {printable(event.note)}" if event.note else ""
    undone = "" if live else " (undone)"
    when = event.at.astimezone().strftime("%d %b %H:%M")
    return Content.assemble(
        (f"{when} {printable(event.reviewer)}  ", "dim"), (f"{what}{note}{undone}", "" if live else "dim")
    )
