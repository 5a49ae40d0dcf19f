from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Connection, create_engine, inspect, select

from mtreview.store import migrations
from mtreview.store.schema import HEAD, metadata, version

if TYPE_CHECKING:
    from pathlib import Path


def tables(connection: Connection) -> dict[str, object]:
    found = inspect(connection)
    return {
        name: (
            sorted((column["name"], str(column["type"]), column["nullable"]) for column in found.get_columns(name)),
            found.get_pk_constraint(name)["constrained_columns"],
            sorted((index["name"] or "", tuple(index["column_names"])) for index in found.get_indexes(name)),
            sorted(tuple(key["constrained_columns"]) for key in found.get_foreign_keys(name)),
            sorted(tuple(key["column_names"]) for key in found.get_unique_constraints(name)),
        )
        for name in found.get_table_names()
    }


def test_steps_from_nothing_end_in_the_present_schema(tmp_path: Path) -> None:
    stepped = create_engine(f"sqlite:///{tmp_path / 'stepped'}")
    created = create_engine(f"sqlite:///{tmp_path / 'created'}")
    with stepped.begin() as first, created.begin() as second:
        migrations.upgrade(first, "")
        metadata.create_all(second)
        assert tables(first) == tables(second)
        assert first.execute(select(version.c.version_num)).scalars().all() == [HEAD]
    stepped.dispose()
    created.dispose()


def test_the_newest_step_is_the_present_schema() -> None:
    assert max(migrations.versions()) == HEAD
