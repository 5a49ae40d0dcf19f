"""Marks of words and of stretches of text, held against what people marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mtreview.mqm import REPORTED
from mtreview.segment import Side
from mtreview.train.labelled import characters

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from mtreview.models.spans import Wrong
    from mtreview.train.labelled import Labelled

    Lead = Callable[[NDArray[np.bool_]], float]


def harmonic(counts: NDArray[np.float64], rows: NDArray[np.int64]) -> float:
    """Return the F1 of rows of characters marked by both, by people, and by the model."""
    both, gold, found = counts[rows].sum(0)
    return float(2 * both / max(gold + found, 1.0))


def lead_of_spans(a: NDArray[np.float64], b: NDArray[np.float64]) -> Lead:
    """Return the lead of counts `a` over counts `b`, one a segment, as `exchanged` asks for it."""
    rows = np.arange(len(a))

    def lead(swap: NDArray[np.bool_]) -> float:
        turn = swap[:, None]
        return harmonic(np.where(turn, b, a), rows) - harmonic(np.where(turn, a, b), rows)

    return lead


def lead_of_words(
    measure: Callable[..., float],
    truth: NDArray[np.bool_],
    a: NDArray[np.bool_],
    b: NDArray[np.bool_],
    owner: NDArray[np.int64],
) -> Lead:
    """Return the lead of marks `a` over marks `b`; words are exchanged with all of their segment, their `owner`."""

    def lead(swap: NDArray[np.bool_]) -> float:
        turn = swap[owner]
        return measure(truth, np.where(turn, b, a)) - measure(truth, np.where(turn, a, b))

    return lead


def reported(wrong: Sequence[Wrong], side: Side) -> list[Wrong]:
    """Return the marks that are reported: of the target those right every other time or oftener."""
    return [item for item in wrong if side is Side.SOURCE or item.chance >= REPORTED]


def covered(wrong: Sequence[Wrong], side: Side) -> set[int]:
    """Return the places of one side that marks cover."""
    return {at for item in wrong for span in item.spans if span.side is side for at in range(span.start, span.end)}


def agreement(pair: Labelled, wrong: Sequence[Wrong]) -> tuple[int, int, int]:
    """Return how many target characters are marked by both, by people, and by the model."""
    gold = characters(pair.marks or (), Side.TARGET)
    found = covered(wrong, Side.TARGET)
    return len(gold & found), len(gold), len(found)
