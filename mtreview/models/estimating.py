"""Encode pairs and judge them, a bounded number at a time: token states are large and are dropped at once."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Final

import numpy as np

from mtreview.models import word_align
from mtreview.models.estimator import NEEDED_LAYERS, Pair, load_estimator

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mtreview.models.encoder import Encoder, Encoding
    from mtreview.models.estimator import Estimate
    from mtreview.models.word_align import Likeness

_CHUNK: Final = 128  # pairs of 100 tokens hold 40 MB of states
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
        estimates = _estimates(whole) if estimate else {}
        for pair in whole:
            left, right = map(_without_states, pair.encodings)
            yield Analysis(
                source=left,
                target=right,
                likeness=word_align.compare(pair.encodings, (pair.source, pair.target), encoder),
                estimate=estimates.get(id(pair)),
            )


def _estimates(pairs: Sequence[Pair]) -> dict[int, Estimate]:
    judged = [pair for pair in pairs if pair.source.strip() and pair.target.strip()]
    return dict(zip(map(id, judged), load_estimator().estimate(judged), strict=True))


def _without_states(encoding: Encoding) -> Encoding:
    return dataclasses.replace(encoding, states={}, offsets=_NO_OFFSETS)
