"""Report issues, worst first; exit 1 where one is at or above --fail-on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from mtreview.cli import console
from mtreview.cli._options import FILE, Shared, shared_options
from mtreview.cli._session import decisions_option, input_options, open_session
from mtreview.cli.exit import FAIL, PASS

if TYPE_CHECKING:
    from pathlib import Path

    from mtreview.cli._reading import Inputs

FORMATS = ("text", "json", "jsonl")
SEVERITIES = ("neutral", "minor", "major", "critical")


@click.command("check")
@input_options
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="Default: text.")
@click.option("--fail-on", type=click.Choice(SEVERITIES), default="major", help="Default: major.")
@click.option("--min-confidence", type=click.FloatRange(0, 1), default=0.5, help="Default: 0.5.")
@click.option("-o", "output", type=FILE, metavar="FILE", help="Write to a file what would go to standard output.")
@decisions_option
@shared_options
def command(
    inputs: Inputs,
    form: str,
    fail_on: str,
    min_confidence: float,
    output: Path | None,
    decisions: Path | None,
    shared: Shared,
) -> int:
    """Report the issues of INPUT, worst first.

    INPUT is a bilingual file, an English rendering (with --source FILE, or alone), a folder, a glob, or `-`. Exit
    codes: 0 no issue at or above --fail-on, 1 some, 2 an error.
    """
    from mtreview import plugins
    from mtreview.issue import Severity
    from mtreview.report.base import Report

    session = open_session(inputs, shared, decisions=decisions)
    assessments = tuple(session.assess(min_confidence))
    console.write(plugins.load("report", form, Report)().render(session.run(assessments)), output)
    limit = Severity.parse(fail_on)
    return FAIL if any(issue.severity >= limit for item in assessments for issue in item.issues) else PASS
