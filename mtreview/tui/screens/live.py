"""The panes of a review, kept true to the desk while the reviewer types."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from typing import TYPE_CHECKING

from textual.containers import Container
from textual.screen import Screen
from textual.widgets import Footer

from mtreview.errors import StoreError
from mtreview.store.base import State
from mtreview.tui.messages import Checked, Linked, Typed
from mtreview.tui.widgets.issue_list import IssueList
from mtreview.tui.widgets.marked import LONGEST
from mtreview.tui.widgets.segment_list import SegmentList
from mtreview.tui.widgets.side_pane import SidePane
from mtreview.tui.widgets.source_pane import SourcePane
from mtreview.tui.widgets.status import StatusLine
from mtreview.tui.widgets.target_editor import TargetEditor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult
    from textual.timer import Timer

    from mtreview.issue import Issue
    from mtreview.segment import Segment
    from mtreview.store.base import Row
    from mtreview.tui.desk import Desk
    from mtreview.tui.messages import Moved

CHECK_AFTER = 0.15
SAVE_AFTER = 1.0
LINK_AFTER = 0.1
_AROUND = 3


class LiveScreen(Screen[None]):
    """Show what is on the desk; check typed text again, and journal it.

    Args:
        desk: the review.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.filtered = ""
        self._revision = 0
        self._check: Timer | None = None
        self._save: Timer | None = None
        self._stop: Timer | None = None
        self._link: Timer | None = None
        self._said = ""

    def compose(self) -> ComposeResult:
        """Lay out the panes; the style sheet places them by the size of the terminal."""
        session = self.desk.session
        yield StatusLine()
        with Container(id="body"):
            yield SegmentList(self.desk.queue, session.store.page, ascii_only=session.ascii)
            with Container(id="texts"):
                yield SourcePane()
                yield TargetEditor()
                yield IssueList()
            yield SidePane()
        yield Footer(show_command_palette=False, compact=True)

    @property
    def segments(self) -> SegmentList:
        """Return the list."""
        return self.query_one(SegmentList)

    @property
    def editor(self) -> TargetEditor:
        """Return the editor."""
        return self.query_one(TargetEditor)

    def on_mount(self) -> None:
        """Show the first segment, with the focus on the list so that letters never land in a text."""
        self.segments.focus()
        self.show_item(self._greeting())

    def _greeting(self) -> str:
        """Say where the review goes on and what was recovered."""
        drafts = len(self.desk.recovered)
        parts = [f"recovered {drafts} draft{'s' * (drafts != 1)}"] if drafts else []
        parts += ["resumed where you stopped"] if self.desk.resumed else []
        return "; ".join(parts)

    @contextmanager
    def saving(self) -> Iterator[None]:
        """Say so, and go no further, where the store does not take a decision."""
        try:
            yield
        except StoreError as error:
            self.notify(f"NOT SAVED. {error}", severity="error", timeout=20, markup=False)

    # Showing

    def show_item(self, message: str = "") -> None:
        """Show the segment in hand, after it or the place changed."""
        self._revision += 1
        item = self.desk.item
        issues = self.desk.issues or ()
        self.query_one(SourcePane).show(item.segment.source if item else "", issues)
        locked = item is None or item.state is State.LOCKED
        self.editor.show(self.desk.typed, item.segment.target if item else "", issues, locked=locked)
        around = self._around() if self.has_class("-wide") else []
        self.query_one(SidePane).show(item, around)
        self.segments.follow()
        self.show_issues(message)
        if self._stop is not None:
            self._stop.stop()
        self._stop = self.set_timer(SAVE_AFTER, self.keep_place)
        if self.desk.issues is None:
            self._check_soon()

    def show_issues(self, message: str = "") -> None:
        """Show the issues of the text as it now reads."""
        desk = self.desk
        self._said = message
        self.query_one(IssueList).show(desk.issues, desk.chosen, desk.suggestions(), desk.typed)
        self.editor.mark(desk.issues or ())
        self.query_one(StatusLine).show(desk, self.filtered, message)

    def show_decision(self, message: str = "") -> None:
        """Show what a decision made of the segment in hand."""
        if self.desk.item is not None:
            self.segments.redraw(self.desk.item.id)
        self.show_item(message)

    def _around(self) -> list[Row]:
        queue = self.desk.queue
        ids = queue.rows(queue.cursor - _AROUND, queue.cursor + _AROUND + 1)
        rows = self.desk.session.store.page(ids)
        return [rows[row] for row in ids if row in rows]

    def on_resize(self) -> None:
        """Fill the panes that a wider terminal has."""
        self.call_after_refresh(lambda: self.show_item(self._said))

    # Typing

    def take_typed(self) -> None:
        """Take over what stands in the editor, before anything is decided on it."""
        if not self.editor.read_only and self.editor.value != self.desk.typed:
            self._typed(self.editor.value)

    def on_typed(self, message: Typed) -> None:
        """Check the text soon, and journal it once the keys rest."""
        if message.text != self.desk.typed and self.desk.item is not None:
            self._typed(message.text)

    def _typed(self, text: str) -> None:
        self._revision += 1
        self.desk.type(text)
        self.show_issues()
        self._check_soon()
        if self._save is not None:
            self._save.stop()
        self._save = self.set_timer(SAVE_AFTER, self.keep_draft)

    def keep_draft(self) -> None:
        """Journal the typed text."""
        if self._save is not None:
            self._save.stop()
        with self.saving():
            before = self.desk.item.state if self.desk.item else None
            self.desk.keep_draft()
            if self.desk.item is not None and self.desk.item.state is not before:
                self.segments.redraw(self.desk.item.id)

    def _check_soon(self) -> None:
        if self._check is not None:
            self._check.stop()
        self._check = self.set_timer(CHECK_AFTER, self._check_now)

    def _check_now(self) -> None:
        segment = self.desk.candidate()
        if segment is not None and self.desk.drafted:
            revision = self._revision
            self.run_worker(lambda: self._run_checks(segment, revision), thread=True, exclusive=True, group="check")

    def _run_checks(self, segment: Segment, revision: int) -> None:
        self.post_message(Checked(revision, self.desk.session.recheck(segment)))

    def on_checked(self, message: Checked) -> None:
        """Show what the checks say, unless the text went on since."""
        if message.revision == self._revision:
            self.desk.checked(message.issues)
            self.show_issues(self._said)

    # The word at the cursor

    def on_moved(self, message: Moved) -> None:
        """Light what corresponds to the word at the cursor, once the cursor rests."""
        if self._link is not None:
            self._link.stop()
        self._link = self.set_timer(LINK_AFTER, lambda: self._link_now(message.offset))

    def _link_now(self, offset: int) -> None:
        segment, find = self.desk.candidate(), self.desk.session.counterparts
        if segment is None or find is None or not segment.source:
            return
        if max(len(segment.source), len(segment.target)) > LONGEST:
            return
        revision = self._revision

        def look() -> None:
            self.post_message(Linked(revision, find(segment, offset)))

        self.run_worker(look, thread=True, exclusive=True, group="link")

    def on_linked(self, message: Linked) -> None:
        """Light it, unless the text went on since or the reviewer left the editor."""
        if message.revision == self._revision and self.editor.has_focus:
            self.query_one(SourcePane).light(message.spans)

    async def check_typed(self) -> tuple[Issue, ...]:
        """Return what the checks say of the typed text, now."""
        segment = self.desk.candidate()
        return () if segment is None else await asyncio.to_thread(self.desk.session.recheck, segment)

    def keep_place(self) -> None:
        """Remember where the reviewer is."""
        with self.saving():
            self.desk.stop()

    def leave(self) -> None:
        """Keep the draft and the place before the program ends."""
        self.take_typed()
        self.keep_draft()
        self.keep_place()
