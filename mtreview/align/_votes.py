"""Let the tokens of two sides say where they belong: how many of them are each other's nearest, by sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from mtreview.align._search import Step

    Array = NDArray[np.float32]

_REACH: Final = 3


def votes(source: Sequence[Array], target: Sequence[Array], path: Sequence[Step]) -> Array:
    """Return how many tokens of each source and target sentence are mutual nearest neighbours, (sources, targets).

    A token looks for its counterpart in the sentences that a first path links with its own and three on either side.

    Args:
        source: unit vectors of each sentence's tokens, (tokens, width).
        target: likewise.
        path: the first path.
    """
    starts = [np.concatenate([[0], np.cumsum([len(one) for one in side])]) for side in (source, target)]
    counts = [int(start[-1]) for start in starts]
    everything = np.concatenate(list(target)) if counts[1] else np.zeros((0, 1), np.float32)
    nearest = np.full(counts[0], -1)
    owner = np.full(counts[1], -1)
    closest = np.full(counts[1], -np.inf, np.float32)
    for row, low, high in _bands(path, len(target)):
        mine, theirs = slice(*starts[0][row : row + 2]), slice(starts[1][low], starts[1][high])
        if mine.start == mine.stop or theirs.start == theirs.stop:
            continue
        cosines = source[row] @ everything[theirs].T
        nearest[mine] = np.where(cosines.max(axis=1) > 0, theirs.start + cosines.argmax(axis=1), -1)
        best = cosines.max(axis=0)
        nearer = best > closest[theirs]
        owner[theirs][nearer] = (mine.start + cosines.argmax(axis=0))[nearer]
        closest[theirs][nearer] = best[nearer]
    tokens = np.flatnonzero((nearest >= 0) & (owner[nearest] == np.arange(counts[0]))) if counts[1] else nearest[:0]
    found = np.zeros((len(source), len(target)), np.float32)
    rows = np.searchsorted(starts[0], tokens, side="right") - 1
    columns = np.searchsorted(starts[1], nearest[tokens], side="right") - 1
    np.add.at(found, (rows, columns), 1)
    return found


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
