"""The estimator's own network: layers that read both sides together, over the token states of either."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import torch
from torch import nn

if TYPE_CHECKING:
    from torch import Tensor

LAYERS: Final = (4, 7)  # the lower one is nearer to the words, the upper one aligns best
FLAGS: Final = 4  # what a token looks like: figure, capital, mark, and whether the other side has it
SEVERITIES: Final = 4  # fine, minor, major, critical
_CHANNELS: Final = 6
_NEVER: Final = -10.0


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Sides:
    """Hold one side of a batch.

    Attributes:
        states: float32 of (pairs, tokens, layers, width), zeros where a text is shorter.
        mask: which tokens there are, bool of (pairs, tokens).
        flags: float32 of (pairs, tokens, `FLAGS`).
    """

    states: Tensor
    mask: Tensor
    flags: Tensor


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Output:
    """Hold what the network says of a batch.

    Attributes:
        quality: (pairs,), higher is better, on no scale.
        major: logit of a major error, (pairs,).
        target: logits of the four severities, (pairs, tokens, 4).
        source: logit of each source token's being left out or wrong, (pairs, tokens).
        features: similarities of the pair, (pairs, 14), which other models build on.
    """

    quality: Tensor
    major: Tensor
    target: Tensor
    source: Tensor
    features: Tensor


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """Name the sizes of a head.

    Attributes:
        width: of the token states, and of the joint layers.
        heads: of attention.
        feed: width of the layers' inner part.
        blocks: how many joint layers there are.
        meet: width through which a token meets its nearest one on the other side.
        hidden: width of what decides on the pair.
        surface: how many features of the two texts' letters there are.
    """

    width: int = 384
    heads: int = 12
    feed: int = 1024
    blocks: int = 3
    meet: int = 128
    hidden: int = 128
    surface: int = 14


class Head(nn.Module):
    """Compare two texts token by token.

    Every token meets its nearest token on the other side; layers of the encoder's own kind then read both sides in one
    sequence, behind a token of the pair. What they say of the tokens, the pair's token and the similarities decide.
    """

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        size = shape.width
        self.pair_token = nn.Parameter(torch.randn(2, size) * 0.02)
        self.side = nn.Parameter(torch.zeros(2, size))
        self.meet = nn.Linear(4 * size + _CHANNELS + FLAGS, shape.meet)
        self.met = nn.Linear(shape.meet, size)
        self.blocks = nn.ModuleList(
            nn.TransformerEncoderLayer(size, shape.heads, shape.feed, 0.1, "gelu", 1e-12, batch_first=True)
            for _ in range(shape.blocks)
        )
        self.target = nn.Linear(size, SEVERITIES)
        self.source = nn.Linear(size, 1)
        self.scale = nn.BatchNorm1d(_SIMILARITIES + shape.surface)
        pooled = 3 * size + 6 + _SIMILARITIES + shape.surface
        self.decide = nn.Sequential(
            nn.Linear(pooled, shape.hidden), nn.GELU(), nn.Dropout(0.1), nn.Linear(shape.hidden, 2)
        )

    def forward(self, source: Sides, target: Sides, surface: Tensor) -> Output:
        """Return the judgement of a batch of pairs; `surface` is (pairs, features)."""
        with torch.no_grad():
            links = [_links(source, target, layer) for layer in range(len(LAYERS))]
            features = _similarities(source, target, links)
        states = self._joint(source, target, links)
        count = source.mask.shape[1]
        left, right = states[:, 2 : 2 + count], states[:, 2 + count :]
        source_logits, target_logits = self.source(left).squeeze(-1), self.target(right)
        wrong = target_logits[..., 1:].logsumexp(-1) - target_logits[..., 0]
        severe = target_logits[..., 2:].logsumexp(-1) - target_logits[..., :2].logsumexp(-1)
        parts = [states[:, 0], _mean(left, source.mask), _mean(right, target.mask)]
        parts += [_summary(source_logits, source.mask), _summary(wrong, target.mask), _summary(severe, target.mask)]
        parts.append(self.scale(torch.cat([features, surface], 1)))
        quality, major = self.decide(torch.cat(parts, 1)).unbind(1)
        return Output(quality=quality, major=major, target=target_logits, source=source_logits, features=features)

    def _joint(self, source: Sides, target: Sides, links: list[Tensor]) -> Tensor:
        """Return the states of the pair's two tokens and of both sides' tokens after all layers."""
        rows = torch.arange(len(source.mask)).unsqueeze(1)
        upper = links[-1]
        plain = [nn.functional.layer_norm(side.states, side.states.shape[-1:]) for side in (source, target)]
        met = [plain[1][rows, upper.argmax(2), -1], plain[0][rows, upper.argmax(1), -1]]
        joint = [self.pair_token.expand(len(source.mask), -1, -1)]
        for at, side in enumerate((source, target)):
            channels = _channels(links, across=bool(at))
            own = plain[at][:, :, -1]
            seen = torch.cat([plain[at][:, :, 0], own, met[at], (own - met[at]).abs(), channels, side.flags], -1)
            joint.append(side.states[:, :, -1] + self.side[at] + self.met(nn.functional.gelu(self.meet(seen))))
        there = torch.cat([torch.ones(len(source.mask), 2, dtype=torch.bool), source.mask, target.mask], 1)
        return self._through(torch.cat(joint, 1), ~there)

    def _through(self, states: Tensor, missing: Tensor) -> Tensor:
        with torch.autocast("cpu", torch.bfloat16, enabled=self.training):  # half the time of training, same figures
            for block in self.blocks:
                states = block(states, src_key_padding_mask=missing)
        return states.float()


def _links(source: Sides, target: Sides, layer: int) -> Tensor:
    """Return the cosines of all source tokens with all target tokens, `_NEVER` where there is none."""
    left = nn.functional.normalize(source.states[:, :, layer], dim=-1)
    right = nn.functional.normalize(target.states[:, :, layer], dim=-1)
    there = source.mask.unsqueeze(2) & target.mask.unsqueeze(1)
    return (left @ right.transpose(1, 2)).masked_fill(~there, _NEVER)


def _channels(links: list[Tensor], *, across: bool) -> Tensor:
    """Return of each token how near its nearest counterpart is, how sure that is, and where it stands."""
    turned = [link.transpose(1, 2) if across else link for link in links]
    lower, upper = turned[0], turned[-1]
    best = upper.topk(min(2, upper.shape[2]), 2)
    nearest = best.indices[..., 0]
    back = upper.argmax(1).gather(1, nearest)
    mutual = (back == torch.arange(upper.shape[1])).float()
    lengths = [(upper > _NEVER / 2).any(2).sum(1).clamp(min=1), (upper > _NEVER / 2).any(1).sum(1).clamp(min=1)]
    own = torch.arange(upper.shape[1]) / lengths[0].unsqueeze(1)
    there = nearest / lengths[1].unsqueeze(1)
    channels = [
        lower.amax(2),
        best.values[..., 0],
        best.values[..., 0] - best.values[..., -1],
        lower.gather(2, nearest.unsqueeze(2)).squeeze(2),
        mutual,
        (own - there).abs().clamp(max=1),
    ]
    return torch.stack(channels, -1).clamp(-1, 1)


_SIMILARITIES: Final = 14


def _similarities(source: Sides, target: Sides, links: list[Tensor]) -> Tensor:
    """Return means and lows of the nearest cosines of both sides and layers, their F, and the cosine of the means."""
    parts: list[Tensor] = []
    for at, link in enumerate(links):
        recall, low_source = _mean_and_low(link.amax(2), source.mask)
        precision, low_target = _mean_and_low(link.amax(1), target.mask)
        harmonic = 2 * precision * recall / (precision + recall).clamp(min=0.05)
        means = [_mean(side.states[:, :, at], side.mask) for side in (source, target)]
        parts += [
            precision,
            recall,
            harmonic,
            low_source,
            low_target,
            nn.functional.cosine_similarity(means[0], means[1]),
        ]
    lengths = [side.mask.sum(1).clamp(min=1).log() for side in (source, target)]
    parts += [lengths[1] - lengths[0], lengths[0]]
    return torch.stack(parts, 1)


def _mean(values: Tensor, mask: Tensor) -> Tensor:
    weights = mask.float().unsqueeze(-1)
    return (values * weights).sum(1) / weights.sum(1).clamp(min=1)


def _mean_and_low(values: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
    """Return the mean, and the mean of the lowest three."""
    mean = _mean(values.clamp(min=-1).unsqueeze(-1), mask).squeeze(-1)
    raised = values.masked_fill(~mask, 2.0)
    lowest = raised.topk(min(3, values.shape[1]), 1, largest=False).values.clamp(-1, 1)
    return mean, lowest.mean(1)


def _summary(logits: Tensor, mask: Tensor) -> Tensor:
    """Return the highest logit and the mean chance, (pairs, 2)."""
    top = logits.masked_fill(~mask, _NEVER).amax(1)
    mean = _mean(logits.sigmoid().unsqueeze(-1), mask).squeeze(-1)
    return torch.stack([top, mean], 1)
