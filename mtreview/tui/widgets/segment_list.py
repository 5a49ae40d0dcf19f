"""The list of segments: rows are fetched and drawn only where they are seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment as Cell
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from mtreview.tui.glyphs import label
from mtreview.tui.messages import Pointed
from mtreview.tui.untrusted import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events

    from mtreview.store.base import Row
    from mtreview.tui.queue import Queue

_PAGE = 64
_CACHED_PAGES = 32
_STATE_WIDTH = 13
_OPEN_WIDTH = 11
_ROOMY = 60


class SegmentList(ScrollView, can_focus=True, inherit_bindings=False):
    """Show the queue's view, one line a segment.

    Args:
        queue: what to show; its cursor is shown as the current row.
        fetch: returns rows by id.
        ascii_only: show states by their plain form.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "segment-list--cursor",
        "segment-list--state",
        "segment-list--open",
        "segment-list--number",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", "Down", show=False, id="list.down"),
        Binding("k,up", "move(-1)", "Up", show=False, id="list.up"),
        Binding("g,home", "edge(-1)", "First segment", show=False, id="list.first"),
        Binding("G,end", "edge(1)", "Last segment", show=False, id="list.last"),
        Binding("pagedown", "page(1)", "Page down", show=False, id="list.page_down"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="list.page_up"),
    ]

    def __init__(
        self, queue: Queue, fetch: Callable[[Sequence[int]], dict[int, Row]], *, ascii_only: bool = False
    ) -> None:
        super().__init__(id="list")
        self._queue = queue
        self._fetch = fetch
        self._ascii = ascii_only
        self._pages: dict[int, dict[int, Row]] = {}
        self._shown = queue.cursor

    def on_mount(self) -> None:
        """Take the view's size."""
        self.reload()

    def on_resize(self) -> None:
        """Keep the current row in sight."""
        self.virtual_size = Size(self.size.width, len(self._queue))
        self.follow()

    def reload(self) -> None:
        """Draw everything anew, after the view changed."""
        self._pages.clear()
        self.virtual_size = Size(self.size.width, len(self._queue))
        self.refresh()
        self.follow()

    def follow(self) -> None:
        """Show the cursor where the queue has it, redrawing the two rows that changed."""
        for place in {self._shown, self._queue.cursor}:
            self._refresh_place(place)
        self._shown = self._queue.cursor
        self.scroll_to_region(Region(0, self._shown, 1, 1), animate=False, force=True)

    def redraw(self, row: int) -> None:
        """Fetch one row again, after a decision on it."""
        place = self._queue.place_of(row)
        if place is not None:
            self._pages.pop(place // _PAGE, None)
            self._refresh_place(place)

    def _refresh_place(self, place: int) -> None:
        self.refresh(Region(0, place - self.scroll_offset.y, self.size.width, 1))

    def _row(self, place: int) -> Row | None:
        number = place // _PAGE
        page = self._pages.get(number)
        if page is None:
            if len(self._pages) >= _CACHED_PAGES:
                self._pages.clear()
            page = self._fetch(self._queue.rows(number * _PAGE, (number + 1) * _PAGE))
            self._pages[number] = page
        return page.get(self._queue.row_at(place))

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        place = y + self.scroll_offset.y
        width = self.size.width
        row = self._row(place) if place < len(self._queue) else None
        if row is None:
            return Strip.blank(width, self.rich_style)
        current = place == self._queue.cursor
        base = self.get_component_rich_style("segment-list--cursor") if current else self.rich_style
        cells = [Cell(f"{'>' if current else ' '}{row.number:>4} ", self._part("number", base))]
        if width >= _ROOMY:
            state = label(row.state, ascii_only=self._ascii)
            opened = f"{row.open} {row.worst.label}" if row.open and row.worst is not None else ""
            cells += [
                Cell(state.ljust(_STATE_WIDTH)[: _STATE_WIDTH + 1], self._part("state", base)),
                Cell(opened.ljust(_OPEN_WIDTH), self._part("open", base)),
            ]
        else:
            cells.append(Cell(f"{label(row.state, ascii_only=self._ascii)[:2]}{row.open or ' '!s:>2} ", base))
        text = printable(row.text).replace("\n", "⏎") or "(empty)"
        return Strip([*cells, Cell(text, base)]).adjust_cell_length(width, base)

    def _part(self, name: str, base: Style) -> Style:
        own = self.get_component_rich_style(f"segment-list--{name}", partial=True)
        return base + Style(color=own.color, bold=own.bold, dim=own.dim)

    def action_move(self, step: int) -> None:
        """Ask for the segment some rows away."""
        self.post_message(Pointed(self._queue.cursor + step))

    def action_page(self, step: int) -> None:
        """Ask for the segment a page away."""
        self.post_message(Pointed(self._queue.cursor + step * max(self.size.height - 1, 1)))

    def action_edge(self, side: int) -> None:
        """Ask for the first (-1) or last (1) segment."""
        self.post_message(Pointed(0 if side < 0 else len(self._queue) - 1))

    def on_click(self, event: events.Click) -> None:
        """Ask for the segment under the pointer."""
        place = event.y + self.scroll_offset.y
        if place < len(self._queue):
            self.post_message(Pointed(place))
