from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from mtreview.checks.base import Hit, SegmentCheck
from mtreview.issue import Category, Severity
from mtreview.option_values import CHANCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import SegmentView


_SHORT = 20
_LONG = 100


@dataclass(frozen=True, kw_only=True)
class LowSimilarity(SegmentCheck):
    """Report a translation that says something quite unlike its source.

    Vectors of short texts lie further apart, so the floor rises with length. The floors are the embedded encoder's,
    chosen on good translations beside pairs of a sentence with the translation of the next one.

    Bad:
        es: El banco central subió los tipos de interés medio punto.
        en: The zoo's youngest elephant is learning to paint.
    Good:
        es: El banco central subió los tipos de interés medio punto.
        en: The central bank raised interest rates by half a point.

    Attributes:
        floor: cosine of the two sentence vectors under which sentences of 100 characters or more are reported.
        short_floor: likewise for 20 characters or fewer; between them the floor rises evenly.
        margin: a cosine that is less than this under the floor is minor, since free translations come as near to it.
        shortest: letters that either side must have, for the vectors of less say little.
    """

    severity: Severity = Severity.MAJOR
    floor: float = field(default=0.865, metadata=CHANCE)
    short_floor: float = field(default=0.81, metadata=CHANCE)
    margin: float = field(default=0.01, metadata=CHANCE)
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
        length = min(len(view.source), len(view.target))
        floor = float(np.interp(length, (_SHORT, _LONG), (self.short_floor, self.floor)))
        if cosine < floor:
            yield Hit(
                message="The translation seems to say something else than its source",
                severity=None if floor - cosine >= self.margin else min(self.severity, Severity.MINOR),
                confidence=round(min(0.95, 0.55 + 7.0 * (floor - cosine)), 2),
            )


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))
