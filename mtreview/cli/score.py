"""Score every segment: one record a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from mtreview.cli import console
from mtreview.cli._options import FILE, Shared, shared_options
from mtreview.cli._session import decisions_option, input_options, open_session
from mtreview.cli.exit import PASS

if TYPE_CHECKING:
    from pathlib import Path

    from mtreview.cli._reading import Inputs
    from mtreview.errors import FormatError

FORMATS = ("jsonl", "tsv")


@click.command("score")
@input_options
@click.option("--format", "form", type=click.Choice(FORMATS), default="jsonl", help="Default: jsonl.")
@click.option("--min-confidence", type=click.FloatRange(0, 1), default=0.5, help="Default: 0.5.")
@click.option("--rejects", type=FILE, metavar="FILE", help="Where bad records go; beside -o by default.")
@click.option("--strict", is_flag=True, help="A bad record is an error (exit 2).")
@click.option("-o", "output", type=FILE, metavar="FILE", help="Write to a file what would go to standard output.")
@decisions_option
@shared_options
def command(
    inputs: Inputs,
    form: str,
    min_confidence: float,
    rejects: Path | None,
    strict: bool,
    output: Path | None,
    decisions: Path | None,
    shared: Shared,
) -> int:
    """Score every segment of INPUT: one record a segment, in input order.

    A bad record does not stop the run: it goes to the rejects file with its reason, and is counted on standard error.
    """
    from mtreview import plugins
    from mtreview.record import dumps
    from mtreview.report.base import Report

    bad: list[FormatError] = []
    session = open_session(
        inputs, shared, rejected=None if strict else bad.append, quality_model=True, decisions=decisions
    )
    run = session.run(session.assess(min_confidence))
    console.write(plugins.load("report", form, Report)().render(run), output)
    for note in run.notes:
        console.note(note)
    if bad:
        path = rejects or (output and output.with_name(f"{output.name}.rejects.jsonl"))
        if path:
            lines = ({"path": error.path, "line": error.line, "reason": error.reason} for error in bad)
            console.write((f"{dumps(line)}\n" for line in lines), path)
        else:
            for error in bad:
                console.note(f"rejected: {error}")
        console.note(f"{len(bad)} bad records left out{f', see {path}' if path else ''}")
    return PASS
