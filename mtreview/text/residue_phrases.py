"""Spanish phrases of small words that were left in an English text: no word of theirs is evidence by itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from mtreview.text.residue import lean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from mtreview.text.tokens import Token

_FEWEST = 3
_OTHER = -0.7  # difference of Zipf frequencies, Spanish less English, of a word of a third language
_SPELT = re.compile(r"[a-záéíóúüñ]+")
_MARKS = """al antes así como con cuando de del desde donde el en entre es esta este esto fue hasta la las lo los más
muy nos para pero por porque que qué se según ser si sobre su sus también un una unos unas y ya"""
MARKERS = frozenset(_MARKS.split())
"""Spanish small words; a text with none of them has no such phrase."""

_TELLING = frozenset({"que", "qué", "se", "es", "fue", "según", "pero", "porque", "cuando", "si", "ya"})
_NO_NAMES = """en que con para pero se su sus por al es fue ha como ya sobre según cuando si también entre hasta desde
muy más"""
_NO_NAME = frozenset(_NO_NAMES.split())
_CITED = re.compile(r"[\"'“‘«`*_][^\"'“”‘’«»`*_]{0,60}$")


class Phrase(NamedTuple):
    """Mark a phrase of the target that the source has word for word."""

    start: int
    end: int


def phrases(text: str, words: Sequence[Token], source: str, shared: Collection[str]) -> Iterator[Phrase]:
    """Yield the runs of lower-case words that stand in the source as well, with Spanish small words among them.

    The rest of a name, which a capitalised word begins, and what is quoted are left.

    Args:
        text: the English text.
        words: its words.
        source: the Spanish source.
        shared: the lower-cased words that both have.
    """
    if MARKERS.isdisjoint(shared):
        return
    first = 0
    while first < len(words):
        last = first
        while last < len(words) and _goes_on(text, words, first, last, shared):
            last += 1
        if last - first >= _FEWEST and _spanish(text, words, first, last, source):
            yield Phrase(words[first].start, words[last - 1].end)
        first = max(last, first + 1)


def mixed(text: str, words: Sequence[Token], source: str, shared: Collection[str]) -> Iterator[Phrase]:
    """Yield the runs of words of any case that stand in the source as well, with a small word that no name has.

    "Trump en West Virginia" is one, "Universidad de Buenos Aires" is not. What is quoted is left, as are links.
    """
    if _NO_NAME.isdisjoint(shared):
        return
    first = 0
    while first < len(words):
        last = first
        while (
            last < len(words) and words[last].text.lower() in shared and (last == first or _spaced(text, words, last))
        ):
            last += 1
        while last - first >= _FEWEST and text[words[first].start : words[last - 1].end] not in source:
            last -= 1
        told = [at for at in range(first, last) if words[at].text in _NO_NAME and words[at - 1].text != "et"]
        if (
            last - first >= _FEWEST
            and told
            and not _CITED.search(text, max(0, words[first].start - 64), words[first].start)
        ):
            yield Phrase(words[first].start, words[last - 1].end)
        first = max(last, first + 1)


def _spaced(text: str, words: Sequence[Token], at: int) -> bool:
    return text[words[at - 1].end : words[at].start] in {" ", ", "}


def _goes_on(text: str, words: Sequence[Token], first: int, at: int, shared: Collection[str]) -> bool:
    """Say whether a word belongs to the run that began at `first`."""
    word = words[at].text
    return word.islower() and word in shared and (at == first or text[words[at - 1].end : words[at].start] == " ")


def _spanish(text: str, words: Sequence[Token], first: int, last: int, source: str) -> bool:
    start, end = words[first].start, words[last - 1].end
    forms = [word.text for word in words[first:last]]
    if MARKERS.isdisjoint(forms) or f" {text[start:end]}" not in source or not all(map(_possible, forms)):
        return False
    before = words[first - 1] if first else None
    named = before is not None and before.text[0].isupper() and text[before.end : start] in {" ", "-"}
    if named and _TELLING.isdisjoint(forms):
        return False
    return not _CITED.search(text, max(0, start - 64), start)


def _possible(form: str) -> bool:
    """Say whether a word may be Spanish, as "crème" is not."""
    return bool(_SPELT.fullmatch(form)) and lean(form)[1] >= _OTHER
