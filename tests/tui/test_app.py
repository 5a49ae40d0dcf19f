from __future__ import annotations

import asyncio
import subprocess
import sys
import unicodedata
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from textual.widgets import OptionList

from mtreview.decision import Kind, Verdict
from mtreview.errors import StoreError
from mtreview.issue import Category, Severity
from mtreview.store.base import State
from mtreview.store.sql import SqlStore
from mtreview.tui.app import ReviewApp
from mtreview.tui.desk import Desk
from mtreview.tui.screens.review import ReviewScreen
from tests.store.article import document
from tests.tui.article import recheck

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from textual.pilot import Pilot

    from mtreview.issue import Issue
    from mtreview.segment import Segment
    from mtreview.tui.session import ReviewSession


@asynccontextmanager
async def opened(
    session: ReviewSession, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Pilot[int], ReviewScreen]]:
    async with ReviewApp(session).run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, ReviewScreen)
        yield pilot, screen


def shown(pilot: Pilot[int]) -> str:
    return "\n".join("".join(cell.text for cell in strip) for strip in pilot.app.screen._compositor.render_strips())  # noqa: SLF001


def states(session: ReviewSession, *numbers: int) -> list[State]:
    ids = session.store.index().ids
    return [session.store.item(ids[number - 1], "ana").state for number in numbers]


async def test_letters_go_to_the_list_and_verbs_to_the_log(session: ReviewSession) -> None:
    async with opened(session) as (pilot, screen):
        await pilot.press("j", "a")
        assert screen.desk.queue.cursor == 2
        await pilot.press("x", "y")
        await pilot.press("z", "z", "Z")
    assert states(session, 1, 2, 3) == [State.UNREVIEWED, State.ACCEPTED, State.UNREVIEWED]
    assert [event.verdict for event in session.store.events() if event.kind is not Kind.UNDO] == [
        Verdict.ACCEPTED,
        Verdict.DISMISSED,
        Verdict.CONFIRMED,
    ]
    assert session.store.item(3).issues[0].verdict is Verdict.DISMISSED


async def test_accepting_a_grave_issue_asks_once(session: ReviewSession) -> None:
    async with opened(session) as (pilot, screen):
        await pilot.press("a")
        assert "again to accept" in shown(pilot)
        assert states(session, 1) == [State.UNREVIEWED]
        await pilot.press("j", "k", "a")
        assert states(session, 1) == [State.UNREVIEWED]
        await pilot.press("a")
        assert screen.desk.queue.cursor == 1
    assert states(session, 1) == [State.ACCEPTED]


async def test_a_suggestion_is_applied_by_its_number(session: ReviewSession) -> None:
    async with opened(session) as (pilot, screen):
        await pilot.press("1")
        assert screen.editor.text == "Three minutes of reading."
        await pilot.press("9", "n")
        assert screen.desk.queue.cursor == 2
    assert states(session, 1) == [State.CORRECTED]
    assert session.store.item(1).target == "Three minutes of reading."


async def test_a_number_without_a_suggestion_says_so(session: ReviewSession) -> None:
    async with opened(session) as (pilot, screen):
        await pilot.press("j", "3")
        assert "there is no suggestion 3 here" in shown(pilot)
        assert screen.desk.queue.cursor == 1
    assert list(session.store.events()) == []


async def test_typing_is_checked_and_confirmed(session: ReviewSession) -> None:
    async with opened(session) as (pilot, screen):
        await pilot.press("j", "e", "end", *" minutos")
        await pilot.pause(0.3)
        assert [judged.issue.check for judged in screen.desk.issues or ()] == ["untranslated"]
        await pilot.press("ctrl+j")
        assert screen.desk.queue.cursor == 1
        assert "the edit added" in shown(pilot)
        await pilot.press(*["backspace"] * 8, "!", "ctrl+j")
        assert screen.desk.queue.cursor == 2
    assert session.store.item(2).target == "The bridge opened yesterday.!"


