"""What the estimator, and measures that need no training, say of labelled pairs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np

from mtreview.models.estimating import estimated
from mtreview.models.estimator import NEEDED_LAYERS, Pair
from mtreview.train.evaluation import Verdicts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from mtreview.models.backends.base import QualityModel
    from mtreview.models.encoder import Encoder
    from mtreview.models.estimator import Estimate, Estimator
    from mtreview.models.spans import Wrong
    from mtreview.train.labelled import Labelled

_CHUNK: Final = 128
QUALITY_MODEL: Final = "quality model"
_NOTHING: Final = ""


def verdicts(
    pairs: Sequence[Labelled], encoder: Encoder, estimator: Estimator, other: Estimator | None = None
) -> Verdicts:
    """Return the scores and marks of all pairs.

    The estimator comes first; cosine of the sentence vectors and length of the source (shorter is better) show what
    is had without it.

    Args:
        pairs: what is judged.
        encoder: the encoder that the estimators read.
        estimator: the model that is measured.
        other: a model to compare it with, as `other`.
    """
    own, worse = _Columns(other), _Columns(other)
    said = _Said(), _Said()
    for start in range(0, len(pairs), _CHUNK):
        chunk = pairs[start : start + _CHUNK]
        sides, others = _encoded(encoder, chunk)
        estimates = estimated(encoder, estimator, sides)
        own.add(sides, estimates, rival := estimated(encoder, other, sides) if other else estimates)
        if any(pair.perturbed is not None for pair in chunk):
            judged = estimated(encoder, estimator, others)
            worse.add(others, judged, estimated(encoder, other, others) if other else judged)
        else:
            worse.add(sides, estimates, rival)
        for model, found in zip(said, (estimates, rival), strict=True):
            model.add(found)
    named = dict(zip(("", "other "), said, strict=True)) if other else {"": said[0]}
    return Verdicts(
        scores=own.arrays(),
        perturbed=worse.arrays(),
        clean={f"{name}chance": np.array(model.clean) for name, model in named.items()},
        wrong={f"{name}marks": model.wrong for name, model in named.items()},
    )


def with_quality_model(found: Verdicts, pairs: Sequence[Labelled], model: QualityModel) -> Verdicts:
    """Return the verdicts with those of a quality model from elsewhere, as scorer `quality model`.

    A pair for which it has no score, as a judge may, counts as its mean.

    Args:
        found: what the estimator says.
        pairs: what is judged.
        model: of `[quality_model]`.
    """
    own = _scored(model, [(pair.source, pair.target) for pair in pairs])
    worse = own.copy()
    places = [at for at, pair in enumerate(pairs) if pair.perturbed is not None]
    if places:
        worse[places] = _scored(model, [(pairs[at].source, pairs[at].perturbed or _NOTHING) for at in places])
    return replace(
        found,
        scores={**found.scores, QUALITY_MODEL: own},
        perturbed={**found.perturbed, QUALITY_MODEL: worse},
    )


def _scored(model: QualityModel, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float64]:
    scores = np.array([np.nan if score is None else score for score in model.score(pairs)], np.float64)
    known = scores[~np.isnan(scores)]
    return np.where(np.isnan(scores), known.mean() if len(known) else 0.0, scores)


def _encoded(encoder: Encoder, chunk: Sequence[Labelled]) -> tuple[list[Pair], list[Pair]]:
    """Return the pairs, and the same sources with the worse translations, empty where there is none."""
    texts = [text for pair in chunk for text in (pair.source, pair.target, pair.perturbed or _NOTHING)]
    encoded = encoder.encode(texts, NEEDED_LAYERS)
    sides, others = (
        [
            Pair(source=pair.source, target=texts[3 * at + side], encodings=(encoded[3 * at], encoded[3 * at + side]))
            for at, pair in enumerate(chunk)
        ]
        for side in (1, 2)
    )
    return sides, others


class _Said:
    """Gather what one model says of pairs beside their quality."""

    def __init__(self) -> None:
        self.clean: list[float] = []
        self.wrong: list[tuple[Wrong, ...]] = []

    def add(self, estimates: Sequence[Estimate]) -> None:
        self.clean += [estimate.clean for estimate in estimates]
        self.wrong += [estimate.wrong for estimate in estimates]


class _Columns:
    """Gather one number a scorer and pair."""

    def __init__(self, other: Estimator | None) -> None:
        self._names = ("estimator", "cosine", "length", *(["other"] if other else []))
        self._rows: list[tuple[float, ...]] = []

    def add(self, pairs: Sequence[Pair], estimates: Sequence[Estimate], others: Sequence[Estimate]) -> None:
        for pair, estimate, other in zip(pairs, estimates, others, strict=True):
            left, right = pair.encodings
            row = (estimate.quality, float(left.pooled @ right.pooled), -float(len(pair.source)), other.quality)
            self._rows.append(row[: len(self._names)])

    def arrays(self) -> dict[str, NDArray[np.float64]]:
        table = np.array(self._rows, np.float64).reshape(-1, len(self._names))
        return {name: table[:, at] for at, name in enumerate(self._names)}
