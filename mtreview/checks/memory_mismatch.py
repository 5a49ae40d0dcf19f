from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mtreview.checks.base import Hit, SegmentCheck, replace_target, source_span, target_span
from mtreview.issue import Category, Severity
from mtreview.text.normalize import comparable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import SegmentView

_SHOWN = 200


@dataclass(frozen=True, kw_only=True)
class MemoryMismatch(SegmentCheck):
    """Report a translation that is not the one that a given translation memory has of the same source.

    Case, white space, and kinds of quotation marks and dashes do not count. Where a memory has several translations,
    each of them is right; the first one is suggested.

    Bad:
        es: Guarde los cambios antes de salir.
        en: Keep the changes before you go out.
        fix: Save your changes before you leave.
    Good:
        es: Guarde los cambios antes de salir.
        en: Save your changes before you leave.
    """

    severity: Severity = Severity.MINOR

    category: ClassVar[Category] = Category.INCONSISTENCY
    needs: ClassVar[frozenset[str]] = frozenset({"source"})

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield one hit where the memory knows the source and none of its targets is the segment's."""
        if not view.context.memories or not view.has_source or not view.target.strip():
            return
        known = view.context.memory.find(view.source)
        if not known:
            return
        ours = comparable(view.target)
        if any(comparable(target) == ours for target in known):
            return
        best = known[0]
        end = len(view.target)
        edges = len(view.target) - len(view.target.lstrip()), len(view.target.rstrip())
        yield Hit(
            message=f'The memory translates the same source as "{_shown(best)}"',
            spans=(target_span(0, end), source_span(0, len(view.source))),
            suggestion=replace_target(*edges, best),
            confidence=0.9,
            against=best,
        )


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
