"""Labelled files: what people said of pairs, in any of the forms that the contract lists."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from mtreview import decoding
from mtreview.errors import FormatError
from mtreview.train.datasets import annotated_row, located

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mtreview.segment import Side
    from mtreview.train.examples import Mark

_NUMBERS: Final = ("z_da", "da", "hter")
_TAGS: Final = ("OK", "BAD")
_REFUSAL: Final = "not a labelled pair: {}; it needs `source`, `target` and labels as in the contract"


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
        FormatError: the file cannot be read, a line is no object with `source` and `target`, or a label is not of its
            kind.
    """
    try:
        with path.open("rb") as file:
            lines = decoding.lines(decoding.unzipped(file, str(path)), str(path))
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield decoding.record(line, number, path, labelled, _REFUSAL)
    except OSError as error:
        raise FormatError(path, None, f"cannot be read: {error.strerror or error}") from error


def labelled(row: object) -> Labelled:
    """Return one row.

    Raises:
        KeyError: it lacks a field.
        ValueError: a label is not of its kind.
    """
    if not isinstance(row, dict):
        message = "each line holds one object"
        raise ValueError(message)  # noqa: TRY004 - of a file's content, not of an argument
    source, target = _text(row, "source"), _text(row, "target")
    marks = annotated_row(row) if _list(row, "errors") is not None else None
    critical = row.get("critical")
    if critical not in (None, True, False):
        message = f"critical is {critical!r}, not true or false"
        raise ValueError(message)
    tags = _list(row, "target_tags") or _between_gaps(_list(row, "target_and_gap_tags") or [])
    return Labelled(
        source=source,
        target=target,
        numbers={name: _number(row, name) for name in _NUMBERS if row.get(name) is not None},
        marks=marks.marks if marks else None,
        major=marks.major if marks else None if critical is None else bool(critical),
        words=_words(target, _list(row, "target_tokens"), tags, "target"),
        source_words=_words(source, _list(row, "source_tokens"), _list(row, "source_tags") or [], "source"),
        perturbed=None if row.get("perturbed") is None else _text(row, "perturbed"),
        groups=tuple(f"{name}={row[name]}" for name in ("lp", "perturbation", "severity") if row.get(name)),
        cluster=str(row.get("document") or source),
    )


def _text(row: dict[str, Any], name: str) -> str:
    value = row[name]
    if not isinstance(value, str):
        message = f"{name} is not a text"
        raise ValueError(message)  # noqa: TRY004 - of a file's content, not of an argument
    return value


def _list(row: dict[str, Any], name: str) -> list[Any] | None:
    value = row.get(name)
    if not isinstance(value, list | None):
        message = f"{name} is not a list"
        raise ValueError(message)  # noqa: TRY004 - as above
    return value


def _between_gaps(tags: list[Any]) -> list[Any]:
    """Return the tags of words, of tags that stand for the gaps around them as well."""
    if tags and not len(tags) % 2:
        message = f"target_and_gap_tags has {len(tags)} tags, not one a word and one a gap"
        raise ValueError(message)
    return tags[1::2]


def _number(row: dict[str, Any], name: str) -> float:
    value = row[name]
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        message = f"{name} is {value!r}, not a number"
        raise ValueError(message)
    return float(value)


def _words(text: str, tokens: list[str] | None, tags: list[str], side: str) -> tuple[tuple[int, int, bool], ...]:
    words = text.split() if tokens is None else tokens
    if not all(isinstance(word, str) for word in words):
        message = f"{side}_tokens holds what is not a text"
        raise ValueError(message)
    if tags and len(tags) != len(words):
        message = f"{side}_tags has {len(tags)} tags for {len(words)} words"
        raise ValueError(message)
    if odd := next((tag for tag in tags if tag not in _TAGS), None):
        message = f"{side}_tags holds {odd!r}, not OK or BAD"
        raise ValueError(message)
    places = located(text, words)
    return tuple((start, end, tag == "BAD") for (start, end), tag in zip(places, tags, strict=False) if end > start)


def characters(marks: tuple[Mark, ...], side: Side) -> set[int]:
    """Return the places that the marks of one side cover."""
    return {at for mark in marks if mark.span.side is side for at in range(mark.span.start, mark.span.end)}
