"""Links between the words of two sentences, from the states of their tokens.

Words are linked where each is the other's most similar one, as SimAlign's argmax does (Jalili Sabet et al., 2020), over
whole words; then a word that is left joins the link beside it (`the` of `of the` with `del`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from mtreview.text.tokens import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from mtreview.models.encoder import Encoder, Encoding

_CENTRING: Final = 0.5
_FLOOR: Final = 0.45
_ROWS: Final = 1024
_LINES: Final = 256
_TOKEN: Final = re.compile(r"\S+")
_LETTERED: Final = re.compile(r"\w(?:\S*\w)?")


class Link(NamedTuple):
    """Say that a word of the source and one of the target correspond; both are 0-based places."""

    source: int
    target: int


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Likeness:
    """Hold how alike the words of two sentences are at best.

    Attributes:
        source_best: for each source word the most similar target word, int of (source words,).
        source_score: that similarity, -1 to 1, float32.
        target_best: likewise for each target word.
        target_score: likewise.
    """

    source_best: NDArray[np.intp]
    source_score: NDArray[np.float32]
    target_best: NDArray[np.intp]
    target_score: NDArray[np.float32]


def layer(depth: int) -> int:
    """Return the layer whose states align best: the seventh of twelve.

    Args:
        depth: how many layers the encoder has.
    """
    return max(1, round(depth * 7 / 12))


def whitespace_words(text: str) -> list[tuple[int, int]]:
    """Return the range of each token between spaces, less the marks at its ends where it has letters or digits.

    >>> whitespace_words('"Sí", dijo ...')
    [(1, 3), (6, 10), (11, 14)]
    """
    found = []
    for token in _TOKEN.finditer(text):
        inner = _LETTERED.search(text, *token.span())
        found.append(inner.span() if inner else token.span())
    return found


def word_states(encoding: Encoding, spans: Sequence[tuple[int, int]], at: int) -> NDArray[np.float32]:
    """Return the mean state of each word's tokens, float32 of (words, width); 0 where a word has none.

    Args:
        encoding: of the text, with the states of layer `at`.
        spans: code-point ranges of the words, in order and apart.
        at: the layer.
    """
    states, offsets = encoding.states[at], encoding.offsets
    sums = np.zeros((len(spans), states.shape[1]), np.float32)
    if not len(spans) or not len(offsets):
        return sums
    starts, ends = np.array(spans, np.int64).T
    owner = np.searchsorted(starts, offsets[:, 1] - 1, side="right") - 1
    inside = (owner >= 0) & (offsets[:, 0] < ends[owner])
    np.add.at(sums, owner[inside], states[inside])
    counts = np.bincount(owner[inside], minlength=len(spans))
    return np.asarray(sums / np.maximum(counts, 1)[:, None], np.float32)


def likeness(source: NDArray[np.float32], target: NDArray[np.float32]) -> Likeness | None:
    """Return how alike the words of two sentences are, None where a side has no word.

    Args:
        source: states of the source's words, (words, width).
        target: of the target's.
    """
    if not len(source) or not len(target):
        return None
    left, right = _directions(source), _directions(target)
    source_best = np.zeros(len(left), np.intp)
    source_score = np.zeros(len(left), np.float32)
    target_best = np.zeros(len(right), np.intp)
    target_score = np.full(len(right), -np.inf, np.float32)
    columns = np.arange(len(right))
    for start in range(0, len(left), _ROWS):  # a line of hostile length must not take its square in memory
        block = left[start : start + _ROWS] @ right.T
        rows = slice(start, start + len(block))
        source_best[rows] = block.argmax(1)
        source_score[rows] = block[np.arange(len(block)), source_best[rows]]
        best = block.argmax(0)
        score = block[best, columns]
        better = score > target_score
        target_best[better] = best[better] + start
        target_score[better] = score[better]
    return Likeness(
        source_best=source_best, source_score=source_score, target_best=target_best, target_score=target_score
    )


def _directions(states: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the states of one sentence without half of what they share, L2-normalised."""
    apart = states - _CENTRING * states.mean(0)
    return np.asarray(apart / np.maximum(np.linalg.norm(apart, axis=1, keepdims=True), 1e-9), np.float32)


def links(found: Likeness | None) -> tuple[Link, ...]:
    """Return the links in order: mutual best pairs, then words that are left and like a word linked beside them."""
    if found is None:
        return ()
    source_best, target_best = found.source_best.tolist(), found.target_best.tolist()
    sure = {
        at: best for at, best in enumerate(source_best) if target_best[best] == at and found.source_score[at] >= _FLOOR
    }
    back = {best: at for at, best in sure.items()}
    grown = {Link(at, best) for at, best in sure.items()}
    for at, best in enumerate(source_best):
        if at not in sure and found.source_score[at] >= _FLOOR and abs(back.get(best, -9) - at) == 1:
            grown.add(Link(at, best))
    for at, best in enumerate(target_best):
        if at not in back and found.target_score[at] >= _FLOOR and abs(sure.get(best, -9) - at) == 1:
            grown.add(Link(best, at))
    return tuple(sorted(grown))


def align(
    source: Encoding,
    target: Encoding,
    spans: tuple[Sequence[tuple[int, int]], Sequence[tuple[int, int]]],
    at: int,
) -> tuple[Link, ...]:
    """Return the links between the words of two sentences.

    Args:
        source: encoding of the source with the states of layer `at`.
        target: of the target.
        spans: ranges of the words of the source and of the target.
        at: the layer, as `layer` gives it.
    """
    return links(likeness(word_states(source, spans[0], at), word_states(target, spans[1], at)))


def compare(source: Encoding, target: Encoding, texts: tuple[str, str], at: int) -> Likeness | None:
    """Return how alike the words of two texts are, as `text.tokens.words` finds them; None where a side has none.

    Args:
        source: encoding of the source with the states of layer `at`.
        target: of the target.
        texts: the source and the target.
        at: the layer, as `layer` gives it.
    """
    left, right = ([(word.start, word.end) for word in words(text)] for text in texts)
    return likeness(word_states(source, left, at), word_states(target, right, at))


def align_lines(encoder: Encoder, pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[Link, ...]]:
    """Yield the links between the tokens of each pair of lines, as spaces separate them; none for an empty line."""
    at = layer(encoder.depth)
    rest = iter(pairs)
    while chunk := list(islice(rest, _LINES)):
        encoded = encoder.encode([text for pair in chunk for text in pair], (at,))
        for row, (source, target) in enumerate(chunk):
            spans = (whitespace_words(source), whitespace_words(target))
            yield align(encoded[2 * row], encoded[2 * row + 1], spans, at)
