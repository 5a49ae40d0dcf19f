from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtreview.models.backends.pairing import Part, average, parts

LENGTHS = st.lists(st.tuples(st.integers(0, 300), st.integers(0, 300)), max_size=5)


@given(lengths=LENGTHS, room=st.integers(2, 64))
def test_parts_fit_and_cover_every_token_once_and_in_order(lengths: list[tuple[int, int]], room: int) -> None:
    made = parts(lengths, room)
    assert all(len(part.source) + len(part.target) <= room for part in made)
    assert sorted(part.pair for part in made) == [part.pair for part in made]
    for pair, (source, target) in enumerate(lengths):
        mine = [part for part in made if part.pair == pair]
        assert [at for part in mine for at in part.source] == list(range(source))
        assert [at for part in mine for at in part.target] == list(range(target))
        assert mine[1:] == [] or source + target > room


@given(lengths=LENGTHS, value=st.floats(-5, 5))
def test_the_average_of_one_value_is_that_value(lengths: list[tuple[int, int]], value: float) -> None:
    made = parts(lengths, 16)
    assert average(made, [value] * len(made), len(lengths)) == pytest.approx([value] * len(lengths))


def test_longer_parts_count_more() -> None:
    made = [Part(pair=0, source=range(1), target=range(3)), Part(pair=0, source=range(1, 2), target=range(3, 4))]
    assert average(made, [1.0, 5.0], 1) == [2.0]
