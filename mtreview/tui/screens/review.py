"""The review screen: what each key does."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from mtreview.decision import Verdict
from mtreview.issue import Severity
from mtreview.segment import Side
from mtreview.store.base import State
from mtreview.tui.screens.choice import ChoiceScreen
from mtreview.tui.screens.keys import KeysScreen
from mtreview.tui.screens.marking import EDIT_FIRST, SEVERITIES, MarkingScreen
from mtreview.tui.screens.note import NoteScreen
from mtreview.tui.widgets.segment_list import SegmentList
from mtreview.tui.widgets.source_pane import SourcePane
from mtreview.tui.widgets.target_editor import TargetEditor

if TYPE_CHECKING:
    from collections.abc import Callable

    from mtreview.store.base import Step
    from mtreview.tui.messages import Confirmed, Left, Pointed


class ReviewScreen(MarkingScreen):
    """Decide on segments and issues from the keyboard."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "a", "accept", "Accept", tooltip="Accept the segment, or confirm its draft, and go on", id="review.accept"
        ),
        Binding(
            "x",
            "dismiss_issue",
            "Dismiss",
            tooltip="Dismiss the issue and go to the next open one",
            id="review.dismiss",
        ),
        Binding("y", "judge('confirmed')", "Confirm issue", id="review.confirm", show=False),
        Binding("u", "judge('unsure')", "Unsure", id="review.unsure", show=False),
        Binding("e,enter", "edit", "Edit", tooltip="Edit the target", id="review.edit"),
        Binding("n", "next_open(1)", "Next open", tooltip="Next open issue, here or further on", id="review.next"),
        Binding("N", "next_open(-1)", "Previous open issue", id="review.previous", show=False),
        Binding("1", "apply(1)", "Apply a suggestion", key_display="1-9", id="review.apply_1", show=False),
        *(Binding(str(key), f"apply({key})", id=f"review.apply_{key}", show=False) for key in range(2, 10)),
        Binding("m", "mark_missed", "Mark a missed issue", id="review.missed", show=False),
        Binding("equals_sign", "severity", "Set the severity of the issue", id="review.severity", show=False),
        Binding("d", "discuss", "Needs discussion", id="review.discuss", show=False),
        Binding("c", "note", "Add a note", id="review.note", show=False),
        Binding("z", "undo", "Undo", tooltip="Undo the last decision, wherever it was", id="review.undo"),
        Binding("Z", "redo", "Redo", tooltip="Do again what was undone", id="review.redo", show=False),
        Binding("slash", "filter", "Filter", tooltip="Show only segments with a text, or check:ID", id="review.filter"),
        Binding(
            "o", "only_open", "Open only", tooltip="Show only segments that need work, or all again", id="review.open"
        ),
        Binding("question_mark", "keys", "Keys", tooltip="This list", id="review.keys"),
        Binding("q", "app.quit", "Quit", tooltip="Quit; everything is kept", id="review.quit"),
    ]

    _asked: int | None = None
    _open_only = False
    _wanted = ""

    # Moving

    def _go_to(self, message: str = "") -> None:
        """Take up the segment at the cursor."""
        self._asked = None
        with self.saving():
            self.desk.take()
            self.show_item(message)

    def _leave_item(self) -> None:
        self.take_typed()
        self.keep_draft()

    def on_pointed(self, message: Pointed) -> None:
        """Go to a segment of the list."""
        self._leave_item()
        if self.desk.queue.go(message.place):
            self._go_to()

    def action_next_open(self, step: int) -> None:
        """Go to the next open issue, here or in another segment."""
        if self.desk.next_issue(step):
            self.show_issues()
            return
        self._leave_item()
        if self.desk.queue.next_open(step):
            self._go_to()
        else:
            self.show_issues("nothing else is open")

    def _go_on(self) -> None:
        if self.desk.queue.go(self.desk.queue.cursor + 1):
            self._go_to()
        else:
            self.show_item("this is the last segment")

    # Deciding on a segment

    async def action_accept(self) -> None:
        """Accept the segment, or confirm its draft, and go on."""
        await self._settle(go_on=True)

    async def on_confirmed(self, message: Confirmed) -> None:
        """Confirm the target from within the editor."""
        await self._settle(go_on=message.go_on)

    async def _settle(self, *, go_on: bool) -> None:
        self.take_typed()
        desk = self.desk
        if desk.item is None:
            return
        if desk.drafted:
            found = await self.check_typed()
            with self.saving():
                added = desk.confirm_text(found)
                self.show_decision(f"saved; the edit added: {added[0].issue.message}" if added else "saved")
                if go_on and not added:
                    self._go_on()
            return
        if (grave := len(desk.grave())) and self._asked != desk.item.id:
            self._asked = desk.item.id
            what = "issue is" if grave == 1 else "issues are"
            self.show_issues(f"{grave} major or critical {what} open; again to accept and dismiss")
            return
        with self.saving():
            desk.accept()
            self.show_decision()
            if go_on:
                self._go_on()

    def action_discuss(self) -> None:
        """Mark the segment as one to talk about."""
        self._ask_note("What needs discussion?", self.desk.discuss)

    def action_note(self) -> None:
        """Add a note to the segment."""
        self._ask_note("Note", self.desk.note)

    def _ask_note(self, title: str, write: Callable[[str], None]) -> None:
        def answered(text: str | None) -> None:
            if text:
                with self.saving():
                    write(text)
                    self.show_decision("noted")

        if self.desk.item is not None:
            self._leave_item()
            self.app.push_screen(NoteScreen(title), answered)

    # Deciding on an issue

    def _has_issue(self) -> bool:
        self.take_typed()
        if self.desk.drafted:
            self.show_issues(EDIT_FIRST)
        elif self.desk.current is None:
            self.show_issues("there is no issue here; m marks one")
        return not self.desk.drafted and self.desk.current is not None

    def action_judge(self, verdict: str) -> None:
        """Give a verdict on the chosen issue."""
        if self._has_issue():
            with self.saving():
                self.desk.judge(Verdict(verdict))
                self.show_decision()

    def action_dismiss_issue(self) -> None:
        """Dismiss the chosen issue and go to the next open one."""
        if self._has_issue():
            with self.saving():
                left = self.desk.judge(Verdict.DISMISSED)
                self.show_decision()
                if not left:
                    self.action_next_open(1)

    def action_severity(self) -> None:
        """Say how much the chosen issue hurts, which confirms it."""

        def answered(label: str | None) -> None:
            if label is not None:
                with self.saving():
                    self.desk.judge(Verdict.CONFIRMED, Severity.parse(label))
                    self.show_decision()

        if self._has_issue() and self.desk.current is not None:
            start = self.desk.current.severity.label
            self.app.push_screen(ChoiceScreen("How much does it hurt?", SEVERITIES, start), answered)

    async def action_apply(self, number: int) -> None:
        """Apply a numbered suggestion; on a draft it goes into the draft."""
        self.take_typed()
        fixes = self.desk.suggestions()
        fix = fixes[number - 1].issue.suggestion if number <= len(fixes) else None
        if self.editor.read_only:
            self._say_closed()
            return
        if fix is None:
            self.show_issues(f"there is no suggestion {number} here; e edits the target")
            return
        drafted = self.desk.drafted
        self.desk.type(fix.apply(self.desk.typed))
        if drafted:
            self.show_item()
            self.keep_draft()
            return
        found = await self.check_typed()
        with self.saving():
            added = self.desk.confirm_text(found)
            self.show_decision(f"applied; it added: {added[0].issue.message}" if added else "applied")

    # Undo

    def action_undo(self) -> None:
        """Take back the last decision, wherever it was."""
        self._leave_item()
        with self.saving():
            self._stepped(self.desk.undo(), "undone", "nothing to undo")

    def action_redo(self) -> None:
        """Do again what was undone last."""
        self._leave_item()
        with self.saving():
            self._stepped(self.desk.redo(), "done again", "nothing to redo")

    def _stepped(self, step: Step | None, done: str, nothing: str) -> None:
        if step is None:
            self.show_issues(nothing)
            return
        for row in step.rows:
            self.segments.redraw(row)
        said = next((event.verdict.value for event in reversed(step.events) if event.verdict), "")
        self.show_item(f"{done}: {said or step.events[-1].kind.value}")

    # Editing

    def _say_closed(self) -> None:
        locked = self.desk.item is not None and self.desk.item.state is State.LOCKED
        self.show_issues("the segment is locked" if locked else "this target cannot be edited here")

    def action_edit(self) -> None:
        """Go into the target."""
        if self.editor.read_only:
            self._say_closed()
            return
        self.editor.focus()
        current = self.desk.current
        self.editor.place(next((span.start for span in current.issue.on(Side.TARGET)), 0) if current else 0)

    def on_left(self, _message: Left) -> None:
        """Come back from the target; what was typed is kept as a draft."""
        self._leave_item()
        self.query_one(SourcePane).light(())
        self.segments.focus()

    # Filter and help

    def action_only_open(self) -> None:
        """Show only what needs work, or everything again."""
        self._open_only = not self._open_only
        self._filter()

    def action_filter(self) -> None:
        """Ask for a text, or `check:` and a check's id, and show only what has it."""

        def answered(text: str | None) -> None:
            if text is not None:
                self._wanted = text
                self._filter()

        screen = NoteScreen("Show segments with", hint="a text, or check:ID", text=self._wanted, required=False)
        self.app.push_screen(screen, answered)

    def _filter(self) -> None:
        self._leave_item()
        words = self._wanted.split()
        check = next((word.removeprefix("check:") for word in words if word.startswith("check:")), "")
        text = " ".join(word for word in words if not word.startswith("check:"))
        with self.saving():
            among = self.desk.session.store.find(text, check) if self._wanted else None
            self.desk.queue.filter(open_only=self._open_only, among=among)
            self.filtered = " ".join([*(["open"] if self._open_only else []), *words])
            self.segments.reload()
            self._go_to("" if len(self.desk.queue) else "nothing matches; / changes the filter")

    def action_keys(self) -> None:
        """Show every key."""
        groups = (("Review", self.BINDINGS), ("List", SegmentList.BINDINGS), ("Editor", TargetEditor.BINDINGS))
        self.app.push_screen(KeysScreen(groups))
