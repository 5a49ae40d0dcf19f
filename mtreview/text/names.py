"""Names in running text, and keys under which the spellings of one name meet."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from mtreview.text.tokens import Token

_NAME = re.compile(r"(?<![\w'’])[A-ZÀ-ÖØ-ÞĀ-Ž][\w\u0300-\u036f]+(?:['’](?!s\b)[\w\u0300-\u036f]+)*")
_GAP = frozenset({" ", "-", "- ", " -", "\u00a0", "\u2011"})
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "ı": "i", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th"})

# What one sound becomes in different alphabets' transliterations, in order of application.
_SOUNDS = (
    (re.compile(r"dzh|zh|dj"), "j"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"t?sch"), "sh"),
    (re.compile(r"tch|tsh"), "ch"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"th"), "t"),
    (re.compile(r"ck|qu(?=[ei])|q|c(?![heiy])"), "k"),
    (re.compile(r"c(?=[eiy])|z"), "s"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"w|(?<=.)b"), "v"),
    (re.compile(r"ou|oo"), "u"),
    (re.compile(r"y|(?<=.)j"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"(?<=.)f$"), "v"),
    (re.compile(r"(?<=[aeou])i(?=[aeou])|i(?=e)|(?<=.)h$"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)
_OPENING = re.compile(r"^(?:[ijh]|ch)(?=[aeou])")
_BREATH = re.compile(r"(?<=[aeiou])h|(?<=[aeou])i(?=.)")


def mentions(text: str) -> tuple[tuple[Token, ...], ...]:
    """Return the runs of capitalised words in `text`, without possessive endings.

    >>> [[word.text for word in run] for run in mentions("Kasim- Yomart Tokaev's ally, Mr Putin, left.")]
    [['Kasim', 'Yomart', 'Tokaev'], ['Mr', 'Putin']]
    """
    runs: list[list[Token]] = []
    end = -1
    for match in _NAME.finditer(text):
        token = Token(match[0], *match.span())
        if runs and text[end : token.start] in _GAP:
            runs[-1].append(token)
        else:
            runs.append([token])
        end = token.end
    return tuple(map(tuple, runs))


def without_accents(text: str) -> str:
    """Return `text` without accents and other marks on its letters.

    >>> without_accents("Nazarbáyeb")
    'Nazarbayeb'
    """
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text)
    return unicodedata.normalize("NFC", "".join(char for char in apart if not unicodedata.combining(char)))


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """Return what the usual transliterations of one name share; two different names rarely do.

    >>> key("Tokaev") == key("Tokayev"), key("Kasim") == key("Kassym"), key("Nazarbáyeb") == key("Nazarbayev")
    (True, True, True)
    >>> key("Anderson") == key("Andersen"), key("Maria") == key("Marie"), key("Putin") == key("Putina")
    (False, False, False)
    """
    form = without_accents(name.lower()).translate(_LETTERS)
    for pattern, sound in _SOUNDS:
        form = pattern.sub(sound, form)
    return form


@lru_cache(maxsize=65536)
def loose_key(name: str) -> str:
    """Return a key that also leaves open how a name begins and what h, kh or j is in it; for names with neighbours.

    >>> loose_key("Yomart") == loose_key("Khomart") == loose_key("Jomart"), loose_key("Mijail") == loose_key("Mikhail")
    (True, True)
    """
    return _OPENING.sub("*", _BREATH.sub("", key(name)))
