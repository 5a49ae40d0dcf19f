"""Measure what `mtreview --help` costs, and what it imports."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Run:
    """Hold what one start cost, in ms."""

    wall: float
    cpu: float


def run(command: list[str]) -> Run:
    """Return what a command costs from start to exit."""
    started, used = time.perf_counter(), _cpu_of_children()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return Run((time.perf_counter() - started) * 1000, (_cpu_of_children() - used) * 1000)


def _cpu_of_children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def show(name: str, command: list[str]) -> None:
    """Print a command's median and least cost, after one run that warms the disk's cache."""
    run(command)
    runs = [run(command) for _ in range(RUNS)]
    wall, cpu = [item.wall for item in runs], [item.cpu for item in runs]
    print(
        f"{name:20} wall: median {statistics.median(wall):.0f} ms, least {min(wall):.0f} ms; "
        f"CPU: median {statistics.median(cpu):.0f} ms"
    )


def main() -> None:
    """Print the median start-up beside that of the bare interpreter."""
    show("mtreview --help", [str(Path(sys.executable).with_name("mtreview")), "--help"])
    show("python -c pass", [sys.executable, "-c", "pass"])
    probe = subprocess.run([sys.executable, "-c", PROBE], check=True, capture_output=True, text=True)
    modules = set(probe.stderr.split())
    heavy = [name for name in HEAVY if name in modules]
    print(f"goal: {GOAL_MS} ms of wall time on an idle machine")
    print(f"modules imported: {len(modules)}; of the heavy ones: {', '.join(heavy) or 'none'}")


if __name__ == "__main__":
    main()
