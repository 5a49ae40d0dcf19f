"""The one way to the weights that ship."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING, Final

from mtreview.models.encoder import EMBEDDED, load_encoder
from mtreview.models.head import LAYERS
from mtreview.train import selection
from mtreview.train.beginning import begin
from mtreview.train.crossing import left_out
from mtreview.train.finish import calibrated, figures_of
from mtreview.train.prepared import prepare
from mtreview.train.release import write
from mtreview.train.states import States, shallow
from mtreview.train.training import Plan, fit
from mtreview.train.wordnet import installed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from mtreview.train.examples import Example
    from mtreview.train.prepared import Prepared

GROUPS: Final = 7500
SEEDS: Final = (1,)
EPOCHS: Final = 2  # most figures are best after two thirds of the steps: more would not help
HELD_GROUPS: Final = 300
_SHOWN: Final = 60
_TWICE: Final = "ro-en"  # nearest to Spanish of the assessed languages
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
    encoder = load_encoder(EMBEDDED)
    states = States(work / "states", LAYERS)
    groups = [group for group, _ in zip(selection.synthetic(data, encoder), range(GROUPS), strict=False)]
    real = selection.real(data)
    _log.info("encoding %d groups of synthetic and %d real pairs", len(groups), len(real))
    first = shallow(encoder, max(LAYERS))
    ours = selection.calibrating(data)
    states.encode((text for items in (*groups, real, ours) for text in _texts(items)), first)
    training = [[item for item in group if not selection.held_out(item.source)] for group in groups]
    prepared = [_prepared(group, states) for group in training]
    everything = [group for group in prepared if group] + _grouped(real, states)
    start = partial(begin, encoder=encoder, texts=[text for group in groups[:_SHOWN] for text in _texts(group[:1])])
    plans = [Plan(seed=seed, epochs=EPOCHS) for seed in SEEDS]
    heads = [fit(everything, states, plan, work / f"head-{plan.seed}.pt", start) for plan in plans]
    held = [group for group in groups if selection.held_out(group[0].source)][:HELD_GROUPS]
    judged = [item for item in real if selection.held_out(item.source) and item.dataset != "wmt13"] + ours
    synthetic = figures_of(heads, [item for group in held for item in group], states)
    annotated = figures_of(heads, judged, states)
    done = calibrated(synthetic, annotated, states)
    if crossed := left_out(synthetic, annotated, states):
        _log.info("Spanish annotations, leave-one-document-out: ROC AUC %.3f [%.3f, %.3f]", *crossed.auc)
        _log.info("calibration error of the chance of no major error: %.3f [%.3f, %.3f]", *crossed.error)
    return write(
        output, heads, quality=done.quality, major=done.major, clean=done.clean, sure=done.sure, floors=done.floors
    )


def _texts(items: Sequence[Example]) -> list[str]:
    return [text for item in items for text in (item.source, item.target)]


def _grouped(real: Sequence[Example], states: States) -> list[list[Prepared]]:
    """Return real examples that may train: annotated ones of one source together, to be compared with each other."""
    by_source: dict[str, list[Prepared]] = {}
    found: list[list[Prepared]] = []
    for item in _prepared([item for item in real if not selection.held_out(item.source)], states):
        if item.example.dataset == "mqm":
            by_source.setdefault(item.example.source, []).append(item)
        else:
            found += [[item]] * (2 if item.example.dataset == _TWICE else 1)
    return found + list(by_source.values())


def _prepared(items: Sequence[Example], states: States) -> list[Prepared]:
    return [found for item in items if (found := prepare(item, states)) is not None]
