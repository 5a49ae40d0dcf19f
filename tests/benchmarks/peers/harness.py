"""Time a judge of sentence pairs: the same file in, flags and seconds out, whatever program does the judging.

Runs in each peer's own environment, so it uses the standard library alone.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

Pair = tuple[str, str]

PASSES = 3


def main(judge: Callable[[list[Pair]], list[list[str]]], version: str) -> None:
    """Judge the pairs of `argv[1]` on one core, write flags to `argv[2]`, and print the seconds of each pass.

    Args:
        judge: from (source, target) pairs to the names of what is wrong with each.
        version: of the program that judges.
    """
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    pairs = [(row["source"], row["target"]) for row in map(json.loads, lines)]
    judge(pairs[:50])
    cpu, wall, flags = [], [], []
    for _ in range(PASSES):
        started, used = time.perf_counter(), time.process_time()
        flags = judge(pairs)
        cpu.append(time.process_time() - used)
        wall.append(time.perf_counter() - started)
    records = (json.dumps({"flags": found}, ensure_ascii=False) for found in flags)
    Path(sys.argv[2]).write_text("".join(f"{record}\n" for record in records), encoding="utf-8")
    print(json.dumps({"version": version, "cpu": cpu, "wall": wall}))
