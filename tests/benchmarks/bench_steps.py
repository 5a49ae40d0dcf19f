"""Measure what each step adds to `quality_estimate`, on data that no figure of the model card's main table is from."""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from mtreview.models.encoder import EMBEDDED, load_encoder
from mtreview.models.estimator import Pair, load_estimator, raw
from mtreview.models.oddities import ODDITIES
from tests.benchmarks.bench_designs import Development, development, encoded, separation
from tests.benchmarks.bench_estimator import Row, not_base, read

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mtreview.models.calibration import Fusion
    from mtreview.train.states import States

TOKEN_F, COSINE = 10, 13  # places in `Raw.figures`, of layer 7
COUNTS = (*range(22, 27), *range(28, 35))  # likewise of what the letters count
LETTERS = -0.3


def steps(fusion: Fusion) -> dict[str, Callable[[np.ndarray], np.ndarray]]:
    """Return the scorers by name, each with what those before it have."""
    letters, network = np.zeros_like(fusion.weights), fusion.weights.copy()
    letters[TOKEN_F] = 1.0
    letters[list(COUNTS)] = LETTERS
    network[-ODDITIES:] = 0.0

    def weighed(weights: np.ndarray) -> Callable[[np.ndarray], np.ndarray]:
        return lambda figures: (figures - fusion.mean) / fusion.deviation @ weights

    return {
        "cosine of the mean states, layer 7": lambda figures: figures[:, COSINE],
        "token F, layer 7": lambda figures: figures[:, TOKEN_F],
        "... and what the letters say": weighed(letters),
        "... and the network": weighed(network),
        "... and oddities (ships)": weighed(fusion.weights),
    }


def figures(rows: Sequence[Row], side: str, states: States) -> np.ndarray:
    """Return what is known of each row's translation, (rows, figures)."""
    pairs = [
        Pair(source=row["source"], target=row[side], encodings=(states[row["source"]], states[row[side]]))
        for row in rows
    ]
    return np.stack([item.figures for item in raw(load_estimator().heads, pairs)])


def main() -> None:
    """Print a line a step."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder with qe")
    parser.add_argument("work", type=Path, help="a folder for token states; what is there is kept")
    parser.add_argument("--most", type=int, default=1000, help="rows of each set")
    arguments = parser.parse_args()
    annotated = read(arguments.data / "qe" / "bio-mqm" / "es2en.dev.jsonl.gz", arguments.most)
    sets = [Development("es2en.dev", annotated, separation), *development(arguments.data, arguments.most)]
    pairs = [row for row in read(arguments.data / "qe" / "demetr.german.jsonl.gz", arguments.most) if not_base(row)]
    texts = [row[side] for found in sets for row in found.rows for side in ("source", "target")]
    texts += [row[side] for row in pairs for side in ("source", "target", "perturbed")]
    states = encoded(arguments.work / "development", texts, load_encoder(EMBEDDED))
    known = {found.title: figures(found.rows, "target", states) for found in sets}
    better, worse = (figures(pairs, side, states) for side in ("target", "perturbed"))
    for name, scorer in steps(load_estimator().quality).items():
        kinds = defaultdict(list)
        for row, right in zip(pairs, scorer(better) > scorer(worse), strict=True):
            kinds[row["perturbation"]].append(right)
        line = [f"{name:36} DEMETR de {np.mean([np.mean(rights) for rights in kinds.values()]):.3f}"]
        line += [f"{found.title} {found.measure(scorer(known[found.title]), found.rows):.3f}" for found in sets]
        print(*line, sep=", ", flush=True)


if __name__ == "__main__":
    main()
