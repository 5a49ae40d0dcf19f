"""What follows training, on pairs held out: weigh the figures, calibrate the chance, set the floors of marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from mtreview.models.calibration import Fusion
from mtreview.models.estimator import Pair, raw
from mtreview.models.spans import Floors, Judged, chances
from mtreview.segment import Side
from mtreview.train.agreement import mcc
from mtreview.train.calibrating import falling, logistic
from mtreview.train.labelled import characters
from mtreview.train.selection import OURS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from mtreview.models.calibration import Curve
    from mtreview.models.estimator import Raw
    from mtreview.models.head import Head
    from mtreview.train.examples import Example
    from mtreview.train.states import States

    Judgements = tuple[Sequence[Example], Sequence[Raw]]  # examples, and what the networks say of them
    _Annotated = tuple[NDArray[np.float32], NDArray[np.float64], NDArray[np.float64]]  # figures, truth, weights

_MAJOR_LOGIT, _QUALITY, _TOKEN_F, _TARGET_WORDS, _SOURCE_WORDS = 0, 1, 10, 16, 17  # places in `Raw.figures`
_OF_THE_NETWORK: Final = (0, 1, 10, 16, 17, 18, 19)
_END, _CAPITAL, _ARTICLE, _COPIED, _UNKNOWN, _APART = 29, 30, 34, 35, 36, 37
# An order of pairs: what was trained for it most; fitted weights ordered held-out kinds of errors no better.
_WEIGHTS: Final = {
    _QUALITY: 2.0, _MAJOR_LOGIT: -1.0, _TARGET_WORDS: -0.5, _SOURCE_WORDS: -0.5, _TOKEN_F: 0.5, _END: -0.15,
    _CAPITAL: -0.15, _ARTICLE: -0.15, _COPIED: -0.2, _UNKNOWN: -0.2, _APART: -0.1,
}  # fmt: skip
_LEAST_ODD: Final = 0.1  # deviation of counts that are nearly always 0
_SYNTHETIC_SHARE: Final = 1.0
_TAIL: Final = 0.3
_NEAREST: Final = "ro-en"
_EVERY_OTHER: Final = 0.5
_OURS: Final = 2.0  # weight of annotations of Spanish
_SPREAD: Final = 1.2  # deviation of the logits of quality, so that 0 to 100 is used
_GRID: Final = np.arange(0.1, 0.96, 0.025)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Finish:
    """Hold what stands between the networks and their users; see `Estimator`."""

    quality: Fusion
    major: Fusion
    clean: Curve
    sure: Curve
    floors: Floors


def pairs_of(examples: Sequence[Example], states: States) -> list[Pair]:
    """Return the examples as pairs with encodings."""
    return [
        Pair(source=item.source, target=item.target, encodings=(states[item.source], states[item.target]))
        for item in examples
    ]


def figures_of(heads: Sequence[Head], examples: Sequence[Example], states: States) -> Judgements:
    """Return the examples and what the networks say of them."""
    return examples, raw(heads, pairs_of(examples, states))


def calibrated(synthetic: Judgements, real: Judgements, states: States) -> Finish:
    """Return the calibration that held-out examples and their figures call for.

    Args:
        synthetic: examples held out, and their figures.
        real: annotated and assessed segments held out, and their figures.
        states: where the states of the real ones are.
    """
    examples, real_raw = real
    annotated = [at for at, item in enumerate(examples) if item.major is not None]
    figures = np.stack([real_raw[at].figures for at in annotated])
    happened = np.array([float(bool(examples[at].major)) for at in annotated])
    each = np.array([_OURS if examples[at].dataset == OURS else 1.0 for at in annotated])
    major = _major((figures, happened, each), *synthetic)
    tagged = [(item, found, states) for item, found in zip(examples, real_raw, strict=True) if item.target_tagged]
    sure = _sure(tagged)
    floors = Floors(
        source=_source_floor((examples, states), real_raw),
        target=_target_floor([item for item in tagged if item[0].major is not None]),
        sure=_half(sure),
    )
    return Finish(
        quality=_quality(real_raw),
        major=major,
        clean=_clean(major, (figures, happened, each), *synthetic),
        sure=sure,
        floors=floors,
    )


def _major(annotated: _Annotated, made: Sequence[Example], made_raw: Sequence[Raw]) -> Fusion:
    """Weigh the figures for major errors: of people's annotations, and at a lower weight of errors put in."""
    figures, happened, each = annotated
    others = np.stack([item.figures for item in made_raw])
    truth = np.array([float(bool(item.major)) for item in made])
    share = _SYNTHETIC_SHARE * len(figures) / len(others)
    weights = np.concatenate([each, np.full(len(others), share)])
    columns = np.array(_OF_THE_NETWORK)  # the other similarities say nothing more of people's annotations
    figures = np.concatenate([figures, others])
    found = logistic(figures[:, columns], np.concatenate([happened, truth]), weights, penalty=3.0)
    mean, deviation, wide = np.zeros(figures.shape[1]), np.ones(figures.shape[1]), np.zeros(figures.shape[1])
    mean[columns], deviation[columns], wide[columns] = found.mean, found.deviation, found.weights
    return Fusion(
        mean=mean.astype(np.float32),
        deviation=deviation.astype(np.float32),
        weights=wide.astype(np.float32),
        bias=found.bias,
    )


