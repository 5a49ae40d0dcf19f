from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from rapidfuzz import fuzz

from mtreview.checks.base import DocumentCheck, Hit, replace_target, target_span
from mtreview.issue import Category, Severity
from mtreview.option_values import PERCENT
from mtreview.text.normalize import comparable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import DocumentView, SegmentView

_LONGEST = 5_000
_EDGE = 24  # code points of a text's start, and of its end, that bring two texts together to be compared
_NEAREST = 5
_LONG = 3  # times the fewest words: texts of which a few letters may differ
_SOURCES_ALIKE = 70.0
_PLAIN = re.compile(r"[^\w\s]+")
_MARKS = " \"'“”‘’«».,;:!?…"
_ROOM = 0.05  # how much longer a text may be than one that says the same
_LITTLE = 3
_SPELT_ALIKE = 75.0


@dataclass(frozen=True, kw_only=True)
class DuplicateParagraph(DocumentCheck):
    """Report a long sentence or paragraph that stands twice in a translation but not in its source.

    Texts that differ in a number are not the same; titles are left to the check of repeated headlines.

    Bad:
        en: The council will vote on the new bridge before the end of the year.
        en: Work is to begin in May.
        en: [[The council will vote on the new bridge before the end of the year.]]
        fix:
    Good:
        es: El pleno votará el puente nuevo antes de que acabe el año.
        en: The council will vote on the new bridge before the end of the year.
        es: El pleno votará el puente nuevo antes de que acabe el año.
        en: The council will vote on the new bridge before the end of the year.

    Attributes:
        fewest_words: how many words a text must have.
        similarity: how alike two long texts must be that are not equal, 0 to 100.
    """

    severity: Severity = Severity.MINOR
    fewest_words: int = 8
    similarity: float = field(default=97.0, metadata=PERCENT)

    category: ClassVar[Category] = Category.DUPLICATION
    yields_to: ClassVar[frozenset[str]] = frozenset({"repeated-headline", "site-furniture"})

    def find(self, view: DocumentView) -> Iterator[Hit]:
        """Yield one hit for each segment that says what one before it said."""
        if view.document.pieces:
            return
        edges: dict[str, list[SegmentView]] = {}
        for segment in view.segments:
            text = segment.target
            if len(text) > _LONGEST or text.count(" ") + 1 < self.fewest_words:
                continue
            buckets = [edges.setdefault(key, []) for key in _edges(text)]
            room = len(text) * _ROOM + 4
            others = [other for bucket in buckets for other in bucket if abs(len(other.target) - len(text)) <= room]
            first, exact = self._first(others, segment) if others else (None, False)
            if first is None:
                for bucket in buckets:
                    if len(bucket) < _NEAREST:
                        bucket.append(segment)
            elif not _source_repeats(first, segment):
                yield _hit(first, segment, exact=exact)

    def _first(self, others: list[SegmentView], segment: SegmentView) -> tuple[SegmentView | None, bool]:
        """Return the first text that says the same, and whether it does so in the same words."""
        mine = _plain(segment.target)
        words = mine.split()
        plain = [_plain(other.target) for other in others]
        for other, theirs in zip(others, plain, strict=True):
            if theirs.split() == words:
                return other, True
        if len(words) >= self.fewest_words * _LONG:
            for other, theirs in zip(others, plain, strict=True):
                if fuzz.ratio(theirs, mine, score_cutoff=self.similarity) > 0 and _same_words(theirs.split(), words):
                    return other, False
        return None, False


def _same_words(one: list[str], other: list[str]) -> bool:
    """Say whether texts differ in little words and spellings alone, and in no number."""
    ours, theirs = Counter(one), Counter(other)
    pairs = ((ours - theirs, theirs - ours), (theirs - ours, ours - theirs))
    return all(
        not word.isdigit() and (len(word) <= _LITTLE or any(fuzz.ratio(word, new) >= _SPELT_ALIKE for new in there))
        for here, there in pairs
        for word in here
    )


def _edges(text: str) -> tuple[str, str]:
    text = text.strip(_MARKS).lower()
    return f"{text[:_EDGE]}…", f"…{text[-_EDGE:]}"


def _plain(text: str) -> str:
    return _PLAIN.sub(" ", comparable(text))


def _source_repeats(one: SegmentView, other: SegmentView) -> bool:
    """Say whether the sources are alike too; in a list of messages, unlike ones may be translated in the same way."""
    if not (one.has_source and other.has_source):
        return False
    return (
        not one.document.document.beads
        or fuzz.ratio(comparable(one.source), comparable(other.source)) >= _SOURCES_ALIKE
    )


def _hit(first: SegmentView, segment: SegmentView, *, exact: bool) -> Hit:
    end = len(segment.target)
    how = "repeats" if exact else "nearly repeats"
    return Hit(
        segment=segment.index,
        message=f"This text {how} segment {first.segment.id}",
        spans=(target_span(0, end),),
        suggestion=replace_target(0, end, "") if exact else None,
        confidence=0.9 if exact else 0.6,
        against=first.target,
    )
