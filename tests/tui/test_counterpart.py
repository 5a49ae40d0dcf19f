from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mtreview.segment import Side, Span
from tests.tui.test_app import opened

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from mtreview.segment import Segment
    from mtreview.tui.session import ReviewSession


async def test_the_counterpart_of_the_word_at_the_cursor_is_lit(session: ReviewSession) -> None:
    def bridge(segment: Segment, offset: int) -> tuple[Span, ...]:
        at = (segment.source or "").find("puente")
        near = segment.target.find("bridge") <= offset <= segment.target.find("bridge") + len("bridge")
        return (Span(side=Side.SOURCE, start=at, end=at + len("puente")),) if near else ()

    def lit(pilot: Pilot[int]) -> str:
        strips = pilot.app.screen._compositor.render_strips()  # noqa: SLF001
        return "".join(cell.text for strip in strips for cell in strip if cell.style and cell.style.reverse)

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
