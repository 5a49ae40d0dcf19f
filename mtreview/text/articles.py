"""English articles whose form does not suit the sound that follows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from wordfreq import zipf_frequency

from mtreview.text.first_sound import begins_with_vowel

if TYPE_CHECKING:
    from collections.abc import Iterator

_ARTICLE = re.compile(r"([Aa](?<![\w'’./&=«(-].)n?) [\"“‘']?([A-Za-z0-9][\w'’.,-]*+)")
_AFTER_CAPITAL = re.compile(r"(?:^|[.!?:]['\"”’)]? |[\"“‘(])$")
_SELDOM_A_NOUN = frozenset(
    {"a", "an", "and", "or", "as", "is", "in", "of", "on", "are", "at", "if", "i", "it", "un", "una", "el", "to", "by"}
)
_KNOWN, _KNOWN_NAME = 2.0, 3.0


class WrongArticle(NamedTuple):
    """Hold one article, the word after it, and the form that it should have."""

    start: int
    end: int
    word: str
    form: str


def wrong_articles(target: str, source: str) -> Iterator[WrongArticle]:
    """Yield each “a” before a vowel sound and “an” before any other, where the sound can be told.

    Args:
        target: an English text.
        source: what it translates, which may have the same letters; empty where there is none.
    """
    for match in _ARTICLE.finditer(target):
        article, word = match[1], match[2].rstrip(".,'’-")
        vowel = begins_with_vowel(word)
        if vowel is None or vowel is (article in {"an", "An"}) or not _is_article(match, word, source):
            continue
        yield WrongArticle(*match.span(1), word, article[0] + "n" * vowel)


def _is_article(match: re.Match[str], word: str, source: str) -> bool:
    """Say whether it stands before an English word: not a list's letter, a vitamin's, or the Spanish preposition."""
    start = match.start(1)
    if (word.lower() in _SELDOM_A_NOUN and not word.isupper()) or match[0] in source:
        return False
    if match[1] == "A" and not _AFTER_CAPITAL.search(match.string[max(0, start - 3) : start]):
        return False
    if not word[0].isalpha() or word[1:] != word[1:].lower():
        return True
    known = zipf_frequency(word, "en")
    return known >= (_KNOWN_NAME if word[0].isupper() else _KNOWN) and known > zipf_frequency(word, "es") - 1
