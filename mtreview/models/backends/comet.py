"""COMET checkpoints that judge without a reference: CometKiwi, xCOMET and the older COMET-QE, on XLM-R and XLM-R-XL.

The network is rebuilt here from a checkpoint's `hparams.yaml` and the names in its state dict. Formulas and layout are
those of Unbabel/COMET (Apache-2.0): `comet/models/multitask/{unified_metric,xcomet_metric}.py`,
`comet/models/regression/referenceless.py` and `comet/modules/{layerwise_attention,feedforward}.py`; papers: Rei et al.
2020 (COMET), Rei et al. 2022 (CometKiwi), Guerreiro et al. 2024 (xCOMET).
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from statistics import NormalDist
from typing import TYPE_CHECKING, Final

import torch

from mtreview.issue import Category, Severity
from mtreview.models import fetch, offline
from mtreview.models.backends import comet_layout, licences
from mtreview.models.backends.base import Fault, Judged, QualityModel, percent
from mtreview.models.backends.comet_layout import Family
from mtreview.models.backends.comet_network import load_network
from mtreview.models.backends.pairing import average, parts
from mtreview.models.backends.tokens import Texts, load_texts, padded
from mtreview.models.batching import batches
from mtreview.segment import Side, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from torch import Tensor

    from mtreview.models.backends.base import QualityModelSettings
    from mtreview.models.backends.comet_network import Network
    from mtreview.models.backends.pairing import Part
    from mtreview.models.backends.tokens import Tokens

BUDGET: Final = 2048
_WANTED: Final = fetch.Wanted(
    what="COMET model",
    instead="",
    settings=("hparams.yaml", "README.md", "*.json"),
    weights=("model*.safetensors", "checkpoints/model*.safetensors", "checkpoints/model.ckpt"),
    needed="hparams.yaml",
)
# xcomet_metric.py: the regression counts .12 + .33 + .33 and the MQM of the spans .22 where there is no reference.
_REGRESSION_SHARE: Final = 0.78
_SPAN_SHARE: Final = 0.22
_POINTS: Final = {"minor": 1, "major": 5, "critical": 10}
_MOST_POINTS: Final = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """Hold a stretch of the target that the model takes for an error.

    Attributes:
        start: first code point in the target.
        end: the code point after it.
        severity: `minor`, `major` or `critical`; `major` where the model only knows bad from good.
        confidence: mean probability of that label over its tokens.
    """

    start: int
    end: int
    severity: str
    confidence: float


def load(settings: QualityModelSettings) -> CometModel:
    """Return the COMET model of a folder or hub name.

    Raises:
        ModelError: it is missing, damaged, out of reach, of an unknown kind, or cannot judge without a reference.
    """
    offline.close()
    name = settings.name
    hub = fetch.is_hub_name(name)
    place = fetch.folder(name, _WANTED)
    layout = comet_layout.read(place / "hparams.yaml", name)
    texts = load_texts(place, layout.encoder, name, network=hub)
    network = load_network(place, texts.config, layout, name)
    licences.tell(name, place)
    return CometModel(name=name, revision=place.name if hub else "local", network=network, texts=texts)


class CometModel(QualityModel):
    """Score pairs with a COMET network.

    A CometKiwi score is clipped to 0 to 1 and multiplied by 100. xCOMET's is .78 of the regression, capped at 1, plus
    .22 of the MQM of its spans, likewise. COMET-QE of 2020 and 2021 was trained on z-scores, which have no bounds
    (maintainers, COMET issue 38): its score is the share of the standard normal distribution below it.
    """

    def __init__(self, *, name: str, revision: str, network: Network, texts: Texts) -> None:
        self.name = name
        self.signature = f"comet:{name}@{revision[:12]}"
        self.network = network
        self.texts = texts

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[float | None]:
        """Return the quality of each pair, 0 to 100."""
        return [judged.score for judged in self.judge(pairs)]

    def judge(self, pairs: Sequence[tuple[str, str]]) -> list[Judged]:
        """Return the score of each pair, with the errors of its target where the network was trained to mark them.

        Raises:
            ModelError: the network gives something that is not a number.
        """
        sources = self.texts.cut([source for source, _ in pairs])
        targets = self.texts.cut([target for _, target in pairs])
        room = self.texts.limit - self.texts.around(pair=True)
        made = parts([(len(left.ids), len(right.ids)) for left, right in zip(sources, targets, strict=True)], room)
        values, labels = self._run(made, sources, targets)
        marks: list[list[Marked]] = [[] for _ in pairs]
        for part, probabilities in zip(made, labels, strict=True):
            spans = [targets[part.pair].spans[at] for at in part.target]
            marks[part.pair] += decode(probabilities, spans)
        means = average(made, values, len(pairs))
        return [
            Judged(score=self._percent(value, found), faults=tuple(map(_fault, found)))
            for value, found in zip(means, marks, strict=True)
        ]

    def _percent(self, value: float, marks: Sequence[Marked]) -> float:
        family = self.network.layout.family
        if family is Family.QE:
            value = NormalDist().cdf(value)
        if family is Family.XCOMET:
            points = min(_MOST_POINTS, sum(_POINTS[mark.severity] for mark in marks))
            value = _REGRESSION_SHARE * min(value, 1.0) + _SPAN_SHARE * (1 - points / _MOST_POINTS)
        return percent(value, self.name)

    @torch.inference_mode()
    def _run(
        self, made: Sequence[Part], sources: Sequence[Tokens], targets: Sequence[Tokens]
    ) -> tuple[list[float], list[Tensor]]:
        """Return each part's raw score and the probabilities of its target tokens' labels."""
        lefts = [[targets[part.pair].ids[at] for at in part.target] for part in made]
        rights = [[sources[part.pair].ids[at] for at in part.source] for part in made]
        values = [0.0] * len(made)
        labels: list[Tensor] = [torch.zeros(0, 2)] * len(made)
        for batch in batches([len(left) + len(right) for left, right in zip(lefts, rights, strict=True)], BUDGET):
            if self.network.layout.family is Family.QE:
                sides = [
                    padded([self.texts.single(side[at]) for at in batch], self.texts.pad) for side in (lefts, rights)
                ]
                scores = self.network.compare(sides[0], sides[1])
                tags = None
            else:
                joined = [self.texts.joined(lefts[at], rights[at]) for at in batch]
                scores, tags = self.network.read(padded(joined, self.texts.pad))
            for row, at in enumerate(batch):
                values[at] = float(scores[row])
                if tags is not None:
                    labels[at] = tags[row, 1 : 1 + len(lefts[at])].softmax(-1)
        return values, labels


def _fault(mark: Marked) -> Fault:
    return Fault(
        span=Span(side=Side.TARGET, start=mark.start, end=mark.end),
        category=Category.ACCURACY,  # the labels are severities alone
        severity=Severity.parse(mark.severity),
        confidence=mark.confidence,
    )


def decode(probabilities: Tensor, spans: Sequence[tuple[int, int]]) -> list[Marked]:
    """Return the marks of one target: runs of tokens whose likeliest label is not "no error".

    As `UnifiedMetric.decode`, a run has the severity of its first token and its confidence is the mean of the tokens'
    highest probabilities; unlike there, a run that lasts to the end counts, and offsets are without the space before.

    Args:
        probabilities: (tokens, labels), label 0 for no error; minor, major and critical follow, or bad alone.
        spans: the tokens' code-point ranges in the target; (0, 0) for one that covers nothing.
    """
    names = ("minor", "major", "critical") if probabilities.shape[-1] > len(("good", "bad")) else ("major",)
    marks: list[Marked] = []
    run: list[float] = []
    for (start, end), (best, label) in zip(spans, map(_best, probabilities), strict=False):
        if label == 0:
            run = []
        elif start < end:
            run.append(best)
            confidence = sum(run) / len(run)
            if len(run) > 1:
                marks[-1] = dataclasses.replace(marks[-1], end=end, confidence=confidence)
            else:
                marks.append(Marked(start=start, end=end, severity=names[label - 1], confidence=confidence))
    return marks


def _best(row: Tensor) -> tuple[float, int]:
    best, label = row.max(-1)
    return float(best), int(label)
