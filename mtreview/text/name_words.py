"""Quick looks at the capitalised words of two texts, without their places, which spare most texts the long ones."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from mtreview.text.name_match import LONGEST, bare, candidate, name_like, nowhere

if TYPE_CHECKING:
    from collections.abc import Iterable


@lru_cache(maxsize=65536)
def _lower(word: str) -> str:
    return bare(word).lower()


def new_among(words: Iterable[str], forms: frozenset[str]) -> list[str]:
    """Return those of some capitalised words that the other text, of these lower-cased words, has not."""
    return [word for word in words if _lower(word) not in forms]


@lru_cache(maxsize=65536)
def _sought(word: str) -> str | None:
    """Return in lower case what the other text should have, None where it need not have it."""
    plain = len(word) <= LONGEST and word[0].isupper() and not word.isupper()
    return word.lower() if plain and candidate(word) else None


def may_lack(words: Iterable[str], forms: frozenset[str]) -> bool:
    """Say whether `absent` returns any of a text's capitalised words, told without their places."""
    return not forms.issuperset(filter(None, map(_sought, words)))


@lru_cache(maxsize=65536)
def may_be_name(word: str) -> bool:
    """Say whether a capitalised word of a translation is name-like, wherever it stands."""
    return name_like(nowhere(word))
