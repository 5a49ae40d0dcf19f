"""Marking an error that no check found."""

from __future__ import annotations

from mtreview.issue import Category, Severity
from mtreview.segment import Side, Span
from mtreview.tui.screens.choice import ChoiceScreen
from mtreview.tui.screens.live import LiveScreen

SEVERITIES = tuple(item.label for item in reversed(Severity))
EDIT_FIRST = "confirm the edit first: ctrl+s in the editor, or a"
_MARKABLE = tuple(item.value for item in Category if "/" in item.value)


class MarkingScreen(LiveScreen):
    """Ask where a missed error is, what it is, and how much it hurts."""

    def action_mark_missed(self) -> None:
        """Mark an error that no check found: the selection, else a whole side."""
        self.take_typed()
        if self.desk.item is None:
            return
        if self.desk.drafted:
            self.show_issues(EDIT_FIRST)
            return
        spans = tuple(filter(None, [self.editor.selected()]))
        where = "selection" if spans else ""

        def side_chosen(side: str | None) -> None:
            if side is not None:
                self._ask_category((self._whole(Side(side)),), side)

        if spans or not self.desk.item.segment.source:
            self._ask_category(spans or (self._whole(Side.TARGET),), where or Side.TARGET.value)
        else:
            self.app.push_screen(ChoiceScreen("On which side?", [Side.TARGET.value, Side.SOURCE.value]), side_chosen)

    def _whole(self, side: Side) -> Span:
        item = self.desk.item
        text = "" if item is None else item.target if side is Side.TARGET else item.segment.text(side)
        return Span(side=side, start=0, end=len(text))

    def _ask_category(self, spans: tuple[Span, ...], where: str) -> None:
        def severity_chosen(category: str, label: str | None) -> None:
            if label is not None:
                with self.saving():
                    self.desk.missed(spans, Category(category), Severity.parse(label))
                    self.show_decision("marked")

        def category_chosen(category: str | None) -> None:
            if category is not None:
                screen = ChoiceScreen("How much does it hurt?", SEVERITIES, Severity.MAJOR.label)
                self.app.push_screen(screen, lambda label: severity_chosen(category, label))

        self.app.push_screen(ChoiceScreen(f"What is wrong with the {where}?", _MARKABLE), category_chosen)
