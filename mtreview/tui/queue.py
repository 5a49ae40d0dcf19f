"""The order of work: which segments are listed, where the reviewer is, and which is next."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from mtreview.store.base import STATES, Counts, State

if TYPE_CHECKING:
    from mtreview.store.base import Index

_WAITING = frozenset({State.STALE, State.CONFLICT, State.DISCUSS, State.DRAFT})


class Queue:
    """Hold a list of segments as arrays, filtered to a view, with a cursor.

    Attributes:
        view: positions in the whole list of what is shown; never empty while the list is not, unless a filter says so.
        cursor: position in the view; 0 in an empty one.
    """

    def __init__(self, index: Index) -> None:
        self._index = index
        self._position = {row: position for position, row in enumerate(index.ids)}
        self.view = array("I", range(len(index.ids)))
        self.cursor = 0

    def __len__(self) -> int:
        return len(self.view)

    @property
    def total(self) -> int:
        """Return how many segments there are without the filter."""
        return len(self._index.ids)

    @property
    def row(self) -> int | None:
        """Return the row at the cursor, None in an empty view."""
        return self.row_at(self.cursor) if self.view else None

    def row_at(self, place: int) -> int:
        """Return the row at a place of the view."""
        return self._index.ids[self.view[place]]

    def rows(self, start: int, end: int) -> list[int]:
        """Return the rows of a stretch of the view, clipped to it."""
        return [self._index.ids[position] for position in self.view[max(start, 0) : end]]

    def place_of(self, row: int) -> int | None:
        """Return the place of a row in the view, None where the filter hides it."""
        position = self._position.get(row)
        if position is None:
            return None
        low, high = 0, len(self.view)
        while low < high:
            middle = (low + high) // 2
            if self.view[middle] < position:
                low = middle + 1
            else:
                high = middle
        return low if low < len(self.view) and self.view[low] == position else None

    def go(self, place: int) -> bool:
        """Move the cursor to a place, clipped to the view; say whether it moved."""
        before = self.cursor
        self.cursor = max(0, min(place, len(self.view) - 1))
        return self.cursor != before

    def seek(self, row: int) -> bool:
        """Move the cursor to a row; say whether the view has it."""
        place = self.place_of(row)
        if place is not None:
            self.cursor = place
        return place is not None

    def needs_work(self, place: int) -> bool:
        """Say whether the segment at a place has an open issue, or a state that somebody must look at."""
        position = self.view[place]
        state = STATES[self._index.states[position]]
        return self._index.open[position] > 0 or state in _WAITING

    def next_open(self, step: int) -> bool:
        """Move to the next segment that needs work, forward (1) or back (-1), around the end; say if there is one."""
        size = len(self.view)
        for distance in range(1, size):
            place = (self.cursor + step * distance) % size
            if self.needs_work(place):
                self.cursor = place
                return True
        return False

    def update(self, row: int, state: State, opened: int) -> None:
        """Note what a decision made of a segment; it stays in the view until the filter is applied again."""
        position = self._position.get(row)
        if position is not None:
            self._index.states[position] = STATES.index(state)
            self._index.open[position] = opened

    def counts(self) -> Counts:
        """Count the whole list, whatever the view."""
        states = {state: self._index.states.count(number) for number, state in enumerate(STATES)}
        return Counts(segments=self.total, states=states, open=sum(self._index.open))

    def filter(self, *, open_only: bool, among: frozenset[int] | None = None) -> None:
        """Show only the segments that need work, or are among some; the cursor stays at its segment or the next one."""
        here = self.view[self.cursor] if self.view else 0
        self.view = array("I", range(len(self._index.ids)))
        if among is not None:
            self.view = array("I", (position for position in self.view if self._index.ids[position] in among))
        if open_only:
            places = filter(self.needs_work, range(len(self.view)))
            self.view = array("I", [self.view[place] for place in places])
        self.cursor = 0
        self.go(next((place for place, position in enumerate(self.view) if position >= here), len(self.view) - 1))
