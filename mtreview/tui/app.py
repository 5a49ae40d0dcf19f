"""The terminal program around a review."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from textual.app import App

from mtreview.errors import ConfigError
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
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (13, "-low"), (20, "-usual"), (36, "-tall")]  # noqa: RUF012

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


def needs_terminal() -> None:
    """Refuse to start where nobody could press a key, as in a pipe or a CI job.

    Raises:
        ConfigError: standard input or standard error, which Textual draws on, is no terminal.
    """
    streams = sys.__stdin__, sys.__stderr__
    if not all(stream is not None and stream.isatty() for stream in streams):
        message = "review needs a terminal; `mtreview check` prints the issues instead"
        raise ConfigError(message)


def run(session: ReviewSession) -> int:
    """Review until the reviewer quits; return the exit code.

    Raises:
        ConfigError: there is no terminal to review in.
        StoreError: the store could not be read at the start.
    """
    needs_terminal()
    return ReviewApp(session).run() or 0
