"""The target, which the reviewer edits in place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual.binding import Binding, BindingType
from textual.widgets import TextArea

from mtreview.segment import Side, Span
from mtreview.tui.messages import Confirmed, Left, Moved, Typed
from mtreview.tui.untrusted import Disguise
from mtreview.tui.widgets.marked import LONGEST, clipped, places

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.text import Text
    from textual.widgets.text_area import Edit, EditResult

    from mtreview.store.base import JudgedIssue

_COLOURS = ("grey50", "cyan", "yellow", "red")


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    style: Style


class TargetEditor(TextArea):
    """Edit the target; characters that a terminal would obey are shown as stand-ins and restored on reading."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+j,alt+enter", "confirm(True)", "Confirm and go on", id="editor.confirm", priority=True),
        Binding("ctrl+s", "confirm(False)", "Confirm and stay", id="editor.save", priority=True),
        Binding("escape", "leave", "Leave, keep the draft", id="editor.leave", priority=True),
        Binding("f5", "restore", "Restore the MT", id="editor.restore", priority=True),
    ]

    def __init__(self) -> None:
        super().__init__(id="target", soft_wrap=True, show_line_numbers=False, highlight_cursor_line=False)
        self.border_title = "Target"
        self._disguise = Disguise()
        self._marks: tuple[_Mark, ...] = ()
        self._mt = ""
        self._loaded = ""
        self._whole = ""

    @property
    def value(self) -> str:
        """Return the target as it reads, without stand-ins."""
        return self._whole if self.read_only else self._disguise.restore(self.text)

    def show(self, text: str, mt: str, issues: Iterable[JudgedIssue], *, locked: bool) -> None:
        """Show another target.

        Args:
            text: the target as it now stands, typed text included.
            mt: what `F5` restores.
            issues: whose spans are marked.
            locked: whether it must not be edited.
        """
        self._disguise = Disguise(text, mt)
        self._mt = mt
        self._whole = text
        self.read_only = locked or len(text) > LONGEST or not self._disguise.lossless
        self.border_title = "Target (read only)" if self.read_only else "Target"
        shown = self._disguise.show(clipped(text))
        if shown != self.text:
            self._loaded = shown
            self.load_text(shown)
        self.mark(issues)

    def mark(self, issues: Iterable[JudgedIssue]) -> None:
        """Mark the spans of other issues."""
        underline = {severity: Style(underline=True, color=colour) for severity, colour in enumerate(_COLOURS)}
        self._marks = tuple(
            _Mark(start, max(end, start + 1), underline[severity])
            for start, end, severity in places(issues, Side.TARGET)
        )
        self._line_cache.clear()
        self.refresh()

    def selected(self) -> Span | None:
        """Return the selected stretch of the target, None where nothing is selected."""
        start, end = sorted(self.selection)
        first, last = self._offset(*start), self._offset(*end)
        return Span(side=Side.TARGET, start=first, end=last) if first < last else None

    def place(self, offset: int) -> None:
        """Put the cursor at a code-point offset."""
        before = self.text[:offset]
        self.move_cursor((before.count("\n"), len(before) - before.rfind("\n") - 1))

    def _offset(self, line: int, column: int) -> int:
        """Return the code-point offset of a place in the text."""
        return sum(len(self.document.get_line(index)) + 1 for index in range(line)) + column

    def get_line(self, line_index: int) -> Text:
        """Return one line with its marks."""
        line = super().get_line(line_index)
        if self._marks:
            first = self._offset(line_index, 0)
            for mark in self._marks:
                line.stylize(mark.style, max(mark.start - first, 0), max(mark.end - first, 0))
        return line

    def edit(self, edit: Edit) -> EditResult:
        """Apply an edit, with nothing in it that a terminal would obey."""
        edit.text = self._disguise.show(edit.text)
        return super().edit(edit)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Pass on what was typed, but not what was loaded."""
        event.stop()
        if self.text != self._loaded and not self.read_only:
            self._loaded = self.text
            self.post_message(Typed(self.value))

    def on_text_area_selection_changed(self, event: TextArea.SelectionChanged) -> None:
        """Tell where the cursor went, while somebody is at it."""
        event.stop()
        if self.has_focus:
            self.post_message(Moved(self._offset(*self.cursor_location)))

    def on_focus(self) -> None:
        """Tell where the cursor stands."""
        self.post_message(Moved(self._offset(*self.cursor_location)))

    def action_confirm(self, go_on: bool) -> None:  # noqa: FBT001 - Textual passes actions' arguments by position
        """Confirm the target."""
        self.post_message(Confirmed(go_on=go_on))

    def action_leave(self) -> None:
        """Go back to the list."""
        self.post_message(Left())

    def action_restore(self) -> None:
        """Put the MT back, as an edit that can be undone."""
        if not self.read_only:
            self.replace(self._disguise.show(self._mt), (0, 0), self.document.end)
