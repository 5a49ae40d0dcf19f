"""What follows training, on pairs held out: weigh the figures, calibrate the chance, set the floors of marks."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final

import numpy as np

from mtreview.models.estimator import Pair, raw
from mtreview.models.spans import Judged, chances, ranges
from mtreview.segment import Side
from mtreview.train.agreement import mcc
from mtreview.train.calibrating import falling, logistic
from mtreview.train.labelled import characters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from mtreview.models.calibration import Curve, Fusion
    from mtreview.models.estimator import Raw
    from mtreview.models.head import Head
    from mtreview.train.examples import Example
    from mtreview.train.states import States

_APART: Final = 0.5  # standard deviations of assessment from which a pair counts as ordered
_SYNTHETIC_SHARE: Final = 0.25
_TAIL: Final = 0.1
_SPREAD: Final = 1.2  # deviation of the logits of quality, so that 0 to 100 is used
_GRID: Final = np.arange(0.1, 0.96, 0.025)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Finish:
    """Hold what stands between the networks and their users; see `Estimator`."""

    quality: Fusion
    major: Fusion
    clean: Curve
    sure: Curve
    floors: tuple[float, float]


def pairs_of(examples: Sequence[Example], states: States) -> list[Pair]:
    """Return the examples as pairs with encodings."""
    return [
        Pair(source=item.source, target=item.target, encodings=(states[item.source], states[item.target]))
        for item in examples
    ]


def finish(
    heads: Sequence[Head],
    synthetic: tuple[Sequence[Sequence[Example]], States],
    real: tuple[Sequence[Example], States],
) -> Finish:
    """Return the calibration that held-out examples call for.

    Args:
        heads: the trained networks.
        synthetic: groups held out, and where their states are.
        real: annotated and assessed segments held out, and where their states are.
    """
    made = [item for group in synthetic[0] for item in group]
    made_raw = raw(heads, pairs_of(made, synthetic[1]))
    real_raw = raw(heads, pairs_of(real[0], real[1]))
    annotated = [at for at, item in enumerate(real[0]) if item.major is not None]
    figures = np.stack([real_raw[at].figures for at in annotated])
    happened = np.array([float(bool(real[0][at].major)) for at in annotated])
    major = _major(figures, happened, made, made_raw)
    tagged = [(item, found) for item, found in zip(real[0], real_raw, strict=True) if item.target_tagged]
    floors = (_source_floor(real, real_raw), _target_floor([(item, found, real[1]) for item, found in tagged]))
    return Finish(
        quality=_quality(synthetic[0], made_raw, real[0], real_raw),
        major=major,
        clean=_clean(major, (figures, happened), made, made_raw),
        sure=_sure([(item, found, real[1]) for item, found in tagged], floors[1]),
        floors=floors,
    )


def _major(
    figures: NDArray[np.float32], happened: NDArray[np.float64], made: Sequence[Example], made_raw: Sequence[Raw]
) -> Fusion:
    """Weigh the figures for major errors: of people's annotations, and at a lower weight of errors put in."""
    others = np.stack([item.figures for item in made_raw])
    truth = np.array([float(bool(item.major)) for item in made])
    share = _SYNTHETIC_SHARE * len(figures) / len(others)
    weights = np.concatenate([np.ones(len(figures)), np.full(len(others), share)])
    return logistic(np.concatenate([figures, others]), np.concatenate([happened, truth]), weights, penalty=3.0)


def _clean(
    major: Fusion,
    annotated: tuple[NDArray[np.float32], NDArray[np.float64]],
    made: Sequence[Example],
    made_raw: Sequence[Raw],
) -> Curve:
    """Return the curve of people's annotations, and where they met nothing as bad, of errors put in."""
    others = np.stack([item.figures for item in made_raw])
    truth = np.array([float(bool(item.major)) for item in made])
    logits = np.concatenate([major(annotated[0]), major(others)])
    weights = np.concatenate([np.ones(len(annotated[0])), np.full(len(others), _TAIL)])
    return falling(logits, np.concatenate([annotated[1], truth]), weights)


def _quality(
    groups: Sequence[Sequence[Example]], made_raw: Sequence[Raw], real: Sequence[Example], real_raw: Sequence[Raw]
) -> Fusion:
    """Weigh the figures so that the better one of two pairs comes first, whoever said which."""
    rows: list[NDArray[np.float32]] = []
    at = 0
    for group in groups:
        own = [item.figures for item in made_raw[at : at + len(group)]]
        rows += [own[0] - other for other, item in zip(own[1:], group[1:], strict=True) if item.family != "harmless"]
        at += len(group)
    synthetic = len(rows)
    judged = [place for place, item in enumerate(real) if item.judgement is not None and item.dataset != "mqm"]
    for left, right in combinations(judged, 2):
        if real[left].dataset != real[right].dataset or (left * 31 + right) % 40:
            continue
        gap = (real[left].judgement or 0.0) - (real[right].judgement or 0.0)
        if abs(gap) > _APART:
            rows.append((real_raw[left].figures - real_raw[right].figures) * np.float32(np.sign(gap)))
    differences = np.stack(rows)
    weights = np.ones(len(rows))
    weights[synthetic:] = synthetic / max(len(rows) - synthetic, 1)
    signs = np.where(np.arange(len(rows)) % 2, 1.0, -1.0)
    flipped = (differences * signs[:, None]).astype(np.float32)
    fusion = logistic(flipped, (signs > 0).astype(np.float64), weights, penalty=3.0, bias=False)
    spread = fusion(np.stack([item.figures for item in real_raw]))
    scale = _SPREAD / max(float(spread.std()), 1e-6)
    return type(fusion)(
        mean=fusion.mean,
        deviation=fusion.deviation,
        weights=fusion.weights * np.float32(scale),
        bias=-float(np.median(spread)) * scale,
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


def _target_ranges(item: Example, figures: Raw, states: States, floor: float) -> list[tuple[int, int, float]]:
    return ranges(Judged(text=item.target, encoding=states[item.target], wrong=figures.target), floor)


def _source_floor(real: tuple[Sequence[Example], States], real_raw: Sequence[Raw]) -> float:
    """Return the floor of source marks with the best correlation with post-editors' tags."""
    truth: list[bool] = []
    chance: list[float] = []
    for item, figures in zip(real[0], real_raw, strict=True):
        if item.source_tagged:
            bad = characters(item.marks, Side.SOURCE)
            truth += [int(start) in bad for start, _ in real[1][item.source].offsets]
            chance += figures.source.tolist()
    scores = np.array(chance)
    return max((mcc(truth, scores >= floor), float(floor)) for floor in _GRID)[1]


def _sure(marked: Sequence[tuple[Example, Raw, States]], floor: float) -> Curve:
    """Return the curve from a mark's chance, negated, to how often people marked something there, of any severity."""
    sure: list[float] = []
    right: list[bool] = []
    for item, figures, states in marked:
        true = characters(item.marks, Side.TARGET)
        for start, end, chance in _target_ranges(item, figures, states, floor):
            sure.append(chance)
            right.append(not true.isdisjoint(range(start, end)))
    if not sure:
        sure, right = [0.0, 1.0], [False, True]
    return falling(-np.array(sure, np.float32), 1.0 - np.array(right, np.float64))
