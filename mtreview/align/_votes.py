"""Let the tokens of two sides say where they belong: which sentences they have their nearest counterparts in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from mtreview.align._search import Step

    Array = NDArray[np.float32]
    Indices = NDArray[np.intp]

_REACH: Final = 3


class Votes(NamedTuple):
    """Hold how the tokens of each source and target sentence vote for each other, (sources, targets) each.

    Attributes:
        mutual: how many of them are each other's nearest.
        leads: by how much the sentence with their nearest leads over the next sentence, summed over both sides' tokens;
            a word that stands in every sentence says nothing.
    """

    mutual: Array
    leads: Array


class _Side:
    """Gather, for each token of one side, its nearest token and sentence of the other side; -1 for none."""

    def __init__(self, sentences: Sequence[Array]) -> None:
        self.starts = np.concatenate([[0], np.cumsum([len(one) for one in sentences], dtype=np.intp)])
        count = int(self.starts[-1])
        self.token = np.full(count, -1)
        self.sentence = np.full(count, -1)
        self.closest = np.zeros(count, np.float32)
        self.second = np.zeros(count, np.float32)

    def tokens(self, first: int, stop: int) -> slice:
        """Return where the tokens of the sentences from `first` to before `stop` are."""
        return slice(int(self.starts[first]), int(self.starts[stop]))

    def owners(self) -> Indices:
        """Return the sentence of each token."""
        return np.asarray(np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts)), np.intp)

    def look(self, mine: slice, cosines: Array, other: _Side, low: int, high: int) -> None:
        """Let tokens choose among those of the other side's sentences from `low` to before `high`."""
        starts = other.starts[low : high + 1]
        spoken = np.flatnonzero(np.diff(starts))
        best = np.maximum.reduceat(cosines, starts[spoken] - starts[0], axis=1)
        rows, chosen = np.arange(len(best)), best.argmax(axis=1)
        self.closest[mine] = np.maximum(best[rows, chosen], 0)
        best[rows, chosen] = 0
        self.second[mine] = best.max(axis=1)
        found = self.closest[mine] > 0
        self.token[mine] = np.where(found, starts[0] + cosines.argmax(axis=1), -1)
        self.sentence[mine] = np.where(found, low + spoken[chosen], -1)

    def hear(self, theirs: slice, cosines: Array, first: int, sentence: int) -> None:
        """Let tokens choose between what they have and one more sentence, whose first token is `first`."""
        best = cosines.max(axis=0)
        nearer = best > self.closest[theirs]
        self.second[theirs] = np.maximum(self.second[theirs], np.where(nearer, self.closest[theirs], best))
        self.token[theirs][nearer] = (first + cosines.argmax(axis=0))[nearer]
        self.sentence[theirs][nearer] = sentence
        self.closest[theirs][nearer] = best[nearer]


def votes(source: Sequence[Array], target: Sequence[Array], path: Sequence[Step]) -> Votes:
    """Return how the tokens of both sides vote.

    A token looks for its counterpart in the sentences that a first path links with its own and three on either side;
    one whose cosines are all below 0 has none.

    Args:
        source: unit vectors of each sentence's tokens, (tokens, width).
        target: likewise.
        path: the first path.
    """
    left, right = _Side(source), _Side(target)
    everything = np.concatenate(list(target)) if len(target) else np.zeros((0, 1), np.float32)
    for row, low, high in _bands(path, len(target)):
        mine, theirs = left.tokens(row, row + 1), right.tokens(low, high)
        if mine.start < mine.stop and theirs.start < theirs.stop:
            cosines = source[row] @ everything[theirs].T
            left.look(mine, cosines, right, low, high)
            right.hear(theirs, cosines, mine.start, row)
    return Votes(*_counted(left, right))


def _counted(left: _Side, right: _Side) -> tuple[Array, Array]:
    shape = len(left.starts) - 1, len(right.starts) - 1
    mutual, leads = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
    voting, voted = np.flatnonzero(left.token >= 0), np.flatnonzero(right.token >= 0)
    both = voting[right.token[left.token[voting]] == voting]
    own, other = left.owners(), right.owners()
    np.add.at(mutual, (own[both], left.sentence[both]), 1)
    np.add.at(leads, (own[voting], left.sentence[voting]), (left.closest - left.second)[voting])
    np.add.at(leads, (right.sentence[voted], other[voted]), (right.closest - right.second)[voted])
    return mutual, leads


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