def _clean(major: Fusion, annotated: _Annotated, made: Sequence[Example], made_raw: Sequence[Raw]) -> Curve:
    """Return the curve of people's annotations, and where they met nothing as bad, of errors put in."""
    others = np.stack([item.figures for item in made_raw])
    truth = np.array([float(bool(item.major)) for item in made])
    logits = np.concatenate([major(annotated[0]), major(others)])
    weights = np.concatenate([annotated[2], np.full(len(others), _TAIL)])
    return falling(logits, np.concatenate([annotated[1], truth]), weights)


def _quality(real_raw: Sequence[Raw]) -> Fusion:
    """Weigh the standardised figures for an order of pairs."""
    figures = np.stack([item.figures for item in real_raw])
    mean, deviation = figures.mean(0), np.maximum(figures.std(0), 1e-3)
    deviation[_COPIED:] = np.maximum(deviation[_COPIED:], _LEAST_ODD)
    weights = np.zeros(figures.shape[1], np.float32)
    weights[list(_WEIGHTS)] = list(_WEIGHTS.values())
    logits = ((figures - mean) / deviation) @ weights
    scale = _SPREAD / max(float(logits.std()), 1e-6)
    return Fusion(
        mean=mean.astype(np.float32),
        deviation=deviation.astype(np.float32),
        weights=weights * np.float32(scale),
        bias=-float(np.median(logits)) * scale,
    )


def _target_floor(marked: Sequence[tuple[Example, Raw, States]]) -> float:
    """Return the floor of target marks with the best F1 by characters."""
    words: list[tuple[float, int, int]] = []
    gold = 0
    for item, figures, states in marked:
        true = characters(item.marks, Side.TARGET)
        gold += len(true)
        judged = Judged(text=item.target, encoding=states[item.target], wrong=figures.target)
        words += [
            (chance, end - start, len(true.intersection(range(start, end)))) for start, end, chance in chances(judged)
        ]
    chance, length, both = np.array(words, np.float64).reshape(-1, 3).T
    scores = [
        (2 * float(both[chance >= floor].sum()) / max(gold + float(length[chance >= floor].sum()), 1.0), float(floor))
        for floor in _GRID
    ]
    return max(scores)[1]


def _source_floor(real: tuple[Sequence[Example], States], real_raw: Sequence[Raw]) -> float:
    """Return the floor of source marks with the best correlation with post-editors' tags, of the nearest language."""
    truth: list[bool] = []
    chance: list[float] = []
    for item, figures in zip(real[0], real_raw, strict=True):
        if item.source_tagged and item.dataset == _NEAREST:
            bad = characters(item.marks, Side.SOURCE)
            truth += [int(start) in bad for start, _ in real[1][item.source].offsets]
            chance += figures.source.tolist()
    if not truth:
        return _EVERY_OTHER
    scores = np.array(chance)
    return max((mcc(truth, scores >= floor), float(floor)) for floor in _GRID)[1]


def _sure(marked: Sequence[tuple[Example, Raw, States]]) -> Curve:
    """Return the curve from a word's chance, negated, to how often people marked it, with any severity."""
    sure: list[float] = []
    right: list[bool] = []
    for item, figures, states in marked:
        true = characters(item.marks, Side.TARGET)
        judged = Judged(text=item.target, encoding=states[item.target], wrong=figures.target)
        for start, end, chance in chances(judged):
            sure.append(chance)
            right.append(not true.isdisjoint(range(start, end)))
    return falling(-np.array(sure, np.float32), 1.0 - np.array(right, np.float64))


def _half(sure: Curve) -> float:
    """Return the chance from which a mark is right every other time, 1 where there is none."""
    grid = np.linspace(0.0, 1.0, 201, dtype=np.float32)
    over = grid[sure(-grid) >= _EVERY_OTHER]
    return float(over.min()) if len(over) else 1.0
