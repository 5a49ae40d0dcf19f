"""Learn what the checks of omission and addition weigh, from good translations with words taken out or put in.

Those that ship were fitted on WMT's Spanish-English news test sets of 2008 to 2012 alone, which may train; the sets
that the checks are measured on are others. A good translation has real omissions and additions too: they count as
none here, so that the chances come out a little low.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Final

import numpy as np

from mtreview.checks._uncovered_chances import Evidence, Weights, figures_of, is_content
from mtreview.models.estimating import analyse
from mtreview.models.word_align import links
from mtreview.segment import Side
from mtreview.text.tokens import words
from mtreview.train.calibrating import logistic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from random import Random

    from numpy.typing import NDArray

    from mtreview.models.encoder import Encoder
    from mtreview.models.estimating import Analysis
    from mtreview.models.word_align import Link
    from mtreview.text.tokens import Token

    Pair = tuple[str, str]

LANGUAGES: Final = {Side.SOURCE: "es", Side.TARGET: "en"}
_LENGTHS: Final = (1, 1, 1, 1, 2, 3, 5, 7)
_LEFT: Final = 4  # words that are left at least
_BESIDE: Final = 2  # words from a lone one within which another one without a link may have gone with it


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoiled:
    """Hold a pair, and which words of one side have no counterpart on the other.

    Attributes:
        side: of the words; source words make an omission, target words an addition.
        lone: their places.
        unsure: places of words of which that is not known.
    """

    pair: Pair
    side: Side
    lone: frozenset[int] = frozenset()
    unsure: frozenset[int] = frozenset()


def good(pairs: Iterable[Pair]) -> Iterator[Spoiled]:
    """Yield each pair as it is for either side: no word is lone."""
    for pair in pairs:
        yield Spoiled(pair=pair, side=Side.SOURCE)
        yield Spoiled(pair=pair, side=Side.TARGET)


def without_words(pair: Pair, found: Sequence[Link], side: Side, chance: Random) -> Spoiled | None:
    """Return a pair whose other side lost a word or a few in a row; None where that leaves no word of `side` alone.

    Args:
        pair: source and target.
        found: the links of its words.
        side: whose words are alone afterwards; it stays as it is.
        chance: chooses.
    """
    flipped = side is Side.TARGET
    bonds = [(link.target, link.source) if flipped else (link.source, link.target) for link in found]
    other = pair[0] if flipped else pair[1]
    theirs = words(other)
    language = LANGUAGES[Side.SOURCE if flipped else Side.TARGET]
    places = [at for at in sorted({there for _, there in bonds}) if is_content(theirs[at], language)]
    length = chance.choice(_LENGTHS)
    if not places or len(theirs) < length + _LEFT:
        return None
    first = chance.choice(places)
    gone = range(first, min(len(theirs), first + length))
    kept = {own for own, there in bonds if there not in gone}
    lone = frozenset(own for own, there in bonds if there in gone and own not in kept)
    if not lone:
        return None
    left = _cut(other, theirs[gone[0]], theirs[gone[-1]])
    linked = kept | lone
    beside = {at for own in lone for at in range(own - _BESIDE, own + _BESIDE + 1) if at not in linked}
    return Spoiled(pair=(left, pair[1]) if flipped else (pair[0], left), side=side, lone=lone, unsure=frozenset(beside))


def with_words(pair: Pair, other: str, chance: Random) -> Spoiled | None:
    """Return a pair into whose target a word or a few of another translation were put; None where there is no place."""
    theirs, own = words(other), words(pair[1])
    places = [at for at, word in enumerate(theirs) if is_content(word, LANGUAGES[Side.TARGET])]
    if not places or len(own) < _LEFT:
        return None
    first = chance.choice(places)
    last = min(len(theirs), first + chance.choice(_LENGTHS)) - 1
    piece = other[theirs[first].start : theirs[last].end]
    at = chance.choice(own[1:]).start
    target = f"{pair[1][:at]}{piece} {pair[1][at:]}"
    lone = frozenset(
        place for place, word in enumerate(words(target)) if at <= word.start and word.end <= at + len(piece)
    )
    return Spoiled(pair=(pair[0], target), side=Side.TARGET, lone=lone)


def spoil(encoder: Encoder, pairs: Sequence[Pair], chance: Random) -> list[Spoiled]:
    """Return each pair as it is, with words taken out of either side, and with words put into its target.

    Args:
        encoder: links the words.
        pairs: good translations that may train.
        chance: chooses.
    """
    spoiled = [*good(pairs)]
    for pair, item in zip(pairs, analyse(encoder, pairs, estimate=False), strict=True):
        bonds = links(item.likeness)
        made = [without_words(pair, bonds, side, chance) for side in Side]
        made.append(with_words(pair, chance.choice(pairs)[1], chance))
        spoiled += [one for one in made if one]
    return spoiled


def learn(encoder: Encoder, spoiled: Sequence[Spoiled], side: Side, penalty: float = 1.0) -> Weights:
    """Return the weights of a side's words.

    Args:
        encoder: the embedded one, whose estimator judges the pairs.
        spoiled: what `spoil` returned; those of the other side are left.
        side: source for omission, target for addition.
        penalty: of the squares of the weights, on standardised figures.
    """
    own = [item for item in spoiled if item.side is side]
    parts = [_rows(item, found) for item, found in zip(own, analyse(encoder, [x.pair for x in own]), strict=True)]
    figures = np.concatenate([part[0] for part in parts])
    lone = np.concatenate([part[1] for part in parts])
    fitted = logistic(figures.astype(np.float32), lone, penalty=penalty)
    weights = fitted.weights / fitted.deviation
    bias = fitted.bias - float(weights @ fitted.mean)
    names = [field.name for field in fields(Weights)]
    return Weights(**{name: round(float(value), 3) for name, value in zip(names, (*weights, bias), strict=True)})


def _rows(item: Spoiled, found: Analysis) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the figures of a pair's content words on the spoiled side, and which of them are lone."""
    flipped = item.side is Side.TARGET
    if found.likeness is None or found.estimate is None:
        return np.zeros((0, len(fields(Weights)) - 1)), np.zeros(0)
    likeness = found.likeness.flipped() if flipped else found.likeness
    bonds = [link[::-1] if flipped else link for link in links(found.likeness)]
    doubts = (found.estimate.source, found.estimate.target)
    sides = [words(text) for text in item.pair]
    languages = ("es", "en")
    if flipped:
        doubts, sides, languages = doubts[::-1], sides[::-1], languages[::-1]
    figures = figures_of(Evidence(likeness, bonds, doubts), (sides[0], sides[1]), languages)
    judged = [at for at, word in enumerate(sides[0]) if at not in item.unsure and is_content(word, languages[0])]
    return figures[judged], np.array([float(at in item.lone) for at in judged])


def _cut(text: str, first: Token, last: Token) -> str:
    return f"{text[: first.start].rstrip()} {text[last.end :].lstrip()}".strip()
