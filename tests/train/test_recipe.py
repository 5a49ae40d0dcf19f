from __future__ import annotations

import gzip
import hashlib
import json
from typing import TYPE_CHECKING, Any

import pytest

from mtreview.models.estimator import Pair, read
from mtreview.models.head import LAYERS
from mtreview.train import recipe, selection
from tests.train.conftest import PAIRS

if TYPE_CHECKING:
    from pathlib import Path

    from mtreview.models.encoder import Encoder


def write(path: Path, rows: list[dict[str, Any]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write a few rows of each kind of data set, and select them all; every other source is held out."""
    folder = tmp_path / "data"
    clean = [{"source": source, "target": target} for source, target in PAIRS]
    write(folder / "parallel-es-en" / "tldr_pages.jsonl.gz", clean)
    assessed = [
        {
            "lp": "ro-en", "source": source, "target": target, "z_da": at - 1.5, "source_tokens": source.split(),
            "target_tokens": target.split(), "source_tags": ["OK"] * (len(source.split()) - 1) + ["BAD"],
            "target_and_gap_tags": ["OK"] * (2 * len(target.split())) + ["BAD"],
        }
        for at, (source, target) in enumerate(PAIRS)
    ]  # fmt: skip
    write(folder / "qe" / "mlqe-pe" / "ro-en.train.jsonl.gz", assessed)
    error = {"start": 0, "end_incl": 2, "term": "", "severity": "Major"}
    annotated = [
        {"source": source, "target": target, "errors": [error] * (at % 2)} for at, (source, target) in enumerate(PAIRS)
    ]
    write(folder / "qe" / "bio-mqm" / "pt2en.jsonl.gz", annotated)
    ours = [row | {"document": f"doc{at}"} for at, row in enumerate(annotated)]
    write(folder / "qe" / "bio-mqm" / "es2en.dev.jsonl.gz", ours)
    outputs = [{"segment": 0, "source": PAIRS[0][0], "target": "A thing.", "reference": PAIRS[0][1]}]
    write(folder / "qe" / "wmt13-es-en-systems.jsonl.gz", outputs)
    monkeypatch.setattr(selection, "_CLEAN", {"tldr_pages": len(PAIRS)})
    monkeypatch.setattr(selection, "_ASSESSED", {"ro-en": len(PAIRS)})
    monkeypatch.setattr(selection, "_ANNOTATED", {"pt2en": len(PAIRS)})
    places = {source: at for at, (source, _) in enumerate(PAIRS)}
    monkeypatch.setattr(selection, "held_out", lambda source: places[source] in {1, 2})
    return folder


def test_the_recipe_goes_from_data_to_weights_that_load(
    data: Path, tmp_path: Path, encoder: Encoder, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "mtreview")
    output = tmp_path / "made" / "estimator.safetensors"
    digest = recipe.reproduce(data, tmp_path / "work", output)
    assert digest == hashlib.sha256(output.read_bytes()).hexdigest()
    assert "leave-one-document-out: ROC AUC" in caplog.text
    made = read(output, digest)
    sides = [encoder.encode(list(texts), LAYERS) for texts in zip(*PAIRS, strict=True)]
    pairs = [
        Pair(source=source, target=target, encodings=(left, right))
        for (source, target), left, right in zip(PAIRS, *sides, strict=True)
    ]
    assert all(0.0 <= estimate.clean <= 1.0 for estimate in made.estimate(pairs))
    again = tmp_path / "again.safetensors"
    assert recipe.reproduce(data, tmp_path / "work", again) == digest  # nothing is done twice
