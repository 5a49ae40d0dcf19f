"""What aligners know about sentences before they compare them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from mtreview.align._blocks import windows
from mtreview.align._cues import cues, label_like, mark_like, shared_stems
from mtreview.align._ends import endings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from mtreview.align._search import Shape
    from mtreview.align._vectors import Centred

_EVIDENCE: Final = 2_000
_NARROW: Final = 256
_RATIOS: Final = (0.6, 1.6)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Lines:
    """Hold what is known about one side's sentences.

    Attributes:
        vectors: what to search anchors by, one a sentence, (sentences, width).
        stems: numbers, names and cognates that the other side may share, of each sentence.
        weights: how much each of these says.
        lengths: in characters, on the scale of the source, at least 1, (sentences,).
        labels: which ones look like a page's labels, (sentences,).
        marks: which ones hold no words, such as a player's time, (sentences,).
        blanks: which ones hold nothing at all, (sentences,).
        endings: which ones go on in the next, ask, and announce, (sentences, 3).
        strangers: how alike each one is to unrelated sentences of the other language, (sentences,).
        tokens: unit vectors of each one's tokens, (tokens, width); empty where they are not known.
    """

    vectors: NDArray[np.float32] | Centred
    stems: Sequence[frozenset[str]]
    weights: dict[str, float]
    lengths: NDArray[np.float32]
    labels: NDArray[np.bool_]
    marks: NDArray[np.bool_]
    blanks: NDArray[np.bool_]
    endings: NDArray[np.bool_]
    strangers: NDArray[np.float32]
    tokens: Sequence[NDArray[np.float32]] = ()

    def __len__(self) -> int:
        return len(self.vectors)

    def with_vectors(self, vectors: NDArray[np.float32] | Centred) -> Lines:
        """Return the same sentences with other vectors."""
        return replace(self, vectors=vectors)

    def beside(self, strangers: NDArray[np.float32]) -> Lines:
        """Return the same sentences, told how alike they are to unrelated ones."""
        return replace(self, strangers=strangers)

    def cues(self) -> NDArray[np.float32]:
        """Return vectors of shared numbers, names and cognates; for a part of a long document, not for all of it."""
        return cues(self.stems, self.weights)

    def alone(self, price: float, label: float) -> NDArray[np.float32]:
        """Return what each sentence scores when it stays alone: nothing lost by a blank one, less by a label."""
        lost = np.where(self.blanks, 0.0, np.where(self.labels, label, price))
        return (-lost).astype(np.float32)

    def part(self, start: int, stop: int) -> Lines:
        """Return the sentences from `start` to before `stop`."""
        return Lines(
            vectors=self.vectors[start:stop],
            stems=self.stems[start:stop],
            weights=self.weights,
            lengths=self.lengths[start:stop],
            labels=self.labels[start:stop],
            marks=self.marks[start:stop],
            blanks=self.blanks[start:stop],
            endings=self.endings[start:stop],
            strangers=self.strangers[start:stop],
            tokens=self.tokens[start:stop],
        )


def barred(source: Lines, target: Lines, shape: Shape) -> NDArray[np.bool_]:
    """Return which beads of a shape may not be: those that hold a blank line, or marks on one side only."""
    n, m = shape
    blanks = _any(source.blanks, n)[:, None] | _any(target.blanks, m)[None, :]
    marks: NDArray[np.bool_] = _any(source.marks, n)[:, None] != _any(target.marks, m)[None, :]
    return blanks | marks


def _any(flags: NDArray[np.bool_], size: int) -> NDArray[np.bool_]:
    counts: NDArray[np.bool_] = windows(flags.astype(np.float32), size) > 0
    return counts


def describe(source: Sequence[str], target: Sequence[str], *, narrow: bool = True) -> tuple[Lines, Lines]:
    """Return what both sides' texts say by themselves; their vectors are narrow ones of their cues, or none."""
    left, right, weights = shared_stems(source, target)
    ratio = (sum(map(len, target)) + _EVIDENCE) / (sum(map(len, source)) + _EVIDENCE)
    width = _NARROW if narrow else 0
    scale = min(max(ratio, _RATIOS[0]), _RATIOS[1])
    return _lines(source, left, weights, 1.0, width), _lines(target, right, weights, scale, width)


def _lines(
    texts: Sequence[str], stems: list[frozenset[str]], weights: dict[str, float], ratio: float, width: int
) -> Lines:
    return Lines(
        vectors=cues(stems, weights, width) if width else np.zeros((len(texts), 0), np.float32),
        stems=stems,
        weights=weights,
        lengths=np.maximum(np.array([len(text) for text in texts], np.float32) / np.float32(ratio), 1),
        labels=label_like(texts),
        marks=mark_like(texts),
        blanks=np.array([not text.strip() for text in texts], dtype=bool),
        endings=endings(texts),
        strangers=np.zeros(len(texts), np.float32),
    )
