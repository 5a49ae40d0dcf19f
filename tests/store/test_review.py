from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from mtreview.decision import Kind, Verdict
from mtreview.store.base import STATES, Ruling
from mtreview.store.review import counting, live
from mtreview.store.sql import SqlStore
from tests.store.article import PAIRS, document

if TYPE_CHECKING:
    from collections.abc import Sequence

    Step = tuple[int, tuple[Ruling, ...]]

ROWS = (1, 2, 3)
ACTIONS = st.one_of(
    st.sampled_from(("undo", "redo")),
    st.tuples(
        st.sampled_from(ROWS),
        st.lists(
            st.sampled_from(("accept", "discuss", "edit", "dismiss", "note")), min_size=1, max_size=3, unique=True
        ),
    ),
)


def ruling(store: SqlStore, row: int, name: str) -> Ruling:
    match name:
        case "accept":
            return Ruling(kind=Kind.SEGMENT, verdict=Verdict.ACCEPTED)
        case "discuss":
            return Ruling(kind=Kind.SEGMENT, verdict=Verdict.DISCUSS, note="?")
        case "edit":
            length = len(store.item(row).target)
            return Ruling(kind=Kind.EDIT, verdict=Verdict.CORRECTED, target=f"{length} characters stood here.")
        case "dismiss":
            prints = [judged.issue.fingerprint for judged in store.item(row).issues]
            return Ruling(kind=Kind.ISSUE, verdict=Verdict.DISMISSED, fingerprint=prints[0] if prints else "none")
        case _:
            return Ruling(kind=Kind.NOTE, note="!")


def picture(store: SqlStore) -> list[tuple[object, ...]]:
    items = [store.item(row) for row in ROWS]
    return [
        (item.state, item.target, [(judged.issue, judged.verdict) for judged in item.issues], len(item.live))
        for item in items
    ]


def replayed(steps: Sequence[Step]) -> list[tuple[object, ...]]:
    store = SqlStore("sqlite://")
    store.add(*document(PAIRS))
    for row, rulings in steps:
        store.record(row, "ana", rulings)
    shown = picture(store)
    store.close()
    return shown


@settings(max_examples=12, deadline=None)
@given(actions=st.lists(ACTIONS, max_size=12))
def test_decisions_and_undos_amount_to_the_steps_that_count(actions: list[str | tuple[int, list[str]]]) -> None:
    store = SqlStore("sqlite://")
    store.add(*document(PAIRS))
    done: list[Step] = []
    undone: list[Step] = []
    for action in actions:
        if action == "undo":
            assert (store.undo("ana") is not None) == bool(done)
            undone += [done.pop()] if done else []
        elif action == "redo":
            assert (store.redo("ana") is not None) == bool(undone)
            done += [undone.pop()] if undone else []
        elif isinstance(action, tuple):
            row, names = action
            step = (row, tuple(ruling(store, row, name) for name in names))
            store.record(row, "ana", step[1])
            done, undone = [*done, step], []
    assert picture(store) == replayed(done)
    assert [STATES[state] for state in store.index().states] == [store.item(row).state for row in ROWS]
    events = list(store.events())
    assert [event.id for event in events] == sorted(event.id for event in events)
    assert len(live(events)) == sum(len(rulings) for _row, rulings in done)
    assert set(live(events)) <= set(counting(events))
    store.close()
