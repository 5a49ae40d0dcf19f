from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mtreview.checks.base import Hit, SegmentCheck, replace_target, source_span, target_span
from mtreview.issue import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import SegmentView

_HARD = "\xa0"


@dataclass(frozen=True, kw_only=True)
class EdgeSpace(SegmentCheck):
    """Report white space at the start or end of a translation that is not as in the source.

    A program that joins messages, or prints them line by line, relies on it. Only bilingual files are looked at: where
    two documents were aligned, their sentences have no edges of their own.

    Bad:
        es: de 10
        en: [[ ]]of 10
        fix:
    Good:
        es:  de 10
        en:  of 10
    """

    severity: Severity = Severity.MINOR

    category: ClassVar[Category] = Category.MARKUP
    needs: ClassVar[frozenset[str]] = frozenset({"source"})

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield the start and the end of the target where they differ from the source's."""
        source, target = view.source, view.target
        edges = source[:1].isspace(), source[-1:].isspace(), target[:1].isspace(), target[-1:].isspace()
        if not any(edges) or view.document.document.beads or not source.strip() or not target.strip():
            return
        ours, theirs = len(target) - len(target.lstrip()), len(source) - len(source.lstrip())
        if target[:ours].replace(_HARD, " ") != source[:theirs].replace(_HARD, " "):
            yield _hit("starts", (0, ours), (0, theirs), source[:theirs])
        ours, theirs = len(target.rstrip()), len(source.rstrip())
        if target[ours:].replace(_HARD, " ") != source[theirs:].replace(_HARD, " "):
            yield _hit("ends", (ours, len(target)), (theirs, len(source)), source[theirs:])


def _hit(where: str, ours: tuple[int, int], theirs: tuple[int, int], text: str) -> Hit:
    kind = "a line break" if "\n" in text else "white space"
    if not text:
        message = f"The translation {where} with white space, the source does not"
    elif ours[0] == ours[1]:
        message = f"The source {where} with {kind}, the translation does not"
    else:
        message = f"The translation {where} with other white space than the source"
    return Hit(
        message=message,
        spans=(target_span(*ours), source_span(*theirs)),
        suggestion=replace_target(*ours, text),
        confidence=0.9,
    )
