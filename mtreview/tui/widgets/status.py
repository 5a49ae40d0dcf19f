"""One line on where the reviewer is and how much is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from mtreview.store.base import State
from mtreview.tui.glyphs import ASCII, GLYPHS
from mtreview.tui.untrusted import printable

if TYPE_CHECKING:
    from mtreview.tui.desk import Desk

_DONE = (State.ACCEPTED, State.CORRECTED, State.PROPAGATED)


class StatusLine(Static):
    """Show place, state and counts."""

    def __init__(self) -> None:
        super().__init__(id="status")

    def show(self, desk: Desk, filtered: str, message: str = "") -> None:
        """Show where the desk stands.

        Args:
            desk: the review.
            filtered: the filter in force, empty where there is none.
            message: what to say first, until something else is shown.
        """
        counts = desk.counts
        done = sum(counts.states.get(state, 0) for state in _DONE)
        tally = f"{done}/{counts.segments} done · {counts.open} issues open"
        shown = f" · showing {len(desk.queue)}: {printable(filtered)}" if filtered else ""
        item = desk.item
        said = Content.styled(f" {printable(message)} ", "bold $text-warning") if message else Content("")
        if item is None:
            self.update(Content.assemble(said, f" no segment to show · {tally}{shown}"))
            return
        state = State.DRAFT if desk.drafted and item.state is not State.LOCKED else item.state
        glyph = (ASCII if desk.session.ascii else GLYPHS)[state]
        score = f"{'was ' if desk.drafted or item.target != item.segment.target else ''}{item.score:.1f}"
        here = f"{item.number} {glyph} {state.value} · score {score}"
        self.update(
            Content.assemble(
                said, (f" {here}", "bold"), f" · {tally}{shown} · ", (printable(item.segment.document or "-"), "dim")
            )
        )
