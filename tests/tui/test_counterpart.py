from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mtreview.segment import Side, Span
from mtreview.tui.widgets.source_pane import SourcePane
from tests.tui.test_app import opened

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from mtreview.segment import Segment
    from mtreview.tui.session import ReviewSession


def lit(pilot: Pilot[int]) -> str:
    strips = pilot.app.screen._compositor.render_strips()  # noqa: SLF001
    return "".join(cell.text for strip in strips for cell in strip if cell.style and cell.style.reverse)


async def test_the_counterpart_of_the_word_at_the_cursor_is_lit(session: ReviewSession) -> None:
    def bridge(segment: Segment, offset: int) -> tuple[Span, ...]:
        at = (segment.source or "").find("puente")
        near = segment.target.find("bridge") <= offset <= segment.target.find("bridge") + len("bridge")
        return (Span(side=Side.SOURCE, start=at, end=at + len("puente")),) if near else ()

    async with opened(replace(session, counterparts=bridge)) as (pilot, _):
        await pilot.press("j", "e", *["right"] * 5)
        await pilot.pause(0.4)
        assert "puente" in lit(pilot)
        await pilot.press("end")
        await pilot.pause(0.4)
        assert "puente" not in lit(pilot)
        await pilot.press(*["left"] * 20)
        await pilot.pause(0.4)
        assert "puente" in lit(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert "puente" not in lit(pilot)


async def test_what_is_lit_is_in_view_wherever_the_wide_and_the_broken_lines_are(session: ReviewSession) -> None:
    async with opened(session) as (pilot, _):
        pane = pilot.app.screen.query_one(SourcePane)
        for text in (
            "日本国 " * 400 + "puente " + "otra " * 400,
            "otra\n" * 60 + "puente " + "otra " * 400,
            "otra " * 400 + "puente " + "日本国 " * 400,
            "a" * 3000 + " puente",
        ):
            pane.show(text, ())
            await pilot.pause()
            at = text.index("puente")
            pane.light((Span(side=Side.SOURCE, start=at, end=at + len("puente")),))
            await pilot.pause()
            assert "puente" in lit(pilot)
        pane.light((Span(side=Side.SOURCE, start=30_000, end=30_005),))
        await pilot.pause()
        assert "puente" not in lit(pilot)
