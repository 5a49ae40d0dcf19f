"""Words of which English says one of several, and a wrong translation one of others: how many, before or after."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mtreview.text.tokens import Token
    from mtreview.view import SegmentView

_DENIAL = frozenset({"no", "ni", "sin"})  # "no todos" are some


class Choice(NamedTuple):
    """Hold one meaning.

    Attributes:
        source: Spanish words for it.
        said: English words for it, one of which a right translation has for each.
        other: English words for another meaning.
        excused: Spanish words that such an English word may stand for.
        right: what English says in its place; "" where that depends.
    """

    source: frozenset[str]
    said: frozenset[str]
    other: frozenset[str]
    excused: frozenset[str]
    right: str


def read_choices(table: str) -> tuple[Choice, ...]:
    """Return the meanings of a table, one a line, its columns parted by colons."""
    return tuple(map(_choice, table.strip().splitlines()))


def _choice(line: str) -> Choice:
    source, said, other, excused, right = (part.split() for part in line.split(":"))
    return Choice(frozenset(source), frozenset(said), frozenset(other), frozenset(excused), " ".join(right))


def changed(view: SegmentView, choices: Sequence[Choice]) -> Iterator[tuple[Token, Token, str]]:
    """Yield a word that the source says more often, the other one that the target does, and the right one."""
    ours, theirs = view.source_lowered, view.target_lowered
    for choice in choices:
        if choice.source.isdisjoint(view.source_forms) or choice.other.isdisjoint(view.target_forms):
            continue
        if _count(choice.said, theirs) >= _count(choice.source, ours):
            continue
        if _count(choice.other, theirs) <= _count(choice.excused, ours):
            continue
        before = next(at for at, word in enumerate(ours) if word in choice.source)
        if before == 0 or ours[before - 1] not in _DENIAL:
            after = next(at for at, word in enumerate(theirs) if word in choice.other)
            yield view.source_words[before], view.target_words[after], choice.right


def _count(words: frozenset[str], text: Sequence[str]) -> int:
    return sum(word in words for word in text)
