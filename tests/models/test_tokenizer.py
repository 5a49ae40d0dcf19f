from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtreview.models.tokenizer import Windows, unigram

_WORDS = ["▁query", ":", "▁", "▁café", "▁sol", "s", "o", "l", "...", ".", "🎉", "fi", "n", "▁el", "e", "é", "a"]
_PIECES = ["<s>", "<pad>", "</s>", "<unk>", *_WORDS]


def windows(limit: int = 512) -> Windows:
    return Windows(unigram(_PIECES, [0.0] * 4 + [-1.0 - at / 100 for at in range(len(_WORDS))]), limit=limit)


def covered(text: str) -> list[str]:
    [[window]] = windows().cut([text], spans=True)
    return [text[start:end] for start, end in window.spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("café sol", ["café", "sol"]),
        (unicodedata.normalize("NFD", "café sol"), [unicodedata.normalize("NFD", "café"), "sol"]),
        ("café\r\n\r\nsol", ["café", "sol"]),
        ("  café   sol  ", ["café", "sol"]),
        ("\u200bcafé\u00a0sol\ufeff", ["café", "sol"]),
        ("🎉 el sol", ["🎉", "el", "sol"]),
        ("el ﬁn", ["el", "ﬁ", "n"]),
        ("sol…", ["sol", "…"]),
        ("\x01el\x1b sol", ["el", "sol"]),
        ("", []),
        (" \t\r\n", []),
    ],
)
def test_spans_are_of_the_callers_text(text: str, expected: list[str]) -> None:
    assert [span for span in covered(text) if span] == expected


@given(st.text(max_size=80))
def test_spans_lie_in_the_text_in_order_and_show_something(text: str) -> None:
    [[window]] = windows().cut([text], spans=True)
    starts = [start for start, _ in window.spans]
    assert starts == sorted(starts)
    assert all(0 <= start < end <= len(text) for start, end in window.spans)
    assert all(text[start:end].strip() == text[start:end] for start, end in window.spans)
    assert len(window.kept) == len(window.spans)


@given(st.text(max_size=80))
def test_no_visible_letter_is_left_uncovered(text: str) -> None:
    [[window]] = windows().cut([text], spans=True)
    seen = {at for start, end in window.spans for at in range(start, end)}
    assert [char for at, char in enumerate(text) if char.isalnum() and at not in seen] == []


def test_windows_are_consecutive_and_each_has_its_own_special_tokens() -> None:
    [cut] = windows(limit=6).cut(["sol " * 9], spans=True)
    assert [len(window.ids) for window in cut] == [6, 6, 6]  # 2 of the prefix, 9 words, the last space
    assert {(window.ids[0], window.ids[-1]) for window in cut} == {(0, 2)}
    assert [span for window in cut for span in window.spans] == [(4 * at, 4 * at + 3) for at in range(9)]
    assert [window.weight for window in cut] == [len(window.ids) - 2 for window in cut]


def test_a_lone_surrogate_is_no_crash_and_shifts_nothing() -> None:
    assert covered("el \ud83c sol") == ["el", "sol"]
