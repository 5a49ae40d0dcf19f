"""How well scores and marks agree with what people said, with intervals."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np

from mtreview.segment import Side
from mtreview.statistics import wilson
from mtreview.train.agreement import (
    Estimated,
    bootstrap,
    calibration_error,
    exchanged,
    f1,
    kendall,
    mcc,
    pearson,
    permutation,
    roc_auc,
    spearman,
)
from mtreview.train.marking import agreement, covered, harmonic, lead_of_spans, lead_of_words, reported

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from numpy.typing import ArrayLike, NDArray

    from mtreview.models.spans import Wrong
    from mtreview.train.labelled import Labelled

    Word = tuple[int, int, bool]
    Measure = Callable[[NDArray[np.float64], NDArray[np.float64]], float]

ALL: Final = "all"
_FEWEST: Final = 10
_FEWEST_KINDS: Final = 2
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
        clean: by model, the chance of each pair's needing no major correction; the first one is compared likewise.
        wrong: by model, marks of each pair, likewise.
    """

    scores: Mapping[str, NDArray[np.float64]]
    perturbed: Mapping[str, NDArray[np.float64]]
    clean: Mapping[str, NDArray[np.float64]]
    wrong: Mapping[str, Sequence[tuple[Wrong, ...]]]


def figures(pairs: Sequence[Labelled], verdicts: Verdicts, *, rounds: int = 300) -> list[Figure]:
    """Return all the figures that the labels allow, of all pairs and by group."""
    groups: dict[str, list[int]] = defaultdict(list)
    for at, pair in enumerate(pairs):
        for group in (ALL, *pair.groups):
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
                if np.ptp(truth) > 0:  # nothing goes with what is always the same
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
        return found + (self._mean_of_kinds(places, right) if self.name == ALL else [])

    def _mean_of_kinds(self, places: list[int], right: Mapping[str, NDArray[np.float64]]) -> list[Figure]:
        """Return the mean accuracy of the kinds of perturbation, each counted once, without those of the base."""
        kinds = [_kind(self.pairs[at]) for at in places]
        kept = np.array([at for at, kind in enumerate(kinds) if kind], np.int64)
        names, number = np.unique([kinds[at] for at in kept], return_inverse=True)
        if len(names) < _FEWEST_KINDS:
            return []
        clusters = [self.pairs[places[at]].cluster for at in kept]

        def mean(values: NDArray[np.float64], rows: NDArray[np.int64]) -> float:
            counts = np.bincount(number[rows], minlength=len(names))
            sums = np.bincount(number[rows], values[rows], len(names))
            return float((sums[counts > 0] / counts[counts > 0]).mean())

        whole, first = np.arange(len(kept)), next(iter(right.values()))[kept]
        found: list[Figure] = []
        for name, own in right.items():
            interval = bootstrap(partial(mean, own[kept]), clusters, self.rounds)
            lead = self._lead(lambda values: mean(values, whole), first, own[kept]) if found else None
            found.append(self._figure("mean of kinds", name, len(kept), interval, lead))
        return found

    def _lead(self, measure: Callable[[NDArray[np.float64]], float], a: ArrayLike, b: ArrayLike) -> float | None:
        """Return the chance that the lead of `a` is an accident; of all pairs only, since many tests find one."""
        return permutation(measure, a, b, self.rounds, scale=False) if self.name == ALL else None

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
        found = self._aucs(self.verdicts.clean, places, truth) + self._aucs(self.verdicts.scores, places, truth)
        first = next(iter(self.verdicts.clean.values()))[places]
        for number, (name, clean) in enumerate(self.verdicts.clean.items()):
            own = clean[places]
            interval = bootstrap(_on(calibration_error, own, ~truth), self._clusters(places), self.rounds)
            lead = self._lead(lambda values: calibration_error(values, ~truth), first, own) if number else None
            found.append(self._figure("calibration error", name, len(places), interval, lead))
        return found

    def _aucs(
        self, scores: Mapping[str, NDArray[np.float64]], places: list[int], truth: NDArray[np.bool_]
    ) -> list[Figure]:
        found: list[Figure] = []
        first = next(iter(scores.values()))[places]
        for name, values in scores.items():
            own = values[places]
            interval = bootstrap(_on(_auc, -own, truth), self._clusters(places))
            lead = permutation(lambda given: _auc(-given, truth), first, own, self.rounds) if found else None
            found.append(self._figure("roc auc major", name, len(places), interval, lead))
        return found

    def _words(self, measure: str, side: Side) -> list[Figure]:
        """Return how well marks find the wrong words of one side; nothing where none or all are wrong."""
        tagged = [
            (at, word)
            for at in self.places
            for word in (self.pairs[at].words if side is Side.TARGET else self.pairs[at].source_words)
        ]
        truth = np.array([bad for _, (_, _, bad) in tagged], np.bool_)
        if not truth.any() or truth.all():
            return []
        owner = np.array([at for at, _ in tagged])
        clusters = [self.pairs[at].cluster for at, _ in tagged]
        marked = {name: self._marked(wrong, tagged, side) for name, wrong in self.verdicts.wrong.items()}
        found: list[Figure] = []
        for short, measured in {"mcc": mcc, "f1": f1}.items():
            first = next(iter(marked.values()))
            for number, (name, own) in enumerate(marked.items()):
                lead = (
                    exchanged(lead_of_words(measured, truth, first, own, owner), len(self.pairs), 100)
                    if number
                    else None
                )
                interval = bootstrap(_on(measured, truth, own), clusters, 100)
                found.append(self._figure(f"{short} {measure} words", name, len(truth), interval, lead))
        return found

    def _marked(
        self, wrong: Sequence[tuple[Wrong, ...]], tagged: Sequence[tuple[int, Word]], side: Side
    ) -> NDArray[np.bool_]:
        places = {at: covered(reported(wrong[at], side), side) for at in self.places}
        return np.array([any(place in places[at] for place in range(start, end)) for at, (start, end, _) in tagged])

    def _spans(self) -> list[Figure]:
        places = [at for at in self.places if self.pairs[at].marks is not None]
        counts = {
            name: np.array([agreement(self.pairs[at], wrong[at]) for at in places], np.float64).reshape(-1, 3)
            for name, wrong in self.verdicts.wrong.items()
        }
        first = next(iter(counts.values()))
        if not first[:, 1].any():
            return []
        found: list[Figure] = []
        for name, own in counts.items():
            lead = exchanged(lead_of_spans(first, own), len(places), self.rounds) if found else None
            interval = bootstrap(partial(harmonic, own), self._clusters(places), self.rounds)
            found.append(self._figure("span f1 by characters", name, len(places), interval, lead))
        return found


def _kind(pair: Labelled) -> str:
    """Return the kind of perturbation; nothing for those of the base, which break the whole sentence."""
    kinds = [group for group in pair.groups if group.startswith("perturbation=")]
    return kinds[0] if kinds and "severity=base" not in pair.groups else ""


def _auc(score: NDArray[np.float64], truth: NDArray[np.bool_]) -> float:
    return roc_auc(truth, score)


def _on(measure: Callable[..., float], a: NDArray[np.generic], b: NDArray[np.generic]) -> Callable[..., float]:
    return lambda rows: measure(a[rows], b[rows])


def _with(measure: Measure, truth: NDArray[np.float64]) -> Callable[[NDArray[np.float64]], float]:
    return lambda scores: measure(scores, truth)
