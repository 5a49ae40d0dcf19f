"""How well scores and marks agree with what people said, with intervals."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from mtreview.mqm import REPORTED
from mtreview.segment import Side
from mtreview.statistics import wilson
from mtreview.train.agreement import (
    Estimated,
    bootstrap,
    calibration_error,
    f1,
    kendall,
    mcc,
    pearson,
    permutation,
    roc_auc,
    spearman,
)
from mtreview.train.labelled import characters

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from numpy.typing import ArrayLike, NDArray

    from mtreview.models.spans import Wrong
    from mtreview.train.labelled import Labelled

    Measure = Callable[[NDArray[np.float64], NDArray[np.float64]], float]

_FEWEST: Final = 10
_MOST_RANKED: Final = 3000
_CORRELATIONS: Final[dict[str, Measure]] = {"pearson": pearson, "spearman": spearman, "kendall": kendall}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Hold one figure of one scorer on one group of pairs.

    Attributes:
        against: chance that the first scorer's lead over this one is an accident; None for the first one, or where
            it was not tested.
    """

    measure: str
    scorer: str
    group: str
    count: int
    value: float
    low: float
    high: float
    against: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdicts:
    """Hold what scorers say of labelled pairs, in order.

    Attributes:
        scores: by scorer, higher is better; the first one is compared with the others.
        perturbed: likewise of the worse translations; anything where there is none.
        clean: the chance of each pair's needing no major correction.
        wrong: marks of each pair.
    """

    scores: Mapping[str, NDArray[np.float64]]
    perturbed: Mapping[str, NDArray[np.float64]]
    clean: NDArray[np.float64]
    wrong: Sequence[tuple[Wrong, ...]]


def figures(pairs: Sequence[Labelled], verdicts: Verdicts, *, rounds: int = 300) -> list[Figure]:
    """Return all the figures that the labels allow, of all pairs and by group."""
    groups: dict[str, list[int]] = defaultdict(list)
    for at, pair in enumerate(pairs):
        for group in ("all", *pair.groups):
            groups[group].append(at)
    found: list[Figure] = []
    for group, places in groups.items():
        found += _Group(group, pairs, verdicts, places, rounds).figures()
    return found