async def test_outdated_answers_are_dropped(session: ReviewSession) -> None:
    async def slow_then_fast(pilot: Pilot[int]) -> None:
        await pilot.press("j", "e", *"minutos ")
        await pilot.pause(0.2)
        await pilot.press("home", *["delete"] * 8)
        await pilot.pause(0.6)

    def check(segment: Segment) -> tuple[Issue, ...]:
        if "minutos" in segment.target:
            asyncio.run(asyncio.sleep(0.4))
        return recheck(segment)

    async with opened(replace(session, recheck=check)) as (pilot, screen):
        await slow_then_fast(pilot)
        assert screen.desk.issues == ()


async def test_a_draft_is_journaled_and_survives_leaving(session: ReviewSession) -> None:
    async with opened(session) as (pilot, screen):
        await pilot.press("j", "e", *"Now ", "escape")
        assert states(session, 2) == [State.DRAFT]
        await pilot.press("j", "k")
        assert screen.editor.text == "Now The bridge opened yesterday."
        await pilot.press("y")
        assert "confirm the edit first" in shown(pilot)
        await pilot.press("e", "f5", "escape")
        assert states(session, 2) == [State.UNREVIEWED]
        await pilot.press("e", *"So ")
        await pilot.pause(1.2)
        assert [draft.text for draft in session.store.drafts("ana")] == ["So The bridge opened yesterday."]
    async with opened(session) as (pilot, _screen):
        assert "recovered 1 draft; resumed" in shown(pilot)


async def test_a_missed_issue_is_marked_on_the_selection(session: ReviewSession) -> None:
    async with opened(session) as (pilot, _screen):
        await pilot.press("j", "e", "home", *["shift+right"] * 3, "escape", "m")
        assert isinstance(pilot.app.screen.query_one(OptionList), OptionList)
        await pilot.press("enter", "c")
    event = next(iter(session.store.events()))
    assert (event.kind, event.severity) == (Kind.MISSED, Severity.CRITICAL.label)
    assert event.category == Category.WRONG_TERM.value
    assert [(span.start, span.end) for span in event.spans] == [(0, 3)]


async def test_severity_discussion_and_notes_are_asked_for(session: ReviewSession) -> None:
    async with opened(session) as (pilot, _screen):
        await pilot.press("equals_sign", "c", "d", *"why?", "enter", "c", *"see [b]", "enter", "d", "escape")
    said = [(event.kind, event.severity, event.note) for event in session.store.events()]
    assert said == [(Kind.ISSUE, "critical", ""), (Kind.SEGMENT, "", "why?"), (Kind.NOTE, "", "see [b]")]
    assert states(session, 1) == [State.DISCUSS]


async def test_filters_narrow_the_list(session: ReviewSession) -> None:
    async with opened(session) as (pilot, screen):
        await pilot.press("o")
        assert screen.desk.queue.rows(0, 99) == [1, 3, 4]
        await pilot.press("o", "slash", *"check:doubled-word goats", "enter")
        assert screen.desk.queue.rows(0, 99) == [3]
        await pilot.press("slash", *" zebra", "enter")
        assert len(screen.desk.queue) == 0
        await pilot.press("a", "x", "1", "e", "n", "j", "m", "c", "G", "z")
        assert "nothing to undo" in shown(pilot)


async def test_a_tiny_terminal_shows_every_pane(session: ReviewSession) -> None:
    async with opened(session, (40, 10)) as (pilot, _screen):
        lines = shown(pilot).splitlines()
    assert len(lines) == 10
    for text in (">   1", "Tres minutos", "Three minutos", "major untranslated"):
        assert any(text in line for line in lines), text


async def test_keys_are_listed(session: ReviewSession) -> None:
    async with opened(session) as (pilot, screen):
        await pilot.press("question_mark")
        assert "Accept" in shown(pilot)
        await pilot.press("escape")
        assert pilot.app.screen is screen
        bindings = [*screen.BINDINGS, *screen.segments.BINDINGS, *screen.editor.BINDINGS]
        assert all(getattr(binding, "id", None) for binding in bindings)


