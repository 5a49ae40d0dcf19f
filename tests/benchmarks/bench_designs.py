"""Train designs of the estimator's network on the same pairs, and measure them on the same development data."""

from __future__ import annotations

import argparse
import dataclasses
import logging
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import torch
from torch import nn

from mtreview.models.estimator import Pair, raw
from mtreview.models.head import LAYERS, Head, Shape
from mtreview.train import recipe
from mtreview.train.agreement import pearson, roc_auc
from mtreview.train.crossing import left_out
from mtreview.train.finish import calibrated, figures_of
from mtreview.train.labelled import labelled
from mtreview.train.material import gather
from mtreview.train.states import States, shallow
from mtreview.train.training import Plan, fit
from tests.benchmarks.bench_estimator import Row, not_base, number, omitted, read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from torch import Tensor

    from mtreview.models.calibration import Fusion
    from mtreview.models.encoder import Encoder
    from mtreview.models.head import Sides

WIDTH = 256


class Crossing(nn.Module):
    """Let the tokens of one side look at those of the other."""

    def __init__(self) -> None:
        super().__init__()
        self.own, self.other = nn.LayerNorm(WIDTH), nn.LayerNorm(WIDTH)
        self.attention = nn.MultiheadAttention(WIDTH, 8, 0.1, batch_first=True)
        self.inner = nn.Sequential(
            nn.LayerNorm(WIDTH), nn.Linear(WIDTH, 4 * WIDTH), nn.GELU(), nn.Dropout(0.1), nn.Linear(4 * WIDTH, WIDTH)
        )

    def forward(self, own: Tensor, other: Tensor, missing: Tensor) -> Tensor:
        """Return the states of one side after looking at the other, of which tokens are missing."""
        keys = self.other(other)
        states = own + self.attention(self.own(own), keys, keys, key_padding_mask=missing, need_weights=False)[0]
        found: Tensor = states + self.inner(states)
        return found


class Late(Head):
    """Read either side alone, and the other one through two blocks of cross-attention."""

    def __init__(self, shape: Shape) -> None:
        super().__init__(dataclasses.replace(shape, blocks=0))
        self.narrow, self.wide = nn.Linear(shape.width, WIDTH), nn.Linear(WIDTH, shape.width)
        self.crossings = nn.ModuleList(Crossing() for _ in range(2))

    def _joint(self, source: Sides, target: Sides, links: list[Tensor]) -> Tensor:
        states = super()._joint(source, target, links)
        count = source.mask.shape[1]
        left, right = self.narrow(states[:, 2 : 2 + count]), self.narrow(states[:, 2 + count :])
        for crossing in self.crossings:
            left, right = crossing(left, right, ~target.mask), crossing(right, left, ~source.mask)
        seen: Tensor = self.wide(torch.cat([states.new_zeros(len(states), 2, WIDTH), left, right], 1))
        return states + seen


DESIGNS = {
    "joint layers, trained (ships)": Plan(),
    "joint layers, as in the encoder": Plan(joint=0.0),
    "no joint layer": Plan(shape=Shape(blocks=0)),
    "late, cross-attention of width 256": Plan(network=Late),
}


class Development(NamedTuple):
    """Hold a set that no weight is learned from and no figure of the model card is taken from."""

    title: str
    rows: list[Row]
    measure: Callable[[np.ndarray, Sequence[Row]], float]


def half(rows: Sequence[Row]) -> list[Row]:
    """Return the half that choices are made on."""
    return [row for row in rows if number(row["source"]) % 2]


def agreement(scores: np.ndarray, rows: Sequence[Row]) -> float:
    """Return the correlation with direct assessments."""
    return pearson(scores, np.array([labelled(row).numbers["z_da"] for row in rows]))


def separation(scores: np.ndarray, rows: Sequence[Row]) -> float:
    """Return the ROC AUC of a major error."""
    return roc_auc(np.array([bool(labelled(row).major) for row in rows]), -scores)


