"""Which examples train: fixed numbers of each data set, drawn with fixed seeds."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING, Final

from mtreview.train import datasets
from mtreview.train.bank import Bank
from mtreview.train.synthetic import variants

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mtreview.models.encoder import Encoder
    from mtreview.train.examples import Example

# News first, because that is what is reviewed; of documentation and verse a little, for their layout and length.
_CLEAN: Final = {
    "wmt_newstest2008": 900, "wmt_newstest2009": 1300, "wmt_newssyscomb2009": 300, "wmt_newstest2010": 1300,
    "wmt_newstest2011": 1500, "wmt_newstest2012": 1500, "mt_geneval_sentences": 1000,
    "tatoeba_test_2021_08_07": 1100, "tldr_pages": 200, "po_gnome_user_docs": 150, "po_python_docs": 400,
    "electron_docs": 100, "bible_rv1909_bbe": 250,
}  # fmt: skip
_ASSESSED: Final = {"ro-en": 7000, "et-en": 6000, "ru-en": 6000, "ne-en": 3500, "si-en": 3500}
_ANNOTATED: Final = {"pt2en": 2388, "fr2en": 5000, "it2en": 1625, "de2en": 4000, "ru2en": 1500, "zh2en": 800}
OURS: Final = "es2en"  # the direction that is reviewed
_VARIANTS: Final = 4
_SHORTEST, _LONGEST = 12, 230
_LONGEST_ASSESSED, _LONGEST_ANNOTATED = 260, 330
_SYSTEMS: Final = 12
_HELD_OUT: Final = 10


def held_out(source: str) -> bool:
    """Say whether a source is kept from training, for calibration: one in ten, by its hash."""
    return int(hashlib.sha256(source.encode()).hexdigest()[:8], 16) % _HELD_OUT == 0


def synthetic(folder: Path, encoder: Encoder, seed: int = 11) -> Iterator[list[Example]]:
    """Yield a clean pair and its variants at a time."""
    rng = Random(seed)  # noqa: S311 - not for secrets
    pairs: list[tuple[str, str]] = []
    for name, count in _CLEAN.items():
        found = [
            pair
            for pair in datasets.clean_pairs(folder, name)
            if all(_SHORTEST <= len(text) < _LONGEST for text in pair)
        ]
        pairs += rng.sample(found, min(count, len(found)))
    rng.shuffle(pairs)
    bank = Bank(encoder, pairs)
    for source, target in pairs:
        yield list(variants(source, target, bank, rng, _VARIANTS))


def real(folder: Path, seed: int = 7) -> list[Example]:
    """Return segments that people assessed, annotated or post-edited, and outputs of the systems of WMT13."""
    rng = Random(seed)  # noqa: S311 - not for secrets
    found: list[Example] = []
    for name, count in _ASSESSED.items():
        path = folder / "qe" / "mlqe-pe" / f"{name}.train.jsonl.gz"
        short = [item for item in datasets.assessed(path) if len(item.source) < _LONGEST_ASSESSED]
        found += rng.sample(short, min(count, len(short)))
    for name, count in _ANNOTATED.items():
        found += _annotated(folder / "qe" / "bio-mqm" / f"{name}.jsonl.gz", count, rng)
    return found + list(datasets.systems(folder / "qe" / "wmt13-es-en-systems.jsonl.gz", 3, 6))


def calibrating(folder: Path) -> list[Example]:
    """Return annotated Spanish segments, which calibrate and never train; none where the file is not there."""
    path = folder / "qe" / "bio-mqm" / "es2en.dev.jsonl.gz"
    return [replace(item, dataset=OURS) for item in datasets.annotated(path)] if path.exists() else []


def _annotated(path: Path, count: int, rng: Random) -> list[Example]:
    by_source: dict[str, list[Example]] = {}
    for item in datasets.annotated(path):
        if max(len(item.source), len(item.target)) < _LONGEST_ANNOTATED:
            by_source.setdefault(item.source, []).append(item)
    sources = sorted(by_source)
    rng.shuffle(sources)
    found: list[Example] = []
    for source in sources:
        if len(found) >= count:
            break
        found += rng.sample(by_source[source], min(len(by_source[source]), _SYSTEMS))
    return found[:count]
