from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, Final

from mtreview.checks.base import ANY, Hit, SegmentCheck
from mtreview.issue import Category, Severity
from mtreview.option_values import CHANCE
from mtreview.segment import Side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.models.spans import Wrong
    from mtreview.view import SegmentView

_MESSAGES: Final = {
    Category.OMISSION: 'The translation seems to leave out "{}"',
    Category.ADDITION: '"{}" seems to have nothing in the source',
    Category.MISTRANSLATION: '"{}" seems to be translated wrongly',
}
_SHOWN: Final = 60
_FEW: Final = 3
_WORD: Final = re.compile(r"\w+")
_LEFT: Final = re.compile(r"[<>]|[A-Z]\w?[A-Z]")


@dataclass(frozen=True, kw_only=True)
class ModelError(SegmentCheck):
    """Report words that the estimator takes for a mistranslation, an omission or an addition.

    It points at places worth a look; rules that find something in the same words speak in its stead. Acronyms, figures,
    marks, names that stay as they are and words beside tags mean little to it, and are left to the rules. It reads each
    segment alone, without its tags, and sides of over 512 tokens in stretches; it knows no facts and no terms, hardly
    sees aspect, prepositions and words that are merely odd, and of lost negations only some. Figures in other units
    look wrong to it among words.

    Bad:
        es: Los precios subieron un poco en marzo.
        en: Prices rose a little in March [[because the volcano sings at night]].
    Good:
        es: Los precios subieron un poco en marzo.
        en: Prices rose slightly in March.

    Attributes:
        floor: how sure the model must be, 0 to 1.
        grave: how sure it must be for more than a minor issue.
    """

    severity: Severity = Severity.MAJOR
    floor: float = field(default=0.93, metadata=CHANCE)
    grave: float = field(default=0.95, metadata=CHANCE)

    category: ClassVar[Category] = Category.MISTRANSLATION
    needs: ClassVar[frozenset[str]] = frozenset({"encoder", "source", "estimator"})
    yields_to: ClassVar[frozenset[str]] = frozenset({ANY})

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield one hit for each range that the model marks."""
        estimate = view.estimate
        if estimate is None:
            return
        for wrong in estimate.wrong:
            if wrong.chance >= self.floor and not _left_to_rules(view, wrong):
                yield _hit(view, wrong, self.severity if wrong.chance >= self.grave else Severity.MINOR)


def _left_to_rules(view: SegmentView, wrong: Wrong) -> bool:
    """Say whether few words are marked that rules judge better.

    These are an acronym or a neighbour of a tag, a mark or a figure alone, and words that the other side has as well.
    """
    span = wrong.spans[0]
    text, other = (view.target, view.source) if span.side is Side.TARGET else (view.source, view.target)
    around = text[max(0, span.start - 1) : span.end + 1]
    if len(around.split()) > _FEW:
        return False
    own = _WORD.findall(text[span.start : span.end])
    kept = any(map(str.istitle, own)) and {*map(str.lower, own)} <= {*_WORD.findall(other.lower())}
    return kept or all(map(str.isdigit, own)) or _LEFT.search(around) is not None


def _hit(view: SegmentView, wrong: Wrong, most: Severity) -> Hit:
    span = wrong.spans[0]
    text = " ".join((view.target if span.side is Side.TARGET else view.source)[span.start : span.end].split())
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    return Hit(
        message=_MESSAGES[wrong.category].format(shown),
        spans=wrong.spans,
        confidence=round(min(0.95, wrong.chance), 2),
        severity=min(most, wrong.severity),
        category=wrong.category,
    )
