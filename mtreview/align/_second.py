"""A second look near a first path, with the tokens of both sides and with weights that were learned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from mtreview.align._places import most_probable, near
from mtreview.align._search import Step
from mtreview.align._traits import traits
from mtreview.align._votes import votes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from mtreview.align._lines import Lines
    from mtreview.align._places import Places

_SURE: Final = 12.0
_CLOSE: Final = 0.33
_MEASURABLE: Final = 3
WEIGHTS: Final = {
    "lead": 1.616,
    "lead-of-several": -2.149,
    "lead-by-size": 1.111,
    "cosine": 5.515,
    "stray": -1.038,
    "even": 4.449,
    "difference": -0.505,
    "cues": 0.226,
    "cues-by-size": 1.021,
    "1-1": -0.491,
    "1-2": 0.942,
    "1-3": 0.542,
    "2-2": 0.689,
    "2-3": -0.528,
    "1-many": 1.447,
    "many-many": -1.109,
    "size": -0.417,
    "votes": 0.722,
    "votes-lost": -0.062,
    "votes-kept": 5.816,
    "votes-dense": -2.011,
    "unheard": -2.398,
    "alone": -0.193,
    "alone-close": 2.600,
    "alone-label": 3.004,
    "alone-mark": 0.283,
    "alone-length": 0.725,
    "alone-resemblance": -0.016,
    "alone-heard": -0.213,
    "alone-heard-count": -1.008,
    "alone-heard-most": -1.073,
}


def second_path(source: Lines, target: Lines, first: Sequence[Step]) -> list[Step] | None:
    """Return the most probable path near a first one; a step's margin is the logarithm of its odds against all others.

    None where a second look is not worth more than the first: without tokens, in a translation so free that tokens say
    little, and in documents of so few sentences that they do not tell how alike they are.

    Args:
        source: the source's sentences, with vectors and tokens.
        target: likewise.
        first: a path over both.
    """
    if not source.tokens or min(len(source), len(target)) < _MEASURABLE:
        return None
    places = near(first, len(source), len(target))
    told = traits(places, source, target, votes(source.tokens, target.tokens, first))
    if told.closeness < _CLOSE:
        return None
    scores = np.zeros(len(places.n))
    for name, weight in WEIGHTS.items():
        scores += weight * told.figures[name]
    scores[_barred(places, source, target)] = -np.inf
    chain = most_probable(places, scores, len(source), len(target))
    with np.errstate(divide="ignore"):
        odds = np.clip(np.log(chain.chance) - np.log1p(-np.minimum(chain.chance, 1 - 1e-9)), -_SURE, _SURE)
    return [
        Step(
            int(places.source[at]),
            int(places.target[at]),
            (int(places.n[at]), int(places.m[at])),
            float(told.likeness[at]),
            float(odds[at]),
        )
        for at in chain.path
    ]


def _barred(places: Places, source: Lines, target: Lines) -> NDArray[np.bool_]:
    """Return which beads may not be: those that hold a blank line, or marks on one side only."""
    (i, j, n, m), linked = places, (places.n > 0) & (places.m > 0)

    def any_(flags: NDArray[np.bool_], start: NDArray[np.intp], size: NDArray[np.intp]) -> NDArray[np.bool_]:
        sums = np.concatenate([[0], np.cumsum(flags)])
        return np.asarray(sums[start + size] > sums[start])

    blanks = any_(source.blanks, i, n) | any_(target.blanks, j, m)
    marks = any_(source.marks, i, n) != any_(target.marks, j, m)
    return np.asarray(linked & (blanks | marks))
