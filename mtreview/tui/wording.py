"""Differences by word, and where a span stands after an edit."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from mtreview.segment import Side, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WORD = re.compile(r"\w+|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Hold one stretch of a comparison: equal text on both sides, or what one side has in place of the other."""

    old: str
    new: str

    @property
    def same(self) -> bool:
        """Say whether both sides have this text."""
        return self.old == self.new


def differences(old: str, new: str) -> Iterator[Piece]:
    """Yield the pieces of two texts, compared word by word.

    >>> [(piece.old, piece.new) for piece in differences("two old goats", "two goats")]
    [('two ', 'two '), ('old ', ''), ('goats', 'goats')]
    """
    before, after = _WORD.findall(old), _WORD.findall(new)
    for code in Indel.opcodes(before, after):
        yield Piece(
            old="".join(before[code.src_start : code.src_end]), new="".join(after[code.dest_start : code.dest_end])
        )


@dataclass(frozen=True, slots=True)
class Edit:
    """Know which stretches of a target an edit left alone.

    Attributes:
        kept: (start before, end before, start after) of each stretch.
    """

    kept: tuple[tuple[int, int, int], ...]

    @classmethod
    def between(cls, old: str, new: str) -> Edit:
        """Compare two targets."""
        codes = Indel.opcodes(old, new)
        return cls(tuple((code.src_start, code.src_end, code.dest_start) for code in codes if code.tag == "equal"))

    def moved(self, spans: Sequence[Span]) -> tuple[Span, ...] | None:
        """Return where the spans stand now, or None where the edit touched one of them; source spans never move."""
        found = []
        for span in spans:
            place = span if span.side is Side.SOURCE else self._moved(span)
            if place is None:
                return None
            found.append(place)
        return tuple(found)

    def _moved(self, span: Span) -> Span | None:
        for start, end, after in self.kept:
            if start <= span.start and span.end <= end:
                shift = after - start
                return replace(span, start=span.start + shift, end=span.end + shift)
        return None