def development(data: Path, most: int) -> Iterator[Development]:
    """Yield the sets that designs are compared on."""
    for pair in ("ro-en", "et-en", "ru-en"):
        yield Development(pair, read(data / "qe" / "mlqe-pe" / f"{pair}.dev.jsonl.gz", most), agreement)
    yield Development("critical", half(read(data / "qe" / "ced.pt-en.dev.jsonl.gz", 2 * most)), separation)
    lost = half(read(data / "qe" / "hallucinations.de-en.jsonl.gz", 2 * most))
    yield Development("omission", [omitted(row) for row in lost], separation)


def quality(head: Head, fusion: Fusion, rows: Sequence[Row], side: str, states: States) -> np.ndarray:
    """Return the quality of each row's translation."""
    pairs = [
        Pair(source=row["source"], target=row[side], encodings=(states[row["source"]], states[row[side]]))
        for row in rows
    ]
    return fusion(np.stack([item.figures for item in raw([head], pairs)]))


def minimal(head: Head, fusion: Fusion, rows: Sequence[Row], states: States) -> float:
    """Return the mean over kinds of the share of pairs in the right order."""
    better, worse = (quality(head, fusion, rows, side, states) for side in ("target", "perturbed"))
    kinds = defaultdict(list)
    for row, right in zip(rows, better > worse, strict=True):
        kinds[row["perturbation"]].append(right)
    return float(np.mean([np.mean(rights) for rights in kinds.values()]))


def encoded(folder: Path, texts: Sequence[str], encoder: Encoder) -> States:
    """Return the states of the development sets."""
    states = States(folder, LAYERS)
    states.encode(texts, shallow(encoder, max(LAYERS)))
    return states


def main() -> None:
    """Train and print a line for each design."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder with qe and parallel-es-en")
    parser.add_argument("work", type=Path, help="a folder for token states and checkpoints; what is there is kept")
    parser.add_argument("--share", type=int, default=8, help="train on one group of examples in so many")
    parser.add_argument("--most", type=int, default=1000, help="rows of each development set")
    parser.add_argument("--only", help="part of the name of the designs to train")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    material = gather(arguments.data, arguments.work, recipe.GROUPS)
    training = material.training()[:: arguments.share]
    print(f"{sum(map(len, training))} pairs, {recipe.EPOCHS} epochs")
    sets = list(development(arguments.data, arguments.most))
    pairs = [row for row in read(arguments.data / "qe" / "demetr.german.jsonl.gz", arguments.most) if not_base(row)]
    texts = [row[side] for found in sets for row in found.rows for side in ("source", "target")]
    texts += [row[side] for row in pairs for side in ("source", "target", "perturbed")]
    states = encoded(arguments.work / "development", texts, material.encoder)
    for at, (title, plan) in enumerate(DESIGNS.items()):
        if arguments.only and arguments.only not in title:
            continue
        start = time.process_time()
        checkpoint = arguments.work / f"design-{at}-{arguments.share}.pt"
        fitting = dataclasses.replace(plan, epochs=recipe.EPOCHS)
        head = fit(training, material.states, fitting, checkpoint, material.start())
        spent = time.process_time() - start
        made = figures_of([head], material.held(), material.states)
        judged = figures_of([head], material.judged(), material.states)
        fusion = calibrated(made, judged, material.states).quality
        size = sum(part.numel() for part in head.parameters())
        line = [
            f"{title}: {size / 1e6:.1f} M parameters, {spent:.0f} s of CPU",
            f"DEMETR de {minimal(head, fusion, pairs, states):.3f}",
        ]
        if crossed := left_out(made, judged, material.states):
            line.append("es2en.dev, leave-one-document-out {:.3f} [{:.3f}, {:.3f}]".format(*crossed.auc))
        for found in sets:
            scores = quality(head, fusion, found.rows, "target", states)
            line.append(f"{found.title} {found.measure(scores, found.rows):.3f}")
        print(*line, sep=", ", flush=True)


if __name__ == "__main__":
    main()
