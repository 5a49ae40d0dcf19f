from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar
from zlib import crc32

from mtreview.checks._consistency import FUNCTION, Uses, count, deviations, digest, plain, summed
from mtreview.checks.base import CorpusCheck, Hit, source_span, target_span
from mtreview.issue import Category, Severity
from mtreview.option_values import CHANCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import DocumentView, SegmentView

_STEM = 4
_BITS = 256
_SHOWN = 120


@dataclass(frozen=True, kw_only=True)
class InconsistentSource(CorpusCheck):
    """Mention a translation that stands for several sources that have little in common.

    Sources with the same content words, whatever their forms, are the same; so are targets that differ in case,
    punctuation and numbers alone.

    Bad:
        es: Cierre la puerta del garaje.
        en: Close the garage door.
        es: Apague las luces del pasillo.
        en: [[Close the garage door.]]
    Good:
        es: Cierre la puerta del garaje.
        en: Close the garage door.
        es: Cierra la puerta de los garajes
        en: Close the garage door

    Attributes:
        fewest_words: how many words each side must have.
        in_common: share of content words that two sources may have in common, 0 to 1.
    """

    severity: Severity = Severity.NEUTRAL
    fewest_words: int = 4
    in_common: float = field(default=0.25, metadata=CHANCE)

    category: ClassVar[Category] = Category.INCONSISTENCY
    needs: ClassVar[frozenset[str]] = frozenset({"source"})

    def summary(self, view: DocumentView) -> Uses:
        """Return how often each target stands for each source."""
        return summed(view, self)

    def find(self, view: DocumentView, corpus: Uses) -> Iterator[Hit]:
        """Yield each segment whose target usually stands for a source that has little in common with its own."""
        for item in deviations(view, corpus, self):
            if _in_common(item.own.other, item.usual.other) > self.in_common:
                continue
            segment, example = item.segment, item.example
            shown = f' ("{" ".join(example.source.split())[:_SHOWN]}")' if example else ""
            yield Hit(
                segment=segment.index,
                message=f"The translation is that of another source in {item.place}{shown}",
                spans=(target_span(0, len(segment.target)), source_span(0, len(segment.source))),
                confidence=0.6,
                against=str(item.usual.other),
            )

    def key(self, segment: SegmentView) -> int | None:
        """Return the hash of the target's words."""
        fewest = self.fewest_words
        if segment.target.count(" ") + 1 < fewest or segment.source.count(" ") + 1 < fewest:
            return None
        for text in (segment.source, segment.target):
            if text.count(" ") < 2 * fewest and count(text) < fewest:
                return None
        return digest(segment.target) or None

    def other(self, segment: SegmentView) -> int:
        """Return the content words of the source as one bit each, of as many bits as long sentences have words."""
        bits = 0
        for word in plain(segment.source).split():
            if word not in FUNCTION:
                bits |= 1 << crc32(word[:_STEM]) % _BITS
        return bits


def _in_common(one: int, other: int) -> float:
    """Return the share of content words that two sources have in common, 0 to 1."""
    return (one & other).bit_count() / max((one | other).bit_count(), 1)
