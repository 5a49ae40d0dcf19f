"""Links between the words of two sentences, from the states of their tokens.

Words are linked where each is the other's most similar one, as SimAlign's argmax does (Jalili Sabet et al., 2020), over
whole words; then a word that is left joins the link beside it (`the` of `of the` with `del`). The embedded encoder's
states are projected first (`mtreview.train.word_projection`).
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from safetensors import SafetensorError
from safetensors.numpy import load

from mtreview.errors import ModelError
from mtreview.text.tokens import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from mtreview.models.encoder import Encoder, Encoding

WEIGHTS: Final = Path(__file__).parent / "weights" / "words.safetensors"
SHA256: Final = "e9cb8d55c1275a299b300939ad02a33b474063ac1bba9bb8f65c34a6ec878a09"
_EMBEDDED: Final = "embedded"
_FLOOR: Final = 0.5
_LINKED: Final = 0.3
_NOTHING_SPARE: Final = -0.2
_ROWS: Final = 256
_ALONE: Final = 2**18
_LARGE: Final = 2**26
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
        source_spare: the similarity of the most similar target word that is not linked already.
        target_best: likewise for each target word.
        target_score: likewise.
        target_spare: likewise.
    """

    source_best: NDArray[np.intp]
    source_score: NDArray[np.float32]
    source_spare: NDArray[np.float32]
    target_best: NDArray[np.intp]
    target_score: NDArray[np.float32]
    target_spare: NDArray[np.float32]

    def flipped(self) -> Likeness:
        """Return it with the sides exchanged."""
        return Likeness(
            source_best=self.target_best,
            source_score=self.target_score,
            source_spare=self.target_spare,
            target_best=self.source_best,
            target_score=self.source_score,
            target_spare=self.source_spare,
        )

    def taken(self) -> NDArray[np.bool_]:
        """Return which target words are some source word's mutual best, bool of (target words,)."""
        mutual = self.target_best[self.source_best] == np.arange(len(self.source_best))
        found = np.zeros(len(self.target_best), np.bool_)
        found[self.source_best[mutual & (self.source_score > _LINKED)]] = True
        return found


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
    owner, inside = owners(offsets, spans)
    np.add.at(sums, owner[inside], states[inside])
    counts = np.bincount(owner[inside], minlength=len(spans))
    return np.asarray(sums / np.maximum(counts, 1)[:, None], np.float32)


def owners(offsets: NDArray[np.int32], spans: Sequence[tuple[int, int]]) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    """Return which word each token may belong to, and whether it does; there must be a word."""
    starts, ends = np.array(spans, np.int64).T
    owner = np.searchsorted(starts, offsets[:, 1] - 1, side="right") - 1
    return owner, (owner >= 0) & (offsets[:, 0] < ends[owner])


@cache
def projection(encoder: str) -> NDArray[np.float32] | None:
    """Return what an encoder's states are multiplied by, float32 of (width, size); None where none was learned.

    Args:
        encoder: its name.

    Raises:
        ModelError: the weights are missing or not those that were released.
    """
    if encoder != _EMBEDDED:
        return None
    try:
        content = WEIGHTS.read_bytes()
        if hashlib.sha256(content).hexdigest() != SHA256:
            message = f"{WEIGHTS} is not what was released; install mtreview again"
            raise ModelError(message)
        return load(content)["projection"].astype(np.float32)
    except (OSError, SafetensorError, KeyError) as error:
        message = f"cannot read {WEIGHTS}: {error}; install mtreview again"
        raise ModelError(message) from error


def directions(states: NDArray[np.float32], project: NDArray[np.float32] | None) -> NDArray[np.float32]:
    """Return the states of one sentence's words without what they share, projected, L2-normalised.

    Args:
        states: float32 of (words, width).
        project: what `projection` returned; without it half of what they share is kept.
    """
    shared = states.mean(0) if len(states) else 0.0
    apart = states - 0.5 * shared if project is None else product(states - shared, project)
    return np.asarray(apart / np.maximum(np.linalg.norm(apart, axis=1, keepdims=True), 1e-9), np.float32)


