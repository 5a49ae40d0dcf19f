"""The reviewer's desk: one segment in hand, what was decided on it, and what comes next; no screen needed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mtreview.decision import Kind, Verdict
from mtreview.segment import Side
from mtreview.store.base import Ruling
from mtreview.tui import rulings
from mtreview.tui.queue import Queue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mtreview.issue import Category, Issue, Severity
    from mtreview.segment import Segment, Span
    from mtreview.store.base import Counts, Item, JudgedIssue, Step
    from mtreview.tui.session import ReviewSession


class Desk:
    """Hold the segment in hand; every decision is in the store before a method returns.

    Attributes:
        item: the segment in hand, None where the queue shows none.
        typed: its target as it now reads, typed text included.
        issues: of `typed`, worst first, or None until the checks have seen it.
        chosen: index in `issues` of the one that issue keys act on.
    """

    def __init__(self, session: ReviewSession) -> None:
        self.session = session
        self._store = session.store
        self.queue = Queue(self._store.index(session.documents))
        self.recovered = tuple(
            draft for draft in self._store.drafts(session.reviewer) if self.queue.place_of(draft.row) is not None
        )
        stopped = self._store.stopped_at(session.reviewer)
        self.resumed = stopped is not None and self.queue.seek(stopped)
        self.item: Item | None = None
        self.typed = ""
        self.issues: tuple[JudgedIssue, ...] | None = ()
        self.chosen = 0
        self.take()

    @property
    def drafted(self) -> bool:
        """Say whether the text differs from what was last confirmed."""
        return self.item is not None and self.typed != self.item.target

    @property
    def counts(self) -> Counts:
        """Count what is done and what is left, whatever the filter."""
        return self.queue.counts()

    @property
    def current(self) -> JudgedIssue | None:
        """Return the issue that issue keys act on."""
        issues = self.issues or ()
        return issues[self.chosen] if self.chosen < len(issues) else None

    def take(self) -> None:
        """Take up the segment at the queue's cursor."""
        row = self.queue.row
        self.item = None if row is None else self._store.item(row, self.session.reviewer)
        self.typed = "" if self.item is None else self.item.target if self.item.draft is None else self.item.draft
        self.issues = None if self.drafted else self.item.issues if self.item else ()
        self.chosen = 0
        self._choose_open()

    def _choose_open(self) -> None:
        """Point at the first open issue from the chosen one on, around the end."""
        issues = self.issues or ()
        order = [*range(self.chosen, len(issues)), *range(min(self.chosen, len(issues)))]
        self.chosen = next((index for index in order if issues[index].open), 0)

    def _reload(self) -> None:
        """Look again at the segment in hand after a decision on it."""
        if self.item is None:
            return
        chosen, typed, drafted, issues = self.chosen, self.typed, self.drafted, self.issues
        self.item = self._store.item(self.item.id, self.session.reviewer)
        self._note(self.item)
        if drafted and self.item.draft is not None:
            self.typed, self.issues = typed, issues
        else:
            self.typed, self.issues = self.item.target, self.item.issues
        self.chosen = min(chosen, max(len(self.issues or ()) - 1, 0))

    def _note(self, item: Item) -> None:
        self.queue.update(item.id, item.state, sum(judged.open for judged in item.issues))

    def _record(self, events: Sequence[Ruling], issues: Sequence[Issue] | None = None) -> None:
        if self.item is not None:
            self._store.record(self.item.id, self.session.reviewer, events, issues)
            self._reload()

    # Typing

    def type(self, text: str) -> None:
        """Take over what was typed; its issues are unknown until `checked`."""
        self.typed = text
        self.issues = None if self.drafted else self.item.issues if self.item else ()

    def keep_draft(self) -> None:
        """Journal the typed text, or forget an earlier draft where it reads as before."""
        if self.item is None or self.typed == (self.item.target if self.item.draft is None else self.item.draft):
            return
        self._store.save_draft(self.item.id, self.session.reviewer, self.typed if self.drafted else None)
        self._reload()

    def candidate(self) -> Segment | None:
        """Return the segment with the typed target, for the checks."""
        return None if self.item is None else replace(self.item.segment, target=self.typed)

    def checked(self, found: Sequence[Issue]) -> None:
        """Take over what the checks say of the typed text."""
        if self.item is not None and self.drafted:
            self.issues = rulings.after_edit(self.item, self.typed, found, self.session.covers)
            self._choose_open()

    # Deciding

    def grave(self) -> tuple[JudgedIssue, ...]:
        """Return the open issues that `accept` would dismiss."""
        return rulings.grave(self.issues or ())

    def accept(self) -> None:
        """Accept the segment as it stands."""
        if self.item is not None:
            self._record(rulings.accept(self.item))

    def confirm_text(self, found: Sequence[Issue]) -> tuple[JudgedIssue, ...]:
        """Record the typed target as the translation.

        Args:
            found: what the checks say of it.

        Returns:
            The open errors that the edit brought in.
        """
        if self.item is None:
            return ()
        before = {(judged.issue.check, judged.issue.message) for judged in self.item.issues}
        after = rulings.after_edit(self.item, self.typed, found, self.session.covers)
        kept = [judged.issue for judged in after if not judged.missed]
        self._record(rulings.correct(self.item, self.typed, after), kept)
        self._choose_open()
        return tuple(
            judged for judged in rulings.grave(after) if (judged.issue.check, judged.issue.message) not in before
        )

    def judge(self, verdict: Verdict, severity: Severity | None = None) -> bool:
        """Give a verdict on the chosen issue and point at the next open one; say whether one is left."""
        if self.current is not None:
            self._record([rulings.judge(self.current, verdict, severity)])
            if verdict is Verdict.UNSURE:
                return self.next_issue(1)
            self._choose_open()
        return any(judged.open for judged in self.issues or ())

    def missed(self, spans: tuple[Span, ...], category: Category, severity: Severity) -> None:
        """Record an error that no check found."""
        if self.item is not None:
            self._record([rulings.missed(self.item, spans, category, severity, "")])

    def discuss(self, note: str) -> None:
        """Mark the segment as one to talk about."""
        self._record([Ruling(kind=Kind.SEGMENT, verdict=Verdict.DISCUSS, note=note)])

    def note(self, note: str) -> None:
        """Add a note to the segment."""
        self._record([Ruling(kind=Kind.NOTE, note=note)])

    def suggestions(self) -> tuple[JudgedIssue, ...]:
        """Return the issues whose suggestions the keys 1 to 9 apply, in that order."""
        fixes = [
            judged
            for judged in self.issues or ()
            if judged.issue.suggestion is not None and judged.issue.suggestion.span.side is Side.TARGET
        ]
        return tuple(fixes[:9])

    # Moving

    def next_issue(self, step: int) -> bool:
        """Point at the next open issue of this segment, without going around; say whether there is one."""
        issues = self.issues or ()
        order = range(self.chosen + 1, len(issues)) if step > 0 else range(self.chosen - 1, -1, -1)
        for index in order:
            if issues[index].open:
                self.chosen = index
                return True
        return False

    def undo(self) -> Step | None:
        """Take back the last step, and take up its segment."""
        return self._after(self._store.undo(self.session.reviewer))

    def redo(self) -> Step | None:
        """Do again what was taken back last, and take up its segment."""
        return self._after(self._store.redo(self.session.reviewer))

    def _after(self, step: Step | None) -> Step | None:
        if step is not None:
            for row in step.rows:
                self._note(self._store.item(row, self.session.reviewer))
            self.queue.seek(step.rows[0])
            self.take()
        return step

    def stop(self) -> None:
        """Remember where the reviewer is."""
        if self.item is not None:
            self._store.stop_at(self.item.id, self.session.reviewer)
