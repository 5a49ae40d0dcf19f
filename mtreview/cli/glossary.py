"""Check, convert and mine term bases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from mtreview.cli import console
from mtreview.cli._options import FILE, Shared, shared_options
from mtreview.cli._session import input_options, open_session
from mtreview.cli.exit import FAIL, PASS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mtreview.cli._reading import Inputs
    from mtreview.glossary import Term


@click.group("glossary")
def command() -> None:
    """Check, convert and mine term bases (CSV, TSV, TBX)."""


@command.command("check")
@click.argument("files", nargs=-1, required=True, type=FILE, metavar="FILE...")
def check(files: tuple[Path, ...]) -> int:
    """Say what is odd in each FILE: rows that never apply, or that contradict each other.

    Exit codes: 0 nothing, 1 something, 2 a file that cannot be read.
    """
    from mtreview.glossary import read

    bases = [(path, read(path)) for path in files]
    lines = [line for path, terms in bases for line in _findings(path, terms)]
    console.write(f"{line}\n" for line in lines)
    for path, terms in bases:
        console.note(f"{path}: {_summary(terms)}")
    return FAIL if lines else PASS


def _findings(path: Path, terms: tuple[Term, ...]) -> Iterator[str]:
    from mtreview.glossary.validate import oddities

    yield from (f"{path}:{odd.line}: {odd.reason}" for odd in oddities(terms))


def _summary(terms: tuple[Term, ...]) -> str:
    from collections import Counter

    counts = Counter(str(term.status) for term in terms)
    return f"{len(terms)} rows: {', '.join(f'{count} {status}' for status, count in counts.most_common())}"


@command.command("convert")
@click.argument("source", type=FILE, metavar="IN")
@click.argument("target", type=FILE, metavar="OUT")
def convert(source: Path, target: Path) -> int:
    """Write the term base IN (CSV, TSV or TBX) as OUT (CSV or TSV)."""
    from mtreview.glossary import read
    from mtreview.glossary.write import table

    delimiters = {".csv": ",", ".tsv": "\t", ".tab": "\t"}
    delimiter = delimiters.get(target.suffix.lower())
    if delimiter is None:
        message = f'cannot write "{target}": a term base is written as .csv or .tsv'
        raise click.UsageError(message)
    terms = read(source)
    console.write([table(terms, delimiter)], target)
    console.note(f"{target}: {_summary(terms)}")
    return PASS


@command.command("mine")
@input_options
@click.option("--at-least", type=click.IntRange(2), default=3, help="How often something must stand. Default: 3.")
@click.option("-o", "output", type=FILE, metavar="FILE", help="Write to a file what would go to standard output.")
@shared_options
def mine(inputs: Inputs, at_least: int, output: Path | None, shared: Shared) -> int:
    """Propose rows for a term base: labels that stand in many documents of INPUT, and recurring corrections.

    Corrections are taken from the references of INPUT. A proposed label whose English is not known has its own text as
    its target: write the English there. Terms of the glossaries in use are not proposed again.
    """
    from mtreview.glossary.mine import corrections, furniture
    from mtreview.glossary.write import table

    session = open_session(inputs, shared)
    terms = [
        *furniture(session.documents, session.profile.context.glossary, at_least),
        *corrections(session.documents, at_least),
    ]
    console.write([table(terms)], output)
    console.note(f"{len(terms)} rows proposed from {session.documents.segments} segments")
    return PASS