class _Group:
    """Measure the pairs of one group."""

    def __init__(
        self, name: str, pairs: Sequence[Labelled], verdicts: Verdicts, places: Sequence[int], rounds: int
    ) -> None:
        self.name = name
        self.pairs = pairs
        self.verdicts = verdicts
        self.places = places
        self.rounds = rounds

    def figures(self) -> list[Figure]:
        found = self._minimal_pairs()
        for label in ("z_da", "da", "hter"):
            places = [at for at in self.places if label in self.pairs[at].numbers]
            if len(places) >= _FEWEST:
                truth = np.array([self.pairs[at].numbers[label] for at in places])
                found += self._correlations(label, places, -truth if label == "hter" else truth)
        found += self._majors()
        found += self._words("target", Side.TARGET) + self._words("source", Side.SOURCE)
        return found + self._spans()

    def _figure(
        self, measure: str, scorer: str, count: int, interval: Estimated, against: float | None = None
    ) -> Figure:
        value, low, high = interval
        return Figure(
            measure=measure, scorer=scorer, group=self.name, count=count, value=value, low=low, high=high,
            against=against,
        )  # fmt: skip

    def _clusters(self, places: Sequence[int]) -> list[str]:
        return [self.pairs[at].cluster for at in places]

    def _minimal_pairs(self) -> list[Figure]:
        places = [at for at in self.places if self.pairs[at].perturbed is not None]
        right = {
            name: (scores[places] > self.verdicts.perturbed[name][places]).astype(np.float64)
            for name, scores in self.verdicts.scores.items()
            if places
        }
        found: list[Figure] = []
        for name, own in right.items():
            hits, first = int(own.sum()), next(iter(right.values()))
            interval = Estimated(hits / len(places), *wilson(hits, len(places)))
            lead = self._lead(lambda scores: float(scores.mean()), first, own) if found else None
            found.append(self._figure("pairwise accuracy", name, len(places), interval, lead))
        return found

    def _lead(self, measure: Callable[[NDArray[np.float64]], float], a: ArrayLike, b: ArrayLike) -> float | None:
        """Return the chance that the lead of `a` is an accident; of all pairs only, since many tests find one."""
        return permutation(measure, a, b, self.rounds, scale=False) if self.name == "all" else None

    def _correlations(self, label: str, places: list[int], truth: NDArray[np.float64]) -> list[Figure]:
        found = []
        first = next(iter(self.verdicts.scores.values()))[places]
        for measure, correlation in _CORRELATIONS.items():
            if measure == "kendall" and len(places) > _MOST_RANKED:
                continue
            for number, (name, scores) in enumerate(self.verdicts.scores.items()):
                own = scores[places]
                rounds = self.rounds if measure != "kendall" else self.rounds // 10
                interval = bootstrap(_on(correlation, own, truth), self._clusters(places), rounds)
                lead = permutation(_with(correlation, truth), first, own, rounds) if number else None
                found.append(self._figure(f"{measure} {label}", name, len(places), interval, lead))
        return found

    def _majors(self) -> list[Figure]:
        places = [at for at in self.places if self.pairs[at].major is not None]
        truth = np.array([bool(self.pairs[at].major) for at in places])
        if len(places) < _FEWEST or truth.all() or not truth.any():
            return []
        clusters = self._clusters(places)
        first = next(iter(self.verdicts.scores.values()))[places]
        found: list[Figure] = []
        for number, (name, scores) in enumerate({"chance": self.verdicts.clean, **self.verdicts.scores}.items()):
            interval = bootstrap(_on(_auc, -scores[places], truth), clusters)
            lead = (
                permutation(lambda own: _auc(-own, truth), first, scores[places], self.rounds) if number > 1 else None
            )
            found.append(self._figure("roc auc major", name, len(places), interval, lead))
        error = _on(calibration_error, self.verdicts.clean[places], ~truth)
        found.append(self._figure("calibration error", "chance", len(places), bootstrap(error, clusters, self.rounds)))
        return found

    def _words(self, measure: str, side: Side) -> list[Figure]:
        truth: list[bool] = []
        marked: list[bool] = []
        clusters: list[str] = []
        for at in self.places:
            pair = self.pairs[at]
            covered = _covered(_reported(self.verdicts.wrong[at], side), side)
            for start, end, bad in pair.words if side is Side.TARGET else pair.source_words:
                truth.append(bad)
                marked.append(any(place in covered for place in range(start, end)))
                clusters.append(pair.cluster)
        if not truth:
            return []
        a, b = np.array(truth), np.array(marked)
        return [
            self._figure(f"{name} {measure} words", "marks", len(a), bootstrap(_on(measured, a, b), clusters, 100))
            for name, measured in {"mcc": mcc, "f1": f1}.items()
        ]

    def _spans(self) -> list[Figure]:
        places = [at for at in self.places if self.pairs[at].marks is not None]
        if not places:
            return []
        counts = np.array([_agreement(self.pairs[at], self.verdicts.wrong[at]) for at in places], np.float64)

        def harmonic(rows: NDArray[np.int64]) -> float:
            both, gold, found = counts[rows].sum(0)
            return float(2 * both / max(gold + found, 1.0))

        interval = bootstrap(harmonic, self._clusters(places), self.rounds)
        return [self._figure("span f1 by characters", "marks", len(places), interval)]


def _auc(score: NDArray[np.float64], truth: NDArray[np.bool_]) -> float:
    return roc_auc(truth, score)


def _on(measure: Callable[..., float], a: NDArray[np.generic], b: NDArray[np.generic]) -> Callable[..., float]:
    return lambda rows: measure(a[rows], b[rows])


def _with(measure: Measure, truth: NDArray[np.float64]) -> Callable[[NDArray[np.float64]], float]:
    return lambda scores: measure(scores, truth)


def _reported(wrong: Sequence[Wrong], side: Side) -> list[Wrong]:
    """Return the marks that are reported: of the target those right every other time or oftener."""
    return [item for item in wrong if side is Side.SOURCE or item.chance >= REPORTED]


def _covered(wrong: Sequence[Wrong], side: Side) -> set[int]:
    return {at for item in wrong for span in item.spans if span.side is side for at in range(span.start, span.end)}


def _agreement(pair: Labelled, wrong: Sequence[Wrong]) -> tuple[int, int, int]:
    """Return how many target characters are marked by both, by people, and by the model."""
    gold = characters(pair.marks or (), Side.TARGET)
    found = _covered(wrong, Side.TARGET)
    return len(gold & found), len(gold), len(found)
