"""Runs of capitalised words, as names of several words are."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mtreview.text.tokens import Token

_MOST = 40  # words of a run that are looked up
_GLUE = frozenset({" ", "-", "\u00a0"})


def runs(text: str, words: Sequence[Token]) -> dict[int, tuple[Token, ...]]:
    """Return, by the offset of each capitalised word, the run of capitalised words that it stands in."""
    found: dict[int, tuple[Token, ...]] = {}
    run: list[Token] = []
    for word in words:
        if not word.text[0].isupper():
            continue
        if run and text[run[-1].end : word.start] not in _GLUE:
            run = []
        run.append(word)
        whole = tuple(run)
        for part in whole[-_MOST:]:
            found[part.start] = whole
    return found
