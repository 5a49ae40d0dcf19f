from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, Final

from mtreview.checks.base import ANY, Hit, SegmentCheck
from mtreview.issue import Category, Severity
from mtreview.option_values import CHANCE
from mtreview.segment import Side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.models.backends.base import Fault
    from mtreview.view import SegmentView

_MESSAGES: Final = {
    Category.OMISSION: 'The quality model says that "{}" is left out',
    Category.ADDITION: 'The quality model says that "{}" has nothing in the source',
    Category.MISTRANSLATION: 'The quality model says that "{}" is translated wrongly',
    Category.UNTRANSLATED: 'The quality model says that "{}" is not translated',
    Category.TERMINOLOGY: 'The quality model says that "{}" is the wrong term',
}
_OTHER: Final = 'The quality model says that "{}" is wrong'
_SHOWN: Final = 60


@dataclass(frozen=True, kw_only=True)
class JudgedError(SegmentCheck):
    """Report the errors that the model of `[quality_model]` names: a judge, or an xCOMET checkpoint.

    It runs where `mtreview score` runs that model, and costs nothing beyond its scores. What the model says is its own
    opinion: only errors whose words stand in the text are believed, and rules that find something in the same words
    speak in its stead.

    Bad:
        es: La reunión se aplazó hasta el jueves.
        en: The meeting was [[cancelled]] until Thursday.
    Good:
        es: La reunión se aplazó hasta el jueves.
        en: The meeting was put off until Thursday.

    Attributes:
        floor: how sure the model must be of an error, 0 to 1.
    """

    severity: Severity = Severity.CRITICAL
    floor: float = field(default=0.5, metadata=CHANCE)

    category: ClassVar[Category] = Category.ACCURACY
    needs: ClassVar[frozenset[str]] = frozenset({"encoder", "source", "quality_model"})
    yields_to: ClassVar[frozenset[str]] = frozenset({ANY})

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield one hit for each error that the model names."""
        judged = view.document.opinions.judged.get(view.index)
        for fault in judged.faults if judged else ():
            if fault.confidence >= self.floor:
                yield _hit(view, fault)


def _hit(view: SegmentView, fault: Fault) -> Hit:
    text = (view.target if fault.span.side is Side.TARGET else view.source)[fault.span.start : fault.span.end]
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    return Hit(
        message=_MESSAGES.get(fault.category, _OTHER).format(shown),
        spans=(fault.span,),
        confidence=round(min(0.95, fault.confidence), 2),
        severity=fault.severity,
        category=fault.category,
    )
