"""Words with their offsets, after Unicode's idea of a word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

# Letters with inner apostrophes or hyphens, or digits with inner separators; marks stay with their letter.
# Possessive, since nothing after them could ask for less.
_WORD = re.compile(r"[^\W\d_]\w*+(?:(?:['’](?=[^\W\d_])|[\u0300-\u036f])\w*+)*+|\d+(?:[.,:]\d+)*\w*")
# A capitalised word of four letters or more that is no part of another word, of an address or of markup.
CAPITAL = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž](?<![\w'’%/=&@].)[\w\u0300-\u036f]{3,}(?:['’][^\W\d_]+)*")


class Token(NamedTuple):
    """Hold one word: its text and its code-point range."""

    text: str
    start: int
    end: int


_new = tuple.__new__  # half the time of the class's own constructor


def spelt(text: str) -> tuple[str, ...]:
    """Return the words of `text` in order, as they are written: no punctuation, no spaces."""
    return tuple(_WORD.findall(text))


def capitals(text: str) -> list[str]:
    """Return the capitalised words of a text that have four letters or more, in order."""
    return CAPITAL.findall(text)


def words(text: str, found: Iterable[str] | None = None) -> tuple[Token, ...]:
    """Return the words of `text` with their places.

    Args:
        text: one segment.
        found: what `spelt` says of it, where that is known.

    >>> [word.text for word in words("¿Cesar's 3,5 km - sí?")]
    ["Cesar's", '3,5', 'km', 'sí']
    """
    tokens = []
    end = 0
    for word in spelt(text) if found is None else found:
        start = text.index(word, end)  # the next letter or digit begins the next word, so this is its place
        end = start + len(word)
        tokens.append(_new(Token, (word, start, end)))
    return tuple(tokens)


def lowered(text: str) -> tuple[str, ...]:
    """Return the words of `text` in lower case.

    >>> lowered("Llueve en Lima.")
    ('llueve', 'en', 'lima')
    """
    small = text.lower()
    if len(small) == len(text):  # which leaves each letter one, and the words where they are
        return tuple(_WORD.findall(small))
    return tuple(map(str.lower, spelt(text)))
