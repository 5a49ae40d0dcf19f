from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mtreview.checks.base import Hit, SegmentCheck, replace_target, target_span
from mtreview.issue import Category, Severity
from mtreview.text.articles import wrong_articles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import SegmentView


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
        for start, end, word, form in wrong_articles(view.target, view.source):
            yield Hit(
                message=f'Before "{word}" the article is "{form.lower()}"',
                spans=(target_span(start, end),),
                suggestion=replace_target(start, end, form),
                confidence=0.85,
            )
