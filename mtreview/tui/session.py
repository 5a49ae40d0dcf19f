"""What a review needs from outside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mtreview.issue import Issue
    from mtreview.segment import Segment, Span
    from mtreview.store.base import ReviewStore

Recheck = Callable[["Segment"], "tuple[Issue, ...]"]
Counterparts = Callable[["Segment", int], "tuple[Span, ...]"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewSession:
    """Name the store, the person, and how a changed segment is checked again.

    Attributes:
        reviewer: whose decisions these are.
        recheck: returns the issues of a segment whose target is the text now typed; called in a thread, never twice
            at once for one answer, and its outdated answers are dropped.
        covers: ids of the checks that `recheck` runs; issues of others (a model's) stay while their words stand.
            None where it runs all.
        counterparts: returns what of the source corresponds to the word of the target at an offset; called in a
            thread. None where the run has no encoder.
        documents: which documents of the store are reviewed; none named: all.
        ascii: show states by their plain form, for terminals without the glyphs.
    """

    store: ReviewStore
    reviewer: str
    recheck: Recheck
    covers: frozenset[str] | None = None
    counterparts: Counterparts | None = None
    documents: tuple[str, ...] = ()
    ascii: bool = False
