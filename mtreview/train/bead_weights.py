"""Learn the weights by which the aligner's second look weighs beads, from documents whose beads are known.

The path is a chain of a conditional random field (Lafferty et al., 2001): the weights make the known path probable
beside all others near the first one. Those that ship were fitted on noisy documents made from newstest2010 (20 of 50
sentences) and from verses (8 of 100), three operations in ten sentences, and on dev of Text+Berg.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import torch

from mtreview.align._places import most_probable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from mtreview.align._places import Places

    Array = NDArray[np.float64]

ROUNDS: Final = 45
PENALTY: Final = 1.0
_LEAST: Final = 1e-3


class Known(NamedTuple):
    """Hold a document's possible beads and which ones are right.

    Attributes:
        places: the possible beads, which hold all that are right.
        figures: what is known of each, (beads, figures).
        path: indices of the right ones, in order.
        rows: how many source sentences there are.
        columns: how many target sentences.
    """

    places: Places
    figures: Array
    path: Sequence[int]
    rows: int
    columns: int


def learn(documents: Sequence[Known], rounds: int = ROUNDS) -> Array:
    """Return a weight for each figure, (figures,)."""
    squares = np.mean([np.square(one.figures).mean(axis=0) for one in documents], axis=0)
    scale = np.sqrt(squares) + _LEAST
    weights = torch.zeros(len(scale), dtype=torch.float64, requires_grad=True)
    steps = torch.optim.LBFGS([weights], max_iter=rounds, line_search_fn="strong_wolfe")

    def loss() -> float:
        now = weights.detach().numpy()
        total = 0.5 * PENALTY * float(now @ now)
        slope = PENALTY * now
        for one in documents:
            value, part = _surprise(one, now / scale)
            total += value
            slope = slope + part / scale
        weights.grad = torch.from_numpy(slope)
        return total

    steps.step(loss)  # type: ignore[no-untyped-call]  # torch's annotations
    return np.asarray(weights.detach().numpy() / scale)


def _surprise(known: Known, weights: Array) -> tuple[float, Array]:
    """Return the negative logarithm of the right path's probability, and its slope by weight."""
    scores = known.figures @ weights
    chain = most_probable(known.places, scores, known.rows, known.columns)
    right = list(known.path)
    slope = chain.chance @ known.figures - known.figures[right].sum(axis=0)
    return chain.total - float(scores[right].sum()), slope
