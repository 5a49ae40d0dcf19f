from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from mtreview.tui.untrusted import Disguise, obeyed, printable

HOSTILE = st.text(
    alphabet=st.one_of(st.characters(), st.sampled_from("\x00\x1b\x7f\x9b\r\t\n\u200b\u202e\u2028\u2066␛¤※"))
)


@given(text=HOSTILE, other=HOSTILE)
def test_stand_ins_are_printable_keep_offsets_and_can_be_taken_back(text: str, other: str) -> None:
    disguise = Disguise(text, other)
    shown = disguise.show(text)
    assert not any(map(obeyed, shown))
    assert len(shown) == len(text)
    assert disguise.lossless
    assert disguise.restore(shown) == text


@given(text=HOSTILE)
def test_what_is_shown_has_no_control_or_format_character(text: str) -> None:
    assert {unicodedata.category(char) for char in printable(text) if char != "\n"}.isdisjoint({"Cc", "Cf", "Cs"})


def test_pasted_characters_that_the_text_did_not_have_are_left_out() -> None:
    assert Disguise("plain").show("pas\x1b[0mte\u202e") == "pas[0mte"


def test_more_of_them_than_stand_ins_is_said() -> None:
    every = "".join(char for char in map(chr, range(0x20000)) if obeyed(char))
    disguise = Disguise(every)
    assert not disguise.lossless
    assert not any(map(obeyed, disguise.show(every)))
