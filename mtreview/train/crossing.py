"""Calibration of the direction that is reviewed, each document judged by what the others say."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from mtreview.train.agreement import Estimated, bootstrap, calibration_error, roc_auc
from mtreview.train.finish import calibrated
from mtreview.train.selection import OURS

if TYPE_CHECKING:
    from mtreview.train.finish import Judgements
    from mtreview.train.states import States


class Crossed(NamedTuple):
    """Hold the ROC AUC of a major error and the calibration error of its chance, with intervals by document."""

    auc: Estimated
    error: Estimated


def left_out(synthetic: Judgements, real: Judgements, states: States) -> Crossed | None:
    """Return the figures of the Spanish annotations, leave-one-document-out; None where there are none.

    Args:
        synthetic: examples held out, and their figures.
        real: annotated and assessed segments held out, the Spanish ones among them, and their figures.
        states: where the states of the real ones are.
    """
    examples, figures = real
    chance = np.ones(len(examples))
    documents = {item.document for item in examples if item.dataset == OURS}
    for document in sorted(documents):
        own = [at for at, item in enumerate(examples) if item.dataset == OURS and item.document == document]
        others = sorted(set(range(len(examples))) - set(own))
        done = calibrated(synthetic, ([examples[at] for at in others], [figures[at] for at in others]), states)
        chance[own] = done.clean(done.major(np.stack([figures[at].figures for at in own])))
    ours = np.array([at for at, item in enumerate(examples) if item.dataset == OURS], np.int64)
    if not len(ours):
        return None
    truth = np.array([bool(examples[at].major) for at in ours])
    clusters = [examples[at].document for at in ours]
    found = chance[ours]
    return Crossed(
        auc=bootstrap(lambda rows: roc_auc(truth[rows], -found[rows]), clusters),
        error=bootstrap(lambda rows: calibration_error(found[rows], ~truth[rows]), clusters),
    )
