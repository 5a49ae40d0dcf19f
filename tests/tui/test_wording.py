from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mtreview.segment import Side, Span
from mtreview.tui.wording import Edit, differences

SENTENCE = st.text(alphabet="ab ñ.,", max_size=30)


@given(old=SENTENCE, new=SENTENCE)
def test_the_pieces_are_the_texts(old: str, new: str) -> None:
    pieces = list(differences(old, new))
    assert "".join(piece.old for piece in pieces) == old
    assert "".join(piece.new for piece in pieces) == new


@given(old=SENTENCE, new=SENTENCE, data=st.data())
def test_a_moved_span_holds_the_same_words(old: str, new: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))
    moved = Edit.between(old, new).moved([Span(side=Side.TARGET, start=start, end=end)])
    if moved is not None:
        assert new[moved[0].start : moved[0].end] == old[start:end]


def test_source_spans_stay_and_touched_ones_are_gone() -> None:
    edit = Edit.between("one two three", "one 2 three!")
    source = Span(side=Side.SOURCE, start=4, end=7)
    assert edit.moved([source]) == (source,)
    assert edit.moved([Span(side=Side.TARGET, start=4, end=7)]) is None
    assert edit.moved([Span(side=Side.TARGET, start=8, end=13)]) == (Span(side=Side.TARGET, start=6, end=11),)
