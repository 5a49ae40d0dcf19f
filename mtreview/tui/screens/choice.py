"""Choosing one of a few things."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult


class ChoiceScreen(ModalScreen["str | None"]):
    """Ask for one of several names; a key that only one of them starts with chooses it.

    Args:
        title: what is asked for.
        options: the names, which are also the answers.
        start: the one that is pointed at first.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Cancel", id="choice.cancel")]

    def __init__(self, title: str, options: Sequence[str], start: str = "") -> None:
        super().__init__()
        self._title = title
        self._options = tuple(options)
        self._start = start

    def compose(self) -> ComposeResult:
        """Show the question and the options."""
        with Vertical(classes="dialog"):
            yield Static(self._title, markup=False)
            yield OptionList(*(Option(name, id=name) for name in self._options), markup=False)
            yield Static("Enter chooses, Esc cancels", markup=False)

    def on_mount(self) -> None:
        """Point at the first choice."""
        if self._start in self._options:
            self.query_one(OptionList).highlighted = self._options.index(self._start)

    def on_key(self, event: events.Key) -> None:
        """Choose, or point at, what starts with a letter."""
        starting = [name for name in self._options if event.character and name.startswith(event.character)]
        if len(starting) == 1:
            event.stop()
            self.dismiss(starting[0])
        elif starting:
            self.query_one(OptionList).highlighted = self._options.index(starting[0])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer."""
        self.dismiss(event.option_id)
