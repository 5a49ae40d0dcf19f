"""The terminal program around a review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App

from mtreview.tui.desk import Desk
from mtreview.tui.screens.review import ReviewScreen

if TYPE_CHECKING:
    from mtreview.tui.session import ReviewSession


class ReviewApp(App[int]):
    """Run one review.

    Args:
        session: what is reviewed, and by whom.
    """

    TITLE = "mtreview"
    CSS_PATH = "styles.tcss"
    ENABLE_COMMAND_PALETTE = True
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (140, "-wide")]  # noqa: RUF012 - as Textual declares it
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-usual"), (36, "-tall")]  # noqa: RUF012

    def __init__(self, session: ReviewSession) -> None:
        super().__init__()
        self._review = ReviewScreen(Desk(session))

    def on_mount(self) -> None:
        """Open the review."""
        self.push_screen(self._review)

    async def action_quit(self) -> None:
        """Keep what was typed, and leave."""
        self._review.leave()
        self.exit(0)


def run(session: ReviewSession) -> int:
    """Review until the reviewer quits; return the exit code.

    Raises:
        StoreError: the store could not be read at the start.
    """
    return ReviewApp(session).run() or 0
