from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from mtreview.checks._phrases import Table, read_table
from mtreview.checks.base import Hit, SegmentCheck, replace_target, target_span
from mtreview.issue import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import SegmentView


@cache
def _faults() -> Table:
    return read_table("_agreement.tsv")


@dataclass(frozen=True, kw_only=True)
class Agreement(SegmentCheck):
    """Report number and form that do not agree: “many informations”, “people is”, “five year ago”, “did not went”.

    Only what a few words decide is reported; “the police was” and other nouns that two countries count differently are
    left.

    Bad:
        es: Recibimos muchas informaciones hace cinco años.
        en: We received many [[informations]] five [[year]] ago.
        fix: information
    Bad:
        es: La gente tiene miedo.
        en: People [[has]] fear.
        fix: have
    Good:
        es: El número de personas ha crecido; es una de las ciudades más caras.
        en: The number of people has grown; it is one of the dearest cities, with a five year plan.
    """

    severity: Severity = Severity.MINOR

    category: ClassVar[Category] = Category.GRAMMAR

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield each word that does not agree with those around it."""
        for found in _faults().find(view):
            shown = view.target[found.start : found.end]
            better = f"has {found.phrase.better}" if found.fix is None else f'says "{found.fix.strip()}"'
            yield Hit(
                message=f'"{shown}" does not agree with the words around it; English {better}',
                spans=(target_span(found.start, found.end),),
                suggestion=None if found.fix is None else replace_target(found.start, found.end, found.fix),
                confidence=found.confidence,
            )
