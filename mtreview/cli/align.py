"""Align the sentences of two documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import click

from mtreview.cli import console
from mtreview.cli._options import FILE, Shared, shared_options
from mtreview.cli._originals import Originals, tell_doubt
from mtreview.cli._session import chosen_aligner
from mtreview.cli.exit import PASS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from mtreview.align.base import Aligner
    from mtreview.segment import Bead

HEADER = "source_indices\ttarget_indices\tscore\tsource\ttarget\n"


@click.command("align")
@click.argument("source", type=FILE)
@click.argument("target", type=FILE)
@click.option("--sentence-per-line", is_flag=True, help="Each line is one sentence; blank lines count.")
@click.option("--format", "form", type=click.Choice(["tsv", "jsonl"]), default="tsv", help="Default: tsv.")
@click.option("--words", is_flag=True, help="Link the words of line-parallel files instead: `0-0 1-2` a line.")
@click.option("-o", "output", type=FILE, metavar="FILE", help="Write to a file what would go to standard output.")
@shared_options
def command(
    source: Path,
    target: Path,
    sentence_per_line: bool,
    form: str,
    words: bool,
    output: Path | None,
    shared: Shared,
) -> int:
    """Align the sentences of the Spanish SOURCE with those of the English TARGET.

    One bead a line: 0-based sentence indices of both sides, a score from 0 to 1, and the texts. A sentence without a
    counterpart stands alone, with nothing on the other side. Beads stand in the order of the target; one whose source
    was moved says so in JSONL.

    SOURCE may be a folder of Spanish documents: the original of TARGET is found in it, and told.

    With --words the files correspond line by line, and each line lists the links between 0-based tokens, which spaces
    separate.
    """
    from mtreview.inputs import read_once, shown

    read_once((source, target))
    console.refuse_overwriting(output, (source, target))
    profile = shared.profile(shared.settings())
    if words:
        if form != "tsv":
            message = "--words prints links, not records: leave out --format"
            raise click.UsageError(message)
        console.write(_links(source, target, profile.context.encoder), output)
        return PASS
    aligner, written = chosen_aligner(profile), _tsv if form == "tsv" else _jsonl
    english = _sentences(target, "en", sentence_per_line)
    if source.is_dir():
        source = _original(source, target, english, aligner)
    spanish = _sentences(source, "es", sentence_per_line)
    beads = aligner.align(spanish, english)
    tell_doubt(beads, (spanish, english), shown(source), shown(target))
    console.write(written(beads, spanish, english), output)
    return PASS


def _original(folder: Path, target: Path, english: Sequence[str], aligner: Aligner) -> Path:
    """Return the original of a rendering, and tell which it is."""
    from mtreview.inputs import shown

    found = Originals(folder, None, aligner, (target,)).of(target, english)
    console.note(f"original: {shown(found)}")
    return found


def _sentences(path: Path, lang: Literal["es", "en"], sentence_per_line: bool) -> list[str]:
    from mtreview import inputs

    if sentence_per_line:
        return inputs.read_lines(path)
    return [segment.target for segment in inputs.read_one_side(path, lang).segments]


def _links(source: Path, target: Path, name: str | None) -> Iterator[str]:
    from mtreview import inputs
    from mtreview.errors import ConfigError, FormatError

    if name is None:
        message = "--words needs the encoder: leave out --no-model"
        raise ConfigError(message)
    spanish, english = inputs.read_lines(source), inputs.read_lines(target)
    if len(spanish) != len(english):
        first = min(len(spanish), len(english)) + 1
        lengths = f"{len(english):,} lines, but {inputs.shown(source)} has {len(spanish):,}"
        raise FormatError(inputs.shown(target), first, f"{lengths}; line {first:,} has no counterpart")
    return _pharaoh(list(zip(spanish, english, strict=True)), name)


def _pharaoh(pairs: Sequence[tuple[str, str]], name: str) -> Iterator[str]:
    from mtreview.models import word_align
    from mtreview.models.encoder import load_encoder

    for links in word_align.align_lines(load_encoder(name), pairs):
        yield " ".join(f"{link.source}-{link.target}" for link in links) + "\n"


def _joined(sentences: Sequence[str], indices: range) -> str:
    return " ".join(sentences[index] for index in indices)


def _tsv(beads: Sequence[Bead], source: Sequence[str], target: Sequence[str]) -> Iterator[str]:
    from mtreview.text.display import visible

    yield HEADER
    for bead in beads:
        indices = (",".join(map(str, bead.source)), ",".join(map(str, bead.target)))
        texts = (_joined(source, bead.source), _joined(target, bead.target))
        cells = (*indices, f"{bead.score:.4f}", *(visible(" ".join(text.split())) for text in texts))
        yield "\t".join(cells) + "\n"


def _jsonl(beads: Sequence[Bead], source: Sequence[str], target: Sequence[str]) -> Iterator[str]:
    from mtreview.record import dumps

    for bead in beads:
        record = {
            "source_indices": list(bead.source),
            "target_indices": list(bead.target),
            "score": round(bead.score, 4),
            "source": _joined(source, bead.source),
            "target": _joined(target, bead.target),
        }
        if bead.moved:
            record["moved"] = True
        yield f"{dumps(record)}\n"
