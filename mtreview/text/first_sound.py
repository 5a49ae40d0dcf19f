"""Whether an English word begins with a vowel sound, from its spelling, where that can be told."""

from __future__ import annotations

import re
from functools import lru_cache

_YOU = re.compile(
    r"uni(?!n(?!g)|m(?!o)|d(?!i)|gn)|unan|use|usa[bg]|usu|usur|ut[aeio]|ura|uri(?!n?al)|uri|uro|uru|uyg|ubiq|ufo|ukr|ukul|ugan|eu"
    r"|ew|on(?:e|ce)(?![a-z])|oui",
)
_SILENT_H = re.compile(r"hour(?!i)|honest|honou?r|heir")
_EITHER = re.compile(
    r"h(?:erb|ist|otel|abit|yst|ero|ilar|allu|omo|yp|orrif|uman|armon|omage|ors|aitian|ebr|isp)|ytt|u[lmrz]?$|u[hm]$|uzb|euk|euc"
)
_EIGHT = re.compile(r"8\d*(?![\d.]*\d)|8[\d.,]*|1[18](?:,\d{3})*(?!\d|,\d|\.\d{3})|18\d\d(?!\d)")
_FIGURES = re.compile(r"\d")
_SPELT_VOWEL = frozenset("AEFHILMNORSX")
_CALLED_VOWEL = frozenset("AEIO")
_SPELT = frozenset({"HIV", "FBI", "MRI", "NFL", "NHL", "NBA", "MP", "MBA", "SMS", "SUV", "LP", "HR", "RNA"})
_PAIR = 2


@lru_cache(maxsize=8192)
def begins_with_vowel(word: str) -> bool | None:
    """Return whether a word begins with a vowel sound; None where that depends on the speaker or cannot be told.

    >>> [begins_with_vowel(word) for word in ("hour", "8-year", "FBI", "apple", "e-mail", "18th")]
    [True, True, True, True, True, True]
    >>> [begins_with_vowel(word) for word in ("house", "11.5", "UN", "European", "one-off", "U-turn", "1,100")]
    [False, True, False, False, False, False, False]
    >>> [begins_with_vowel(word) for word in ("historic", "NATO", "herb")]
    [None, None, None]
    """
    first = word[0]
    if first.isdigit():
        return bool(_EIGHT.match(word))
    head = re.split(r"['’.,-]", word, maxsplit=1)[0]
    if len(head) == 1:
        return first.upper() in _SPELT_VOWEL if len(word) > _PAIR and word[1] == "-" else None
    if not head.isalpha() or not (head.islower() or head.istitle()):
        return _spelt(head)
    lowered = head.lower()
    if _EITHER.match(lowered):
        return None
    if first.lower() == "h":
        return bool(_SILENT_H.match(lowered))
    return first.lower() in "aeiou" and not _YOU.match(lowered)


def _spelt(acronym: str) -> bool | None:
    """Return the same of an acronym, or a word with capitals inside: some are read as words, some letter by letter."""
    first = acronym[0].upper()
    if first in _CALLED_VOWEL:
        return True
    if first not in _SPELT_VOWEL:
        return False
    vowels = any(letter in "AEIOUaeiou" for letter in acronym[1:])
    return True if acronym in _SPELT or (acronym.upper() == acronym and not vowels) else None
