"""The chance that a content word has no counterpart on the other side: what is known of it, and how that is weighed."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from wordfreq import zipf_frequency

from mtreview.text.cognates import stem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from mtreview.models.word_align import Likeness
    from mtreview.text.tokens import Token

_FUNCTION: Final = 6.0
_SHORTEST: Final = 4
_MOST_SPARE: Final = 4
_MOST_FREE: Final = 3
_SURE: Final = 0.5
_NEAR: Final = 4
_TOPS: Final = 4
_LEAST: Final = 1e-4
_LONE: Final = -9.0
_LONGEST: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Hold a logistic model of the chance that a content word has no counterpart.

    It was fitted on good translations of news and encyclopedias into which words and phrases were put, or from which
    they were taken.

    Attributes:
        best: weight of its similarity to the most similar word of the other side.
        outdone: of how much more similar that word is to another one.
        linked: of the two being each other's most similar.
        spare: of its similarity to the most similar word that has no link.
        spare_words: of how many content words of the other side have no link, at most four.
        frequency: of its Zipf frequency.
        longer: of the logarithm of the other side's length in words over this one's.
        name: of its being written with a capital inside the text.
        figure: of its being a number in figures.
        cognate: of the other side having a word of the same stem.
        letters: of its length, at most twelve.
        doubt: of the logit of the estimator's chance that it is left out or wrong.
        singled: of how far that is above the mean of the side's four highest.
        other_doubt: of the logit of the chance of the most similar word.
        beside_doubt: of the higher logit of the words beside it.
        beside_best: of the lower similarity of the words beside it.
        grown: of its having a link.
        between: of surely linked words on both sides of it with counterparts in their order, and
        hole: of no content word standing between these.
        free: of how many content words between them have no link, at most three.
    """

    best: float
    outdone: float
    linked: float
    spare: float
    spare_words: float
    frequency: float
    longer: float
    name: float
    figure: float
    cognate: float
    letters: float
    doubt: float
    singled: float
    other_doubt: float
    beside_doubt: float
    beside_best: float
    grown: float
    between: float
    hole: float
    free: float
    bias: float


class Evidence(NamedTuple):
    """Hold what the models make of the words of two sides.

    Attributes:
        likeness: how alike they are; our side is its source.
        links: places of linked words, ours first.
        doubts: the estimator's chance for each word of our side and of the other one.
    """

    likeness: Likeness
    links: Sequence[tuple[int, int]]
    doubts: tuple[NDArray[np.float32], NDArray[np.float32]]


@lru_cache(maxsize=65536)
def _zipf(word: str, language: str) -> float:
    return zipf_frequency(word, language)


def is_content(word: Token, language: str) -> bool:
    """Say whether a word says something by itself: a number, a name inside a sentence, or no function word."""
    text = word.text
    if text[0].isdigit() or (text.isupper() and len(text) > 1):
        return True
    shortest = 2 if text[0].isupper() and word.start > 0 else _SHORTEST
    return len(text) >= shortest and _zipf(text.lower(), language) < _FUNCTION


def chances_of(
    evidence: Evidence, sides: tuple[Sequence[Token], Sequence[Token]], languages: tuple[str, str], weights: Weights
) -> NDArray[np.float32]:
    """Return the chance that each of our words has no counterpart, float of (words,).

    Args:
        evidence: with our side as its source.
        sides: the words of our side and of the other one.
        languages: likewise.
        weights: of our side.
    """
    figures = figures_of(evidence, sides, languages)
    logits = figures @ np.array(astuple(weights)[:-1]) + weights.bias
    return np.asarray(1 / (1 + np.exp(-logits)), np.float32)


def figures_of(
    evidence: Evidence, sides: tuple[Sequence[Token], Sequence[Token]], languages: tuple[str, str]
) -> NDArray[np.float64]:
    """Return what is known of each of our words, (words, figures), in the order of the fields of `Weights`.

    Args:
        evidence: with our side as its source.
        sides: the words of our side and of the other one.
        languages: likewise.
    """
    ours, theirs = sides
    likeness = evidence.likeness
    best = likeness.source_score
    content = np.array([is_content(word, languages[1]) for word in theirs])
    free = content & ~likeness.taken()
    every = np.ones(len(ours))
    alike = (
        best,
        likeness.target_score[likeness.source_best] - best,
        likeness.target_best[likeness.source_best] == np.arange(len(ours)),
        likeness.source_spare,
        every * min(int(free.sum()), _MOST_SPARE),
        [_zipf(word.text.lower(), languages[0]) for word in ours],
        every * np.log((len(theirs) + 1) / (len(ours) + 1)),
    )
    parts = [
        np.stack([np.asarray(column, np.float64) for column in alike], 1),
        _looks(ours, theirs),
        _doubted(evidence),
    ]
    return np.column_stack([*parts, -_beside(-best, -1.0), _surroundings(evidence, content, free)])


def _beside(values: NDArray[np.floating], edge: float) -> NDArray[np.float64]:
    """Return the higher value of the two words beside each."""
    padded = np.concatenate([[-np.inf], values, [-np.inf]])
    found = np.maximum(padded[:-2], padded[2:])
    return np.asarray(np.where(np.isfinite(found), found, edge), np.float64)


def _doubted(evidence: Evidence) -> NDArray[np.float64]:
    """Return what the estimator says of our words, of their most similar ones, and beside them: (words, 4)."""
    own, other = (np.clip(chances.astype(np.float64), _LEAST, 1 - _LEAST) for chances in evidence.doubts)
    own, other = np.log(own / (1 - own)), np.log(other / (1 - other))
    singled = own - np.sort(own)[-_TOPS:].mean()
    return np.stack([own, singled, other[evidence.likeness.source_best], _beside(own, _LONE)], 1)


def _surroundings(evidence: Evidence, content: NDArray[np.bool_], free: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return of each of our words whether it has a link, and what stands where its counterpart would be: (words, 4).

    Args:
        evidence: with our side as its source.
        content: which of their words say something by themselves.
        free: which of those have no link.
    """
    likeness = evidence.likeness
    linked: dict[int, list[int]] = {}
    for own, other in evidence.links:
        linked.setdefault(own, []).append(other)
    mutual = likeness.target_best[likeness.source_best] == np.arange(len(likeness.source_best))
    sure = mutual & (likeness.source_score >= _SURE)
    found = np.zeros((len(sure), 4))
    for at, row in enumerate(found):
        row[0] = at in linked
        before = next((place for place in range(at - 1, max(-1, at - _NEAR), -1) if sure[place]), None)
        after = next((place for place in range(at + 1, min(len(sure), at + _NEAR)) if sure[place]), None)
        if before is None or after is None:
            continue
        first, last = max(linked[before]), min(linked[after])
        if first < last:
            inside = slice(first + 1, last)
            row[1:] = 1, not content[inside].any(), min(_MOST_FREE, int(free[inside].sum()))
    return found


def _looks(ours: Sequence[Token], theirs: Sequence[Token]) -> NDArray[np.float64]:
    """Return of each of our words whether it is a name, a figure, a cognate, and its length: (words, 4)."""
    stems = {stem(word.text) for word in theirs}
    rows = [
        (
            word.text[0].isupper() and word.start > 0,
            word.text[0].isdigit(),
            bool(own := stem(word.text)) and own in stems,
            min(len(word.text), _LONGEST),
        )
        for word in ours
    ]
    return np.array(rows, np.float64)
