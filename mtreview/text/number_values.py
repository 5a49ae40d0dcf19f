"""What a number of a text is."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from mtreview.text.number_words import Role
    from mtreview.text.numerals import Exact


class Kind(StrEnum):
    """Say what a number counts as."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    PERCENT = "percent"
    CENTURY = "century"
    DECADE = "decade"
    TIME = "time"
    DATE = "date"
    MONTH = "month"
    YEAR = "year"
    FRACTION = "fraction"
    ROMAN = "roman"
    GROUP = "group"
    CODE = "code"


class Number(NamedTuple):
    """Hold one number of a text.

    Attributes:
        value: the likeliest reading, exact; a time of day is in hours.
        start: 0-based offset of its first code point, sign included.
        end: offset after its last one.
        kind: what it counts as.
        alternatives: what else it may mean.
        weak: True for what often is no number, or is often said otherwise: the other side need not repeat it.
        written: True where figures, not words, carry it.
    """

    value: Exact
    start: int
    end: int
    kind: Kind = Kind.CARDINAL
    alternatives: tuple[Exact, ...] = ()
    weak: bool = False
    written: bool = False

    @property
    def readings(self) -> tuple[Exact, ...]:
        """Return every value that it may have, likeliest first."""
        return (self.value, *self.alternatives)


class Lexeme(NamedTuple):
    """Hold one word, or one run of figures, that may be a number or a part of one."""

    role: Role
    value: Exact
    start: int
    end: int
    kind: Kind = Kind.CARDINAL
    alternatives: tuple[Exact, ...] = ()
    weak: bool = False
    form: str = ""
    vague: bool = False
