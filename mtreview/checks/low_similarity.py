from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mtreview.checks.base import Hit, SegmentCheck
from mtreview.issue import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import SegmentView


@dataclass(frozen=True, kw_only=True)
class LowSimilarity(SegmentCheck):
    """Report a translation that says something quite unlike its source.

    The floor is the encoder's: the embedded one puts fewer than 3 in 1,000 good translations under it, and half of the
    pairs of a sentence with the translation of the next one.

    Bad:
        es: El banco central subió los tipos de interés medio punto.
        en: The zoo's youngest elephant is learning to paint.
    Good:
        es: El banco central subió los tipos de interés medio punto.
        en: The central bank raised interest rates by half a point.

    Attributes:
        floor: cosine of the two sentence vectors under which they are reported.
        shortest: letters that either side must have, for the vectors of less say little.
    """

    severity: Severity = Severity.MAJOR
    floor: float = 0.82
    shortest: int = 12

    category: ClassVar[Category] = Category.MISTRANSLATION
    needs: ClassVar[frozenset[str]] = frozenset({"encoder", "source"})
    yields_to: ClassVar[frozenset[str]] = frozenset(
        {"empty", "missing-sentence", "extra-sentence", "length", "untranslated", "player", "site-furniture"}
    )

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield one hit where the two vectors lie far apart."""
        if min(_letters(view.source), _letters(view.target)) < self.shortest:
            return
        cosine = float(view.source_encoding.pooled @ view.target_encoding.pooled)
        if cosine < self.floor:
            yield Hit(
                message="The translation seems to say something else than its source",
                confidence=round(min(0.95, 0.55 + 7.0 * (self.floor - cosine)), 2),
            )


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))
