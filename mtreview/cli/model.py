"""Show the quality model, measure it on labelled files, train it."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import click

from mtreview.cli import console
from mtreview.cli._options import FILE, configuration_options
from mtreview.cli.exit import PASS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mtreview.config import Settings
    from mtreview.train.evaluation import Figure
    from mtreview.train.labelled import Labelled


@click.group("model")
def command() -> None:
    """Show the quality model, measure it on labelled files, train it."""


@command.command("info")
@configuration_options
def info(settings: Settings) -> int:
    """Print the model card and the signature of the weights in use, and of the model of `[quality_model]`."""
    console.write(_info(settings))
    return PASS


def _info(settings: Settings) -> Iterator[str]:
    from mtreview.models import backends
    from mtreview.models.encoder import EMBEDDED, load_encoder
    from mtreview.models.estimator import CARD, load_estimator

    yield CARD.read_text(encoding="utf-8")
    yield f"\nSignature: {load_estimator().signature}|{load_encoder(EMBEDDED).signature}\n"
    if settings.quality_model.name:
        yield f"[quality_model]: {backends.load(settings.quality_model).signature}\n"


@command.command("eval")
@click.argument("files", nargs=-1, required=True, type=FILE, metavar="FILE...")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Default: text.")
@click.option("-o", "--output", type=FILE, metavar="FILE", help="Write to FILE.")
@click.option(
    "--against", type=FILE, metavar="WEIGHTS", help="Compare with other weights, from `mtreview model train`."
)
@configuration_options
def evaluate(files: tuple[Path, ...], form: str, output: Path | None, against: Path | None, settings: Settings) -> int:
    """Measure the model on labelled JSONL, with 95 % intervals, beside what needs no training.

    Where the configuration names a `[quality_model]`, its scores are measured, too.

    Each line has `source`, `target` and any of `z_da`, `da`, `hter`, `errors`, `target_tags`, `critical`, `perturbed`.
    "p" is the chance that the model's lead over that scorer is an accident, by paired permutation.
    """
    from mtreview.errors import ConfigError
    from mtreview.models import backends
    from mtreview.models.encoder import EMBEDDED, load_encoder
    from mtreview.models.estimator import load_estimator
    from mtreview.models.estimator import read as read_weights
    from mtreview.train.evaluation import figures
    from mtreview.train.judging import verdicts, with_quality_model

    pairs = _labelled(files)
    model = backends.load(settings.quality_model) if settings.quality_model.name else None
    encoder, estimator = load_encoder(EMBEDDED), load_estimator()
    other = read_weights(against, "other") if against else None
    judged = verdicts(pairs, encoder, estimator, other)
    if model:
        judged = with_quality_model(judged, pairs, model)
        if model.cost:
            console.note(model.cost)
    found = figures(pairs, judged)
    if not found:
        message = "nothing to measure: too few of the lines have a label, or their labels are all alike"
        raise ConfigError(message)
    signature = "|".join(part.signature for part in (estimator, encoder, model) if part)
    console.write(_json(found, signature, len(pairs)) if form == "json" else _text(found, signature), output)
    return PASS


def _labelled(files: tuple[Path, ...]) -> list[Labelled]:
    from mtreview.errors import ConfigError, FormatError
    from mtreview.train.labelled import read

    for path in files:
        if path.is_dir() or not path.exists():
            reason = "a folder; name its JSONL files" if path.is_dir() else "no such file"
            raise FormatError(path, None, reason)
    pairs = [pair for path in files for pair in read(path)]
    if not pairs:
        message = "nothing to measure: the files hold no labelled pair"
        raise ConfigError(message)
    return pairs


def _json(found: list[Figure], signature: str, count: int) -> Iterator[str]:
    from mtreview.record import dumps

    table = [dataclasses.asdict(figure) for figure in found]
    yield dumps({"version": 1, "signature": signature, "pairs": count, "figures": table}) + "\n"


def _text(found: list[Figure], signature: str) -> Iterator[str]:
    group = ""
    for figure in found:
        if figure.group != group:
            group = figure.group
            yield f"{group}\n"
        lead = "" if figure.against is None else f"  p {figure.against:.3f}"
        span = f"{figure.value:7.3f}  [{figure.low:.3f}, {figure.high:.3f}]"
        yield f"  {figure.measure:22} {figure.scorer:12} {span}  n {figure.count}{lead}\n"
    yield f"{signature}\n"


@command.command("train")
@click.option("--data", type=FILE, required=True, metavar="FOLDER", help="The data sets, as the model card names them.")
@click.option("--work", type=FILE, required=True, metavar="FOLDER", help="Cached states and checkpoints: 10 GB.")
@click.option("-o", "--output", type=FILE, required=True, metavar="FILE", help="The weights, a .safetensors file.")
def train(data: Path, work: Path, output: Path) -> int:
    """Train the estimator anew, with the seeds of the weights that ship; it goes on where it was interrupted."""
    from mtreview.errors import ConfigError
    from mtreview.train.recipe import reproduce

    if not data.is_dir():
        message = f"{data}: no such folder; name the one that holds parallel-es-en and qe"
        raise ConfigError(message)
    digest = reproduce(data, work, output)
    console.note(f"wrote {output}, SHA-256 {digest}")
    return PASS
