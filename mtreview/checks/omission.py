from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final

from mtreview.checks._uncovered_chances import Weights
from mtreview.checks._uncovered_check import UncoveredCheck
from mtreview.issue import Category
from mtreview.segment import Side

_WEIGHTS: Final = Weights(
    best=0.407,
    outdone=1.145,
    linked=-1.881,
    spare=-1.897,
    spare_words=-0.111,
    frequency=-0.145,
    longer=0.271,
    name=0.217,
    figure=1.017,
    cognate=-0.675,
    letters=0.078,
    doubt=0.176,
    singled=0.471,
    other_doubt=-0.072,
    beside_doubt=0.167,
    beside_best=-0.737,
    grown=-1.79,
    between=-0.607,
    hole=0.615,
    free=-0.332,
    bias=0.181,
)


@dataclass(frozen=True, kw_only=True)
class Omission(UncoveredCheck):
    """Report words of the source that nothing in the translation seems to say.

    It judges content words: nouns, verbs, names and numbers, not `de` or `por`. What it is less sure of is minor,
    what good translations often do freely is neutral, and what is doubtful has a confidence under 0.5 and is shown in
    review only. It knows the embedded encoder alone.

    Bad:
        es: La alcaldesa inauguró ayer el puente y prometió una biblioteca nueva para el barrio pesquero.
        en: [[The mayor opened the bridge yesterday.]]
    Good:
        es: La alcaldesa inauguró ayer el puente y prometió una biblioteca nueva para el barrio pesquero.
        en: The mayor opened the bridge yesterday and promised a new library for the fishing district.
    """

    category: ClassVar[Category] = Category.OMISSION
    side: ClassVar[Side] = Side.SOURCE
    weights: ClassVar[Weights] = _WEIGHTS
    message: ClassVar[str] = '"{words}" of the source seems to be missing'
