from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtreview.text.display import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain, ¿qué? 🙂", "plain, ¿qué? 🙂"),
        ("a\x1b[31mred", "a\\x1b[31mred"),
        ("\x9b2J", "\\x9b2J"),
        ("a\nb\r", "a\\nb\\r"),
        ("tab\tstays", "tab\tstays"),
        ("\u202etxt.exe", "\\u202etxt.exe"),
        ("\ud800", "\\ud800"),
    ],
)
def test_what_acts_on_a_terminal_is_seen(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_nothing_that_acts_is_left(text: str) -> None:
    assert all(char == "\t" or (ord(char) >= 32 and not 127 <= ord(char) < 160) for char in visible(text))
    visible(text).encode("utf-8")
