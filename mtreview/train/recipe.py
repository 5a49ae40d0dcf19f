"""The one way to the weights that ship."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

import torch

from mtreview.models.head import Head
from mtreview.train.crossing import left_out
from mtreview.train.finish import calibrated, figures_of
from mtreview.train.material import gather
from mtreview.train.release import write
from mtreview.train.training import Plan, fit
from mtreview.train.wordnet import installed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

GROUPS: Final = 7500
ORDERS: Final = (1, 2)
EPOCHS: Final = 2  # most figures are best after two thirds of the steps: more would not help
_log = logging.getLogger("mtreview")


def reproduce(data: Path, work: Path, output: Path) -> str:
    """Train and calibrate, write the weights, and return their SHA-256; what was done before is not done again.

    Args:
        data: the folder with `parallel-es-en` and `qe`.
        work: a folder for token states and checkpoints.
        output: the weights file.
    """
    if installed() is None:
        _log.warning("WordNet is not installed (Debian: wordnet-base): five families of errors are left out")
    material = gather(data, work, GROUPS)
    training, start = material.training(), material.start()
    plans = [Plan(order=order, epochs=EPOCHS) for order in ORDERS]
    head = mean([fit(training, material.states, plan, work / f"order-{plan.order}.pt", start) for plan in plans])
    synthetic = figures_of([head], material.held(), material.states)
    annotated = figures_of([head], material.judged(), material.states)
    done = calibrated(synthetic, annotated, material.states)
    if crossed := left_out(synthetic, annotated, material.states):
        _log.info("Spanish annotations, leave-one-document-out: ROC AUC %.3f [%.3f, %.3f]", *crossed.auc)
        _log.info("calibration error of the chance of no major error: %.3f [%.3f, %.3f]", *crossed.error)
    return write(
        output, [head], quality=done.quality, major=done.major, clean=done.clean, sure=done.sure, floors=done.floors
    )


def mean(heads: Sequence[Head]) -> Head:
    """Return a head with the mean of the weights of heads that began alike.

    Source: Wortsman et al., 2022, "Model soups".
    """
    found = Head(heads[0].shape)
    states = [head.state_dict() for head in heads]
    kept = {name: value for name, value in states[0].items() if not value.is_floating_point()}
    means = {name: torch.stack([state[name] for state in states]).mean(0) for name in states[0] if name not in kept}
    found.load_state_dict(kept | means)
    found.train(mode=False)
    return found
