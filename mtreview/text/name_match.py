"""Names of a Spanish text that an English one ought to have, and those that it has instead.

Spanish and English share most names of people and firms; countries, cities and saints have one of their own in each. A
word of English that is more frequent than it is in Spanish is taken for a shared one: "Obama", not "Londres".
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA
from wordfreq import zipf_frequency

from mtreview.lazy import Remembered
from mtreview.text.names import loose_key, without_accents
from mtreview.text.tokens import CAPITAL, Token

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHORTEST = 4
LONGEST = 40
_MOST = 40  # names compared in a text
_SHORT, _MIDDLING = 6, 9
_STEM = 5
_SPARE = 0.3  # zipf by which a shared name may be rarer in English
_RARE, _ENGLISH = 3.6, 0.4
_SURER, _CLEAR = 0.3, 0.4
_KNOWN = 2.8
_UNKNOWN = 1.0  # zipf by which a misspelt name is rarer in English than the name, at least
_ALIKE = 1.2
_USED, _NEARLY = 1.0, 1.6
_PREFIX, _RELATED = 3, 65.0
_USUAL, _MORE = 3.0, 0.4
_HEARD = 2.0
_OWN = 0.9  # zipf by which a word is more usual in English than a name is
_CAPITAL_SHORT = re.compile(CAPITAL.pattern.replace("{3,}", "{2,}"))
_POSSESSIVE = re.compile(r"['’]s?$")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_OPENING = frozenset('.!?:¿¡"«“([—–•*>|/-')
_REACH = 3  # code points before a word in which a sentence's start shows


class Name(NamedTuple):
    """Hold one capitalised word.

    Attributes:
        text: as it is written, without a possessive ending.
        form: lower-cased and without accents.
        opens: True where a sentence starts with it, so that its capital says nothing.
        token: where it stands.
    """

    text: str
    form: str
    opens: bool
    token: Token


class Altered(NamedTuple):
    """Pair a name of the source with what the target has in its place.

    Attributes:
        certain: True where the target's spelling can hardly be another one of the name.
    """

    name: Name
    other: Name
    certain: bool


def _fold(word: str) -> str:
    return without_accents(_POSSESSIVE.sub("", word.lower()))


fold = Remembered(_fold, 65_536)
"""Return a word in lower case, without accents and possessive ending: "pena" for "Peña's"."""


@lru_cache(maxsize=65536)
def english(form: str) -> float:
    """Return how frequent a word is in English: its Zipf frequency, 0 where it is unknown."""
    return zipf_frequency(form, "en")


@lru_cache(maxsize=65536)
def _spanish(word: str) -> float:
    return zipf_frequency(word.lower(), "es")


@lru_cache(maxsize=65536)
def shared(word: str) -> bool:
    """Say whether both languages write a capitalised word in the same way, were it a name."""
    return english(fold(word)) >= _spanish(_POSSESSIVE.sub("", word)) - _SPARE


@lru_cache(maxsize=65536)
def candidate(word: str) -> bool:
    """Say whether a capitalised word of Spanish is one that English should have as well."""
    return shared(word) or english(fold(word)) >= _KNOWN


def distinct(name: Name) -> bool:
    """Say whether a word can hardly be anything but a name that both languages share."""
    own = _spanish(name.text)
    return shared(name.text) and (own < _RARE or english(name.form) - own > _ENGLISH)


def stays(name: Name) -> bool:
    """Say whether English is likely to write a Spanish name as it is, were it a name.

    >>> [stays(_name("x", Token(text, 0, 1))) for text in ("Bolivia", "Obama", "Londres", "Nacional", "Comisión")]
    [True, True, False, False, False]
    """
    own, theirs = _spanish(name.text), english(name.form)
    return shared(name.text) or unheard(name) or (theirs >= _USED and own - theirs <= _NEARLY)


def unheard(name: Name) -> bool:
    """Say whether Spanish hardly uses a word at all, so that it must be a name."""
    return _spanish(name.text) < _USED


def both_know(name: Name) -> bool:
    """Say whether a name is about as frequent in Spanish as in English, which an English word or adjective is not."""
    return abs(english(name.form) - _spanish(name.text)) <= _ALIKE


def name_like(name: Name, spare: float = _OWN) -> bool:
    """Say whether a word of a translation is a known name rather than a word of English, which is rarer in Spanish.

    Args:
        name: the word.
        spare: zipf by which Spanish may have it less often.

    >>> [name_like(_name("x", Token(text, 0, 1))) for text in ("Turner", "Aranda", "Royal", "Thursday", "Qwertzel")]
    [True, True, False, False, False]
    """
    own = _spanish(name.text)
    return english(name.form) - own <= spare and max(own, english(name.form)) >= _HEARD


def spanish(name: Name) -> bool:
    """Say whether a word is a name, a surname mostly, that is more usual in Spanish than anything is in English.

    >>> [spanish(_name("x", Token(text, 0, 1))) for text in ("Pérez", "Gómez", "York", "Sevilla", "Thursday")]
    [True, True, False, True, False]
    """
    own = _spanish(name.text)
    return own >= _USUAL and own - english(name.form) >= _MORE


def unlike(name: Name, other: Name) -> bool:
    """Say whether two names are of two things: they begin otherwise, and neither is a word of English or an adjective.

    >>> [unlike(_name("x", Token(one, 0, 1)), _name("x", Token(two, 0, 1)))
    ...  for one, two in (("Obama", "Clinton"), ("Bonner", "Bonn"), ("Mohamed", "Muhammad"), ("Noir", "Black"))]
    [True, False, False, False]
    """
    one, two = loose_key(name.form), loose_key(other.form)
    if one[:_PREFIX] == two[:_PREFIX] or fuzz.ratio(one, two) >= _RELATED:
        return False
    return english(other.form) - _spanish(other.text) <= _OWN


@lru_cache(maxsize=65536)
def bare(word: str) -> str:
    """Return a word without a possessive ending."""
    return _POSSESSIVE.sub("", word)


@lru_cache(maxsize=4)
def capitalised(text: str) -> tuple[Name, ...]:
    """Return the capitalised words of a text that have four letters or more, not all of them capitals."""
    found = [
        _name(text, Token(match[0], *match.span()))
        for match in CAPITAL.finditer(text)
        if len(match[0]) <= LONGEST and match[0][0].isupper() and not match[0].isupper()
    ]
    return tuple(found[:_MOST])


def absent(text: str, forms: frozenset[str], *, translated: bool = False) -> list[Name]:
    """Return the capitalised words of a text that English knows and whose forms the other text does not have.

    Args:
        text: the text.
        forms: lower-cased words of the other text.
        translated: True to take words that English does not know too, and shorter ones.
    """
    found = []
    for match in (_CAPITAL_SHORT if translated else CAPITAL).finditer(text):
        word = match[0]
        if len(word) > LONGEST or word.lower() in forms or not word[0].isupper() or word.isupper():
            continue
        if not (translated or candidate(word)):
            continue
        found.append(_name(text, Token(word, *match.span())))
        if len(found) == _MOST:
            break
    return found


def _name(text: str, token: Token) -> Name:
    return Name(bare(token.text), fold(token.text), opens(text, token.start), token)


def opens(text: str, start: int) -> bool:
    """Say whether a sentence, a quotation or a bracket begins at a place of a text."""
    before = text[max(0, start - _REACH) : start].rstrip()
    return before[-1] in _OPENING if before else start <= _REACH


def nowhere(word: str) -> Name:
    """Return a name that stands in no text."""
    return Name(bare(word), fold(word), opens=False, token=Token(word, 0, len(word)))


def unmatched(names: Sequence[Name], words: Sequence[str]) -> list[Name]:
    """Return the names that a text of these words does not have, be it as a part of a word or inflected."""
    if not names:
        return []
    folded = list(map(fold.__getitem__, words))
    joined = "".join(folded)
    forms = set(folded)
    left = []
    for name in names:
        form = name.form
        if form in forms or form in joined or name.text.lower().translate(_UMLAUTS) in joined:
            continue
        stem = form[: max(_STEM - 1, len(form) - 1)]
        if stem in joined and any(_inflects(form, other) for other in forms if other.startswith(stem)):
            continue
        left.append(name)
    return left


def _inflects(form: str, other: str) -> bool:
    """Say whether a word that begins as a name does is a form of it: not the name cut off, nor one letter off."""
    if other == form[: len(other)]:
        return False
    return len(form) != len(other) or english(form) - english(other) < _UNKNOWN


def altered(missing: Sequence[Name], new: Sequence[Name]) -> tuple[list[Altered], list[Name], list[Name]]:
    """Pair names of the source with names of the target from which they differ by a letter or two.

    Args:
        missing: names that the target lacks.
        new: names that the source lacks.

    Returns:
        The pairs in which the target has the less usual spelling; what of `missing` and of `new` is left.
    """
    found: list[Altered] = []
    lost: list[Name] = []
    free = list(new)
    for name in missing:
        best = min(free, key=lambda other: OSA.distance(name.form, other.form), default=None)
        same = best is not None and alike(name, best)
        if best is None or not (same or _near(name.form, best.form)):
            lost.append(name)
            continue
        free.remove(best)
        margin = english(name.form) - english(best.form)
        if same:
            wrong = margin >= _CLEAR
        elif margin >= _SURER:
            wrong = margin >= 1 or shared(name.text)
        else:
            # One letter in a name that English does not know is for `misspelt` to judge.
            apart = OSA.distance(name.form, best.form) > 1 and name.form[-1] == best.form[-1]
            wrong = margin >= 0 and shared(name.text) and apart
        if wrong:
            found.append(Altered(name, best, margin >= _SURER and name.form == name.text.lower()))
    return found, lost, free


def alike(name: Name, other: Name) -> bool:
    """Say whether two spellings are of two transliterations, of two Englishes, or one without its umlauts."""
    one, two = name.form, other.form
    if loose_key(one) == loose_key(two) or (one[:-2] == two[:-2] and {one[-2:], two[-2:]} == {"er", "re"}):
        return True
    return two == _without_umlauts(name) or one == _without_umlauts(other)


def _without_umlauts(name: Name) -> str:
    return without_accents(name.text.lower().translate(_UMLAUTS))


def _near(one: str, other: str) -> bool:
    length = min(len(one), len(other))
    most = 1 if length < _SHORT else 2 if length < _MIDDLING else 3
    return OSA.distance(one, other, score_cutoff=most) <= most
