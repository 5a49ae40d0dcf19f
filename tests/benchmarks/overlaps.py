"""Precision, recall and F1 of what was found against what is right, with an interval over texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mtreview.train.agreement import bootstrap

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from numpy.typing import NDArray


def told(pairs: Iterable[tuple[Collection[object], Collection[object]]], digits: int = 3) -> str:
    """Return the figures in words.

    Args:
        pairs: of each text what was found and what is right.
        digits: after the point.
    """
    counts = np.array([(len({*found} & {*gold}), len(found), len(gold)) for found, gold in pairs])

    def f1(rows: NDArray[np.int64]) -> float:
        right, given, gold = counts[rows].sum(0)
        return float(2 * right / max(given + gold, 1))

    right, given, gold = counts.sum(0)
    value, low, high = (f"{figure:.{digits}f}" for figure in bootstrap(f1, range(len(counts)), rounds=1000))
    shares = (f"{right / max(count, 1):.{digits}f}" for count in (given, gold))
    return "P {}  R {}  F1 {} [{}, {}]".format(*shares, value, low, high)
