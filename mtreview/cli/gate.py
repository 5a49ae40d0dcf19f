"""Judge a translation against limits, for CI."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import click

from mtreview.cli import console
from mtreview.cli._options import FILE, Shared, shared_options
from mtreview.cli._session import Session, decisions_option, input_options, open_session
from mtreview.cli._stores import verdict_tallies
from mtreview.cli.exit import ERROR, FAIL, PASS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mtreview.cli._reading import Inputs
    from mtreview.config import GateSettings
    from mtreview.gate import Clause

COUNT = click.IntRange(min=0)
SHOWN = 20


@click.command("gate")
@input_options
@click.option("--max-critical", type=COUNT, metavar="N", help="At most N critical issues.")
@click.option("--max-major", type=COUNT, metavar="N", help="At most N major issues.")
@click.option("--max-minor", type=COUNT, metavar="N", help="At most N minor issues.")
@click.option(
    "--min-score", type=click.FloatRange(0, 100), metavar="S", help="Every document's mean score is S or more."
)
@click.option("--allow-uncalibrated", is_flag=True, help="Accept --min-score on a score that claims no calibration.")
@click.option("--min-confidence", type=click.FloatRange(0, 1), default=0.5, help="Default: 0.5.")
@click.option("-o", "output", type=FILE, metavar="FILE", help="Write to a file what would go to standard output.")
@decisions_option
@shared_options
def command(
    inputs: Inputs,
    allow_uncalibrated: bool,
    min_confidence: float,
    output: Path | None,
    decisions: Path | None,
    shared: Shared,
    **limits: float | None,
) -> int:
    """Judge INPUT against limits, from the command line or the configuration's [gate].

    With no limit anywhere, the gate allows no critical and no major issue. Exit codes: 0 every clause passed, 1 one
    failed, 2 an error, or a clause that cannot be measured.
    """
    from mtreview.errors import ConfigError
    from mtreview.gate import judge

    session = open_session(inputs, shared, decisions=decisions)
    if not session.profile.checks:
        message = "nothing to judge: no check runs here, so a pass would mean nothing"
        raise ConfigError(message)
    settings = _limits(session, limits)
    run = session.run(())
    excused = {} if shared.isolated else _excused(session, settings)
    clauses = judge(
        session.assess(min_confidence), settings, allow_uncalibrated=allow_uncalibrated, excused=excused.keys()
    )
    console.write(_verdict(clauses, (*excused.values(), *run.notes, run.signature)), output)
    if any(clause.measured is None for clause in clauses):
        return ERROR
    return PASS if all(clause.passed for clause in clauses) else FAIL


def _excused(session: Session, settings: GateSettings) -> dict[str, str]:
    """Return the checks that the project's verdicts keep out of the gate, each with the line that says so."""
    floor = settings.precision_floor
    return {
        check: f"warning: {check} fails nothing: reviewers confirmed {tally.confirmed} of {tally.judged} of its issues"
        for check, tally in verdict_tallies(session.settings).items()
        if tally.is_under(floor)
    }


def _limits(session: Session, given: dict[str, float | None]) -> GateSettings:
    named = {name: value for name, value in given.items() if value is not None}
    settings = dataclasses.replace(session.settings.gate, **named)  # type: ignore[arg-type]
    if all(getattr(settings, name) is None for name in given):
        return dataclasses.replace(settings, max_critical=0, max_major=0)
    return settings


def _verdict(clauses: tuple[Clause, ...], notes: tuple[str, ...]) -> Iterator[str]:
    from mtreview.text.display import visible

    for clause in clauses:
        measured = "not measurable" if clause.measured is None else f"{clause.measured:g}"
        yield f"{'pass' if clause.passed else 'FAIL'}  {clause.name} {clause.limit:g}: {measured}\n"
        for breach in clause.breaches[:SHOWN]:
            yield f"      {visible(breach)}\n"
        if len(clause.breaches) > SHOWN:
            yield f"      and {len(clause.breaches) - SHOWN} more; `mtreview check` lists all\n"
    failed = sum(not clause.passed for clause in clauses)
    yield f"gate: {'passed' if not failed else f'FAILED, {failed} of {len(clauses)} clauses'}\n"
    for note in notes:
        yield f"{note}\n"
