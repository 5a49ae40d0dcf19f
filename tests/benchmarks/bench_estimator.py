"""Measure the estimator on labelled data that it was not trained on, beside what needs no training."""

from __future__ import annotations

import argparse
import dataclasses
import gzip
import hashlib
import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF

from mtreview.checks.low_quality import LowQuality
from mtreview.checks.model_error import ModelError
from mtreview.issue import Severity
from mtreview.models.encoder import EMBEDDED, load_encoder
from mtreview.models.estimator import NEEDED_LAYERS, Pair, load_estimator, raw
from mtreview.mqm import REPORTED
from mtreview.segment import Document, Segment
from mtreview.statistics import wilson
from mtreview.train.evaluation import figures
from mtreview.train.judging import verdicts
from mtreview.train.labelled import labelled
from mtreview.view import ESTIMATED, Context, DocumentView

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from mtreview.models.encoder import Encoder
    from mtreview.models.estimator import Estimator
    from mtreview.train.labelled import Labelled

Row = dict[str, Any]
TOKEN_F = 10  # the place of layer 7's F in `Raw.figures`


class DataSet(NamedTuple):
    """Name a labelled file and what of it is measured."""

    title: str
    file: str
    label: Callable[[Row], Row | None] = lambda row: row


def not_base(row: Row) -> Row | None:
    """Leave out the perturbations that say nothing: an empty target, another sentence, the reference."""
    return None if row["perturbation"].startswith("base") else row


def unsupported(row: Row) -> Row:
    """Ask for full hallucinations."""
    return row | {"critical": row["full_unsupport"] == 1}


def omitted(row: Row) -> Row:
    """Ask for omissions."""
    return row | {"critical": row["omission"] == 1}


SETS = (
    DataSet("minimal pairs fr", "qe/demetr.french.jsonl.gz", not_base),
    DataSet("minimal pairs it", "qe/demetr.italian.jsonl.gz", not_base),
    DataSet("es2en.dev", "qe/bio-mqm/es2en.dev.jsonl.gz"),
    *(
        DataSet(f"test20 {lp}", f"qe/mlqe-pe/{lp}.test20.jsonl.gz")
        for lp in ("ro-en", "et-en", "ru-en", "ne-en", "si-en")
    ),
    DataSet("critical errors", "qe/ced.pt-en.dev.jsonl.gz"),
    DataSet("hallucinations, full", "qe/hallucinations.de-en.jsonl.gz", unsupported),
    DataSet("hallucinations, omission", "qe/hallucinations.de-en.jsonl.gz", omitted),
    DataSet("wmt17", "qe/wmt17-da.x-en.jsonl.gz"),
)
CLEAN = ("ntrex_spa", "ud_pud", "tico19_tmx")


def number(text: str) -> int:
    """Return a number that a text always has, to sample by."""
    return int(hashlib.sha256(text.encode()).hexdigest()[:12], 16)


def read(path: Path, most: int) -> list[Row]:
    """Return all rows of a file, or a sample of them that is the same every time."""
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        rows = [json.loads(line) for line in stream]
    return sorted(rows, key=lambda row: number(row["source"] + row["target"] + row.get("perturbation", "")))[:most]


def metrics(rows: Sequence[Row]) -> dict[str, np.ndarray[Any, np.dtype[np.float64]]]:
    """Return what metrics say that are given the reference."""
    bleu, chrf = BLEU(effective_order=True), CHRF()
    found = {"bleu": bleu, "chrf": chrf}
    return {
        name: np.array([metric.sentence_score(row["target"], [row["reference"]]).score for row in rows])
        for name, metric in found.items()
    }


def token_f(pairs: Sequence[Labelled], encoder: Encoder, estimator: Estimator, side: str) -> np.ndarray[Any, Any]:
    """Return how well the nearest tokens of either side fit: what the same states give without training."""
    found = []
    for start in range(0, len(pairs), 128):
        texts = [(pair.source, getattr(pair, side) or "") for pair in pairs[start : start + 128]]
        encoded = encoder.encode([text for both in texts for text in both], NEEDED_LAYERS)
        sides = [
            Pair(source=source, target=target, encodings=(encoded[2 * at], encoded[2 * at + 1]))
            for at, (source, target) in enumerate(texts)
        ]
        found += [item.figures[TOKEN_F] for item in raw(estimator.heads[:1], sides)]
    return np.array(found, np.float64)


