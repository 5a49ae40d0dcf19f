"""Measure the rules alone, segments per second on one core, beside other programs on the same pairs in the same run."""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING

from mtreview import resources
from tests.benchmarks.term_base import write

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent / "peers"
ROOT = Path(__file__).parents[2]
PEERS = ("translate_toolkit", "bicleaner_hardrules", "opusfilter_rules")
GOAL = 5000


class NotMeasuredError(Exception):
    """Report why a peer could not be installed or run here."""


@dataclass(frozen=True, kw_only=True)
class Figures:
    """Hold what one program needed for all pairs.

    Attributes:
        cpu: seconds of CPU of the best pass.
        wall: seconds of wall time of the best pass.
        flags: the names of what was found, for each pair.
    """

    name: str
    version: str
    cpu: float
    wall: float
    flags: list[list[str]]

    @property
    def rate(self) -> float:
        """Return segments per second of CPU."""
        return len(self.flags) / self.cpu

    @property
    def share(self) -> float:
        """Return the share of pairs in which something was found, 0 to 1."""
        return sum(map(bool, self.flags)) / len(self.flags)


def pairs_of(path: Path) -> Iterator[dict[str, str]]:
    """Yield the pairs of a JSONL file, packed or not."""
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    for line in text.splitlines():
        row = json.loads(line)
        if row.get("source") and row.get("target"):
            yield {"source": row["source"], "target": row["target"]}


def bundled_pairs() -> Iterator[dict[str, str]]:
    """Yield the linked sentences of the bundled articles."""
    for path in sorted(resources.folder("corpora").glob("*.beads.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines()[1:]:
            *_, source, target = line.split("\t")
            if source and target:
                yield {"source": source, "target": target}


def environment(name: str, folder: Path) -> Path:
    """Return the interpreter of a peer's own environment, made from its pinned requirements.

    Raises:
        NotMeasuredError: pip cannot install them here.
    """
    pins = HERE / f"{name}.txt"
    tools = HERE / f"{name}.build.txt"
    place = folder / name
    stamp = place / "installed.txt"
    python = place / "bin" / "python"
    if stamp.is_file() and stamp.read_bytes() == pins.read_bytes():
        return python
    print(f"installing {name} in {place}", file=sys.stderr)
    steps: list[list[str | Path]] = [[sys.executable, "-m", "venv", "--clear", place]]
    install: list[str | Path] = [python, "-m", "pip", "install", "--quiet", "--no-deps"]
    if tools.is_file():
        steps.append([*install, "--requirement", tools])
        install.append("--no-build-isolation")
    steps.append([*install, "--requirement", pins])
    for step in steps:
        _run(step)
    stamp.write_bytes(pins.read_bytes())
    return python


def _run(command: list[str | Path], folder: Path | None = None) -> str:
    try:
        done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=1800, cwd=folder)
    except subprocess.CalledProcessError as error:
        lines = [line for line in error.stderr.splitlines() if line.strip()]
        raise NotMeasuredError(lines[-1] if lines else "no word of why") from error
    except subprocess.TimeoutExpired as error:
        reason = f"took more than {error.timeout:g} seconds"
        raise NotMeasuredError(reason) from error
    return done.stdout


def measure(name: str, python: Path, pairs: Path, *glossaries: Path) -> Figures:
    """Return the figures of one program, run by its own interpreter.

    Args:
        name: of its module.
        python: its interpreter.
        pairs: what it judges.
        glossaries: further term bases, for mtreview alone.

    Raises:
        NotMeasuredError: it fails on these pairs.
    """
    with tempfile.TemporaryDirectory() as folder:
        result = Path(folder) / "result.jsonl"
        said = json.loads(
            _run([python, HERE / f"{name}.py", pairs, result, *glossaries], Path(folder)).splitlines()[-1]
        )
        flags = [json.loads(line)["flags"] for line in result.read_text(encoding="utf-8").splitlines()]
    return Figures(name=name, version=said["version"], cpu=min(said["cpu"]), wall=min(said["wall"]), flags=flags)


def show(figures: Figures, own: Figures) -> None:
    """Print one line of the table, and what was found most often."""
    count = len(figures.flags)
    ratio = "" if figures.name == own.name else f"  mtreview is {own.rate / figures.rate:.1f} times as fast"
    rates = f"{figures.rate:9,.0f} a second of CPU {count / figures.wall:9,.0f} of wall time"
    name = "mtreview" if figures.name == own.name else figures.name
    print(f"{name + ' ' + figures.version:34} {rates}  {figures.share:6.1%} flagged{ratio}")
    most = Counter(name for found in figures.flags for name in set(found)).most_common(6)
    print(f"{'':34} {', '.join(f'{name} {number}' for name, number in most)}")


def main() -> None:
    """Run all programs one after another on the same pairs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", nargs="?", type=Path, help="JSONL or JSONL.gz with source and target")
    parser.add_argument("--count", type=int, default=2000, help="pairs to judge; a shorter file is repeated")
    parser.add_argument("--peers", type=Path, default=ROOT / ".bench", help="where the peers are installed")
    parser.add_argument("--only", choices=PEERS, action="append", help="run this peer only; repeatable")
    parser.add_argument("--terms", type=int, default=50_000, help="terms of a further run of the rules; 0 for none")
    options = parser.parse_args()
    found = list(pairs_of(options.pairs) if options.pairs else bundled_pairs())
    name = options.pairs or "the bundled articles"
    print(f"{options.count} pairs from {name} ({len(found)} distinct), one core, best of three passes")
    with tempfile.TemporaryDirectory() as folder:
        pairs = Path(folder) / "pairs.jsonl"
        rows = islice(cycle(found), options.count)
        pairs.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
        own = measure("own_rules", Path(sys.executable), pairs)
        show(own, own)
        print(f"{'':34} goal: {GOAL:,} a second")
        if options.terms:
            glossary = Path(folder) / "terms.csv"
            write(glossary, options.terms)
            print(f"\nwith {options.terms:,} terms more")
            show(measure("own_rules", Path(sys.executable), pairs, glossary), own)
            print()
        for peer in options.only or PEERS:
            try:
                show(measure(peer, environment(peer, options.peers.resolve()), pairs), own)
            except NotMeasuredError as error:
                print(f"{peer:34} not measured: {error}")


if __name__ == "__main__":
    main()
