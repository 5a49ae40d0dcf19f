"""List the checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from mtreview.cli import console
from mtreview.cli._options import Shared, shared_options
from mtreview.cli._stores import verdict_tallies
from mtreview.cli.exit import PASS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mtreview.checks.base import Check
    from mtreview.store.verdicts import Tally


@click.command("checks")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Default: text.")
@shared_options
def command(form: str, shared: Shared) -> int:
    """List the checks of this configuration, with severity; as JSON with all that `explain` says of them."""
    settings = shared.settings()
    checks = shared.profile(settings).checks
    if form == "json":
        console.write(_json(checks, {} if shared.isolated else verdict_tallies(settings)))
    else:
        console.write(_text(checks))
    return PASS


def _text(checks: tuple[Check, ...]) -> Iterator[str]:
    from mtreview.checks._examples import explanation

    width = max((len(check.id()) for check in checks), default=0)
    for check in checks:
        yield f"{check.id():{width}}  {check.severity.label:8}  {explanation(type(check)).title}\n"


def _json(checks: tuple[Check, ...], judged: Mapping[str, Tally]) -> Iterator[str]:
    from mtreview.cli.explain import described
    from mtreview.record import dumps

    yield "["
    for index, check in enumerate(checks):
        yield f"{',' if index else ''}\n{dumps(described(check, judged.get(check.id())))}"
    yield "\n]\n"
