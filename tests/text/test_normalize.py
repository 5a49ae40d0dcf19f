from __future__ import annotations

import pytest
from hypothesis import given

from mtreview.text.normalize import comparable, tidy
from tests import strategies


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("n\u0303u", "ñu"),
        (" a\u00a0\t b\n", "a b"),
        ("a\u200bb\ufeff", "ab"),
        ("\u202eabc", "abc"),
        ("El Niño", "El Niño"),
    ],
)
def test_tidy(text: str, expected: str) -> None:
    assert tidy(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [("«Golpe» – NOTICIAS", '"golpe" - noticias'), ("it’s", "IT'S"), ("mañana", "man\u0303ana ")],
)
def test_comparable(one: str, other: str) -> None:
    assert comparable(one) == comparable(other)


@given(strategies.texts())
def test_tidying_twice_changes_nothing(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)
