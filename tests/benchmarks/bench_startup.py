"""Measure what `mtreview --help` costs, and what it imports."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

GOAL_MS = 150
RUNS = 15
HEAVY = ("torch", "transformers", "textual", "sqlalchemy", "pyarrow", "ray", "numpy", "wordfreq", "lingua", "babel")

PROBE = """
import sys
from mtreview.cli import main
sys.argv = ["mtreview", "--help"]
try:
    main()
except SystemExit:
    pass
print(*sys.modules, file=sys.stderr)
"""


def milliseconds(command: list[str]) -> float:
    """Return how long a command takes from start to exit, in ms of wall time."""
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - started) * 1000


def main() -> None:
    """Print the median start-up beside that of the bare interpreter."""
    program = str(Path(sys.executable).with_name("mtreview"))
    for command in ([program, "--help"], [sys.executable, "-c", "pass"]):
        milliseconds(command)
    helps = [milliseconds([program, "--help"]) for _ in range(RUNS)]
    bare = [milliseconds([sys.executable, "-c", "pass"]) for _ in range(RUNS)]
    probe = subprocess.run([sys.executable, "-c", PROBE], check=True, capture_output=True, text=True)
    modules = set(probe.stderr.split())
    heavy = [name for name in HEAVY if name in modules]
    print(f"mtreview --help: median {statistics.median(helps):.0f} ms, least {min(helps):.0f} ms (goal {GOAL_MS} ms)")
    print(f"python -c pass:  median {statistics.median(bare):.0f} ms, least {min(bare):.0f} ms")
    print(f"modules imported: {len(modules)}; of the heavy ones: {', '.join(heavy) or 'none'}")


if __name__ == "__main__":
    main()
