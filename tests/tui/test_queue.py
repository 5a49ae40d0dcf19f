from __future__ import annotations

from array import array

from hypothesis import given
from hypothesis import strategies as st

from mtreview.store.base import STATES, Index, State
from mtreview.tui.queue import Queue


def queue(opened: list[int], states: list[State] | None = None) -> Queue:
    kinds = states or [State.UNREVIEWED] * len(opened)
    ids = array("I", [10 * (place + 1) for place in range(len(opened))])
    return Queue(Index(ids=ids, states=bytearray(map(STATES.index, kinds)), open=array("I", opened)))


def test_next_open_goes_around_the_end_both_ways() -> None:
    work = queue([1, 0, 0, 2, 0])
    assert (work.next_open(1), work.row) == (True, 40)
    assert (work.next_open(1), work.row) == (True, 10)
    assert (work.next_open(-1), work.row) == (True, 40)
    work.update(10, State.ACCEPTED, 0)
    assert (work.next_open(1), work.row) == (False, 40)


def test_a_stale_segment_needs_work_without_an_issue() -> None:
    work = queue([0, 0, 0], [State.ACCEPTED, State.ACCEPTED, State.STALE])
    assert (work.next_open(1), work.row) == (True, 30)


def test_the_filter_keeps_the_place_or_takes_the_next() -> None:
    work = queue([0, 1, 0, 0, 3])
    work.go(2)
    work.filter(open_only=True)
    assert (list(work.view), work.row, len(work), work.total) == ([1, 4], 50, 2, 5)
    work.filter(open_only=False, among=frozenset({10, 30}))
    assert (work.rows(0, 9), work.row) == ([10, 30], 30)
    work.filter(open_only=False, among=frozenset())
    assert (len(work), work.row, work.next_open(1)) == (0, None, False)
    work.filter(open_only=False)
    assert work.row == 10


def test_an_empty_list_has_no_row() -> None:
    empty = queue([])
    assert (empty.row, empty.go(5), empty.next_open(1), empty.seek(1), empty.place_of(10)) == (None,) + (False,) * 3 + (
        None,
    )


@given(opened=st.lists(st.integers(0, 2), max_size=40), moves=st.lists(st.integers(-60, 60)), wanted=st.booleans())
def test_the_cursor_never_leaves_the_view(opened: list[int], moves: list[int], *, wanted: bool) -> None:
    work = queue(opened)
    work.filter(open_only=wanted)
    for move in moves:
        work.go(work.cursor + move)
        assert 0 <= work.cursor < max(len(work), 1)
    for place in range(len(work)):
        assert work.place_of(work.row_at(place)) == place
