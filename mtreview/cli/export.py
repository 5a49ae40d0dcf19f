"""Write what a review decided to a file."""

from __future__ import annotations

from pathlib import Path

import click

from mtreview.cli import console
from mtreview.cli._options import FILE
from mtreview.cli.exit import PASS


@click.command("export")
@click.argument("store", metavar="STORE")
@click.option("--decisions", type=FILE, required=True, metavar="FILE", help="Where the decisions go.")
def command(store: str, decisions: Path) -> int:
    """Write every decision of STORE to a file of JSON lines, which `check`, `score` and `gate --decisions` honour."""
    from mtreview.errors import StoreError
    from mtreview.store import exchange
    from mtreview.store.sql import SqlStore

    if "://" not in store and not Path(store).is_file():
        message = f"{store}: no such store; `mtreview review` makes one"
        raise StoreError(message)
    events = tuple(SqlStore(store).events())
    console.write(exchange.lines(events), decisions)
    console.note(f"{decisions}: {len(events)} {'decision' if len(events) == 1 else 'decisions'}")
    return PASS
