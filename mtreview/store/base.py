"""What a review store is: documents with what the machine said, and an append-only log of what people decided."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from mtreview.decision import Scope, Verdict

if TYPE_CHECKING:
    from array import array
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from mtreview.assessment import Assessment
    from mtreview.decision import Decision, Kind
    from mtreview.issue import Issue, Severity
    from mtreview.score import Score
    from mtreview.segment import Document, Segment, Span


class State(StrEnum):
    """Name where the review of a segment stands; derived from events, never set."""

    UNREVIEWED = "unreviewed"
    DRAFT = "draft"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    DISCUSS = "needs discussion"
    PROPAGATED = "propagated"
    STALE = "stale"
    CONFLICT = "conflict"
    LOCKED = "locked"


STATES = tuple(State)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """Say what one new event decides; the store adds id, time and the texts it was decided on."""

    kind: Kind
    verdict: Verdict | None = None
    fingerprint: str = ""
    scope: Scope = Scope.HERE
    check: str = ""
    category: str = ""
    severity: str = ""
    spans: tuple[Span, ...] = ()
    target: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedIssue:
    """Join an issue with what people said of it.

    Attributes:
        severity: the reviewer's where one was set, else the check's.
        conflict: True where reviewers differ.
        missed: True where a person found it, not a check.
    """

    issue: Issue
    verdict: Verdict | None
    severity: Severity
    conflict: bool = False
    missed: bool = False

    @property
    def open(self) -> bool:
        """Say whether somebody still has to decide."""
        return self.conflict or self.verdict in {None, Verdict.UNSURE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Show one segment in a list.

    Attributes:
        id: the store's own number of the segment; it stays when the document is added again.
        number: 1-based place in its document.
        text: the target as it now stands, corrections included, cut to 400 characters.
        worst: severity of the worst open issue, None where none is open.
    """

    id: int
    document: str
    number: int
    text: str
    state: State
    open: int
    worst: Severity | None
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Hold all that a review screen shows of one segment.

    Attributes:
        segment: as the machine gave it; its target is the MT.
        target: the text as it now stands, corrections included.
        draft: text typed and not confirmed, None where there is none.
        issues: of the text as it now stands, worst first, then in text order.
        history: every event of the segment, oldest first, undone ones included.
        live: ids of the events that were not undone.
    """

    id: int
    number: int
    segment: Segment
    target: str
    state: State
    draft: str | None
    issues: tuple[JudgedIssue, ...]
    history: tuple[Decision, ...]
    live: frozenset[str]
    score: float
    scores: tuple[Score, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """List segments compactly: parallel arrays in document and text order.

    Attributes:
        ids: row ids.
        states: positions in `STATES`.
        open: counts of open issues.
    """

    ids: array[int]
    states: bytearray
    open: array[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Count segments by state, and open issues."""

    segments: int
    states: dict[State, int]
    open: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """Say what adding a document did: how many segments are new, changed, unchanged and gone."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    gone: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Hold text that was typed and not confirmed."""

    row: int
    reviewer: str
    text: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Say what an undo or redo touched.

    Attributes:
        rows: the segments whose state may have changed.
        events: the events that were taken back, or that count again.
    """

    rows: tuple[int, ...]
    events: tuple[Decision, ...] = field(default=())


class ReviewStore(ABC):
    """Keep a review: every write is one transaction, committed when the call returns.

    Every method may raise StoreError, in one line that says what to do.
    """

    @abstractmethod
    def add(self, document: Document, assessments: Iterable[Assessment]) -> Added:
        """Create or refresh a document; decisions stay with the texts they judged."""

    @abstractmethod
    def adopt(self, document: Document, gone: Collection[str]) -> str | None:
        """Give a document that the store does not know the review of one that it was renamed from.

        That is the one of `gone` with which it shares most texts, half of either's at least.

        Args:
            document: as it is now.
            gone: ids of documents whose files are no longer there.

        Returns:
            The id that it had; None where it is new, or known already.
        """

    @abstractmethod
    def documents(self) -> tuple[str, ...]:
        """Return the ids of the documents, in the order they were added."""

    @abstractmethod
    def paths(self) -> dict[str, str]:
        """Return the file that each document was last read from, by id."""

    @abstractmethod
    def index(self, documents: Sequence[str] = ()) -> Index:
        """Return all segments of `documents` (none named: of all), in order."""

    @abstractmethod
    def find(self, text: str = "", check: str = "") -> frozenset[int]:
        """Return the rows that contain `text` on either side and carry an issue of `check`; case is ignored."""

    @abstractmethod
    def page(self, ids: Sequence[int]) -> dict[int, Row]:
        """Return list rows by id."""

    @abstractmethod
    def item(self, row: int, reviewer: str = "") -> Item:
        """Return one segment with everything known of it; the draft is that of `reviewer`."""

    @abstractmethod
    def record(
        self, row: int, reviewer: str, rulings: Sequence[Ruling], issues: Sequence[Issue] | None = None
    ) -> tuple[Decision, ...]:
        """Append events as one step of undo, and drop the reviewer's draft where one of them is an edit.

        Args:
            row: the segment they are about.
            reviewer: who decided.
            rulings: what was decided.
            issues: where a ruling edits the target, the issues of the new text.
        """

    @abstractmethod
    def undo(self, reviewer: str) -> Step | None:
        """Take back the reviewer's last step that still counts, by appending events."""

    @abstractmethod
    def redo(self, reviewer: str) -> Step | None:
        """Take back the reviewer's last undo, unless something was decided since."""

    @abstractmethod
    def events(self) -> Iterator[Decision]:
        """Yield the whole log in order."""

    @abstractmethod
    def save_draft(self, row: int, reviewer: str, text: str | None) -> None:
        """Journal what is being typed; None drops it."""

    @abstractmethod
    def drafts(self, reviewer: str) -> tuple[Draft, ...]:
        """Return the reviewer's drafts."""

    @abstractmethod
    def stop_at(self, row: int, reviewer: str) -> None:
        """Remember where the reviewer stopped."""

    @abstractmethod
    def stopped_at(self, reviewer: str) -> int | None:
        """Return the row where the reviewer stopped."""

    @abstractmethod
    def counts(self, documents: Sequence[str] = ()) -> Counts:
        """Count what is done and what is left."""

    @abstractmethod
    def close(self) -> None:
        """Let go of the file or server."""
