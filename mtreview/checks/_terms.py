"""What the checks of terms have in common: hits by place, the other spelling of a rendering, and its case."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from mtreview.glossary import occurrences, written_like

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mtreview.glossary import Concept, TermHit

_ENOUGH = 2
_SPANISH = frozenset({"el", "los", "las", "la", "de", "del", "en", "que", "y", "con", "por", "una", "un", "se", "para"})
_ENGLISH = ("the", "of", "and", "to", "in", "is", "was", "for", "that", "with", "on", "by", "at", "from", "are")
_FUNCTION = re.compile(rf"\b(?:{'|'.join((*_SPANISH, *_ENGLISH))})\b", re.IGNORECASE)
_ADJOINS = "()[]«»“”\"'‘’"


def places(hits: Iterable[TermHit]) -> Iterator[tuple[TermHit, ...]]:
    """Yield the hits of each place together, without site furniture: one spelling may stand for several concepts."""
    terms = (hit for hit in hits if not hit.concept.furniture)
    for _, group in groupby(terms, key=lambda hit: (hit.start, hit.end)):
        yield tuple(group)


def rendered(concept: Concept, target: str) -> bool:
    """Say whether a right rendering of a concept stands in the target."""
    return bool(occurrences(concept.accepted, target, concept.case))


def in_brackets(text: str, start: int, end: int) -> bool:
    """Say whether a part of a text stands right beside a bracket or quotation mark, as a gloss does."""
    return (start > 0 and text[start - 1] in _ADJOINS) or (end < len(text) and text[end] in _ADJOINS)


@lru_cache(maxsize=16)
def is_spanish(text: str) -> bool:
    """Say whether a whole text was left in Spanish, which is more than its terms.

    >>> is_spanish("El presidente de la ONU habló."), is_spanish("The head of la ONU spoke.")
    (True, False)
    """
    found = [word.lower() for word in _FUNCTION.findall(text)]
    return len(found) >= _ENOUGH and all(word in _SPANISH for word in found)


def english_for(hit: TermHit, text: str) -> str:
    """Return the preferred rendering of a Spanish term, in the case in which the term stands in `text`."""
    return written_like(text[hit.start : hit.end], hit.concept.source, hit.concept.accepted[0])


def listed(terms: Iterable[str]) -> str:
    """Return terms as a list for a message: "a", "b" or "c".

    >>> listed(["UN"]), listed(["UN", "United Nations"])
    ('"UN"', '"UN" or "United Nations"')
    """
    quoted = [f'"{term}"' for term in terms]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} or {quoted[-1]}"
