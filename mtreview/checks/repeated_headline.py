from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from rapidfuzz import fuzz

from mtreview.checks.base import DocumentCheck, Hit, replace_target, target_span
from mtreview.issue import Category, Severity
from mtreview.option_values import PERCENT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import DocumentView, SegmentView

_LONGEST = 200
_FEWEST_WORDS = 4
_MOST_WORDS = 30
_TOP = 12
_HEADLINES = 4
_PUNCTUATION = re.compile(r"[^\w\s]+")
_TAIL = re.compile(r"\s[–—|·•»-]\s[^–—|·•»]{1,40}$")


@dataclass(frozen=True, kw_only=True)
class RepeatedHeadline(DocumentCheck):
    """Report a headline that stands again in the text, as the caption of a picture or the title of the page.

    Only lines like titles are compared, with those at the top; what the source repeats as well is left.

    Bad:
        en: President: "The riots are an attempted coup"
        en: They are the worst riots since 1991.
        en: [[President: "The riots are an attempted coup" – News]]
        fix:
    Good:
        en: President: "The riots are an attempted coup"
        en: The president said that the riots are an attempted coup.

    Attributes:
        similarity: how alike two lines must be, 0 to 100, without punctuation and the name of a section.
    """

    severity: Severity = Severity.MINOR
    similarity: float = field(default=92.0, metadata=PERCENT)

    category: ClassVar[Category] = Category.NON_CONTENT

    def find(self, view: DocumentView) -> Iterator[Hit]:
        """Yield one hit for each later line that repeats a title-like line of the top."""
        if view.document.pieces:
            return
        heads: list[tuple[SegmentView, str]] = []
        for segment in view.segments:
            if not _is_title(segment.target):
                continue
            plain = _plain(segment.target)
            if not _FEWEST_WORDS <= plain.count(" ") + 1 <= _MOST_WORDS:
                continue
            first = next((head for head, text in heads if self._alike(text, plain)), None)
            if first is not None and not self._source_repeats(first, segment):
                yield _hit(first, segment)
            elif first is None and segment.index < _TOP and len(heads) < _HEADLINES:
                heads.append((segment, plain))

    def _alike(self, one: str, other: str) -> bool:
        return fuzz.ratio(one, other, score_cutoff=self.similarity) > 0

    def _source_repeats(self, one: SegmentView, other: SegmentView) -> bool:
        return one.has_source and other.has_source and self._alike(_plain(one.source), _plain(other.source))


def _hit(first: SegmentView, segment: SegmentView) -> Hit:
    end = len(segment.target)
    return Hit(
        segment=segment.index,
        message="This line repeats the headline",
        spans=(target_span(0, end),),
        suggestion=replace_target(0, end, ""),
        confidence=0.9,
        against=first.target,
    )


def _is_title(text: str) -> bool:
    """Say whether a text is short and ends as no sentence does."""
    text = text.strip()
    return 0 < len(text) <= _LONGEST and text[-1] not in ".;:," and "\n" not in text


def _plain(text: str) -> str:
    """Return a text in lower case without punctuation and without the section that a page's title ends with.

    >>> _plain('President: "It is a coup" – News')
    'president it is a coup'
    """
    return " ".join(_PUNCTUATION.sub(" ", _TAIL.sub("", text.strip())).lower().split())
