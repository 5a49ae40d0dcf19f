"""Fit the network, with checkpoints that survive an interruption."""

from __future__ import annotations

import logging
import time
from collections import defaultdict
from dataclasses import dataclass, field
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

    from torch import Tensor

    from mtreview.train.prepared import Batch, Prepared
    from mtreview.train.states import States

_log = logging.getLogger("mtreview")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Say how to train.

    Attributes:
        network: what is trained: `Head`, or a class that takes and returns the same.
        shape: of the network.
        tokens: padded tokens of a batch, both sides together.
        rate: the highest learning rate of what is new; it rises for a tenth of the steps and falls for the rest.
        joint: that of the joint layers, which were trained before.
        averaged: the share of the steps after which the weights are kept; those that result are the mean of these and
            of the last ones, since the last ones alone follow the examples too closely.
        every: steps between checkpoints.
    """

    network: Callable[[Shape], Head] = Head
    shape: Shape = field(default_factory=Shape)
    seed: int = 1
    epochs: int = 2
    tokens: int = 2400
    rate: float = 8e-4
    joint: float = 1.5e-4
    decay: float = 0.02
    averaged: float = 0.67
    every: int = 100


def fit(
    groups: Sequence[Sequence[Prepared]],
    states: States,
    plan: Plan,
    checkpoint: Path,
    start: Callable[[Head], None] | None = None,
    report: Callable[[int, Head], None] | None = None,
) -> Head:
    """Return a trained head.

    Args:
        groups: examples; those of one group share a source or a dataset.
        states: where their texts' states are.
        plan: how to train.
        checkpoint: a file that is written every so often, and read where it exists.
        start: gives a new head its first weights.
        report: called with the step and the head at every checkpoint.
    """
    torch.manual_seed(plan.seed)
    rng = Random(plan.seed)  # noqa: S311 - not for secrets
    steps = [batch for _ in range(plan.epochs) for batch in batches(groups, rng, plan.tokens)]
    run = _Run(plan, len(steps), start)
    done = run.resume(checkpoint)
    run.head.train()
    for step, groups_of_step in enumerate(steps[done:], done + 1):
        batch = collate(groups_of_step, states)
        if len(batch.group) > 1:  # of one pair no mean and deviation can be had
            run.learn(batch)
        if step % plan.every == 0 or step == len(steps):
            run.say(step)
            run.keep(step)
            run.save(checkpoint, step)
            if report:
                report(step, run.head)
    return run.result()


class _Run:
    """Hold what training changes."""

    def __init__(self, plan: Plan, steps: int, start: Callable[[Head], None] | None) -> None:
        self.head, self.scales = plan.network(plan.shape), Scales()
        if start:
            start(self.head)
        self.steps, self.plan = steps, plan
        self.early: dict[str, Tensor] = {}
        joint = [*self.head.blocks.parameters()]
        new = [part for name, part in self.head.named_parameters() if not name.startswith("blocks.")]
        groups = [{"params": joint, "lr": plan.joint}, {"params": [*new, *self.scales.parameters()], "lr": plan.rate}]
        self.optimiser = AdamW(groups, weight_decay=plan.decay)
        highest = [plan.joint, plan.rate]
        self.schedule = OneCycleLR(self.optimiser, highest, total_steps=steps + 1, pct_start=0.1)
        self._sums: dict[str, list[float]] = defaultdict(list)
        self._started = time.monotonic()

    def learn(self, batch: Batch) -> None:
        """Take one step."""
        parts = loss(self.head(batch.source, batch.target, batch.surface), batch, self.scales)
        self.optimiser.zero_grad()
        torch.stack(list(parts.values())).sum().backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.head.parameters(), 1.0)
        self.optimiser.step()
        self.schedule.step()
        for name, part in parts.items():
            self._sums[name].append(part.item())

    def say(self, step: int) -> None:
        """Log the mean losses since the last time."""
        shown = " ".join(f"{name} {sum(values) / len(values):.3f}" for name, values in self._sums.items())
        _log.info("step %d of %d, %.0f s: %s", step, self.steps, time.monotonic() - self._started, shown)
        self._sums.clear()

    def _parts(self) -> dict[str, Head | Scales | AdamW | OneCycleLR]:
        return {"head": self.head, "scales": self.scales, "optimiser": self.optimiser, "schedule": self.schedule}

    def keep(self, step: int) -> None:
        """Keep the weights of the first checkpoint after `averaged` of the steps."""
        if not self.early and step >= self.plan.averaged * self.steps:
            self.early = {name: value.clone() for name, value in self.head.state_dict().items()}

    def result(self) -> Head:
        """Return the head with the mean of the weights kept and the last ones."""
        last = self.head.state_dict()
        mean = {name: (value + self.early[name]) / 2 for name, value in last.items() if value.is_floating_point()}
        self.head.load_state_dict({**last, **mean})
        self.head.train(mode=False)
        return self.head

    def save(self, checkpoint: Path, step: int) -> None:
        """Write a checkpoint in place of the last one."""
        unfinished = checkpoint.with_suffix(".tmp")
        parts = {name: part.state_dict() for name, part in self._parts().items()}
        torch.save({"step": step, "early": self.early, **parts}, unfinished)
        unfinished.replace(checkpoint)

    def resume(self, checkpoint: Path) -> int:
        """Read a checkpoint where there is one, and return how many steps it had taken."""
        if not checkpoint.exists():
            return 0
        saved = torch.load(checkpoint, weights_only=True)
        for name, part in self._parts().items():
            part.load_state_dict(saved[name])
        self.early = saved["early"]
        return int(saved["step"])
