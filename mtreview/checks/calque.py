from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from mtreview.checks._phrases import Table, read_table
from mtreview.checks.base import Hit, SegmentCheck, replace_target, target_span
from mtreview.issue import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import SegmentView

_LONG = 3
_NOUN = r"(?!of\b|the\b)[\w'’-]++"
_CHAIN = re.compile(rf"\b{_NOUN}(?: of the {_NOUN}(?: {_NOUN})?){{2}} of the {_NOUN}")


@cache
def _calques() -> Table:
    return read_table("_calques.tsv")


@dataclass(frozen=True, kw_only=True)
class Calque(SegmentCheck):
    """Report phrases that say in English words what only Spanish says so: “assured that” for “aseguró que”.

    Where there is a source, phrases that could be good English are reported only if it has the Spanish phrase.
    A long chain of nouns is only noted, not counted.

    Bad:
        es: Tokáyev aseguró que el orden se había restablecido.
        en: Tokayev [[assured that]] order had been restored.
        fix: said that
    Bad:
        en: The number of victims [[depends of]] the source.
        fix: depends on
    Bad:
        en: The [[Secretary of State, of the United States,]] Antony Blinken left.
        fix: US Secretary of State
    Good:
        es: El ministro aseguró que vendría.
        en: He was assured that the minister would come; it depends, of course.
    """

    severity: Severity = Severity.MINOR

    category: ClassVar[Category] = Category.AWKWARD

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield each phrase of the table that the target has."""
        for found in _calques().find(view):
            shown = view.target[found.start : found.end]
            better = found.phrase.better if found.fix is None else found.fix.strip()
            yield Hit(
                message=f'"{shown}" is Spanish in English words; English says "{better}"',
                spans=(target_span(found.start, found.end),),
                suggestion=None if found.fix is None else replace_target(found.start, found.end, found.fix),
                confidence=found.confidence,
            )
        if view.target.count(" of ") >= _LONG:
            yield from _chains(view.target)


def _chains(text: str) -> Iterator[Hit]:
    for match in _CHAIN.finditer(text):
        yield Hit(
            message=f'"{match[0]}" is a chain of nouns that English would break up',
            spans=(target_span(*match.span()),),
            severity=Severity.NEUTRAL,
            confidence=0.6,
        )
