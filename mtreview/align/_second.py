"""A second look near a first path, with the tokens of both sides and with weights that were learned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from mtreview.align._places import highest, most_probable, near
from mtreview.align._search import Step
from mtreview.align._traits import traits
from mtreview.align._votes import votes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from mtreview.align._lines import Lines
    from mtreview.align._places import Places

_SURE: Final = 12.0
_MEASURABLE: Final = 3
_LIKELY: Final = 0.3
WEIGHTS: Final = {
    "lead": 2.968,
    "lead-of-several": -1.603,
    "lead-by-size": 0.325,
    "cosine": 2.739,
    "stray": -0.904,
    "even": 2.450,
    "difference": -0.363,
    "cues": 0.576,
    "cues-by-size": 0.837,
    "1-1": 0.784,
    "1-2": 0.934,
    "1-3": -2.047,
    "2-2": -0.774,
    "2-3": -1.814,
    "1-many": -1.568,
    "many-many": -2.135,
    "size": -2.158,
    "votes": 0.096,
    "votes-lost": -0.330,
    "votes-kept": 1.204,
    "votes-dense": -0.286,
    "unheard": -1.795,
    "alone": 0.193,
    "alone-close": 6.094,
    "alone-label": 0.966,
    "alone-length": 0.320,
    "alone-resemblance": -0.086,
    "alone-heard": -0.705,
    "alone-heard-count": -0.363,
    "alone-heard-most": -0.890,
    "drawn": -3.682,
    "alone-nearest": -2.862,
    "alone-lead": 0.596,
    "joint-open": 0.223,
    "joint-closed": -0.205,
    "end-differs": -2.440,
    "end-open": -0.415,
    "end-question": -0.386,
    "end-colon": 0.022,
}


def second_path(source: Lines, target: Lines, first: Sequence[Step]) -> list[Step] | None:
    """Return the path near a first one with most sentences in likely beads, by their chances over all paths.

    A step's margin is the logarithm of its odds against all other beads. None where a second look is not worth more
    than the first: without tokens, and in documents of so few sentences that they do not tell how alike they are.

    Args:
        source: the source's sentences, with vectors and tokens.
        target: likewise.
        first: a path over both.
    """
    if not source.tokens or min(len(source), len(target)) < _MEASURABLE:
        return None
    places = near(first, len(source), len(target))
    told = traits(places, source, target, votes(source.tokens, target.tokens, first))
    scores = np.zeros(len(places.n))
    for name, weight in WEIGHTS.items():
        scores += weight * told.figures[name]
    scores[barred(places, source, target)] = -np.inf
    chance = most_probable(places, scores, len(source), len(target)).chance
    with np.errstate(divide="ignore"):
        odds = np.clip(np.log(chance) - np.log1p(-np.minimum(chance, 1 - 1e-9)), -_SURE, _SURE)
    return [
        Step(
            int(places.source[at]),
            int(places.target[at]),
            (int(places.n[at]), int(places.m[at])),
            float(told.likeness[at]),
            float(odds[at]),
        )
        for at in highest(places, _gains(places, scores, chance), len(source), len(target))
    ]


def _gains(places: Places, scores: NDArray[np.float64], chance: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return by how much each bead's chance beats what it must be, times its sentences; 0 for one alone."""
    sizes = np.where((places.n > 0) & (places.m > 0), places.n + places.m, 0)
    return np.where(np.isneginf(scores), -np.inf, (chance - _LIKELY) * sizes)


def barred(places: Places, source: Lines, target: Lines) -> NDArray[np.bool_]:
    """Return which beads may not be: those that hold a blank line, or marks on one side only."""
    (i, j, n, m), linked = places, (places.n > 0) & (places.m > 0)

    def any_(flags: NDArray[np.bool_], start: NDArray[np.intp], size: NDArray[np.intp]) -> NDArray[np.bool_]:
        sums = np.concatenate([[0], np.cumsum(flags)])
        return np.asarray(sums[start + size] > sums[start])

    blanks = any_(source.blanks, i, n) | any_(target.blanks, j, m)
    marks = any_(source.marks, i, n) != any_(target.marks, j, m)
    return np.asarray(linked & (blanks | marks))
