"""Whether all of a segment is still in Spanish."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from mtreview.text.normalize import comparable
from mtreview.text.residue import lean, suspicious

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from lingua import LanguageDetector

    from mtreview.text.tokens import Token

_COPIED, _LONE, _DETECTED = 0.97, 0.75, 0.93
_SHARE = 0.5
_ENGLISH = -1.0  # difference of Zipf frequencies of a word that Spanish does not have
_FOREIGN = 1.5  # Zipf frequency in English of a word that English does not have
_NAMING = frozenset({"de", "del", "la", "el", "los", "las", "y"})
_LONE_COMMON, _LONE_LEAN = 3.0, 2.3
_LEANING = 1.5
_TELLING = 4  # letters: shorter words are shared by many languages
_ACRONYM = 6
_CONFIDENT = 0.6
_OPENING, _CLOSING = frozenset("{<("), frozenset("}>")


@lru_cache(maxsize=1)
def _detector() -> LanguageDetector:
    from lingua import Language, LanguageDetectorBuilder  # noqa: PLC0415 - 103 MB, only for suspicious segments

    return LanguageDetectorBuilder.from_languages(Language.SPANISH, Language.ENGLISH).build()


def _in_spanish(text: str) -> bool:
    from lingua import Language  # noqa: PLC0415 - as above

    return _detector().compute_language_confidence(text, Language.SPANISH) >= _CONFIDENT


def whole_in_spanish(text: str, words: Sequence[Token], source: str, ignore: Collection[str] = frozenset()) -> float:
    """Return how sure it is that all of `text` is Spanish, 0 where it is not.

    Args:
        text: the text that ought to be English.
        words: its words.
        source: the Spanish source; empty where there is none.
        ignore: lower-cased words that are never Spanish.
    """
    letters = [word.text for word in words if word.text[0].isalpha() and not _placeholder(text, word)]
    if not letters or all(word.lower() in ignore for word in letters):
        return 0.0
    if len(letters) == 1:
        return _lone(letters[0], text, source)
    spanish = [word for word in letters if lean(word.lower())[1] >= _LEANING]
    if len(spanish) < len(letters) * _SHARE or not _evidence(spanish, letters[0], ignore, capitals=text.isupper()):
        return 0.0
    english = sum(lean(word.lower())[1] <= _ENGLISH for word in letters)
    if source and comparable(text) == comparable(source):
        return _COPIED if english * 3 <= len(spanish) else 0.0
    return _DETECTED if not english and _in_spanish(text) else 0.0


def _placeholder(text: str, word: Token) -> bool:
    """Say whether a word is the name of a placeholder or a tag."""
    return text[word.start - 1 : word.start] in _OPENING and text[word.end : word.end + 1] in _CLOSING


def _evidence(spanish: Sequence[str], first: str, ignore: Collection[str], *, capitals: bool) -> bool:
    """Say whether some Spanish word cannot be a part of a name: one in lower case, or a verb before a preposition."""
    lower = [word.lower() for word in spanish if capitals or word.islower()]
    if any(len(word) >= _TELLING and word not in ignore for word in lower):
        return True
    common, difference = lean(first.lower())
    foreign = first in spanish and common >= _LONE_COMMON and common - difference <= _FOREIGN
    return foreign and not _NAMING.issuperset(lower)


def _lone(word: str, text: str, source: str) -> float:
    """Judge a text of one word: a name looks the same, so only words far from English count."""
    form = word.lower()
    common, difference = lean(form)
    acronym = word.isupper() and len(word) <= _ACRONYM
    if acronym or not suspicious(form) or common < _LONE_COMMON or difference < _LONE_LEAN:
        return 0.0
    return _COPIED if comparable(text) == comparable(source) else _LONE
