"""Time an encoder of sentences: the same file in, vectors and seconds out, whatever program does the encoding.

Runs in each peer's own environment, so it uses the standard library alone.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

PASSES = 2


def main(encode: Callable[[list[str]], Iterable[Sequence[float]]], version: str) -> None:
    """Encode the texts of `argv[1]` on all cores, write vectors to `argv[2]`, and print the seconds of each pass.

    Args:
        encode: from texts to one vector each.
        version: of the program that encodes.
    """
    texts = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    encode(texts[:16])
    cpu, wall = [], []
    vectors: Iterable[Sequence[float]] = ()
    for _ in range(PASSES):
        started, used = time.perf_counter(), time.process_time()
        vectors = encode(texts)
        cpu.append(time.process_time() - used)
        wall.append(time.perf_counter() - started)
    lines = (json.dumps([float(value) for value in vector]) for vector in vectors)
    Path(sys.argv[2]).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    print(json.dumps({"version": version, "cpu": min(cpu), "wall": min(wall)}))
