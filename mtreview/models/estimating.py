"""Encode pairs and judge them, a bounded number at a time: token states are large and are dropped at once."""

from __future__ import annotations

import dataclasses
import logging
from itertools import islice
from typing import TYPE_CHECKING, Final

import numpy as np

from mtreview.models import word_align
from mtreview.models.estimator import NEEDED_LAYERS, Estimate, Pair, load_estimator
from mtreview.models.plain import without_tags
from mtreview.models.spans import moved
from mtreview.models.stretches import LONGEST, stretches
from mtreview.text.tokens import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from mtreview.models.encoder import Encoder, Encoding
    from mtreview.models.estimator import Estimator
    from mtreview.models.stretches import Stretch
    from mtreview.models.word_align import Likeness

_CHUNK: Final = 128  # pairs of 100 tokens hold 40 MB of states
_log = logging.getLogger("mtreview")
_NO_OFFSETS: Final = np.zeros((0, 2), np.int32)


@dataclasses.dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Analysis:
    """Hold what the models make of one pair.

    Attributes:
        source: without the states of its tokens.
        target: likewise.
        likeness: how alike the words of the two sides are; None where a side has none.
        estimate: None where a side is empty or none was asked for.
    """

    source: Encoding
    target: Encoding
    likeness: Likeness | None
    estimate: Estimate | None


def analyse(encoder: Encoder, pairs: Sequence[tuple[str, str]], *, estimate: bool = True) -> Iterator[Analysis]:
    """Yield what the models make of each pair, in order.

    Args:
        encoder: the embedded one where an estimate is asked for.
        pairs: source and target texts.
        estimate: whether to estimate quality as well.

    Raises:
        ModelError: the estimator's weights are missing or damaged.
    """
    layer = word_align.layer(encoder.depth)
    layers = dict.fromkeys((layer, *(NEEDED_LAYERS if estimate else ())))
    for start in range(0, len(pairs), _CHUNK):
        chunk = pairs[start : start + _CHUNK]
        encoded = encoder.encode([text for pair in chunk for text in pair], tuple(layers))
        whole = [
            Pair(source=source, target=target, encodings=(encoded[2 * at], encoded[2 * at + 1]))
            for at, (source, target) in enumerate(chunk)
        ]
        estimates = _estimates(encoder, whole) if estimate else {}
        for pair in whole:
            left, right = map(_without_states, pair.encodings)
            yield Analysis(
                source=left,
                target=right,
                likeness=word_align.compare(pair.encodings, (pair.source, pair.target), encoder),
                estimate=estimates.get(id(pair)),
            )


def _estimates(encoder: Encoder, pairs: Sequence[Pair]) -> dict[int, Estimate]:
    judged = [pair for pair in pairs if pair.source.strip() and pair.target.strip()]
    return dict(zip(map(id, judged), estimated(encoder, load_estimator(), judged), strict=True))


def estimated(encoder: Encoder, estimator: Estimator, pairs: Sequence[Pair]) -> list[Estimate]:
    """Return an estimate for each pair, in order, of its words without tags, and of long ones in stretches.

    Where there are tags, or more tokens than the network reads at once, the texts are encoded anew. A pair judged in
    stretches has their mean quality, weighted by their targets' lengths, and the chance of the worst of them.

    Args:
        encoder: the one that `pairs` were encoded with.
        estimator: what judges.
        pairs: with states of `NEEDED_LAYERS`.
    """
    plain = [(without_tags(pair.source), without_tags(pair.target)) for pair in pairs]
    cut = [stretches(pair) for pair in pairs]
    if long := sum(len(parts) > 1 for parts in cut):
        _log.info("%d of the pairs longer than %d tokens: judged in stretches", long, LONGEST)
    whole = [at for at, pair in enumerate(pairs) if len(cut[at]) == 1 and plain[at] == (pair.source, pair.target)]
    found = dict(zip(whole, estimator.estimate([pairs[at] for at in whole]), strict=True))
    rest = [at for at in range(len(pairs)) if at not in found]
    parts = [(plain[at][0][part.source], plain[at][1][part.target]) for at in rest for part in cut[at]]
    said = zip(parts, _anew(encoder, estimator, parts), strict=True)
    for at in rest:
        found[at] = _joined(pairs[at], cut[at], list(islice(said, len(cut[at]))))
    return [found[at] for at in range(len(pairs))]


def _anew(encoder: Encoder, estimator: Estimator, parts: Sequence[tuple[str, str]]) -> Iterator[Estimate]:
    """Yield what the estimator says of pairs of texts, encoding a bounded number at a time."""
    for start in range(0, len(parts), _CHUNK):
        chunk = parts[start : start + _CHUNK]
        encoded = encoder.encode([text for part in chunk for text in part], NEEDED_LAYERS)
        yield from estimator.estimate(
            [
                Pair(source=source, target=target, encodings=(encoded[2 * at], encoded[2 * at + 1]))
                for at, (source, target) in enumerate(chunk)
            ]
        )


def _joined(pair: Pair, cut: Sequence[Stretch], said: Sequence[tuple[tuple[str, str], Estimate]]) -> Estimate:
    weights = [max(len(part[1]), 1) for part, _ in said]
    estimates = [estimate for _, estimate in said]
    starts = [(stretch.source.start, stretch.target.start) for stretch in cut]
    return Estimate(
        quality=sum(weight * item.quality for weight, item in zip(weights, estimates, strict=True)) / sum(weights),
        clean=min(item.clean for item in estimates),
        wrong=tuple(moved(mark, at) for at, item in zip(starts, estimates, strict=True) for mark in item.wrong),
        source=_of_words(
            pair.source, [(at[0], part[0], item.source) for at, (part, item) in zip(starts, said, strict=True)]
        ),
        target=_of_words(
            pair.target, [(at[1], part[1], item.target) for at, (part, item) in zip(starts, said, strict=True)]
        ),
    )


def _of_words(text: str, parts: Sequence[tuple[int, str, NDArray[np.float32]]]) -> NDArray[np.float32]:
    """Return the chances of a text's words from those of its parts' words; 0 for words that no part has."""
    known = {
        start + word.start: float(chance)
        for start, part, chances in parts
        for word, chance in zip(words(part), chances, strict=True)
    }
    return np.array([known.get(word.start, 0.0) for word in words(text)], np.float32)


def _without_states(encoding: Encoding) -> Encoding:
    return dataclasses.replace(encoding, states={}, offsets=_NO_OFFSETS)
