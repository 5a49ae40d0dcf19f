"""Pairs longer than the estimator reads at once, cut into stretches that correspond, so that nothing is left unread."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from mtreview.models.spans import similarities
from mtreview.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from mtreview.models.encoder import Encoding
    from mtreview.models.estimator import Pair

LONGEST: Final = 512  # tokens of a side that are read at once
PART: Final = 192  # tokens of a side of a stretch: the network was trained on sentences, and reads pages worse
_REACH: Final = 256  # tokens on either side of the middle among which a cut is looked for
_OFF_CENTRE: Final = 0.1
_APART: Final = 0.5  # in texts that repeat themselves, as much of either side has gone by


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Stretch:
    """Hold a part of a pair: its places in the source and in the target, in code points."""

    source: slice
    target: slice


def stretches(pair: Pair) -> list[Stretch]:
    """Return a pair in stretches of about `PART` tokens a side at most, in order; one no longer than `LONGEST` whole.

    It is halved until its parts fit, between sentences where there are some, where most tokens of either part have
    their nearest token of the other side in the same part.
    """
    if max(map(_count, pair.encodings)) <= LONGEST:
        return [Stretch(source=slice(0, len(pair.source)), target=slice(0, len(pair.target)))]
    return list(_parts(pair, (0, 0)))


def _parts(pair: Pair, starts: tuple[int, int]) -> Iterator[Stretch]:
    if max(map(_count, pair.encodings)) <= PART:
        source, target = starts
        yield Stretch(source=slice(source, source + len(pair.source)), target=slice(target, target + len(pair.target)))
        return
    cuts = _cuts(pair)
    counts = tuple(_before(encoding, cut) for encoding, cut in zip(pair.encodings, cuts, strict=True))
    yield from _parts(_part(pair, cuts, counts, first=True), starts)
    yield from _parts(_part(pair, cuts, counts, first=False), (starts[0] + cuts[0], starts[1] + cuts[1]))


def _cuts(pair: Pair) -> tuple[int, int]:
    """Return where both texts are cut: where, near the middle, what stands before and after goes together best."""
    near = [
        range(max(0, count // 2 - _REACH), min(count, count // 2 + _REACH)) for count in map(_count, pair.encodings)
    ]
    if not near[0] or not near[1]:
        return len(pair.source) // 2, len(pair.target) // 2
    links = similarities(*(_slice(encoding, found, 0) for encoding, found in zip(pair.encodings, near, strict=True)))
    fits = _together(links.argmax(1), len(near[1])) + _together(links.argmax(0), len(near[0])).T
    fits /= sum(links.shape)
    places = [
        _places(text, lang, encoding, found)
        for text, lang, encoding, found in zip(
            (pair.source, pair.target), ("es", "en"), pair.encodings, near, strict=True
        )
    ]
    left, right = (place / len(found) - 0.5 for place, found in zip(places, near, strict=True))
    worth = fits[np.ix_(*places)] - _OFF_CENTRE * (np.abs(left)[:, None] + np.abs(right)[None, :])
    worth -= _APART * np.abs(left[:, None] - right[None, :])
    best = np.unravel_index(int(worth.argmax()), worth.shape)
    cuts = [
        int(encoding.offsets[found[int(place[at])], 0])
        for encoding, found, place, at in zip(pair.encodings, near, places, best, strict=True)
    ]
    return cuts[0], cuts[1]


def _together(nearest: NDArray[np.intp], across: int) -> NDArray[np.float64]:
    """Return, for each place of a cut in either, how many tokens stand on the same side of it as their nearest."""
    counts = np.zeros((len(nearest) + 1, across + 1))
    counts[np.arange(len(nearest)) + 1, nearest + 1] = 1
    both = counts.cumsum(0).cumsum(1)
    after: NDArray[np.float64] = both[-1, -1] - both[-1:] - both[:, -1:] + both
    return (both + after)[:-1, :-1]


def _places(text: str, lang: str, encoding: Encoding, near: range) -> NDArray[np.intp]:
    """Return the tokens in reach that begin a sentence, counted from the first in reach; all of them if none does."""
    starts = [sentence.start for sentence in sentences(text, lang)]
    found = np.searchsorted(encoding.offsets[:, 0], starts) - near.start
    found = found[(found > 0) & (found < len(near))]
    return np.unique(found) if len(found) else np.arange(len(near))


def _count(encoding: Encoding) -> int:
    return len(encoding.offsets)


def _before(encoding: Encoding, cut: int) -> int:
    """Return how many tokens go before the cut; of many neither none nor all, so that halving ends."""
    count = int((encoding.offsets[:, 0] < cut).sum())
    return min(max(count, 1), len(encoding.offsets) - 1) if len(encoding.offsets) > PART else count


def _part(pair: Pair, cuts: tuple[int, int], counts: tuple[int, ...], *, first: bool) -> Pair:
    texts = [text[:cut] if first else text[cut:] for text, cut in zip((pair.source, pair.target), cuts, strict=True)]
    left, right = (
        _slice(encoding, slice(0, count) if first else slice(count, None), 0 if first else cut)
        for encoding, count, cut in zip(pair.encodings, counts, cuts, strict=True)
    )
    return replace(pair, source=texts[0], target=texts[1], encodings=(left, right))


def _slice(encoding: Encoding, tokens: slice | range, start: int) -> Encoding:
    tokens = slice(tokens.start, tokens.stop) if isinstance(tokens, range) else tokens
    states = {layer: states[tokens] for layer, states in encoding.states.items()}
    offsets = np.maximum(encoding.offsets[tokens] - start, (0, 1)).astype(np.int32)
    return replace(encoding, states=states, offsets=offsets)
