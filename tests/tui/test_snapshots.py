from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mtreview.tui.app import ReviewApp
from mtreview.tui.widgets.target_editor import TargetEditor

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from mtreview.tui.session import ReviewSession


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
def test_the_review_looks_as_it_did(
    session: ReviewSession, snap_compare: Callable[..., bool], size: tuple[int, int]
) -> None:
    assert snap_compare(ReviewApp(session), terminal_size=size, press=["j", "j"])


def test_after_some_work_it_looks_as_it_did(session: ReviewSession, snap_compare: Callable[..., bool]) -> None:
    keys = ["1", "j", "a", "x", "j", "d", *"who?", "enter", "n", "e", "X"]
    assert snap_compare(ReviewApp(session), terminal_size=(80, 24), press=keys, run_before=_with_a_steady_cursor)


async def _with_a_steady_cursor(pilot: Pilot[int]) -> None:
    pilot.app.screen.query_one(TargetEditor).cursor_blink = False  # on a busy machine it is anyone's guess
