"""Opening a database: safe settings, the right schema, and errors in one line."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine, create_engine, event, inspect, select
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from mtreview.errors import StoreError
from mtreview.store import migrations
from mtreview.store.schema import HEAD, metadata, version

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import URL, Connection

WAIT_MS = 5000

_REASONS = (
    ("file is not a database", "is not a review store; name another file with --store"),
    ("malformed", "is damaged; restore a backup or name another file with --store"),
    ("disk is full", "cannot grow: the disk is full; free some space and try again"),
    ("readonly", "is read-only; make the file and its folder writable or name another file with --store"),
    ("locked", f"is locked by another program for more than {WAIT_MS // 1000} s; close it and try again"),
    ("unable to open", "cannot be opened; check that the folder exists and is writable"),
    ("disk i/o", "cannot be read or written: the disk reports an error"),
)


def open_engine(location: str) -> Engine:
    """Return an engine on a store of the present schema, created or upgraded where needed.

    Args:
        location: a file path, `sqlite:///…` or `postgresql://…`.

    Raises:
        StoreError: it cannot be opened, is no store, or is of a newer program.
    """
    url = _url(location)
    if url.get_backend_name() == "sqlite" and url.database:
        _create_file(Path(url.database))
    engine = create_engine(url, pool_pre_ping=url.get_backend_name() != "sqlite")
    event.listen(engine, "connect", _configure)
    event.listen(engine, "begin", _begin)
    try:
        with errors(engine), engine.execution_options(immediate=True).begin() as connection:
            _bring_up(connection, shown(engine))
    except StoreError:
        engine.dispose()
        raise
    return engine


def shown(engine: Engine) -> str:
    """Return the store's name for messages, without a password."""
    return engine.url.database or "store" if engine.dialect.name == "sqlite" else engine.url.render_as_string()


@contextmanager
def errors(engine: Engine) -> Iterator[None]:
    """Turn what the database says into a StoreError of one line."""
    try:
        yield
    except DBAPIError as error:
        said = " ".join(str(error.orig).split())
        reason = next((text for sign, text in _REASONS if sign in said.lower()), f"failed: {said}")
        message = f"{shown(engine)}: the store {reason}"
        raise StoreError(message) from error
    except (SQLAlchemyError, UnicodeEncodeError) as error:
        message = f"{shown(engine)}: the store failed: {' '.join(str(error).split())}"
        raise StoreError(message) from error


def _url(location: str) -> URL:
    try:
        url = make_url(location if "://" in location else f"sqlite:///{location}")
        url.get_dialect()
    except (ArgumentError, SQLAlchemyError) as error:
        message = f"{location}: not a store's address; give a file path, sqlite:///… or postgresql://…"
        raise StoreError(message) from error
    return url


def _create_file(path: Path) -> None:
    """Create the file for its owner only, before the database library would with the usual mode."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except IsADirectoryError as error:
        message = f"{path}: is a folder; name a file for the store"
        raise StoreError(message) from error
    except OSError as error:
        message = f"{path}: cannot open the store: {error.strerror}; name another place with --store"
        raise StoreError(message) from error


def _configure(connection: Any, _record: object) -> None:  # noqa: ANN401 - any driver's connection
    if type(connection).__module__.startswith("sqlite3"):
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout={WAIT_MS}")
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")


def _begin(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        immediate = connection.get_execution_options().get("immediate", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def _bring_up(connection: Connection, name: str) -> None:
    found = inspect(connection).get_table_names()
    if not found:
        metadata.create_all(connection)
        connection.execute(version.insert().values(version_num=HEAD))
        return
    if version.name not in found:
        message = f"{name}: the database holds something else than a review store; name another file with --store"
        raise StoreError(message)
    current = connection.execute(select(version.c.version_num)).scalar()
    if current == HEAD:
        return
    if current not in migrations.versions():
        message = (
            f"{name}: the store was written by a newer mtreview (schema {current}, this one knows {HEAD}); upgrade"
        )
        raise StoreError(message)
    migrations.upgrade(connection, current)
