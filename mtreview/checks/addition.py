from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar, Final

from mtreview.checks._uncovered_chances import Weights
from mtreview.checks._uncovered_check import UncoveredCheck
from mtreview.issue import Category
from mtreview.option_values import CHANCE
from mtreview.segment import Side

_WEIGHTS: Final = Weights(
    best=-3.368,
    outdone=0.929,
    linked=-1.372,
    spare=-1.866,
    spare_words=-0.092,
    frequency=-0.059,
    longer=0.75,
    name=0.043,
    figure=1.458,
    cognate=-1.299,
    letters=0.044,
    doubt=0.287,
    singled=0.522,
    other_doubt=-0.331,
    beside_doubt=0.255,
    beside_best=-1.507,
    grown=-1.205,
    between=-0.361,
    hole=0.273,
    free=-0.339,
    bias=1.617,
)


@dataclass(frozen=True, kw_only=True)
class Addition(UncoveredCheck):
    """Report words of the translation that nothing in the source seems to say.

    It judges content words: nouns, verbs, names and numbers, not `the` or `of`. What it is less sure of is minor,
    what good translations often do freely is neutral, and what is doubtful has a confidence under 0.5 and is shown in
    review only. It knows the embedded encoder alone.

    Bad:
        es: La alcaldesa inauguró ayer el puente.
        en: The mayor opened the bridge yesterday and [[promised a new library for the fishing district]].
    Good:
        es: La alcaldesa inauguró ayer el puente y prometió una biblioteca nueva para el barrio pesquero.
        en: The mayor opened the bridge yesterday and promised a new library for the fishing district.
    """

    word: float = field(default=0.96, metadata=CHANCE)
    doubtful: float = 0.5
    possible: float = 0.84
    likely: float = 0.9

    category: ClassVar[Category] = Category.ADDITION
    side: ClassVar[Side] = Side.TARGET
    weights: ClassVar[Weights] = _WEIGHTS
    message: ClassVar[str] = '"{words}" seems to say what the source does not'
