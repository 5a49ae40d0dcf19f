"""The issues of the segment in hand, with numbered suggestions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from mtreview.tui.glyphs import SEVERITY_STYLE
from mtreview.tui.untrusted import printable
from mtreview.tui.wording import differences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from mtreview.store.base import JudgedIssue

_SHOWN = 50
_CONTEXT = 200


class IssueList(VerticalScroll):
    """Show issues, the chosen one in full."""

    def __init__(self) -> None:
        super().__init__(id="issues")
        self.border_title = "Issues"

    def compose(self) -> ComposeResult:
        """Hold one text."""
        yield Static(id="issues-text")

    def show(
        self, issues: Sequence[JudgedIssue] | None, chosen: int, suggestions: Sequence[JudgedIssue], target: str
    ) -> None:
        """Show the issues of a text.

        Args:
            issues: None while the checks look at it.
            chosen: index of the one that keys act on.
            suggestions: those whose suggestions have the keys 1 to 9.
            target: the text itself.
        """
        body = self.query_one("#issues-text", Static)
        if not issues:
            body.update(Content.styled("checking…" if issues is None else "no issues", "dim"))
            self.border_title = "Issues"
            return
        opened = sum(judged.open for judged in issues)
        self.border_title = f"Issues: {opened} open of {len(issues)}"
        numbers = {id(judged): number for number, judged in enumerate(suggestions, 1)}
        first = max(0, chosen - _SHOWN // 2)
        lines = [
            _line(judged, numbers.get(id(judged)), target, chosen=first + index == chosen)
            for index, judged in enumerate(issues[first : first + _SHOWN])
        ]
        body.update(Content("\n").join(lines))
        self.scroll_to(y=max(0, chosen - first), animate=False)


def _line(judged: JudgedIssue, number: int | None, target: str, *, chosen: bool) -> Content:
    verdict = "conflict" if judged.conflict else judged.verdict.value if judged.verdict else "open"
    style = SEVERITY_STYLE[judged.severity] if judged.open else "dim"
    parts = [
        Content.styled(">" if chosen else " ", "bold"),
        Content.styled(f" {judged.severity.label} ", style),
        Content.styled(f"{judged.issue.check} ", "bold" if judged.open else "dim"),
        Content.styled(f"[{verdict}] ", "" if judged.open else "dim"),
        Content.styled(printable(judged.issue.message), "" if judged.open else "dim"),
    ]
    if judged.issue.suggestion is not None:
        key = f"  {number}: " if number else "  suggestion: "
        parts += [Content.styled(key, "bold"), _diff(judged, target)]
    return Content("").join(parts)


def _diff(judged: JudgedIssue, target: str) -> Content:
    """Return what a suggestion takes out and puts in."""
    fix = judged.issue.suggestion
    if fix is None:
        return Content("")
    old = target[fix.span.start : fix.span.end][:_CONTEXT]
    if not fix.text:
        return Content.assemble(("delete ", "dim"), (printable(old).strip("\n") or "the blank", "strike $text-error"))
    if not old:
        return Content.assemble(("insert ", "dim"), (printable(fix.text[:_CONTEXT]), "underline $text-success"))
    pieces = tuple(differences(printable(old), printable(fix.text[:_CONTEXT])))
    before = [Content.styled(piece.old, "" if piece.same else "strike $text-error") for piece in pieces]
    after = [Content.styled(piece.new, "" if piece.same else "underline $text-success") for piece in pieces]
    return Content("").join([*before, Content.styled(" → ", "dim"), *after])
