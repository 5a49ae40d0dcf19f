"""Measure what aligning a pair of documents from a cold start takes, beside encoding its sentences alone."""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

GOAL = 1.5
SENTENCES = 1000
ENCODE = """
import sys
from pathlib import Path
from mtreview.models.encoder import load_encoder
encoder = load_encoder("embedded")
encoder.encode([line for name in sys.argv[1:] for line in Path(name).read_text(encoding="utf-8").splitlines()])
"""


def read(path: Path, sentences: int) -> tuple[list[str], list[str]]:
    """Return that many sentences of the first variant's documents, one after another, of both sides."""
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        rows = [json.loads(line) for line, _ in zip(stream, range(sentences), strict=False)]
    source, target = ([" ".join(row[side].split()) for row in rows] for side in ("source", "target"))
    return source, target


def cost(command: list[str]) -> tuple[float, float]:
    """Return the CPU and wall seconds of a command."""
    before, started = _cpu(), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return _cpu() - before, time.perf_counter() - started


def _cpu() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def main() -> None:
    """Print both costs and their ratio, the lower of some runs each, by turns."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("documents", type=Path, help="JSONL.gz of documents, a sentence a line")
    parser.add_argument("--sentences", type=int, default=SENTENCES, help="of either side")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        files = [str(Path(folder) / name) for name in ("original.es.txt", "rendering.en.txt")]
        for name, lines in zip(files, read(options.documents, options.sentences), strict=True):
            Path(name).write_text("\n".join(lines), encoding="utf-8")
        program = str(Path(sys.executable).with_name("mtreview"))
        align = [program, "align", "--isolated", "--sentence-per-line", *files]
        commands = {"align": align, "encode": [sys.executable, "-c", ENCODE, *files]}
        turns = [{name: cost(command) for name, command in commands.items()} for _ in range(options.runs)]
    best = {name: [min(turn[name][kind] for turn in turns) for kind in (0, 1)] for name in commands}
    for name, (cpu, wall) in best.items():
        print(f"{options.sentences} sentences a side, {name}: {cpu:.1f} s of CPU, {wall:.1f} s of wall time")
    cpu, wall = (best["align"][kind] / best["encode"][kind] for kind in (0, 1))
    print(f"ratio: {cpu:.2f} of CPU, {wall:.2f} of wall time; goal {GOAL}")


if __name__ == "__main__":
    main()