@pytest.mark.parametrize("size", [(80, 24), (20, 12), (3, 2)])
async def test_hostile_text_is_shown_and_never_obeyed(session: ReviewSession, size: tuple[int, int]) -> None:
    async with opened(session, size) as (pilot, _screen):
        await pilot.press("G", "g", *"jjj", "e", "end", *"xy", "escape")
        screen_text = shown(pilot)
        assert {unicodedata.category(char) for char in screen_text if char != "\n"}.isdisjoint({"Cc", "Cf", "Cs"})
        assert size[0] < 80 or size[1] < 24 or "␛[2Jhostile [b]message" in screen_text
        await pilot.press("a")
    assert session.store.item(4).target == "A \x1b[2Jhostile [b]message\u202e of minutos[/b].xy"


async def test_an_empty_review_and_giants_do_not_crash(session: ReviewSession, tmp_path: Path) -> None:
    empty = SqlStore(str(tmp_path / "empty.sqlite"))
    async with opened(replace(session, store=empty)) as (pilot, _screen):
        await pilot.press("j", "G", "n", "a", "x", "y", "e", "1", "m", "equals_sign", "d", "z", "o", "question_mark")
        await pilot.press("escape")
        assert "no segment to show" in shown(pilot)
    giant = "minutos of words " * 60_000
    empty.add(*document([("Palabras. " * 60_000, giant), ("Dos\nlíneas", "Two\nlines\n\nof minutos")]))
    async with opened(replace(session, store=empty)) as (pilot, screen):
        await pilot.press("e")
        assert "cannot be edited" in shown(pilot)
        await pilot.press("a", "a", "1")
        assert screen.desk.typed == "Two\nlines\n\nof minutes"
    assert empty.item(1).state is State.ACCEPTED
    assert empty.item(1).target == giant
    empty.close()


async def test_a_locked_segment_is_judged_but_not_edited(session: ReviewSession) -> None:
    whole, assessments = document([("Tres minutos.", "Three minutos.")], "locked.xlf")
    locked = [replace(one, segment=replace(one.segment, locked=True)) for one in assessments]
    session.store.add(whole, locked)
    async with opened(replace(session, documents=("locked.xlf",))) as (pilot, screen):
        await pilot.press("e", "1")
        assert "locked" in shown(pilot)
        assert screen.editor.text == "Three minutos."
        await pilot.press("x")
    assert [event.verdict for event in session.store.events()] == [Verdict.DISMISSED]


async def test_a_decision_that_cannot_be_saved_is_said_and_goes_nowhere(
    session: ReviewSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> None:
        message = "the store cannot grow"
        raise StoreError(message)

    async with opened(session) as (pilot, screen):
        monkeypatch.setattr(session.store, "record", full)
        await pilot.press("j", "a")
        await pilot.pause(0.3)
        assert screen.desk.queue.cursor == 1
        assert "NOT SAVED" in shown(pilot)


async def test_many_rows_are_fetched_only_where_seen(session: ReviewSession) -> None:
    session.store.add(*document([(f"Frase {number}.", f"Sentence {number}.") for number in range(3000)], "many.txt"))
    fetched: list[int] = []
    page = session.store.page

    def counted(ids: list[int]) -> object:
        fetched.extend(ids)
        return page(ids)

    session.store.page = counted  # type: ignore[method-assign,assignment]
    async with opened(replace(session, documents=("many.txt",))) as (pilot, _screen):
        await pilot.press("G")
        assert "Sentence 2999." in shown(pilot)
    assert len(fetched) < 400


async def test_quitting_keeps_what_was_typed(session: ReviewSession) -> None:
    async with opened(session) as (pilot, _screen):
        await pilot.press("j", "e", "A", "ctrl+q")
    assert [draft.text for draft in Desk(session).recovered] == ["AThe bridge opened yesterday."]


def test_without_a_terminal_it_is_one_line() -> None:
    program = "from mtreview.tui.app import run\ntry:\n    run(None)\nexcept Exception as error:\n    print(error)"
    done = subprocess.run(
        [sys.executable, "-c", program],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout == "review needs a terminal; `mtreview check` prints the issues instead\n"
