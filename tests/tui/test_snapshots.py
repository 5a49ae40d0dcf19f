from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mtreview.tui.app import ReviewApp

if TYPE_CHECKING:
    from collections.abc import Callable

    from mtreview.tui.session import ReviewSession


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
def test_the_review_looks_as_it_did(
    session: ReviewSession, snap_compare: Callable[..., bool], size: tuple[int, int]
) -> None:
    assert snap_compare(ReviewApp(session), terminal_size=size, press=["j", "j"])


def test_after_some_work_it_looks_as_it_did(session: ReviewSession, snap_compare: Callable[..., bool]) -> None:
    keys = ["1", "j", "a", "x", "j", "d", *"who?", "enter", "n", "e", "X"]
    assert snap_compare(ReviewApp(session), terminal_size=(80, 24), press=keys)
