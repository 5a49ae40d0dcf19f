"""What the network is trained to get right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import torch
from torch import nn
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy, huber_loss, softplus

from mtreview.train.prepared import BAD, DATASETS, IGNORED

if TYPE_CHECKING:
    from torch import Tensor

    from mtreview.models.head import Output
    from mtreview.train.prepared import Batch

# Right words are many: they weigh as in xCOMET (Guerreiro et al., 2024), a little more, so that less is flagged.
_WEIGHTS: Final = (0.12, 0.4, 0.5, 0.5)
_WORD, _SOURCE, _MAJOR, _RANK, _JUDGEMENT = 0.6, 0.3, 0.6, 1.0, 1.0
_SOURCE_WEIGHT: Final = 3.0
_ANNOTATED: Final = DATASETS.index("mqm")  # up to here every error is marked with its severity
_TAGGED: Final = 0.5  # tags of post-editors say less than spans


class Scales(nn.Module):
    """Map quality to each dataset's own scale of judgement, and major errors to how common they are in it."""

    def __init__(self) -> None:
        super().__init__()
        self.prior = nn.Parameter(torch.zeros(len(DATASETS)))
        self.slope = nn.Parameter(torch.ones(len(DATASETS)))
        self.offset = nn.Parameter(torch.zeros(len(DATASETS)))

    def forward(self, quality: Tensor, dataset: Tensor) -> Tensor:
        """Return the judgement expected of each pair, (pairs,)."""
        expected: Tensor = quality * self.slope[dataset] + self.offset[dataset]
        return expected


def loss(output: Output, batch: Batch, scales: Scales) -> dict[str, Tensor]:
    """Return the parts of the loss by name, weighted."""
    parts = {
        "words": _WORD * _words(output, batch),
        "source": _SOURCE * _source(output, batch),
        "rank": _RANK * _rank(output, batch),
    }
    known = ~batch.major.isnan()
    if known.any():
        parts["major"] = _MAJOR * binary_cross_entropy_with_logits(
            output.major[known] + scales.prior[batch.dataset[known]], batch.major[known]
        )
    judged = ~batch.judgement.isnan()
    if judged.any():
        expected = scales(output.quality[judged], batch.dataset[judged])
        parts["judgement"] = _JUDGEMENT * huber_loss(expected, batch.judgement[judged])
    return parts


def _words(output: Output, batch: Batch) -> Tensor:
    labels, logits = batch.target_labels, output.target
    plain = (labels != IGNORED) & (labels != BAD)
    total = logits.sum() * 0.0
    if plain.any():
        weights = torch.tensor(_WEIGHTS)
        total = total + cross_entropy(logits[plain], labels[plain], weight=weights, reduction="sum")
    bad = labels == BAD
    if bad.any():
        wrong = logits[bad][:, 1:].logsumexp(-1) - logits[bad][:, 0]
        total = total + _TAGGED * _WEIGHTS[1] * softplus(-wrong).sum()
    count = (labels != IGNORED).sum().clamp(min=1)
    return 4.0 * total / count


def _source(output: Output, batch: Batch) -> Tensor:
    known = batch.source_labels != IGNORED
    if not known.any():
        return output.source.sum() * 0.0
    labels = (batch.source_labels[known] > 0).float()
    return binary_cross_entropy_with_logits(output.source[known], labels, pos_weight=torch.tensor(_SOURCE_WEIGHT))


def _rank(output: Output, batch: Batch) -> Tensor:
    """Return how far pairs of one source are from the order of their errors, by margins that grow with the gap."""
    better = batch.points.unsqueeze(1) - batch.points.unsqueeze(0)
    same = (batch.group.unsqueeze(1) == batch.group.unsqueeze(0)) & (batch.dataset <= _ANNOTATED).unsqueeze(1)
    wanted = same & (better < 0)
    if not wanted.any():
        return output.quality.sum() * 0.0
    gap = output.quality.unsqueeze(1) - output.quality.unsqueeze(0)
    margin = (-better).clamp(0.0, 10.0).sqrt() * 0.3  # a root of less than 0 would spoil every gradient
    return softplus(3.0 * (margin - gap))[wanted].mean() / 3.0
