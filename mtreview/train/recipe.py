"""The one way to the weights that ship."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from mtreview.train.crossing import left_out
from mtreview.train.finish import calibrated, figures_of
from mtreview.train.material import gather
from mtreview.train.release import write
from mtreview.train.training import Plan, fit
from mtreview.train.wordnet import installed

if TYPE_CHECKING:
    from pathlib import Path

GROUPS: Final = 7500
SEEDS: Final = (1,)
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
    plans = [Plan(seed=seed, epochs=EPOCHS) for seed in SEEDS]
    heads = [fit(training, material.states, plan, work / f"head-{plan.seed}.pt", start) for plan in plans]
    synthetic = figures_of(heads, material.held(), material.states)
    annotated = figures_of(heads, material.judged(), material.states)
    done = calibrated(synthetic, annotated, material.states)
    if crossed := left_out(synthetic, annotated, material.states):
        _log.info("Spanish annotations, leave-one-document-out: ROC AUC %.3f [%.3f, %.3f]", *crossed.auc)
        _log.info("calibration error of the chance of no major error: %.3f [%.3f, %.3f]", *crossed.error)
    return write(
        output, heads, quality=done.quality, major=done.major, clean=done.clean, sure=done.sure, floors=done.floors
    )
