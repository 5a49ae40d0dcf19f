"""Labelled files: what people said of pairs, in any of the forms that the contract lists."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from mtreview.errors import FormatError
from mtreview.train.datasets import annotated_row, located

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mtreview.segment import Side
    from mtreview.train.examples import Mark

_NUMBERS: Final = ("z_da", "da", "hter")


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """Hold one pair with what is known of it; None where a label is not given.

    Attributes:
        marks: MQM errors of either side.
        words: ranges of the target's words, with whether each is wrong.
        source_words: likewise of the source.
        perturbed: a worse translation of the same source.
        groups: `lp`, `perturbation` and `severity`, where there, as `lp=ro-en`.
        cluster: what the pair is resampled with: its document, else its source.
    """

    source: str
    target: str
    numbers: dict[str, float]
    marks: tuple[Mark, ...] | None
    major: bool | None
    words: tuple[tuple[int, int, bool], ...]
    source_words: tuple[tuple[int, int, bool], ...]
    perturbed: str | None
    groups: tuple[str, ...]
    cluster: str


def read(path: Path) -> Iterator[Labelled]:
    """Yield the labelled pairs of a JSONL file, compressed or not.

    Raises:
        FormatError: a line is no object with `source` and `target`, or a label is not of its kind.
    """
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
                yield labelled(row)
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                reason = f"not a labelled pair ({error!r}); it needs `source`, `target` and labels as in the contract"
                raise FormatError(path, number, reason) from error


def labelled(row: dict[str, Any]) -> Labelled:
    """Return one row."""
    marks = annotated_row(row) if "errors" in row else None
    critical = row.get("critical")
    gaps = row.get("target_and_gap_tags")
    tags = row.get("target_tags") or (gaps[1::2] if gaps else ())
    return Labelled(
        source=str(row["source"]),
        target=str(row["target"]),
        numbers={name: float(row[name]) for name in _NUMBERS if row.get(name) is not None},
        marks=marks.marks if marks else None,
        major=marks.major if marks else None if critical is None else bool(critical),
        words=_words(row["target"], row.get("target_tokens"), tags),
        source_words=_words(row["source"], row.get("source_tokens"), row.get("source_tags") or ()),
        perturbed=row.get("perturbed"),
        groups=tuple(f"{name}={row[name]}" for name in ("lp", "perturbation", "severity") if row.get(name)),
        cluster=str(row.get("document") or row["source"]),
    )


def _words(text: str, tokens: list[str] | None, tags: list[str] | tuple[()]) -> tuple[tuple[int, int, bool], ...]:
    places = located(text, tokens if tokens is not None else text.split())
    return tuple((start, end, tag == "BAD") for (start, end), tag in zip(places, tags, strict=False) if end > start)


def characters(marks: tuple[Mark, ...], side: Side) -> set[int]:
    """Return the places that the marks of one side cover."""
    return {at for mark in marks if mark.span.side is side for at in range(mark.span.start, mark.span.end)}
