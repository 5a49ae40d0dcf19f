"""Quick looks at the capitalised words of two texts, without their places, which spare most texts the long ones."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from mtreview.lazy import Remembered
from mtreview.text.name_match import LONGEST, bare, candidate, name_like, nowhere

if TYPE_CHECKING:
    from collections.abc import Iterable


def _lowered(word: str) -> str:
    return bare(word).lower()


_lower = Remembered(_lowered, 65_536)


def new_among(words: Iterable[str], forms: frozenset[str]) -> list[str]:
    """Return those of some capitalised words that the other text, of these lower-cased words, has not."""
    return [word for word in words if _lower[word] not in forms]


def _required(word: str) -> str | None:
    """Return in lower case what the other text should have, None where it need not have it."""
    plain = len(word) <= LONGEST and word[0].isupper() and not word.isupper()
    return word.lower() if plain and candidate(word) else None


_sought = Remembered(_required, 65_536)


def may_lack(words: Iterable[str], forms: frozenset[str]) -> bool:
    """Say whether `absent` returns any of a text's capitalised words, told without their places."""
    return not forms.issuperset(filter(None, map(_sought.__getitem__, words)))


@lru_cache(maxsize=65536)
def may_be_name(word: str) -> bool:
    """Say whether a capitalised word of a translation is name-like, wherever it stands."""
    return name_like(nowhere(word))
