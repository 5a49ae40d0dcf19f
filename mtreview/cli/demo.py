"""Try the main job on a bundled sample: align, check, score."""

from __future__ import annotations

import shlex
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mtreview.cli import console
from mtreview.cli._options import Shared, shared_options
from mtreview.cli._reading import Inputs
from mtreview.cli._session import Session, open_session
from mtreview.cli.exit import PASS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.assessment import Assessment

ARTICLE = "karastan"
SHOWN = 8


@click.command("demo")
@shared_options
def command(shared: Shared) -> int:
    """Align, check and score a bundled article, and say which command opens its review."""
    from mtreview import resources

    corpora = _near(resources.folder("corpora"))
    source, target = corpora / f"{ARTICLE}.page.es.html", corpora / f"{ARTICLE}.page.en.html"
    session = open_session(Inputs(names=(str(target),), source=source, line_by_line=False, as_is=False), shared)
    console.write(_told(session, source, target))
    return PASS


def _told(session: Session, source: Path, target: Path) -> Iterator[str]:
    from mtreview.report.text import paragraphs, summary

    yield "A Spanish news page and its English rendering, both written for this project:\n"
    yield f"  {source}\n  {target}\n\n"
    assessments = tuple(session.assess(0.5))
    run = session.run(assessments)
    beads = [bead for document in session.documents for bead in document.beads]
    linked = sum(bool(bead.source) and bool(bead.target) for bead in beads)
    yield f"Aligned: {linked} sentence pairs; {len(beads) - linked} sentences without a counterpart.\n\n"
    worst = _worst(assessments)
    yield f"The {len(worst)} worst segments of {len(assessments)}:\n\n"
    yield from paragraphs(worst)
    yield f"\nIn all: {summary(assessments, run)}"
    program = "mtreview" if shutil.which("mtreview") else str(_near(Path(sys.argv[0]).absolute()))
    for what, verb in (("See all issues", "check"), ("Open the review", "review")):
        yield f"\n{what} with:\n  {shlex.join([program, verb, str(target), '--source', str(source)])}\n"


def _near(path: Path) -> Path:
    """Return a path as it is seen from the current folder, where it lies below it."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _worst(assessments: tuple[Assessment, ...]) -> tuple[Assessment, ...]:
    return tuple(sorted((item for item in assessments if item.issues), key=lambda item: item.score)[:SHOWN])
