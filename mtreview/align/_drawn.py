"""How strongly tokens are drawn out of a bead: by how much their nearest counterpart outside is nearer than inside."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from mtreview.align._places import LONGEST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from mtreview.align._places import Indices

    Array = NDArray[np.float32]


class Band(NamedTuple):
    """Hold how near the tokens of one sentence come to each of some neighbouring sentences of the other side.

    Attributes:
        low: the first of those sentences.
        near: the highest cosine with any token of each, at least 0, (tokens, sentences).
    """

    low: int
    near: Array


class Drawn(NamedTuple):
    """Hold how strongly each sentence's tokens are drawn out of every run of the other side's sentences.

    Attributes:
        lost: all figures in one row, (figures,): those of a sentence stand together, by the run's size, then its start.
        offset: where those of each sentence begin, (sentences,).
        width: how many starts each has, (sentences,).
        low: which sentence of the other side is its first start, (sentences,).
        nearest: the sum of its tokens' highest cosines, (sentences,).
        lead: by how much in sum the sentence with the nearest token leads over the next sentence, (sentences,).
    """

    lost: Array
    offset: Indices
    width: Indices
    low: Indices
    nearest: Array
    lead: Array

    def out(self, row: Indices, start: Indices, size: Indices) -> Array:
        """Return by how much the tokens of some sentences are nearer to what is outside a run than to what is inside.

        Args:
            row: the sentences, (places,).
            start: the first sentence of each run of the other side, (places,).
            size: how many sentences each run has, 1 to 8, (places,).
        """
        column = np.clip(start - self.low[row], 0, self.width[row] - 1)
        lost: Array = self.lost[self.offset[row] + (size - 1) * self.width[row] + column]
        return lost


def drawn(bands: Sequence[Band]) -> Drawn:
    """Return how strongly the tokens of one side's sentences are drawn anywhere.

    Args:
        bands: of each sentence.
    """
    lost = [_lost(band.near) for band in bands]
    edge = [np.sort(np.pad(band.near, ((0, 0), (2, 0))), axis=1)[:, -2:].sum(axis=0) for band in bands]
    best = np.array(edge, np.float32).reshape(-1, 2)
    width = np.array([len(one[0]) for one in lost], np.intp)
    return Drawn(
        lost=np.concatenate([np.zeros(0, np.float32), *(one.ravel() for one in lost)]),
        offset=np.concatenate([[0], np.cumsum(LONGEST * width)])[:-1].astype(np.intp),
        width=width,
        low=np.array([band.low - LONGEST for band in bands], np.intp),
        nearest=best[:, 1],
        lead=best[:, 1] - best[:, 0],
    )


def _lost(near: Array) -> Array:
    """Return, for runs of 1 to 8 sentences from each start, what lies nearer outside, (8, starts).

    Starts are those of the band, as many before it as a run is long, and one after it.
    """
    starts = near.shape[1] + LONGEST + 1
    padded = np.pad(near, ((0, 0), (LONGEST, LONGEST)))
    before = np.maximum.accumulate(np.pad(padded, ((0, 0), (1, 0))), axis=1)
    after = np.maximum.accumulate(np.pad(padded, ((0, 0), (0, 1)))[:, ::-1], axis=1)[:, ::-1]
    inside = np.zeros((len(near), starts), np.float32)
    lost = np.zeros((LONGEST, starts), np.float32)
    for late in range(LONGEST):
        inside = np.maximum(inside, padded[:, late : late + starts])
        outside = np.maximum(before[:, :starts], after[:, late + 1 : late + 1 + starts])
        lost[late] = np.maximum(outside - inside, 0).sum(axis=0)
    return lost
