"""Fit the network, with checkpoints that survive an interruption."""

from __future__ import annotations

import logging
import time
from collections import defaultdict
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

import torch
from torch.optim import AdamW
from torch.optim.lr_scheduler import OneCycleLR

from mtreview.models.head import Head, Shape
from mtreview.train.losses import Scales, loss
from mtreview.train.prepared import batches, collate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from mtreview.train.prepared import Prepared
    from mtreview.train.states import States

_log = logging.getLogger("mtreview")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Say how to train.

    Attributes:
        tokens: padded tokens of a batch, both sides together.
        minutes: wall time after which training stops at a lowered rate; the schedule follows the clock where it is
            set, else the epochs.
    """

    seed: int = 1
    epochs: int = 2
    tokens: int = 2400
    rate: float = 1.2e-3
    decay: float = 0.02
    every: int = 100


def fit(
    groups: Sequence[Sequence[Prepared]],
    states: States,
    plan: Plan,
    checkpoint: Path,
    report: Callable[[int, Head], None] | None = None,
) -> Head:
    """Return a trained head.

    Args:
        groups: examples; those of one group share a source or a dataset.
        states: where their texts' states are.
        plan: how to train.
        checkpoint: a file that is written every so often, and read where it exists.
        report: called with the step and the head at every checkpoint.
    """
    torch.manual_seed(plan.seed)
    head, scales = Head(Shape()), Scales()
    rng = Random(plan.seed)  # noqa: S311 - not for secrets
    steps = [batch for _ in range(plan.epochs) for batch in batches(groups, rng, plan.tokens)]
    optimiser = AdamW([*head.parameters(), *scales.parameters()], lr=plan.rate, weight_decay=plan.decay)
    schedule = OneCycleLR(optimiser, plan.rate, total_steps=len(steps) + 1, pct_start=0.1)
    done = 0
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=True)
        done = saved["step"]
        for module, name in ((head, "head"), (scales, "scales"), (optimiser, "optimiser"), (schedule, "schedule")):
            module.load_state_dict(saved[name])
    sums: dict[str, float] = defaultdict(float)
    started = time.monotonic()
    head.train()
    for step, groups_of_step in enumerate(steps[done:], done + 1):
        batch = collate(groups_of_step, states)
        if len(batch.group) == 1:  # of one pair no mean and deviation can be had
            continue
        parts = loss(head(batch.source, batch.target, batch.surface), batch, scales)
        optimiser.zero_grad()
        torch.stack(list(parts.values())).sum().backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(head.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        for name, part in parts.items():
            sums[name] += part.item()
        if step % plan.every == 0 or step == len(steps):
            shown = " ".join(f"{name} {value / plan.every:.3f}" for name, value in sums.items())
            _log.info("step %d of %d, %.0f s: %s", step, len(steps), time.monotonic() - started, shown)
            sums.clear()
            _save(checkpoint, step, head=head, scales=scales, optimiser=optimiser, schedule=schedule)
            if report:
                report(step, head)
    head.train(mode=False)
    return head


def _save(checkpoint: Path, step: int, **parts: object) -> None:
    unfinished = checkpoint.with_suffix(".tmp")
    torch.save({"step": step, **{name: part.state_dict() for name, part in parts.items()}}, unfinished)  # type: ignore[attr-defined]
    unfinished.replace(checkpoint)
