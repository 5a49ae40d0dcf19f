"""Families of errors that run through a whole text: its order, its capitals, its spaces, stray marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mtreview.issue import Severity
from mtreview.train.edits import Edit, maybe

if TYPE_CHECKING:
    from random import Random

    from mtreview.train.edits import Draft

_MARK: Final = re.compile(r"(?<=\w)[.,;:?!]")
_STRAY: Final = (",", ".", ":", ";", "!", "?", "'", '"', "_", "~", "-", ",.")
_FEWEST: Final = 4


def shuffled(draft: Draft, rng: Random) -> Edit | None:
    """Put all words into disorder."""
    words = [word.text for word in draft.words]
    if len(words) < _FEWEST:
        return None
    rng.shuffle(words)
    end = draft.words[-1].end
    return Edit(start=draft.words[0].start, end=end, text=" ".join(words), severity=Severity.CRITICAL)


def small(draft: Draft, rng: Random) -> list[Edit] | Edit | None:
    """Lose the first capital, or all of them."""
    places = [word for word in draft.words if word.text != word.text.lower()]
    if not places:
        return None
    if maybe(rng, 0.5):
        return [Edit(start=w.start, end=w.end, text=w.text.lower(), severity=Severity.MINOR) for w in places]
    first = draft.words[0]
    return Edit(start=first.start, end=first.end, text=first.text.lower(), severity=Severity.MINOR)


def apart(draft: Draft, rng: Random) -> list[Edit] | None:
    """Set marks apart from their words."""
    places = [found.start() for found in _MARK.finditer(draft.target)]
    if places and maybe(rng, 0.3):
        places = [rng.choice(places)]
    return [Edit(start=at, end=at + 1, text=f" {draft.target[at]}", severity=Severity.MINOR) for at in places] or None


def stray(draft: Draft, rng: Random) -> Edit | None:
    """Put a mark where none belongs."""
    if len(draft.words) < _FEWEST:
        return None
    end = draft.words[rng.randrange(len(draft.words) - 1)].end
    if draft.target[end : end + 1] != " ":
        return None
    return Edit(start=end, end=end, text=rng.choice(_STRAY), severity=Severity.MINOR)
