"""Numbered steps from one schema to the next: `v0002_….py` defines `upgrade()` with Alembic's operations.

A new store is created from `schema.py` at once; a test holds that both ways end in the same tables.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection


@cache
def versions() -> dict[str, str]:
    """Return the module of each schema version, oldest first: `{"0001": "v0001_initial"}`."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {name[1:5]: name for name in names}


def upgrade(connection: Connection, current: str) -> None:
    """Bring a store from schema `current` (empty: from nothing) to the newest, inside the caller's transaction."""
    from alembic.migration import MigrationContext  # noqa: PLC0415 - slow to import, seldom needed
    from alembic.operations import Operations  # noqa: PLC0415

    from mtreview.store.schema import version  # noqa: PLC0415 - the schema is needed only here

    context = MigrationContext.configure(connection)
    for number, name in versions().items():
        if number <= current:
            continue
        with Operations.context(context):
            importlib.import_module(f"{__name__}.{name}").upgrade()
        connection.execute(version.delete())
        connection.execute(version.insert().values(version_num=number))