def product(left: NDArray[np.float32], right: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the product of two matrices, on one thread where they are of a sentence's size.

    OpenBLAS puts all threads to anything over 2**18 multiplications, and on busy cores they wait for each other: a pair
    of sentences took 80 ms that way, 1 ms this way.
    """
    step = max(1, _ALONE // max(1, right.size))
    if len(left) <= step or left.size * right.shape[1] > _LARGE:
        return left @ right
    return np.concatenate([left[start : start + step] @ right for start in range(0, len(left), step)])


def likeness(source: NDArray[np.float32], target: NDArray[np.float32]) -> Likeness | None:
    """Return how alike the words of two sentences are, None where a side has no word.

    Args:
        source: directions of the source's words, (words, size).
        target: of the target's.
    """
    if not len(source) or not len(target):
        return None
    source_best, source_score, target_best, target_score = _both_best(source, target)
    found = Likeness(
        source_best=source_best,
        source_score=source_score,
        source_spare=np.full(len(source), _NOTHING_SPARE, np.float32),
        target_best=target_best,
        target_score=target_score,
        target_spare=np.full(len(target), _NOTHING_SPARE, np.float32),
    )
    left, right = ~found.flipped().taken(), ~found.taken()
    if right.any():
        found.source_spare[:] = np.concatenate([block.max(1) for block in _blocks(source, target[right])])
    if left.any():
        found.target_spare[:] = np.concatenate([block.max(1) for block in _blocks(target, source[left])])
    return found


def _both_best(
    source: NDArray[np.float32], target: NDArray[np.float32]
) -> tuple[NDArray[np.intp], NDArray[np.float32], NDArray[np.intp], NDArray[np.float32]]:
    """Return the most similar target word of each source word, how similar it is, and the same for each target word."""
    rows, row_scores = [], []
    columns, column_scores = np.zeros(len(target), np.intp), np.full(len(target), -np.inf, np.float32)
    every, start = np.arange(len(target)), 0
    for block in _blocks(source, target):
        best = block.argmax(1)
        rows.append(best)
        row_scores.append(block[np.arange(len(block)), best])
        best = block.argmax(0)
        scores = block[best, every]
        better = scores > column_scores
        columns[better], column_scores[better] = best[better] + start, scores[better]
        start += len(block)
    return np.concatenate(rows), np.concatenate(row_scores), columns, column_scores


def _blocks(ours: NDArray[np.float32], theirs: NDArray[np.float32]) -> Iterator[NDArray[np.float32]]:
    """Yield how similar ours are to theirs, some rows at a time: a line of hostile length must not take its square."""
    for start in range(0, len(ours), _ROWS):
        yield product(ours[start : start + _ROWS], theirs.T)


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
    encodings: tuple[Encoding, Encoding],
    spans: tuple[Sequence[tuple[int, int]], Sequence[tuple[int, int]]],
    encoder: Encoder,
) -> Likeness | None:
    """Return how alike the words of two sentences are, None where a side has none.

    Args:
        encodings: of the source and of the target, with the states of the encoder's `layer`.
        spans: ranges of the words of the source and of the target.
        encoder: what made the encodings.
    """
    at, project = layer(encoder.depth), projection(encoder.name)
    left, right = (
        directions(word_states(encoding, words_, at), project)
        for encoding, words_ in zip(encodings, spans, strict=True)
    )
    return likeness(left, right)


def compare(encodings: tuple[Encoding, Encoding], texts: tuple[str, str], encoder: Encoder) -> Likeness | None:
    """Return how alike the words of two texts are, as `text.tokens.words` finds them; None where a side has none.

    Args:
        encodings: of the source and of the target, with the states of the encoder's `layer`.
        texts: the source and the target.
        encoder: what made the encodings.
    """
    left, right = ([(word.start, word.end) for word in words(text)] for text in texts)
    return align(encodings, (left, right), encoder)


def align_lines(encoder: Encoder, pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[Link, ...]]:
    """Yield the links between the tokens of each pair of lines, as spaces separate them; none for an empty line."""
    rest = iter(pairs)
    while chunk := list(islice(rest, _LINES)):
        encoded = encoder.encode([text for pair in chunk for text in pair], (layer(encoder.depth),))
        for row, (source, target) in enumerate(chunk):
            spans = (whitespace_words(source), whitespace_words(target))
            yield links(align((encoded[2 * row], encoded[2 * row + 1]), spans, encoder))
