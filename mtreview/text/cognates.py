"""What two languages write alike: figures, names and cognates, by the stems of their words."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from mtreview.text.tokens import words

_STEM: Final = 4
_SPELLINGS: Final = tuple(
    (re.compile(old), new) for old, new in ((r"ph", "f"), (r"[kq]", "c"), (r"y", "i"), (r"(.)\1", r"\1"))
)
_SEPARATORS: Final = str.maketrans("", "", ".,:")


def stems(text: str) -> tuple[str, ...]:
    """Return what a sentence's counterpart may share: figures without separators, stems of names and cognates.

    >>> stems("Ocho mil personas: 8.130 en Nueva York")
    ('ocho', 'pers', '8130', 'nuev', 'iorc')
    """
    found = (stem(word.text) for word in words(text))
    return tuple(stem for stem in found if stem)


def stem(word: str) -> str:
    """Return what a word shares with its cognates; nothing where it is too short to tell.

    >>> stem("fotografía"), stem("photograph"), stem("que")
    ('foto', 'foto', '')
    """
    if word[0].isdigit():
        return word.translate(_SEPARATORS)
    if len(word) < _STEM:
        return word.casefold() if word.isupper() and len(word) > 1 else ""
    plain = unicodedata.normalize("NFKD", word[: 3 * _STEM]).casefold()
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    for old, new in _SPELLINGS:
        plain = old.sub(new, plain)
    return plain[:_STEM]
