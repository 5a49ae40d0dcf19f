"""Measure sentence alignment: F1 of beads and of what stays alone, and the time that a long pair takes."""

from __future__ import annotations

import argparse
import ast
import json
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from mtreview.align.embedding import FEW, Background, Embedding, background, token_vectors
from mtreview.align.length import Length
from mtreview.models import word_align
from mtreview.models.encoder import load_encoder
from tests.benchmarks import bead_scores
from tests.benchmarks.bench_rules import HERE, ROOT, NotMeasuredError, environment
from tests.benchmarks.noisy_documents import among_strangers, corpus
from tests.benchmarks.peers import bertalign_algorithm

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from mtreview.segment import Bead
    from tests.benchmarks.noisy_documents import Indices

GOALS = {"text+berg test": "strict .940, lax .990", "ntrex noise 10 %": "strict .985, alone .970"}
PUBLISHED = {
    "text+berg test": "Bertalign, LaBSE .936/.989; SentAlign, LaBSE .932/.964; Vecalign, LASER .902/.986 (strict/lax)"
}
NOT_MEASURED = {
    "hunalign": "it is neither on PyPI nor in Debian",
    "Bleualign": "it aligns with a machine translation of one side, which is not at hand",
}


@dataclass(frozen=True, kw_only=True)
class Pair:
    """Hold one pair of documents, its gold beads, and vectors: one a sentence, and those of all sentences' tokens."""

    source: Sequence[str]
    target: Sequence[str]
    gold: list[Indices]
    source_vectors: NDArray[np.float32]
    target_vectors: NDArray[np.float32]
    tokens: Sequence[NDArray[np.float32]] = ()

    @property
    def strangers(self) -> Background | None:
        """Return what the aligner compares a short document with, as it does itself."""
        return background("embedded") if min(len(self.source), len(self.target)) < FEW else None


def encode(sides: list[tuple[Sequence[str], Sequence[str], list[Indices]]]) -> list[Pair]:
    """Return the pairs with their sentences encoded, each once."""
    texts = list(dict.fromkeys(text for source, target, _ in sides for text in (*source, *target)))
    started = time.perf_counter()
    encoder = load_encoder("embedded")
    layer = word_align.layer(encoder.depth)
    encoded = encoder.encode(texts, (layer,))
    vectors = dict(zip(texts, encoded, strict=True))
    tokens = dict(zip(texts, token_vectors(encoded, layer, "embedded"), strict=True))
    print(f"  {len(texts)} sentences encoded in {time.perf_counter() - started:.0f} s", file=sys.stderr)
    return [
        Pair(
            source=source,
            target=target,
            gold=gold,
            source_vectors=np.array([vectors[text].pooled for text in source], np.float32),
            target_vectors=np.array([vectors[text].pooled for text in target], np.float32),
            tokens=[tokens[text] for text in (*source, *target)],
        )
        for source, target, gold in sides
    ]


def text_berg(folder: Path, names: Sequence[str]) -> list[tuple[Sequence[str], Sequence[str], list[Indices]]]:
    """Return the German and French sentences and the gold beads of the documents of these names."""
    found = []
    for name in names:
        german, french, beads = (
            (folder / f"{name}.{ending}").read_text(encoding="utf-8").removesuffix("\n").split("\n")
            for ending in ("de", "fr", "defr")
        )
        gold = [tuple(tuple(ast.literal_eval(side)) for side in bead.split(":")) for bead in beads]
        found.append((german, french, gold))
    return found  # type: ignore[return-value]  # a split at one colon has two sides


def indices(beads: Sequence[Bead]) -> list[Indices]:
    """Return the beads as index lists."""
    return [(tuple(bead.source), tuple(bead.target)) for bead in beads]


def by_vectors(pairs: list[Pair]) -> list[list[Indices]]:
    """Align with the embedding aligner."""
    aligner = Embedding()
    return [
        indices(
            aligner.align_vectors(
                pair.source, pair.target, pair.source_vectors, pair.target_vectors, pair.strangers, pair.tokens
            )
        )
        for pair in pairs
    ]


def by_length(cues: float) -> Callable[[list[Pair]], list[list[Indices]]]:
    """Align with the length aligner; without cues it is Gale and Church's."""
    return lambda pairs: [indices(Length(cues=cues).align(pair.source, pair.target)) for pair in pairs]


def by_bertalign(pairs: list[Pair]) -> list[list[Indices]]:
    """Align by Bertalign's algorithm, from the same vectors."""
    return [
        bertalign_algorithm.link(pair.source, pair.target, pair.source_vectors, pair.target_vectors) for pair in pairs
    ]


