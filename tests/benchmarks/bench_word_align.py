"""Measure word alignment: precision, recall and F1 of links against a gold set, beside other methods."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from mtreview.models import word_align
from mtreview.models.encoder import load_encoder
from tests.benchmarks.bench_rules import HERE, ROOT, NotMeasuredError, environment
from tests.benchmarks.overlaps import told

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from mtreview.models.encoder import Encoding

Links = set[tuple[int, int]]
GOAL = "F1 .84"
SIMALIGN_LAYER = 6
ITERATIONS, DISTORTION = 2, 0.9


@dataclass(frozen=True, kw_only=True)
class Pair:
    """Hold the words of two sentences, their gold links and the encodings of their texts."""

    source: list[str]
    target: list[str]
    gold: Links
    encodings: tuple[Encoding, Encoding]

    @property
    def spans(self) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """Return where the words stand in the texts, which join them by spaces."""
        return ranges(self.source), ranges(self.target)


def ranges(words: list[str]) -> list[tuple[int, int]]:
    """Return where words stand in the text that joins them by spaces."""
    starts = np.cumsum([0, *(len(word) + 1 for word in words)]).tolist()
    return [(start, start + len(word)) for start, word in zip(starts, words, strict=False)]


def read(folder: Path) -> list[Pair]:
    """Return the pairs of all JSONL files of a folder, encoded."""
    rows = [
        json.loads(line)
        for path in sorted(folder.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    encoder = load_encoder("embedded")
    layers = (SIMALIGN_LAYER, word_align.layer(encoder.depth))
    started = time.perf_counter()
    sides = [encoder.encode([" ".join(row[side]) for row in rows], layers) for side in ("src_words", "tgt_words")]
    print(f"{folder.name}: {len(rows)} pairs, encoded in {time.perf_counter() - started:.1f} s; goal {GOAL}")
    return [
        Pair(
            source=row["src_words"],
            target=row["tgt_words"],
            gold={(left, right) for left, right in row["alignment"]},
            encodings=both,
        )
        for row, both in zip(rows, zip(*sides, strict=True), strict=True)
    ]


def ours(pairs: list[Pair]) -> list[Links]:
    """Return what mtreview links."""
    encoder = load_encoder("embedded")
    found = (word_align.links(word_align.align(pair.encodings, pair.spans, encoder)) for pair in pairs)
    return [{(link.source, link.target) for link in links} for links in found]


def simalign(method: Callable[[NDArray[np.float32]], NDArray[np.bool_]]) -> Callable[[list[Pair]], list[Links]]:
    """Return an aligner after SimAlign (Jalili Sabet et al., 2020): links of tokens, carried to their words."""

    def align(pairs: list[Pair]) -> list[Links]:
        return [_carried(method(_cosines(pair)), pair) for pair in pairs]

    return align


def _cosines(pair: Pair) -> NDArray[np.float32]:
    left, right = (encoding.states[SIMALIGN_LAYER] for encoding in pair.encodings)
    left, right = (side / np.maximum(np.linalg.norm(side, axis=1, keepdims=True), 1e-9) for side in (left, right))
    product: NDArray[np.float32] = left @ right.T
    return product


def _carried(tokens: NDArray[np.bool_], pair: Pair) -> Links:
    owners = [
        np.searchsorted([start for start, _ in spans], encoding.offsets[:, 0], side="right") - 1
        for spans, encoding in zip(pair.spans, pair.encodings, strict=True)
    ]
    return {(int(owners[0][left]), int(owners[1][right])) for left, right in np.argwhere(tokens)}


def argmax(cosines: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Return the tokens that are each other's most similar."""
    found = np.zeros(cosines.shape, np.bool_)
    if cosines.size:
        best = cosines.argmax(1)
        rows = np.arange(len(cosines))
        mutual = np.flatnonzero(np.equal(np.take(cosines.argmax(0), best), rows))
        found[mutual, best[mutual]] = True
    return found


def itermax(cosines: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Return argmax, repeated for what is left, tokens with a link on one side weighing less."""
    found = argmax(cosines)
    for _ in range(ITERATIONS - 1):
        rows, columns = found.any(1, keepdims=True), found.any(0, keepdims=True)
        weights = np.where(rows & columns, 0.0, np.where(rows | columns, DISTORTION, 1.0))
        more = argmax(np.asarray(np.maximum(cosines, 0) * weights, np.float32))
        found |= more & (weights > 0)
    return found


def eflomal(peers: Path) -> Callable[[list[Pair]], list[Links]]:
    """Return the statistical aligner, which learns from these pairs alone."""

    def align(pairs: list[Pair]) -> list[Links]:
        python = environment("eflomal_links", peers)
        with tempfile.TemporaryDirectory() as folder:
            data, output = Path(folder) / "pairs.jsonl", Path(folder) / "links.txt"
            rows = [json.dumps({"source": pair.source, "target": pair.target}) for pair in pairs]
            data.write_text("\n".join(rows), encoding="utf-8")
            try:
                subprocess.run(
                    [python, HERE / "eflomal_links.py", data, output], check=True, capture_output=True, timeout=600
                )
            except subprocess.CalledProcessError as error:
                raise NotMeasuredError(error.stderr.decode().strip().splitlines()[-1]) from error
            lines = output.read_text(encoding="utf-8").splitlines()
        links = ([link.split("-") for link in line.split()] for line in lines)
        return [{(int(left), int(right)) for left, right in row} for row in links]

    return align


def compare(pairs: list[Pair], peers: Path) -> None:
    """Print one line a method."""
    programs: dict[str, Callable[[list[Pair]], list[Links]]] = {
        "mtreview": ours,
        "SimAlign argmax, same encoder": simalign(argmax),
        "SimAlign itermax, same encoder": simalign(itermax),
        "eflomal, on these pairs alone": eflomal(peers),
    }
    for name, program in programs.items():
        started = time.perf_counter()
        try:
            found = program(pairs)
        except NotMeasuredError as error:
            print(f"  {name:32} not measured: {error}")
            continue
        seconds = time.perf_counter() - started
        scores = told(zip(found, (pair.gold for pair in pairs), strict=True))
        print(f"  {name:32} {scores}  {seconds / len(pairs) * 1000:.2f} ms a pair")


def main() -> None:
    """Run every method on every folder that was given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path, help="JSONL with src_words, tgt_words and alignment")
    parser.add_argument("--peers", type=Path, default=ROOT / ".bench", help="where the peers are installed")
    options = parser.parse_args()
    for folder in options.folders:
        compare(read(folder), options.peers.resolve())
    sys.stdout.flush()


if __name__ == "__main__":
    main()
