"""Asking for one line of text."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

if TYPE_CHECKING:
    from textual.app import ComposeResult


class NoteScreen(ModalScreen["str | None"]):
    """Ask for a line; the answer is None where the reviewer thought better of it.

    Args:
        title: what is asked for.
        hint: an example, shown while nothing is typed.
        text: what stands there at first.
        required: whether an empty answer counts as none.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Cancel", id="note.cancel")]

    def __init__(self, title: str, *, hint: str = "", text: str = "", required: bool = True) -> None:
        super().__init__()
        self._title = title
        self._hint = hint
        self._text = text
        self._required = required

    def compose(self) -> ComposeResult:
        """Show the question and a line to answer it."""
        with Vertical(classes="dialog"):
            yield Static(self._title, markup=False)
            yield Input(self._text, placeholder=self._hint)
            yield Static("Enter keeps it, Esc cancels", markup=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer."""
        text = event.value.strip()
        self.dismiss(None if self._required and not text else text)
