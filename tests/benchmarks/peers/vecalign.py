"""Align with Vecalign's algorithm (SentWeave) the sentences whose vectors are in the folder `argv[1]`.

A sentence is passed by its name, and an overlap of sentences gets the mean of their vectors, so that every program is
given the same.
"""

from __future__ import annotations

import json
import sys
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from sentweave import align

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray


def link(source: NDArray[np.float32], target: NDArray[np.float32]) -> list[tuple[list[int], list[int]]]:
    """Return the beads of two documents given by their vectors."""
    vectors = {f"s{index}": vector for index, vector in enumerate(source)}
    vectors |= {f"t{index}": vector for index, vector in enumerate(target)}
    nothing = np.zeros(source.shape[1], np.float32)
    nothing[0] = 1.0

    def encode(texts: Sequence[str]) -> NDArray[np.float32]:
        sums = [sum((vectors.get(name, nothing) for name in text.split()), np.zeros_like(nothing)) for text in texts]
        return np.array([vector / np.linalg.norm(vector) if vector.any() else nothing for vector in sums], np.float32)

    names = ([f"s{index}" for index in range(len(source))], [f"t{index}" for index in range(len(target))])
    found = align(*names, encoder=encode)
    return [([int(at) for at in one.src_indices], [int(at) for at in one.tgt_indices]) for one in found.alignments]


def main() -> None:
    """Align every pair of documents, write beads to `argv[2]`, and print the version."""
    folder = Path(sys.argv[1])
    count = len(list(folder.glob("*.source.npy")))
    sides = [[np.load(folder / f"{at}.{side}.npy") for side in ("source", "target")] for at in range(count)]
    beads = [link(*pair) for pair in sides]
    Path(sys.argv[2]).write_text("".join(f"{json.dumps(one)}\n" for one in beads), encoding="utf-8")
    print(json.dumps({"version": version("sentweave")}))


if __name__ == "__main__":
    main()
