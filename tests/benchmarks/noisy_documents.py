"""Noisy documents of known beads, made from the sentence-parallel ones of a file."""

from __future__ import annotations

import gzip
import hashlib
import json
from itertools import groupby
from typing import TYPE_CHECKING

from mtreview.train.bead_documents import Indices, Noisy, noisy, with_strangers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["Indices", "among_strangers", "corpus", "documents", "tuning"]

STRANGERS = ((0, 5), (3, 3), (6, 2))
SHORTEST = 10


def documents(path: Path, variant: str) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield each document of one Spanish variant: its name, its sentence pairs."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["variant"] == variant]
    for name, group in groupby(rows, key=lambda row: str(row["document"])):
        yield name, [(row["source"].strip(), row["target"].strip()) for row in group]


def tuning(name: str) -> bool:
    """Say whether a document belongs to the half that may be tuned on."""
    return hashlib.sha256(name.encode()).digest()[0] % 2 == 0


def corpus(path: Path, variant: str, noise: float, *, tune: bool) -> list[Noisy]:
    """Return the noisy documents of one half."""
    found = list(documents(path, variant))
    foreign = {name: [pair for other, pairs in found if other != name for pair in pairs[2:4]] for name, _ in found}
    return [noisy(name, pairs, noise, foreign[name]) for name, pairs in found if tuning(name) == tune]


def among_strangers(made: list[Noisy]) -> list[Noisy]:
    """Return the documents of ten sentences or more with up to six of two others' in the middle of either side."""
    long = [document for document in made if len(document.source) >= SHORTEST]
    found = []
    for at, document in enumerate(long):
        left, right = (long[(at + step) % len(long)] for step in (7, 19))
        n, m = STRANGERS[at % len(STRANGERS)]
        found.append(with_strangers(document, left.source[2 : 2 + n], right.target[2 : 2 + m]))
    return found
