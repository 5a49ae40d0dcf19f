"""Align by the similarity of sentence embeddings, helped by shared numbers, names and cognates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from mtreview.align._beads import Calibration, alone, beads
from mtreview.align._blocks import likenesses, windows
from mtreview.align._lines import Lines, describe
from mtreview.align._search import Grid
from mtreview.align.base import Aligner

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from mtreview.align._search import Shape
    from mtreview.segment import Bead

_CALIBRATION = Calibration(bias=-1.0, margin=20.0, score=5.0, ceiling=0.3)


@dataclass(frozen=True, kw_only=True)
class Embedding(Aligner):
    """Align by a dynamic programme over embedding similarity, after Liu and Zhu's Bertalign (2023).

    A bead scores the cosine of its two blocks, less the mean cosine with the sentences around them, times how equal
    the blocks are in length. A block is the sum of its sentences, longer ones weighing more.

    Attributes:
        encoder: `embedded`, a folder or a hub name.
        centring: how much of a side's mean vector is taken off its sentences, 0 to 1.
        cues: what a full match of shared numbers, names and cognates adds.
        alone: what a sentence without counterpart costs.
        label: what a label of a page without counterpart costs.
    """

    needs: ClassVar[frozenset[str]] = frozenset({"encoder"})

    encoder: str = "embedded"
    centring: float = 0.8
    cues: float = 0.1
    alone: float = 0.1
    label: float = 0.05

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
        scores: dict[Shape, NDArray[np.float32]] = {}
        shared = {likeness.shape: likeness for likeness in likenesses(source.cues, target.cues)}
        for shape, cosine, near in likenesses(source.vectors, target.vectors):
            n, m = shape
            left, right = windows(source.lengths, n)[:, None], windows(target.lengths, m)[None, :]
            even = np.log2(1 + np.minimum(left, right) / np.maximum(left, right))
            cue = self.cues * (shared[shape].cosine - shared[shape].near)
            scores[shape] = ((cosine - near + cue) * even).astype(np.float32)
        return Grid(beads=scores, source=self._alone(source), target=self._alone(target))

    def _alone(self, lines: Lines) -> NDArray[np.float32]:
        return np.where(lines.labels, -self.label, -self.alone).astype(np.float32)
