from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from wordfreq import zipf_frequency

from mtreview.checks.base import Hit, SegmentCheck, replace_target, target_span
from mtreview.issue import Category, Severity
from mtreview.text.first_sound import begins_with_vowel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import SegmentView

_ARTICLE = re.compile(r"(?<![\w'’./&=«(-])([Aa]n?) [\"“‘']?([A-Za-z0-9][\w'’.,-]*+)")
_AFTER_CAPITAL = re.compile(r"(?:^|[.!?:]['\"”’)]? |[\"“‘(])$")
_SELDOM_A_NOUN = frozenset(
    {"a", "an", "and", "or", "as", "is", "in", "of", "on", "are", "at", "if", "i", "it", "un", "una", "el", "to", "by"}
)
_KNOWN, _KNOWN_NAME = 2.0, 3.0


@dataclass(frozen=True, kw_only=True)
class ArticleForm(SegmentCheck):
    """Report “a” before a vowel sound and “an” before any other.

    The sound counts, not the letter: an hour, a university, an 8-year plan, an FBI agent. Rare names, acronyms that
    some read as words, and words that are said in two ways are left.

    Bad:
        en: He waited [[a]] hour for [[an]] uniform at [[a]] airport.
        fix: an
    Bad:
        en: It is [[a]] 8-year plan of [[a]] FBI agent.
        fix: an
    Good:
        en: An honest man, a European, a one-off, an 11-year-old, a UN plan, an historic day and a herb.
    """

    severity: Severity = Severity.MINOR

    category: ClassVar[Category] = Category.GRAMMAR

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield each article of the wrong form."""
        forms = view.target_forms
        if "a" not in forms and "an" not in forms:
            return
        for match in _ARTICLE.finditer(view.target):
            article, word = match[1], match[2].rstrip(".,'’-")
            vowel = begins_with_vowel(word)
            if vowel is None or vowel is (article in {"an", "An"}) or not _is_article(match, word, view.source):
                continue
            new = article[0] + "n" * vowel
            yield Hit(
                message=f'Before "{word}" the article is "{new.lower()}"',
                spans=(target_span(*match.span(1)),),
                suggestion=replace_target(*match.span(1), new),
                confidence=0.85,
            )


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
