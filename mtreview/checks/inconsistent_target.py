from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mtreview.checks._consistency import FUNCTION, Uses, count, deviations, digest, plain, summed
from mtreview.checks.base import CorpusCheck, Hit, replace_target, source_span, target_span
from mtreview.issue import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import DocumentView, SegmentView

_SHOWN = 120
_SHORT = 40  # code points; longer texts have more than little words


@dataclass(frozen=True, kw_only=True)
class InconsistentTarget(CorpusCheck):
    """Report a source that is translated in another way elsewhere in the same run.

    The commonest translation is taken for the usual one; where none is the commonest, or the source is short, it is
    only mentioned (neutral). Case, punctuation and numbers do not count.

    Bad:
        es: Guarde los cambios antes de salir.
        en: Save your changes before you leave.
        es: Guarde los cambios antes de salir.
        en: [[Keep the changes prior to exiting.]]
        fix: Save your changes before you leave.
    Good:
        es: Guarde los cambios.
        en: Save your changes.
        es: Guarde los cambios
        en: Save your changes

    Attributes:
        fewest_words: how many words the source must have.
        sure_words: how many make it minor; with fewer it is only mentioned (neutral).
    """

    severity: Severity = Severity.MINOR
    fewest_words: int = 3
    sure_words: int = 5

    category: ClassVar[Category] = Category.INCONSISTENCY
    needs: ClassVar[frozenset[str]] = frozenset({"source"})

    def summary(self, view: DocumentView) -> Uses:
        """Return how often each source has each target."""
        return summed(view, self)

    def find(self, view: DocumentView, corpus: Uses) -> Iterator[Hit]:
        """Yield each segment whose source is usually translated in another way."""
        for item in deviations(view, corpus, self):
            segment, example = item.segment, item.example
            target, end = segment.target, len(segment.target)
            sure = item.usual.times > item.own.times and count(segment.source) >= self.sure_words
            same = example is not None and example.source.strip() == segment.source.strip()
            edges = end - len(target.lstrip()), len(target.rstrip())
            how = f'"{_shown(example.target)}"' if example else "in another way"
            yield Hit(
                segment=segment.index,
                message=f"The same source is translated {how} in {item.place}",
                spans=(target_span(0, end), source_span(0, len(segment.source))),
                suggestion=replace_target(*edges, example.target.strip()) if example and same else None,
                confidence=0.8,
                severity=None if sure else Severity.NEUTRAL,
                against=str(item.usual.other),
            )

    def key(self, segment: SegmentView) -> int | None:
        """Return the hash of the source's words."""
        text = segment.source
        spaces = text.count(" ")
        if spaces + 1 < self.fewest_words or (spaces < 2 * self.fewest_words and count(text) < self.fewest_words):
            return None
        if len(text) <= _SHORT and FUNCTION.issuperset(plain(text).split()):
            return None
        return digest(text) or None

    def other(self, segment: SegmentView) -> int:
        """Return the hash of the target's words."""
        return digest(segment.target)


def _shown(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
