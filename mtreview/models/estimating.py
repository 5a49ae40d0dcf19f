"""Encode pairs and estimate them, a bounded number at a time: token states are large and are dropped at once."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Final

import numpy as np

from mtreview.models.estimator import NEEDED_LAYERS, Pair, load_estimator

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mtreview.models.encoder import Encoder, Encoding
    from mtreview.models.estimator import Estimate

_CHUNK: Final = 128  # pairs of 100 tokens hold 40 MB of states
_NO_OFFSETS: Final = np.zeros((0, 2), np.int32)


@dataclasses.dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Analysis:
    """Hold what the models make of one pair; no estimate where a side is empty."""

    source: Encoding
    target: Encoding
    estimate: Estimate | None


def analyse(encoder: Encoder, pairs: Sequence[tuple[str, str]]) -> Iterator[Analysis]:
    """Yield the encodings, without token states, and the estimate of each pair, in order.

    Raises:
        ModelError: the estimator's weights are missing or damaged.
    """
    estimator = load_estimator()
    for start in range(0, len(pairs), _CHUNK):
        chunk = pairs[start : start + _CHUNK]
        encoded = encoder.encode([text for pair in chunk for text in pair], NEEDED_LAYERS)
        whole = [
            Pair(source=source, target=target, encodings=(encoded[2 * at], encoded[2 * at + 1]))
            for at, (source, target) in enumerate(chunk)
        ]
        judged = [pair for pair in whole if pair.source.strip() and pair.target.strip()]
        estimates = dict(zip(map(id, judged), estimator.estimate(judged), strict=True))
        for pair in whole:
            left, right = map(_without_states, pair.encodings)
            yield Analysis(source=left, target=right, estimate=estimates.get(id(pair)))


def _without_states(encoding: Encoding) -> Encoding:
    return dataclasses.replace(encoding, states={}, offsets=_NO_OFFSETS)
