"""From the network's figures to chances that hold: a weighted sum, then a monotone curve."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Fusion:
    """Hold the weights of the figures of a pair: logit of a major error, quality, and similarities."""

    mean: NDArray[np.float32]
    deviation: NDArray[np.float32]
    weights: NDArray[np.float32]
    bias: float

    def __call__(self, figures: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return one logit a pair, of (pairs, figures)."""
        return np.asarray(((figures - self.mean) / self.deviation) @ self.weights + self.bias, np.float32)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Curve:
    """Hold a monotone curve by its knots, straight between them and level beyond."""

    x: NDArray[np.float32]
    y: NDArray[np.float32]

    def __call__(self, values: NDArray[np.float32]) -> NDArray[np.float64]:
        """Return the curve's heights."""
        return np.interp(values, self.x, self.y)
