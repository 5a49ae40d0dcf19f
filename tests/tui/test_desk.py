from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mtreview.decision import Kind, Verdict
from mtreview.issue import Category, Severity
from mtreview.segment import Side, Span
from mtreview.store.base import State
from mtreview.store.verdicts import tallies
from mtreview.tui.desk import Desk
from tests.tui.article import recheck

if TYPE_CHECKING:
    from mtreview.tui.session import ReviewSession


def at(desk: Desk, number: int) -> Desk:
    desk.queue.go(number - 1)
    desk.take()
    return desk


def state(desk: Desk) -> State:
    assert desk.item is not None
    return desk.item.state


def correct(desk: Desk, text: str) -> tuple[str, ...]:
    assert desk.item is not None
    desk.type(text)
    return tuple(judged.issue.check for judged in desk.confirm_text(recheck(replace(desk.item.segment, target=text))))


def test_accepting_dismisses_what_is_grave_and_leaves_the_rest(session: ReviewSession) -> None:
    desk = at(Desk(session), 3)
    desk.accept()
    assert state(desk) is State.ACCEPTED
    verdicts = {judged.issue.check: judged.verdict for judged in desk.issues or ()}
    assert verdicts == {"untranslated": Verdict.DISMISSED, "doubled-word": None}
    assert len({event.at for event in session.store.events()}) == 1


def test_an_edit_confirms_the_issue_that_it_removes(session: ReviewSession) -> None:
    desk = at(Desk(session), 1)
    assert correct(desk, "Three minutes of reading.") == ()
    events = list(session.store.events())
    assert [(event.kind, event.verdict) for event in events] == [
        (Kind.ISSUE, Verdict.CONFIRMED),
        (Kind.EDIT, Verdict.CORRECTED),
    ]
    assert (state(desk), desk.issues) == (State.CORRECTED, ())


def test_a_dismissal_outlives_an_edit_elsewhere(session: ReviewSession) -> None:
    desk = at(Desk(session), 3)
    desk.judge(Verdict.DISMISSED)
    correct(desk, "The two two goats died after several minutos.")
    assert [(judged.issue.check, judged.verdict) for judged in desk.issues or ()] == [
        ("untranslated", Verdict.DISMISSED),
    ]
    correct(desk, "Two two goats died after several minutos, they say.")
    assert {judged.issue.check: judged.verdict for judged in desk.issues or ()}["untranslated"] is Verdict.DISMISSED


def test_an_edit_that_brings_an_error_says_so(session: ReviewSession) -> None:
    assert correct(at(Desk(session), 2), "The bridge opened minutos ago.") == ("untranslated",)


def test_an_issue_of_a_check_that_was_not_run_stays_while_its_words_stand(session: ReviewSession) -> None:
    desk = at(Desk(replace(session, covers=frozenset({"doubled-word"}), recheck=lambda _segment: ())), 3)
    desk.type("Two goats died after several minutos.")
    desk.confirm_text(())
    assert [(judged.issue.check, judged.verdict) for judged in desk.issues or ()] == [("untranslated", None)]
    span = (desk.issues or ())[0].issue.spans[0]
    assert desk.typed[span.start : span.end] == "minutos"
    desk.type("Two goats died after several minutes.")
    desk.confirm_text(())
    assert desk.issues == ()


def test_going_back_to_the_mt_is_an_acceptance(session: ReviewSession) -> None:
    desk = at(Desk(session), 2)
    correct(desk, "The bridge was opened.")
    correct(desk, "The bridge opened yesterday.")
    assert state(desk) is State.ACCEPTED


def test_a_severity_confirms_and_is_kept(session: ReviewSession) -> None:
    desk = at(Desk(session), 1)
    desk.judge(Verdict.CONFIRMED, Severity.CRITICAL)
    assert desk.current is not None
    assert (desk.current.verdict, desk.current.severity) == (Verdict.CONFIRMED, Severity.CRITICAL)
    desk.judge(Verdict.DISMISSED)
    assert desk.current.severity is Severity.CRITICAL


def test_a_missed_issue_is_listed_as_confirmed(session: ReviewSession) -> None:
    desk = at(Desk(session), 2)
    desk.missed((Span(side=Side.TARGET, start=4, end=10),), Category.MISTRANSLATION, Severity.MAJOR)
    assert desk.current is not None
    assert (desk.current.missed, desk.current.verdict, desk.current.issue.category) == (
        True,
        Verdict.CONFIRMED,
        Category.MISTRANSLATION,
    )
    assert desk.counts.open == 4


def test_a_mark_can_be_weighed_anew_and_withdrawn(session: ReviewSession) -> None:
    desk = at(Desk(session), 2)
    desk.missed((Span(side=Side.TARGET, start=4, end=10),), Category.MISTRANSLATION, Severity.MINOR)
    desk.judge(Verdict.CONFIRMED, Severity.CRITICAL)
    assert desk.current is not None
    assert (desk.current.missed, desk.current.severity) == (True, Severity.CRITICAL)
    assert "accuracy/mistranslation" in desk.current.issue.message
    desk.judge(Verdict.DISMISSED)
    assert (desk.issues, state(desk)) == ((), State.UNREVIEWED)
    desk.undo()
    assert desk.current is not None
    assert desk.current.severity is Severity.CRITICAL
    assert tallies(session.store.events()) == {}


def test_notes_and_discussion(session: ReviewSession) -> None:
    desk = at(Desk(session), 2)
    desk.note("look it up")
    assert state(desk) is State.UNREVIEWED
    desk.discuss("which bridge?")
    assert state(desk) is State.DISCUSS
    assert desk.queue.needs_work(1)


def test_undo_takes_up_the_segment_that_it_changed(session: ReviewSession) -> None:
    desk = at(Desk(session), 1)
    correct(desk, "Three minutes of reading.")
    at(desk, 20).accept()
    at(desk, 40)
    assert desk.undo() is not None
    assert (desk.queue.cursor, state(desk)) == (19, State.UNREVIEWED)
    assert desk.undo() is not None
    assert (desk.queue.cursor, desk.typed) == (0, "Three minutos of reading.")
    assert desk.undo() is None
    assert desk.redo() is not None
    assert desk.typed == "Three minutes of reading."


def test_a_draft_waits_and_is_recovered(session: ReviewSession) -> None:
    desk = at(Desk(session), 2)
    desk.type("The bridge op")
    desk.keep_draft()
    desk.stop()
    again = Desk(session)
    assert [draft.text for draft in again.recovered] == ["The bridge op"]
    assert (again.resumed, again.queue.cursor, again.typed, again.drafted) == (True, 1, "The bridge op", True)
    again.type("The bridge opened yesterday.")
    again.keep_draft()
    assert session.store.drafts("ana") == ()


def test_suggestions_are_numbered_worst_first(session: ReviewSession) -> None:
    desk = at(Desk(session), 3)
    assert [judged.issue.check for judged in desk.suggestions()] == ["untranslated", "doubled-word"]
