"""The list of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

_NAMES = {
    "question_mark": "?",
    "slash": "/",
    "equals_sign": "=",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "escape": "Esc",
    "enter": "Enter",
}


class KeysScreen(ModalScreen[None]):
    """Show every key and what it does.

    Args:
        groups: a title and the bindings under it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark", "dismiss(None)", "Close", id="keys.close")
    ]

    def __init__(self, groups: Sequence[tuple[str, Sequence[BindingType]]]) -> None:
        super().__init__()
        self._groups = groups

    def compose(self) -> ComposeResult:
        """Show the list."""
        with VerticalScroll(classes="dialog"):
            yield Static(Content("\n").join([line for title, keys in self._groups for line in _lines(title, keys)]))


def _lines(title: str, keys: Sequence[BindingType]) -> list[Content]:
    found = [key for key in keys if isinstance(key, Binding) and key.description]
    names = [
        (
            key.key_display or ", ".join(_NAMES.get(name, name) for name in key.key.split(",")),
            key.tooltip or key.description,
        )
        for key in found
    ]
    return [Content.styled(title, "bold"), *(Content(f"  {name:<18} {what}") for name, what in names), Content("")]
