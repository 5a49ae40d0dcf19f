"""Attributes of tags that people read, such as `alt`, whose text is Spanish."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtreview.text.residue import suspicious
from mtreview.text.residue_whole import whole_in_spanish
from mtreview.text.tokens import lowered, words

if TYPE_CHECKING:
    from collections.abc import Collection

_SPOKEN = re.compile(
    r"<[A-Za-z][^<>]{0,1000}?\s(?:alt|title|aria-label|placeholder)\s?=\s?"
    r"(?:\"(?P<double>[^\"<>]{2,500})\"|'(?P<single>[^'<>]{2,500})')",
    re.IGNORECASE,
)
_FEWEST = 2  # words; one may be a name
_LONGEST = 20_000


def spoken_in_spanish(text: str, source: str, ignore: Collection[str] = frozenset()) -> list[tuple[int, int]]:
    """Return the ranges of the attributes of a text that are still in Spanish.

    >>> spoken_in_spanish('<img alt="Una vista del puerto viejo">', "")
    [(10, 36)]
    """
    if "=" not in text or "<" not in text or len(text) > _LONGEST:
        return []
    found = []
    for match in _SPOKEN.finditer(text):
        start, end = match.span(match.lastgroup or 0)
        inside = words(text[start:end])
        if len(inside) < _FEWEST or not any(map(suspicious, lowered(text[start:end]))):
            continue
        shared = text[start:end] if text[start:end] in source else ""
        if whole_in_spanish(text[start:end], inside, shared, ignore):
            found.append((start, end))
    return found