def by_vecalign(peers: Path) -> Callable[[list[Pair]], list[list[Indices]]]:
    """Align with Vecalign in its own environment, from the same vectors."""

    def align(pairs: list[Pair]) -> list[list[Indices]]:
        python = environment("vecalign", peers)
        with tempfile.TemporaryDirectory() as folder:
            beads = Path(folder) / "beads.jsonl"
            for at, pair in enumerate(pairs):
                np.save(Path(folder) / f"{at}.source.npy", pair.source_vectors)
                np.save(Path(folder) / f"{at}.target.npy", pair.target_vectors)
            command: list[str | Path] = [python, HERE / "vecalign.py", folder, beads]
            try:
                subprocess.run(command, check=True, capture_output=True, timeout=900)
            except subprocess.CalledProcessError as error:
                raise NotMeasuredError(error.stderr.decode().strip().splitlines()[-1]) from error
            rows = [json.loads(line) for line in beads.read_text(encoding="utf-8").splitlines()]
        return [[(tuple(left), tuple(right)) for left, right in row] for row in rows]

    return align


def compare(title: str, pairs: list[Pair], peers: Path) -> None:
    """Print one line an aligner."""
    print(f"{title}: {len(pairs)} documents, {sum(len(pair.gold) for pair in pairs)} beads")
    for label, lines in (("goal", GOALS), ("published, other vectors", PUBLISHED)):
        if title in lines:
            print(f"  {label:34} {lines[title]}")
    programs = {
        "mtreview embedding": by_vectors,
        "mtreview length": by_length(Length().cues),
        "Gale-Church": by_length(0.0),
        "Bertalign's, same vectors": by_bertalign,
        "Vecalign (SentWeave), same vectors": by_vecalign(peers),
    }
    for name, program in programs.items():
        started = time.perf_counter()
        try:
            found = program(pairs)
        except NotMeasuredError as error:
            print(f"  {name:34} not measured: {error}")
            continue
        scores = bead_scores.score([pair.gold for pair in pairs], found)
        print(f"  {name:34} {scores}  {time.perf_counter() - started:6.2f} s")
    for name, reason in NOT_MEASURED.items() if title in GOALS else ():
        print(f"  {name:34} not measured: {reason}")


def long_pair(sentences: int) -> None:
    """Print what a pair of that many sentences takes, encoding aside: CPU seconds, and memory beside its vectors."""
    chance = np.random.default_rng(1)
    vectors = chance.standard_normal((sentences, 384), np.float32)
    texts = [f"La sesión número {number} duró {number % 90} minutos." for number in range(sentences)]
    kept = np.flatnonzero(chance.random(sentences) > 0.05)
    shaken = vectors[kept] + np.float32(0.5) * chance.standard_normal((len(kept), 384), np.float32)
    target = [texts[at] for at in kept]
    programs: dict[str, Callable[[], tuple[Bead, ...]]] = {
        "embedding": lambda: Embedding().align_vectors(texts, target, vectors, shaken),
        "length": lambda: Length().align(texts, target),
    }
    for name, align in programs.items():
        before, started = _most_memory(), time.process_time()
        beads = align()
        seconds = time.process_time() - started
        right = sum(
            len(bead.source) == len(bead.target) == 1 and kept[bead.target[0]] == bead.source[0] for bead in beads
        )
        print(
            f"{sentences} x {len(kept)} sentences, {name}: {seconds:.1f} s of CPU, "
            f"{_most_memory() - before:.0f} MB more, {right / len(kept):.1%} of pairs right"
        )


def _most_memory() -> float:
    """Return the most memory that the process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Run every aligner on every set that was given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--text-berg", type=Path, help="folder of Text+Berg: dev and test0 to test6 .de .fr .defr")
    parser.add_argument("--ntrex", type=Path, help="JSONL.gz of sentence-parallel documents to make noisy ones from")
    parser.add_argument("--variant", default="spa", help="which Spanish of the noisy documents")
    parser.add_argument("--noise", type=float, action="append", help="operations a sentence; repeatable (0.1, 0.25)")
    parser.add_argument("--long", type=int, action="append", help="sentences of a long pair; repeatable, 0 for none")
    parser.add_argument("--peers", type=Path, default=ROOT / ".bench", help="where the peer is installed")
    options = parser.parse_args()
    peers = options.peers.resolve()
    for sentences in filter(None, options.long or [10_000]):
        long_pair(sentences)
    if options.text_berg:
        for part, names in (("dev", ["dev"]), ("test", [f"test{number}" for number in range(7)])):
            compare(f"text+berg {part}", encode(text_berg(options.text_berg, names)), peers)
    if options.ntrex:
        for noise in options.noise or (0.1, 0.25):
            noisy = corpus(options.ntrex, options.variant, noise, tune=False)
            title = f"ntrex noise {noise:.0%}".replace("%", " %")
            for suffix, documents in (("", noisy), (", sentences of others amid both sides", among_strangers(noisy))):
                pairs = encode([(one.source, one.target, one.beads) for one in documents])
                compare(title + suffix, pairs, peers)


if __name__ == "__main__":
    main()
