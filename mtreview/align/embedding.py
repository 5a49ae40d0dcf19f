"""Align by the similarity of sentence embeddings, helped by shared numbers, names and cognates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

import numpy as np

from mtreview.align._beads import Calibration, alone, beads
from mtreview.align._blocks import likenesses, windows
from mtreview.align._lines import describe
from mtreview.align._search import Grid
from mtreview.align.base import Aligner

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from mtreview.align._blocks import Likeness
    from mtreview.align._lines import Lines
    from mtreview.align._search import Shape
    from mtreview.segment import Bead

_FREE: Final = 0.3
_CLOSENESS: Final = (0.8, 2.5)
_RESEMBLING: Final = 0.5
_CALIBRATION: Final = Calibration(bias=-4.8, margin=23.0, score=6.5, ceiling=0.5)


@dataclass(frozen=True, kw_only=True)
class Embedding(Aligner):
    """Align by a dynamic programme over embedding similarity, after Liu and Zhu's Bertalign (2023).

    A bead scores the cosine of its two blocks, less the mean cosine with the sentences around them, times how equal
    the blocks are in length. A block is the sum of its sentences, longer ones weighing more.

    How much alike the sentences of the two documents are at best decides the rest: where a rendering is close, a
    sentence stays alone at little cost, and one that does not resemble the other side costs a bead much.

    Attributes:
        encoder: `embedded`, a folder or a hub name.
        centring: how much of a side's mean vector is taken off its sentences, 0 to 1.
        cues: what a full match of shared numbers, names and cognates adds.
        alone: what a sentence without counterpart costs in a free translation.
        label: what part of that a label of a page costs.
        stray: how much a free translation's bead loses for its sentence that is least like the other side.
    """

    needs: ClassVar[frozenset[str]] = frozenset({"encoder"})

    encoder: str = "embedded"
    centring: float = 0.8
    cues: float = 0.35
    alone: float = 0.13
    label: float = 0.2
    stray: float = 0.03

    def align(self, source: Sequence[str], target: Sequence[str]) -> tuple[Bead, ...]:
        """Return beads in order; each sentence of either side stands in exactly one."""
        if not (source and target):
            return alone(len(source), len(target))
        from mtreview.models.encoder import load_encoder  # noqa: PLC0415 - torch, only where it is asked for

        encoded = load_encoder(self.encoder).encode([*source, *target])
        pooled = np.array([encoding.pooled for encoding in encoded], np.float32)
        return self.align_vectors(source, target, pooled[: len(source)], pooled[len(source) :])

    def align_vectors(
        self,
        source: Sequence[str],
        target: Sequence[str],
        source_vectors: NDArray[np.float32],
        target_vectors: NDArray[np.float32],
    ) -> tuple[Bead, ...]:
        """Return the beads of sentences that are encoded already, one vector a sentence, (sentences, width)."""
        left, right = describe(source, target)
        return beads(
            left.with_vectors(self._centred(source_vectors, left)),
            right.with_vectors(self._centred(target_vectors, right)),
            self._grid,
            _CALIBRATION,
        )

    def _centred(self, vectors: NDArray[np.float32], lines: Lines) -> NDArray[np.float32]:
        """Return unit vectors without what all sentences share, scaled by the root of their length."""
        moved = vectors - self.centring * vectors.mean(axis=0)
        norms = np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-6)
        scaled: NDArray[np.float32] = (moved / norms * np.sqrt(lines.lengths)[:, None]).astype(np.float32)
        return scaled

    def _grid(self, source: Lines, target: Lines) -> Grid:
        shared = {likeness.shape: likeness.cosine for likeness in likenesses(source.cues, target.cues)}
        found = tuple(likenesses(source.vectors, target.vectors))
        evens = {
            one.shape: _even(windows(source.lengths, one.shape[0]), windows(target.lengths, one.shape[1]))
            for one in found
        }
        closeness = _closeness(found[0], evens[1, 1]) if found else 1.0
        scores: dict[Shape, NDArray[np.float32]] = {}
        for shape, cosine, near, weakest in found:
            score = (cosine - near + self.cues * shared[shape]) * evens[shape]
            if shape != (1, 1):
                score -= self.stray * closeness**4 * np.maximum(0, _RESEMBLING - (weakest - near))
            scores[shape] = score.astype(np.float32)
        price = self.alone * closeness**-3
        return Grid(beads=scores, source=self._alone(source, price), target=self._alone(target, price))

    def _alone(self, lines: Lines, price: float) -> NDArray[np.float32]:
        return np.where(lines.labels, -self.label * price, -price).astype(np.float32)


def _even(source: NDArray[np.float32], target: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return 1 where two blocks are equally long, down to 0, for every pair of blocks."""
    left, right = source[:, None], target[None, :]
    even: NDArray[np.float32] = np.log2(1 + np.minimum(left, right) / np.maximum(left, right))
    return even


def _closeness(single: Likeness, even: NDArray[np.float32]) -> float:
    """Return how alike sentences and their best counterparts are, 1 for a free translation, more for a close one."""
    scores = (single.cosine - single.near) * even
    best = np.concatenate([scores.max(axis=0), scores.max(axis=1)])
    return float(np.clip(np.median(best) / _FREE, *_CLOSENESS))
