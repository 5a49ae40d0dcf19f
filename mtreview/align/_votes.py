"""Let the tokens of two sides say where they belong: which sentences they have their nearest counterparts in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from mtreview.align._drawn import Band, Drawn, drawn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from mtreview.align._search import Step

    Array = NDArray[np.float32]
    Indices = NDArray[np.intp]

_REACH: Final = 4


class Votes(NamedTuple):
    """Hold what the tokens of both sides say.

    Attributes:
        mutual: how many of each source and target sentence's tokens are each other's nearest, (sources, targets).
        drawn: how strongly the tokens of each side's sentences are drawn to others than those of a bead.
    """

    mutual: Array
    drawn: tuple[Drawn, Drawn]


class _Side:
    """Gather, for each token of one side, its nearest token and sentence of the other side; -1 for none."""

    def __init__(self, sentences: Sequence[Array]) -> None:
        self.starts = np.concatenate([[0], np.cumsum([len(one) for one in sentences], dtype=np.intp)])
        count = int(self.starts[-1])
        self.token = np.full(count, -1)
        self.sentence = np.full(count, -1)
        self.closest = np.zeros(count, np.float32)
        self.low = [0] * len(sentences)
        self.near: list[list[Array]] = [[] for _ in sentences]

    def tokens(self, first: int, stop: int) -> slice:
        """Return where the tokens of the sentences from `first` to before `stop` are."""
        return slice(int(self.starts[first]), int(self.starts[stop]))

    def owners(self) -> Indices:
        """Return the sentence of each token."""
        return np.asarray(np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts)), np.intp)

    def look(self, row: int, cosines: Array, other: _Side, low: int, high: int) -> None:
        """Let a sentence's tokens choose among those of the other side's sentences from `low` to before `high`."""
        starts, mine = other.starts[low : high + 1] - other.starts[low], self.tokens(row, row + 1)
        near = np.zeros((len(cosines), high - low), np.float32)
        spoken = np.flatnonzero(np.diff(starts))
        if len(spoken):
            near[:, spoken] = np.maximum(np.maximum.reduceat(cosines, starts[spoken], axis=1), 0)
        self.low[row], self.near[row] = low, list(near.T)
        if near.size:
            self.closest[mine] = near.max(axis=1)
            found = self.closest[mine] > 0
            self.sentence[mine] = np.where(found, low + near.argmax(axis=1), -1)
            self.token[mine] = np.where(found, other.starts[low] + cosines.argmax(axis=1), -1) if len(spoken) else -1

    def hear(self, row: int, cosines: Array, other: _Side, low: int, high: int) -> None:
        """Let the tokens of the sentences from `low` to before `high` choose between what they have and one more."""
        theirs = self.tokens(low, high)
        best = np.maximum(cosines.max(axis=0, initial=0), 0)
        nearer = best > self.closest[theirs]
        if len(cosines):
            self.token[theirs][nearer] = (other.starts[row] + cosines.argmax(axis=0))[nearer]
        self.sentence[theirs][nearer] = row
        self.closest[theirs][nearer] = best[nearer]
        for at in range(low, high):
            self.low[at] = self.low[at] if self.near[at] else row
            self.near[at].append(best[self.starts[at] - theirs.start : self.starts[at + 1] - theirs.start])

    def drawn(self) -> Drawn:
        """Return how strongly the sentences' tokens are drawn to any of those that were asked."""
        counts = np.diff(self.starts)
        return drawn(
            [
                Band(low, np.array(near, np.float32).reshape(len(near), count).T)
                for low, near, count in zip(self.low, self.near, counts, strict=True)
            ]
        )


def votes(source: Sequence[Array], target: Sequence[Array], path: Sequence[Step]) -> Votes:
    """Return how the tokens of both sides vote.

    A token looks for its counterpart in the sentences that a first path links with its own and four on either side;
    one whose cosines are all below 0 has none.

    Args:
        source: unit vectors of each sentence's tokens, (tokens, width).
        target: likewise.
        path: the first path.
    """
    left, right = _Side(source), _Side(target)
    everything = np.concatenate(list(target)) if len(target) else np.zeros((0, 1), np.float32)
    for row, low, high in _bands(path, len(target)):
        cosines = source[row] @ everything[right.tokens(low, high)].T
        left.look(row, cosines, right, low, high)
        right.hear(row, cosines, left, low, high)
    return Votes(_counted(left, right), (left.drawn(), right.drawn()))


def _counted(left: _Side, right: _Side) -> Array:
    mutual = np.zeros((len(left.starts) - 1, len(right.starts) - 1), np.float32)
    voting = np.flatnonzero(left.token >= 0)
    both = voting[right.token[left.token[voting]] == voting]
    np.add.at(mutual, (left.owners()[both], left.sentence[both]), 1)
    return mutual


def _bands(path: Sequence[Step], targets: int) -> list[tuple[int, int, int]]:
    """Return, for each source sentence, the range of target sentences that its tokens may be linked with."""
    return [
        (step.source + late, max(0, step.target - _REACH), min(targets, step.target + step.shape[1] + _REACH))
        for step in path
        for late in range(step.shape[0])
    ]


def apart(tokens: Sequence[Array]) -> list[Array]:
    """Return unit vectors of one side's tokens without what all of them share, (tokens, width) for each sentence."""
    count = sum(map(len, tokens))
    if not count:
        return list(tokens)
    mean = np.sum([one.sum(axis=0) for one in tokens], axis=0) / count
    moved = [one - mean for one in tokens]
    return [np.asarray(one / np.maximum(np.linalg.norm(one, axis=1, keepdims=True), 1e-6), np.float32) for one in moved]
