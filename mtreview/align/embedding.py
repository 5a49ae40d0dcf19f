"""Align by the similarity of sentence embeddings, helped by shared numbers, names and cognates."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

import numpy as np

from mtreview.align._background import ENGLISH, SPANISH
from mtreview.align._beads import Calibration, Look, alone, beads
from mtreview.align._blocks import likenesses, windows
from mtreview.align._candidates import READ, clearly_best, subject
from mtreview.align._lines import barred, describe
from mtreview.align._moved import with_moved
from mtreview.align._search import Grid, plain_path
from mtreview.align._second import second_path
from mtreview.align._vectors import centred
from mtreview.align._votes import apart
from mtreview.align.base import Aligner

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from mtreview.align._blocks import Likeness
    from mtreview.align._lines import Lines
    from mtreview.align._search import Shape, Step
    from mtreview.models.encoder import Encoding
    from mtreview.segment import Bead

_FREE: Final = 0.3
_CLOSENESS: Final = (0.8, 2.5)
_RESEMBLING: Final = 0.5
FEW: Final = 40
_WEIGHT: Final = 6.0
_USUAL: Final = 1.5
_NEAREST: Final = 3
_CALIBRATION: Final = Calibration(bias=-4.8, margin=23.0, score=6.5, ceiling=0.5)
_SECOND: Final = Look(second_path, Calibration(bias=-3.1, margin=1.1, score=5.1, ceiling=5.0))
_TOKENS_KEPT: Final = 4_000


class Background(NamedTuple):
    """Hold vectors of unrelated sentences of either language, (sentences, width)."""

    source: NDArray[np.float32]
    target: NDArray[np.float32]


@dataclass(frozen=True, kw_only=True)
class Embedding(Aligner):
    """Align by a dynamic programme over embedding similarity, after Liu and Zhu's Bertalign (2023).

    A bead scores the cosine of its two blocks, less the mean cosine with the sentences around them, times how equal
    the blocks are in length. A block is the sum of its sentences, longer ones weighing more.

    How much alike the sentences of the two documents are at best decides the rest: where a rendering is close, a
    sentence stays alone at little cost, and one that does not resemble the other side costs a bead much.

    A second look near that path weighs every bead by learned weights, with what the tokens say (each one votes for the
    sentence that its nearest counterpart stands in, and is drawn out of a bead by as much as a counterpart outside is
    nearer than any inside) and with how sentences end: where one side's goes on and the other's does not, more belongs
    to the bead.

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
        from mtreview.models.word_align import layer  # noqa: PLC0415 - likewise

        encoder = load_encoder(self.encoder)
        layers = (layer(encoder.depth),) if max(len(source), len(target)) <= _TOKENS_KEPT else ()
        encoded = encoder.encode([*source, *target], layers)
        pooled = np.array([encoding.pooled for encoding in encoded], np.float32)
        few = min(len(source), len(target)) < FEW
        return self.align_vectors(
            source,
            target,
            pooled[: len(source)],
            pooled[len(source) :],
            background(self.encoder) if few else None,
            token_vectors(encoded, layers[0], self.encoder) if layers else (),
        )

    def original(self, target: Sequence[str], candidates: Sequence[Sequence[str]]) -> int | None:
        """Return which candidate document the target renders, by what they are about; None where none clearly is."""
        if not target:
            return None
        strangers = background(self.encoder)
        spoken = [(at, candidate) for at, candidate in enumerate(candidates) if candidate]
        subjects = [subject(_pooled(self.encoder, tuple(one[:READ])), strangers.source) for _, one in spoken]
        best = clearly_best(subject(_pooled(self.encoder, tuple(target[:READ])), strangers.target), subjects)
        return None if best is None else spoken[best][0]

    def align_vectors(
        self,
        source: Sequence[str],
        target: Sequence[str],
        source_vectors: NDArray[np.float32],
        target_vectors: NDArray[np.float32],
        strangers: Background | None = None,
        tokens: Sequence[NDArray[np.float32]] = (),
    ) -> tuple[Bead, ...]:
        """Return the beads of sentences that are encoded already, one vector a sentence, (sentences, width).

        Args:
            source: the texts, for their lengths and what they share.
            target: likewise.
            source_vectors: their vectors.
            target_vectors: likewise.
            strangers: vectors of unrelated sentences, which say what is common to all where the documents are short.
            tokens: those of the tokens of each source, then of each target, as `token_vectors` gives them; without
                them there is no second look.
        """
        left, right = self.described(source, target, source_vectors, target_vectors, strangers, tokens)
        return with_moved(beads(left, right, self._grid, _CALIBRATION, _SECOND), left, right)

    def first_path(self, source: Lines, target: Lines) -> list[Step]:
        """Return the path that a second look starts from."""
        return plain_path(self._grid(source, target))

    def described(
        self,
        source: Sequence[str],
        target: Sequence[str],
        source_vectors: NDArray[np.float32],
        target_vectors: NDArray[np.float32],
        strangers: Background | None,
        tokens: Sequence[NDArray[np.float32]],
    ) -> tuple[Lines, Lines]:
        """Return what `align_vectors` knows of both sides before it compares them; the same arguments."""
        left, right = describe(source, target, narrow=False)
        near = strangers or Background(source_vectors[:0], target_vectors[:0])
        means = (
            _shared(source_vectors, ~left.blanks, near.source) * np.float32(self.centring),
            _shared(target_vectors, ~right.blanks, near.target) * np.float32(self.centring),
        )
        left = left.with_vectors(centred(source_vectors, means[0], np.sqrt(left.lengths) * ~left.blanks))
        right = right.with_vectors(centred(target_vectors, means[1], np.sqrt(right.lengths) * ~right.blanks))
        if strangers:
            weight = _WEIGHT / (_WEIGHT + min(len(left), len(right)))
            left = left.beside(weight * _resemblance(left, _units(near.target - means[1])))
            right = right.beside(weight * _resemblance(right, _units(near.source - means[0])))
        left = replace(left, tokens=apart(tokens[: len(left)]))
        return left, replace(right, tokens=apart(tokens[len(left) :]))

    def _grid(self, source: Lines, target: Lines) -> Grid:
        shared = {likeness.shape: likeness.cosine for likeness in likenesses(source.cues(), target.cues())}
        found = tuple(likenesses(source.vectors[:], target.vectors[:]))
        evens = {
            one.shape: _even(windows(source.lengths, one.shape[0]), windows(target.lengths, one.shape[1]))
            for one in found
        }
        closeness = _closeness(found[0], evens[1, 1]) if found else 1.0
        scores: dict[Shape, NDArray[np.float32]] = {}
        for shape, cosine, beside, weakest in found:
            whole = shape == (len(source), len(target)) != (1, 1)  # no neighbours: take those of its sentences
            near = np.maximum(found[0].near.mean() if whole else beside, _strange(source, target, shape))
            score = (cosine - near + self.cues * shared[shape]) * evens[shape]
            if shape != (1, 1):
                score -= self.stray * closeness**4 * np.maximum(0, _RESEMBLING - (weakest - near))
            scores[shape] = score.astype(np.float32)
            scores[shape][barred(source, target, shape)] = -np.inf
        price = self.alone * closeness**-3
        prices = price, self.label * price
        return Grid(beads=scores, source=source.alone(*prices), target=target.alone(*prices))


