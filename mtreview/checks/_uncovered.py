"""Words of one side that nothing on the other side seems to say, for the checks of omission and addition."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from wordfreq import zipf_frequency

from mtreview.text.cognates import stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from mtreview.models.word_align import Likeness
    from mtreview.text.tokens import Token

EXPLAINED: Final = frozenset(
    {
        "byline-caption",
        "currency-unit",
        "date-mismatch",
        "do-not-translate",
        "doubled-word",
        "empty",
        "extra-sentence",
        "length",
        "low-similarity",
        "missing-sentence",
        "name-mismatch",
        "name-variant",
        "negation",
        "number-mismatch",
        "opposite",
        "player",
        "repeated-text",
        "site-furniture",
        "untranslated",
        "untranslated-term",
        "wrong-term",
    }
)
"""Ids of the checks that say better why a word has no counterpart."""

_FUNCTION: Final = 6.0
_SHORTEST: Final = 4
_ACRONYM: Final = re.compile(r"\b[A-Z]{2,6}\b")
_TAG: Final = re.compile(r"<[^<>]{1,300}>")
_SIGNS: Final = {
    "libra": "£", "pound": "£", "dólare": "$", "dólar": "$", "dollar": "$", "euro": "€", "ciento": "%", "percent": "%",
    "grado": "°", "degree": "°",
}  # fmt: skip
_MOST_SPARE: Final = 4
_LONGEST: Final = 12
_CARRIED: Final = 0.05
_MOST_WORDS: Final = 400
_FEWEST: Final = 3  # states are compared without what a side's words share, which of fewer words is nearly all


class Passage(NamedTuple):
    """Mark words in a row.

    Attributes:
        start: offset of the first one.
        end: offset after the last one.
        words: how many content words it has.
        chance: of the content word that is least like anything, 0 to 1.
        sum: of the chances of all of them.
    """

    start: int
    end: int
    words: int
    chance: float
    sum: float

    def strength(self, word: float, passage: float) -> float:
        """Return which part of a bar it reaches, of a single word's chance or of the sum: the larger one."""
        return max(self.chance / word, self.sum / passage)

    def confidence(self, *, reported: bool) -> float:
        """Return how sure to be of it: under 0.5, which review alone shows, unless it is reported."""
        return round(min(0.95, max(0.5, self.chance)) if reported else min(0.49, self.chance / 2), 2)


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
    bias: float


@lru_cache(maxsize=65536)
def _zipf(word: str, language: str) -> float:
    return zipf_frequency(word, language)


def is_content(word: Token, language: str) -> bool:
    """Say whether a word says something by itself: a number, a name inside a sentence, or no function word."""
    text = word.text
    if text[0].isdigit():
        return True
    if text[0].isupper() and word.start > 0:
        return len(text) > 1
    return len(text) >= _SHORTEST and _zipf(text.lower(), language) < _FUNCTION


def excused(found: Passage, text: str, other: str) -> bool:
    """Say whether the other side has a passage as a sign, a figure, an acronym or a tag."""
    own = text[found.start : found.end]
    sign = _SIGNS.get(own.lower().rstrip("s"))
    return (
        (sign is not None and sign in other)
        or (own.isdigit() and own in other)
        or any(tag.start() < found.start < tag.end() for tag in _TAG.finditer(text))
        or any(_spells(acronym[0], own) for acronym in _ACRONYM.finditer(other))
    )


def _spells(acronym: str, name: str) -> bool:
    """Say whether two thirds of an acronym's letters begin the words of a name, in any order, as translations do."""
    initials = [word[0].upper() for word in name.split() if word[0].isupper()]
    found = sum((Counter(acronym) & Counter(initials)).values())
    return len(initials) > 1 and found * 3 >= len(acronym) * 2


def passages(
    likeness: Likeness, sides: tuple[Sequence[Token], Sequence[Token]], languages: tuple[str, str], weights: Weights
) -> Iterator[Passage]:
    """Yield the runs of content words that seem to have no counterpart, function words between them included.

    Of a side of one or two words nothing can be said.

    Args:
        likeness: with our side as its source.
        sides: the words of our side, which is searched, and of the other one.
        languages: of our side and of the other one.
        weights: of our side.
    """
    ours = sides[0]
    if max(map(len, sides)) > _MOST_WORDS or min(map(len, sides)) < _FEWEST:
        return
    content = [at for at, word in enumerate(ours) if is_content(word, languages[0])]
    chances = _chances(likeness, sides, languages, weights)
    run: list[int] = []
    for at in (*content, -1):
        if at >= 0 and chances[at] > _CARRIED:
            run.append(at)
            continue
        if run:
            inside = chances[run]
            yield Passage(ours[run[0]].start, ours[run[-1]].end, len(run), float(inside.max()), float(inside.sum()))
        run = []


def _chances(
    likeness: Likeness, sides: tuple[Sequence[Token], Sequence[Token]], languages: tuple[str, str], weights: Weights
) -> NDArray[np.float32]:
    """Return the chance that each of our words has no counterpart, float of (words,)."""
    ours, theirs = sides
    best = likeness.source_score
    mutual = likeness.target_best[likeness.source_best] == np.arange(len(ours))
    taken = likeness.taken()
    spare = sum(not linked and is_content(word, languages[1]) for word, linked in zip(theirs, taken, strict=True))
    logits = (
        weights.best * best
        + weights.outdone * (likeness.target_score[likeness.source_best] - best)
        + weights.linked * mutual
        + weights.spare * likeness.source_spare
        + weights.spare_words * min(spare, _MOST_SPARE)
        + weights.frequency * np.array([_zipf(word.text.lower(), languages[0]) for word in ours])
        + weights.longer * np.log((len(theirs) + 1) / (len(ours) + 1))
        + weights.bias
    )
    logits += _looks(ours, theirs) @ (weights.name, weights.figure, weights.cognate, weights.letters)
    return np.asarray(1 / (1 + np.exp(-logits)), np.float32)


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
