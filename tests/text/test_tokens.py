from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtreview.text.tokens import lowered, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("¿Cesar's 3,5 km - sí?", ["Cesar's", "3,5", "km", "sí"]),
        ("long-term plan_b", ["long", "term", "plan_b"]),
        ("el 21:30 de 2.030,5%", ["el", "21:30", "de", "2.030,5"]),
        ("a an a an", ["a", "an", "a", "an"]),
        ("Nazarba\u0301yeb ½ ②", ["Nazarba\u0301yeb", "½", "②"]),
    ],
)
def test_words(text: str, found: list[str]) -> None:
    assert [word.text for word in words(text)] == found


@given(st.text() | st.text(alphabet="ab_1'’.,:-\u0301½² ٣"))
def test_every_word_stands_where_it_says(text: str) -> None:
    found = words(text)
    assert all(text[word.start : word.end] == word.text for word in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert lowered(text) == tuple(word.text.lower() for word in found)
    covered = {index for word in found for index in range(word.start, word.end)}
    assert all(index in covered for index, char in enumerate(text) if char.isalpha() or char.isdecimal())
