from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mtreview.store.sql import SqlStore
from tests.store.article import PAIRS, document

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(name="store")
def filled_store(tmp_path: Path) -> Iterator[SqlStore]:
    store = SqlStore(str(tmp_path / ".mtreview" / "review.sqlite"))
    store.add(*document(PAIRS))
    yield store
    store.close()
