"""Where a project keeps its review, and what its reviewers' verdicts say of each check."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mtreview.config import Settings
    from mtreview.store.verdicts import Tally

_DEFAULT = Path(".mtreview", "review.sqlite")


def default_store(settings: Settings) -> str:
    """Return the store of a configuration: the one it names, else a file beside it."""
    return settings.store or str(settings.root / _DEFAULT)


def verdict_tallies(settings: Settings) -> Mapping[str, Tally]:
    """Return the tally of every check that the project's reviewers judged; nothing where there is no store yet.

    Raises:
        StoreError: there is one, and it cannot be read.
    """
    location = default_store(settings)
    if "://" not in location and not Path(location).is_file():
        return {}
    from mtreview.store.sql import SqlStore
    from mtreview.store.verdicts import tallies

    return tallies(SqlStore(location).events())
