"""Fit what stands between the network's figures and chances that hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from mtreview.models.calibration import Curve, Fusion

if TYPE_CHECKING:
    from numpy.typing import NDArray

_ROUNDS: Final = 40
_HALF: Final = 0.5
_FEWEST: Final = 40  # pairs under one knot, so that a curve does not follow chance


def logistic(
    figures: NDArray[np.float32],
    happened: NDArray[np.float64],
    weights: NDArray[np.float64] | None = None,
    *,
    penalty: float = 1.0,
    bias: bool = True,
) -> Fusion:
    """Return the weights of a logistic regression with an L2 penalty, by Newton's steps on standardised figures."""
    mean, deviation = figures.mean(0), np.maximum(figures.std(0), 1e-3)
    if not bias:
        mean = np.zeros_like(mean)
    columns = ((figures - mean) / deviation).astype(np.float64)
    columns = np.concatenate([columns, np.ones((len(columns), 1))], 1)
    each = np.ones(len(columns)) if weights is None else weights
    ridge = np.full(columns.shape[1], penalty)
    ridge[-1] = 1e-6 if bias else 1e12
    beta = np.zeros(columns.shape[1])
    for _ in range(_ROUNDS):
        chance = 1.0 / (1.0 + np.exp(-np.clip(columns @ beta, -30, 30)))
        slope = columns.T @ (each * (chance - happened)) + ridge * beta
        curvature = (columns * (each * chance * (1 - chance))[:, None]).T @ columns + np.diag(ridge)
        step = np.linalg.solve(curvature, slope)
        beta -= step
        if float(np.abs(step).max()) < 1e-6:  # noqa: PLR2004 - converged
            break
    return Fusion(
        mean=mean.astype(np.float32),
        deviation=deviation.astype(np.float32),
        weights=beta[:-1].astype(np.float32),
        bias=float(beta[-1]) if bias else 0.0,
    )


def falling(
    logits: NDArray[np.float32], happened: NDArray[np.float64], weights: NDArray[np.float64] | None = None
) -> Curve:
    """Return the curve from the logit of an error to the chance of none: isotonic regression by pooling neighbours.

    Args:
        logits: one a pair.
        happened: whether the pair has the error.
        weights: how much each pair counts; 1 where it is None.
    """
    order = np.argsort(logits, kind="stable")
    each = np.ones(len(order)) if weights is None else weights[order]
    x, y = logits[order].astype(np.float64) * each, (1.0 - happened[order]) * each
    blocks: list[list[float]] = []  # sums of x, y and weights
    for start in range(0, len(x), _FEWEST):
        part = slice(start, start + _FEWEST)
        blocks.append([float(x[part].sum()), float(y[part].sum()), float(each[part].sum())])
        while len(blocks) > 1 and blocks[-2][1] / blocks[-2][2] <= blocks[-1][1] / blocks[-1][2]:
            last = blocks.pop()
            blocks[-1] = [a + b for a, b in zip(blocks[-1], last, strict=True)]
    knots = np.array([[sum_x / count, (sum_y + _HALF) / (count + 1)] for sum_x, sum_y, count in blocks], np.float32)
    return Curve(x=knots[:, 0].copy(), y=np.minimum.accumulate(knots[:, 1]))
