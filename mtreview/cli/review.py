"""Review in the terminal: accept, dismiss, correct."""

from __future__ import annotations

import dataclasses
import getpass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mtreview.cli import console
from mtreview.cli._options import Shared, shared_options
from mtreview.cli._session import Session, input_options, open_session
from mtreview.cli._stores import default_store
from mtreview.cli.exit import PASS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mtreview.assessment import Assessment
    from mtreview.checks.base import Check
    from mtreview.cli._reading import Inputs
    from mtreview.issue import Issue
    from mtreview.segment import Document, Segment, Span
    from mtreview.store.base import ReviewStore
    from mtreview.tui.session import Counterparts, Recheck
    from mtreview.view import Context, DocumentView


@click.command("review")
@input_options
@click.option("--store", metavar="STORE", help="Where decisions are kept: a file or sqlite:///….")
@click.option("--reviewer", metavar="NAME", help="Who decides; the login name by default.")
@click.option("--ascii", "plain_glyphs", is_flag=True, help="Show states by plain letters.")
@shared_options
def command(inputs: Inputs, store: str | None, reviewer: str | None, plain_glyphs: bool, shared: Shared) -> int:
    """Review INPUT in the terminal.

    Every decision is kept in the store as it is made; the same command goes on where you stopped.
    """
    from mtreview.store.sql import SqlStore
    from mtreview.tui.app import needs_terminal, run
    from mtreview.tui.session import ReviewSession

    needs_terminal()
    session = open_session(inputs, shared)
    kept = SqlStore(store or default_store(session.settings))
    console.note(f"store: {kept.location}")
    names, views = _fill(kept, session)
    rules = tuple(check for check in session.profile.checks if _is_quick(check))
    return (
        run(
            ReviewSession(
                store=kept,
                reviewer=reviewer or session.settings.reviewer or getpass.getuser(),
                recheck=_rechecking(views, rules),
                covers=frozenset(check.id() for check in rules),
                counterparts=_linking(session.profile.context) if session.profile.context.encoder else None,
                documents=names,
                ascii=plain_glyphs,
            )
        )
        or PASS
    )


def _is_quick(check: Check) -> bool:
    """Say whether a check can judge an edit while it is typed: no model, no other documents."""
    from mtreview.checks.base import CorpusCheck

    return "encoder" not in check.needs and not isinstance(check, CorpusCheck)


def _fill(
    store: ReviewStore, session: Session
) -> tuple[tuple[str, ...], dict[tuple[str, str], tuple[DocumentView, int]]]:
    """Assess the documents into the store, and return their names and how to find each segment's view."""
    from mtreview.view import DocumentView

    names: list[str] = []
    views: dict[tuple[str, str], tuple[DocumentView, int]] = {}
    assessed = session.assess()
    gone = _gone(store, session.settings.root)
    for document in _whole(session.documents):
        if former := store.adopt(document, gone):
            gone.discard(former)
            console.note(f"{document.id} goes on with the review of {former}, which is gone")
        items: list[Assessment] = [next(assessed) for _ in document.segments]
        store.add(document, items)
        names.append(document.id)
        view = DocumentView(document, session.profile.context)
        views |= {(document.id, segment.id): (view, index) for index, segment in enumerate(document.segments)}
    console.progress_end()
    return tuple(names), views


def _gone(store: ReviewStore, root: Path) -> set[str]:
    """Return the documents of a store whose files are no longer there."""
    return {
        name
        for name, path in store.paths().items()
        if name != "stdin" and not any(place.exists() for place in (Path(path), root / path, root / name))
    }


def _whole(documents: Iterable[Document]) -> Iterator[Document]:
    """Join the windows over one list into one document again."""
    for _, windows in groupby(documents, key=lambda document: document.id):
        first, *rest = windows
        segments = (segment for window in (first, *rest) for segment in window.segments)
        yield dataclasses.replace(first, segments=tuple(segments)) if rest else first


def _rechecking(views: dict[tuple[str, str], tuple[DocumentView, int]], rules: tuple[Check, ...]) -> Recheck:
    from mtreview.pipeline import recheck

    def again(segment: Segment) -> tuple[Issue, ...]:
        view, index = views[segment.document, segment.id]
        return recheck(view, index, segment, rules)

    return again


def _linking(context: Context) -> Counterparts:
    """Return how to find what of the source corresponds to a word of the target; the last text is kept at hand."""
    from functools import lru_cache

    from mtreview.segment import Document, Segment, Side
    from mtreview.view import DocumentView, SegmentView

    plain = dataclasses.replace(context, estimator=False)

    @lru_cache(maxsize=1)
    def seen(source: str | None, target: str) -> SegmentView:
        segment = Segment(id="1", source=source, target=target)
        return DocumentView(Document(id="1", path="1", format="tsv", segments=(segment,)), plain).segments[0]

    def counterparts(segment: Segment, offset: int) -> tuple[Span, ...]:
        return seen(segment.source, segment.target).counterparts(Side.TARGET, offset, offset)

    return counterparts
