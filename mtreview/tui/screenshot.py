"""A picture of a review, for documentation."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from mtreview.tui.app import ReviewApp

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mtreview.tui.session import ReviewSession


def screenshot(session: ReviewSession, size: tuple[int, int] = (110, 32), keys: Sequence[str] = ()) -> str:
    """Return a review as SVG, after some keys; the keys decide things in the session's store.

    Args:
        session: what is reviewed.
        size: columns and rows of the terminal.
        keys: as Textual names them, pressed one after the other.
    """
    return asyncio.run(_screenshot(session, size, keys))


async def _screenshot(session: ReviewSession, size: tuple[int, int], keys: Sequence[str]) -> str:
    app = ReviewApp(session)
    async with app.run_test(size=size) as pilot:
        await pilot.press(*keys)
        await pilot.pause(0.5)
        return app.export_screenshot(title="mtreview review")