def token_vectors(encoded: Sequence[Encoding], layer: int, encoder: str) -> list[NDArray[np.float32]]:
    """Return the states of each text's tokens in the space where translations are near, (tokens, size) each."""
    from mtreview.models.word_align import projection  # noqa: PLC0415 - torch, only where it is asked for

    project = projection(encoder)
    if project is None:
        return [encoding.states[layer] for encoding in encoded]
    return [encoding.states[layer] @ project for encoding in encoded]


@lru_cache(maxsize=2)
def background(encoder: str) -> Background:
    """Return an encoder's vectors of sentences that have nothing to do with any document."""
    return Background(_pooled(encoder, SPANISH), _pooled(encoder, ENGLISH))


@lru_cache(maxsize=1024)
def _pooled(encoder: str, texts: tuple[str, ...]) -> NDArray[np.float32]:
    from mtreview.models.encoder import load_encoder  # noqa: PLC0415 - torch, only where it is asked for

    return np.array([encoding.pooled for encoding in load_encoder(encoder).encode(texts)], np.float32)


def _shared(
    vectors: NDArray[np.float32], said: NDArray[np.bool_], strangers: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Return the mean of those vectors that say something; the fewer there are, the more unrelated ones weigh in it."""
    weight = _WEIGHT if len(strangers) else 0.0
    total = np.einsum("ij,i->j", vectors, said.astype(np.float32))
    if weight:
        total = total + weight * strangers.mean(axis=0)
    mean: NDArray[np.float32] = (total / max(1.0, float(said.sum()) + weight)).astype(np.float32)
    return mean


def _units(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    units: NDArray[np.float32] = (vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6)).astype(
        np.float32
    )
    return units


def _resemblance(lines: Lines, strangers: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return each sentence's mean cosine with the nearest unrelated sentences of the other language."""
    cosines = lines.vectors[:] @ strangers.T / np.sqrt(lines.lengths)[:, None]
    nearest: NDArray[np.float32] = np.sort(cosines, axis=1)[:, -_NEAREST:].mean(axis=1)
    return nearest


def _strange(source: Lines, target: Lines, shape: Shape) -> NDArray[np.float32]:
    left = windows(source.strangers, shape[0]) / shape[0]
    right = windows(target.strangers, shape[1]) / shape[1]
    strange: NDArray[np.float32] = ((left[:, None] + right[None, :]) / 2).astype(np.float32)
    return strange


def _even(source: NDArray[np.float32], target: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return 1 where two blocks are equally long, down to 0, for every pair of blocks."""
    left, right = source[:, None], target[None, :]
    even: NDArray[np.float32] = np.log2(1 + np.minimum(left, right) / np.maximum(left, right))
    return even


def _closeness(single: Likeness, even: NDArray[np.float32]) -> float:
    """Return how alike sentences and their best counterparts are, 1 for a free translation, more for a close one."""
    scores = (single.cosine - single.near) * even
    shorter = min(scores.shape)  # what the longer side has more of has no counterpart
    best = np.concatenate([np.sort(scores.max(axis=axis))[-shorter:] for axis in (0, 1)])
    found = float(np.clip(np.median(best) / _FREE, *_CLOSENESS))
    return (found * len(best) + _USUAL * _WEIGHT) / (len(best) + _WEIGHT)
