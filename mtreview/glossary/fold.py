"""Texts made comparable: lower-cased and composed, with the way back to the original's offsets."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_SPACES = re.compile("[\n\t\r\u00a0\u202f\u2009\u2011-]")
_WORD = re.compile(r"[^\W\d_]+")


class Folded(NamedTuple):
    """Hold a comparable text.

    Attributes:
        text: lower-cased, composed (NFC), with plain apostrophes, and a plain space for each space or hyphen.
        places: code-point range in the original of each character; None where offsets are the same.
    """

    text: str
    places: tuple[tuple[int, int], ...] | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of the original that a range of `text` stands for."""
        if self.places is None:
            return start, end
        return self.places[start][0], self.places[end - 1][1]


def fold(text: str) -> Folded:
    """Return `text` made comparable.

    >>> fold("EL ÉXITO").text
    'el éxito'
    >>> fold("İ e\u0301xito").span(2, 7)
    (1, 7)
    """
    lowered = text.lower()
    if text.isascii():
        return Folded(lowered.replace("-", " ") if text.isprintable() else _undressed(lowered), None)
    if len(lowered) == len(text) and unicodedata.is_normalized("NFC", text):
        return Folded(_undressed(lowered), None)
    characters: list[str] = []
    places: list[tuple[int, int]] = []
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        piece = unicodedata.normalize("NFC", text[start:end]).lower()
        characters.extend(piece)
        places.extend([(start, end)] * len(piece))
        start = end
    return Folded(_undressed("".join(characters)), tuple(places))


def _undressed(text: str) -> str:
    """Return `text` with a plain space for each space or hyphen, and plain apostrophes."""
    return _SPACES.sub(" ", text).replace("’", "'")


def plain(text: str) -> str:
    """Return `text` composed, with a plain space for each space or hyphen and plain apostrophes, its case kept."""
    return _undressed(unicodedata.normalize("NFC", text))


def with_word_starts(folded: str) -> str:
    """Return a folded text with a capital at the start of each word, so that a pattern can only match there.

    >>> with_word_starts("3min de lectura, ﬁn")
    '3Min De Lectura, ﬁn'
    """
    titled = folded.title()
    return titled if len(titled) == len(folded) else _WORD.sub(_capital, folded)


def _capital(word: re.Match[str]) -> str:
    text = word.group()
    first = text[0].title()
    return first + text[1:] if len(first) == 1 else text


def without_accents(text: str) -> str:
    """Return `text` without acute accents and diaereses; ñ is a letter of its own and stays.

    >>> without_accents("Nursultán Ñandú Güell")
    'Nursultan Ñandu Guell'
    """
    return text.translate(_BARE)


_BARE = str.maketrans("áéíóúüÁÉÍÓÚÜ", "aeiouuAEIOUU")


def is_acronym(term: str) -> bool:
    """Say whether a term is written in capitals, so that its case is part of it.

    >>> is_acronym("EE. UU."), is_acronym("ONU"), is_acronym("G20"), is_acronym("Foto"), is_acronym("A")
    (True, True, True, False, False)
    """
    return term.isupper() and sum(character.isalnum() for character in term) > 1


def written_like(found: str, source: str, target: str) -> str:
    """Return `target` in the case in which a text has `source`.

    Args:
        found: the term as the text has it.
        source: the term as the term base has it.
        target: the rendering as the term base has it.

    >>> written_like("MIN DE LECTURA", "min de lectura", "min read"), written_like("ONU", "ONU", "United Nations")
    ('MIN READ', 'United Nations')
    >>> written_like("Lea también", "lea también", "read also"), written_like("lunes", "lunes", "Monday")
    ('Read also', 'Monday')
    """
    if found.isupper() and not source.isupper() and len(found) > 1:
        return target.upper()
    if found[:1].isupper():
        return target[:1].upper() + target[1:]
    return target
