"""Measure reading alone: rows per second of CPU from JSONL, TSV and CSV, and from JSONL in gzip."""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

from mtreview import inputs
from tests.benchmarks.bench_rules import bundled_pairs

GOAL = 100_000


def write_files(folder: Path, rows: int) -> list[Path]:
    """Write the same rows in each format."""
    pairs = [(pair["source"], pair["target"]) for pair in islice(cycle(bundled_pairs()), rows)]
    lines = "".join(json.dumps({"source": s, "target": t}, ensure_ascii=False) + "\n" for s, t in pairs)
    (folder / "rows.jsonl").write_text(lines, encoding="utf-8")
    (folder / "rows.jsonl.gz").write_bytes(gzip.compress(lines.encode(), 6))
    tabs = "".join(f"{' '.join(s.split())}\t{' '.join(t.split())}\n" for s, t in [("source", "target"), *pairs])
    (folder / "rows.tsv").write_text(tabs, encoding="utf-8")
    with (folder / "rows.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("source", "target"), *pairs])
    return sorted(folder.iterdir())


def rate(path: Path, passes: int) -> float:
    """Return the rows per second of CPU of the best pass."""
    best = 0.0
    for _ in range(passes):
        started = time.process_time()
        count = sum(len(document.segments) for document in inputs.read(path))
        best = max(best, count / (time.process_time() - started))
    return best


def main() -> None:
    """Print one line a format."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--passes", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for path in write_files(Path(folder), options.rows):
            print(f"{path.name}: {rate(path, options.passes):,.0f} rows/s of CPU (goal for JSONL: {GOAL:,})")


if __name__ == "__main__":
    main()
