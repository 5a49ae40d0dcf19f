"""Align by lengths, and by the numbers, names and cognates that both sides share; no model needed."""

from __future__ import annotations

from dataclasses import dataclass
from math import erfc, log, sqrt
from typing import TYPE_CHECKING, Final

import numpy as np

from mtreview.align._beads import Calibration, beads
from mtreview.align._blocks import likenesses, windows
from mtreview.align._lines import barred, describe
from mtreview.align._search import Grid
from mtreview.align.base import Aligner

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from mtreview.align._lines import Lines
    from mtreview.align._search import Shape
    from mtreview.segment import Bead

_VARIANCE: Final = 6.8
_PRIORS: Final = {
    (1, 1): 0.89,
    (1, 2): 0.0445,
    (2, 1): 0.0445,
    (2, 2): 0.0015,
    (1, 3): 0.004,
    (3, 1): 0.004,
    (2, 3): 0.00015,
    (3, 2): 0.00015,
    (1, 4): 0.001,
    (4, 1): 0.001,
}
_FARTHEST: Final = 12.0
_DEVIATIONS: Final = np.linspace(0.0, _FARTHEST, 1201)
_CALIBRATION: Final = Calibration(bias=-2.0, margin=0.89, score=0.25, ceiling=6.0)
_LOG_TAIL: Final = np.array([log(erfc(deviation / sqrt(2))) for deviation in _DEVIATIONS])


@dataclass(frozen=True, kw_only=True)
class Length(Aligner):
    """Align by a dynamic programme over the probability of two lengths, after Gale and Church (1993).

    Shared numbers, names and cognates add to it, as Varga et al. (2005) found that they must where text is missing.

    Attributes:
        cues: what a full match of shared words adds, in the unit of the logarithm of a probability.
        alone: what a sentence without counterpart costs.
        label: what a label of a page without counterpart costs.
    """

    cues: float = 12.0
    alone: float = 3.5
    label: float = 2.0

    def align(self, source: Sequence[str], target: Sequence[str]) -> tuple[Bead, ...]:
        """Return beads in order; each sentence of either side stands in exactly one."""
        left, right = describe(source, target)
        return beads(left, right, self._grid, _CALIBRATION)

    def _grid(self, source: Lines, target: Lines) -> Grid:
        scores: dict[Shape, NDArray[np.float32]] = {}
        for (n, m), cosine, near, _ in likenesses(source.cues(), target.cues()):
            fit = _fit(windows(source.lengths, n), windows(target.lengths, m))
            shared = self.cues * (cosine - near / 2)
            scores[n, m] = (fit + log(_PRIORS[n, m]) + shared).astype(np.float32)
            scores[n, m][barred(source, target, (n, m))] = -np.inf
        prices = self.alone, self.label
        return Grid(beads=scores, source=source.alone(*prices), target=target.alone(*prices))


def _fit(source: NDArray[np.float32], target: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return the logarithm of the probability that two lengths differ by as much, for every pair of blocks."""
    left, right = source[:, None], target[None, :]
    deviation = np.abs(right - left) / np.sqrt((left + right) / 2 * np.float32(_VARIANCE))
    chances: NDArray[np.float64] = np.interp(deviation, _DEVIATIONS, _LOG_TAIL)
    return chances
