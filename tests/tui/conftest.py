from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mtreview.store.sql import SqlStore
from mtreview.tui.session import ReviewSession
from tests.store.article import document
from tests.tui.article import PAIRS, recheck

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(name="session")
def review_session(tmp_path: Path) -> Iterator[ReviewSession]:
    store = SqlStore(str(tmp_path / "review.sqlite"))
    store.add(*document(PAIRS))
    yield ReviewSession(store=store, reviewer="ana", recheck=recheck)
    store.close()