def measure(data: DataSet, rows: Sequence[Row], encoder: Encoder, estimator: Estimator) -> Iterator[str]:
    """Yield the figures of one file, a line each."""
    kept = [row for row in map(data.label, rows) if row is not None]
    pairs = [labelled(row) for row in kept]
    found = verdicts(pairs, encoder, estimator)
    scores, perturbed = dict(found.scores), dict(found.perturbed)
    scores["token F"] = token_f(pairs, encoder, estimator, "target")
    perturbed["token F"] = scores["token F"]
    if any(pair.perturbed is not None for pair in pairs):
        perturbed["token F"] = token_f(pairs, encoder, estimator, "perturbed")
    if data.title == "wmt17":
        scores |= metrics(kept)
        perturbed |= {name: scores[name] for name in ("bleu", "chrf")}
    table = figures(pairs, dataclasses.replace(found, scores=scores, perturbed=perturbed))
    kinds = [f.value for f in table if f.group.startswith("perturbation") and f.scorer == "estimator"]
    if kinds:
        yield f"  mean over {len(kinds)} perturbations: {np.mean(kinds):.3f}, lowest {min(kinds):.2f}"
    for figure in table:
        if figure.group == "all" or (figure.group.startswith("perturbation") and figure.scorer == "estimator"):
            group = "" if figure.group == "all" else f" {figure.group}"
            span = f"{figure.value:.3f} [{figure.low:.3f}, {figure.high:.3f}]"
            yield f"  {figure.measure}{group}, {figure.scorer}: {span}, n {figure.count}"


def flagged(rows: Sequence[Row], check: LowQuality | ModelError) -> tuple[int, int]:
    """Return how many good pairs a check reports as major, and how many it reports at all."""
    segments = [Segment(id=str(at), source=row["source"], target=row["target"]) for at, row in enumerate(rows)]
    document = Document(id="clean", path="clean", format="jsonl", segments=tuple(segments))
    context = Context(encoder=ESTIMATED, estimator=True)
    views = DocumentView(document, context).segments
    hits = [[hit for hit in check.find(view) if hit.confidence >= REPORTED] for view in views]
    grave = [any((hit.severity or check.severity) >= Severity.MAJOR for hit in found) for found in hits]
    return sum(grave), sum(map(bool, hits))


def speed(rows: Sequence[Row], encoder: Encoder, estimator: Estimator) -> str:
    """Return how long the estimator takes beside the encoder, in CPU seconds."""
    texts = [text for row in rows for text in (row["source"], row["target"])]
    start = time.process_time()
    encoded = encoder.encode(texts, NEEDED_LAYERS)
    middle = time.process_time()
    pairs = [
        Pair(source=row["source"], target=row["target"], encodings=(encoded[2 * at], encoded[2 * at + 1]))
        for at, row in enumerate(rows)
    ]
    estimator.estimate(pairs)
    end = time.process_time()
    share = (end - middle) / (middle - start)
    each = 1000 / len(rows)
    spent = f"encoding {(middle - start) * each:.1f}, estimating {(end - middle) * each:.1f}"
    return f"ms of CPU a pair: {spent}, ratio {share:.2f}"


def main() -> None:
    """Print every figure of the model card."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder with qe and parallel-es-en")
    parser.add_argument("--most", type=int, default=1000, help="rows of each file, sampled by a hash")
    arguments = parser.parse_args()
    encoder, estimator = load_encoder(EMBEDDED), load_estimator()
    print(f"{estimator.signature}|{encoder.signature}")
    for data in SETS:
        print(data.title)
        rows = read(arguments.data / data.file, arguments.most)
        print(*measure(data, rows, encoder, estimator), sep="\n", flush=True)
    for name in CLEAN:
        rows = read(arguments.data / "parallel-es-en" / f"{name}.jsonl.gz", arguments.most)
        for check in (LowQuality(), ModelError()):
            grave, any_ = flagged(rows, check)
            low, high = wilson(grave, len(rows))
            share = f"{grave / len(rows):.4f} [{low:.4f}, {high:.4f}]"
            print(f"{name}: {check.id()} major {share}, any {any_ / len(rows):.4f}")
    print(speed(read(arguments.data / "parallel-es-en" / "ntrex_spa.jsonl.gz", 256), encoder, estimator))


if __name__ == "__main__":
    main()
