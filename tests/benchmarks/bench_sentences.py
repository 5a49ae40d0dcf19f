"""Measure where sentences end: boundaries found in news whose sentences were run together, beside other splitters.

Lines without a mark at their end, such as headlines, are left out: nothing shows their end once they are run together.
A line of the data may hold two sentences, which counts against every splitter alike.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import tempfile
import time
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from sentencex import segment

from mtreview.text.sentences import sentences
from tests.benchmarks.bench_rules import HERE, ROOT, NotMeasuredError, environment
from tests.benchmarks.overlaps import told

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ENDS = tuple(".!?…\"'”’»)")
PEERS = ("pysbd", "syntok", "blingfire", "moses")
LANGUAGES = {"source": "es", "target": "en"}


class Text(NamedTuple):
    """Hold sentences that were run together, and where all but the last one end, in letters and marks alone."""

    lang: str
    text: str
    ends: frozenset[int]


def read(path: Path, side: str) -> list[Text]:
    """Return one text a document of the file; renderings of several originals are the same text, and count once."""
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        rows = [json.loads(line) for line in stream]
    found = []
    for _, document in groupby(rows, key=lambda row: (row["variant"], row["document"])):
        lines = [" ".join(row[side].split()) for row in document]
        kept = [line for line in lines if line.endswith(ENDS)]
        found.append(Text(LANGUAGES[side], " ".join(kept), ends(kept)))
    return list(dict.fromkeys(found))


def ends(pieces: Sequence[str]) -> frozenset[int]:
    """Return how many characters but space stand before each end but the last one."""
    counts = np.cumsum([len("".join(piece.split())) for piece in pieces if piece.strip()])
    return frozenset(counts[:-1].tolist())


def ours(texts: Sequence[Text]) -> list[frozenset[int]]:
    """Return the ends that mtreview finds."""
    return [ends([piece.text for piece in sentences(text.text, text.lang)]) for text in texts]


def library(texts: Sequence[Text]) -> list[frozenset[int]]:
    """Return the ends that sentencex finds, without what mtreview mends."""
    return [ends(list(segment(text.lang, text.text))) for text in texts]


def peer(name: str, folder: Path) -> Callable[[Sequence[Text]], list[frozenset[int]]]:
    """Return another splitter, run in its own environment."""

    def split(texts: Sequence[Text]) -> list[frozenset[int]]:
        python = environment("sentence_splitters", folder)
        with tempfile.TemporaryDirectory() as place:
            given, taken = Path(place) / "texts.jsonl", Path(place) / "pieces.jsonl"
            rows = [json.dumps({"lang": text.lang, "text": text.text}) for text in texts]
            given.write_text("\n".join(rows), encoding="utf-8")
            command: list[str | Path] = [python, HERE / "sentence_splitters.py", name, given, taken]
            try:
                subprocess.run(command, check=True, capture_output=True, timeout=600)
            except subprocess.CalledProcessError as error:
                raise NotMeasuredError(error.stderr.decode().strip().splitlines()[-1]) from error
            return [ends(json.loads(line)) for line in taken.read_text(encoding="utf-8").splitlines()]

    return split


def main() -> None:
    """Print one line a splitter and language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("documents", type=Path, help="JSONL.gz of documents, a sentence a line")
    parser.add_argument("--peers", type=Path, default=ROOT / ".bench", help="where the peers are installed")
    options = parser.parse_args()
    splitters: dict[str, Callable[[Sequence[Text]], list[frozenset[int]]]]
    splitters = {"mtreview": ours, "sentencex as it is": library}
    splitters |= {name: peer(name, options.peers.resolve()) for name in PEERS}
    for side, lang in LANGUAGES.items():
        texts = read(options.documents, side)
        print(f"{lang}: {len(texts)} documents, {sum(len(text.ends) for text in texts)} ends")
        for name, split in splitters.items():
            started = time.perf_counter()
            try:
                found = split(texts)
            except NotMeasuredError as error:
                print(f"  {name:20} not measured: {error}")
                continue
            scores = told(zip(found, (text.ends for text in texts), strict=True), 4)
            print(f"  {name:20} {scores}  {time.perf_counter() - started:6.2f} s", flush=True)


if __name__ == "__main__":
    main()
