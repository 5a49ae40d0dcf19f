"""Errors to put into whole documents: into sentences by themselves they would be none."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mtreview.issue import Severity
from mtreview.segment import Bead, Document, Segment
from tests.benchmarks.injections import put

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

Lines = list[tuple[str | None, str]]
"""Source (None: there is none) and target of each segment."""

_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{5,}(?![\w'’-])")
_OTHER = "The mayor of the neighbouring town had promised a new bridge by the end of last summer."


@dataclass(frozen=True, kw_only=True)
class DocumentKind:
    """Name one error of a document.

    Attributes:
        inject: returns the broken lines and the index of the one to flag, None where there is no place for the error.
        linked: True where the document is two files that were aligned.
        checks: ids of the checks that are for it.
        bar: an issue counts as having found it from this severity on.
    """

    name: str
    inject: Callable[[Lines, Random], tuple[Lines, int] | None]
    checks: tuple[str, ...]
    linked: bool = False
    bar: Severity = Severity.MINOR


def document(lines: Sequence[tuple[str | None, str]], *, linked: bool = False, pieces: bool = False) -> Document:
    """Return lines as a document, or as a window over a list (`pieces`)."""
    segments = tuple(
        Segment(id=str(number), source=source, target=target) for number, (source, target) in enumerate(lines, 1)
    )
    beads = tuple(
        Bead(
            source=range(index, index + bool(segment.source)),
            target=range(index, index + bool(segment.target)),
            score=1.0 if segment.source and segment.target else 0.0,
        )
        for index, segment in enumerate(segments)
    )
    return Document(
        id="d", path="d.jsonl", format="jsonl", segments=segments, beads=beads if linked else (), pieces=pieces
    )


def name_spelt_otherwise(lines: Lines, rng: Random) -> tuple[Lines, int] | None:
    """Change a letter in one of several mentions of a name."""
    places = [(index, match) for index, (_, target) in enumerate(lines) for match in _NAME.finditer(target)]
    often = Counter(match[0] for _, match in places)
    places = [(index, match) for index, match in places if often[match[0]] > 2]
    if not places:
        return None
    index, match = rng.choice(places)
    at = match.start() + rng.randrange(2, len(match[0]))
    vowels = "aeiou"
    old = match.string[at]
    new = rng.choice([letter for letter in (vowels if old in vowels else "bdgklmnprstv") if letter != old])
    return [*lines[:index], (lines[index][0], put(match.string, at, at + 1, new)), *lines[index + 1 :]], index


def headline_repeated(lines: Lines, rng: Random) -> tuple[Lines, int] | None:
    """Write the headline again below the text, as a page does, without a source."""
    if lines[0][1][-1:] in ".:;," or not 4 <= len(lines[0][1].split()) <= 30:
        return None
    at = rng.randrange(2, len(lines) + 1)
    alone: Lines = [(None, target) for _, target in lines]
    return [*alone[:at], (None, f"{lines[0][1]} – News"), *alone[at:]], at


def player_shown(lines: Lines, rng: Random) -> tuple[Lines, int] | None:
    """Leave what a media player shows, in a rendering alone."""
    at = rng.randrange(1, len(lines))
    shown = rng.choice(["--:--", "00:00 / 03:18", "3:18", "▶ 02:45", "1x"])
    alone: Lines = [(None, target) for _, target in lines]
    return [*alone[:at], (None, shown), *alone[at:]], at


def label_left(lines: Lines, rng: Random) -> tuple[Lines, int] | None:
    """Leave a Spanish label of the page, in a rendering alone."""
    at = rng.randrange(1, len(lines))
    label = rng.choice(["3 min de lectura", "Escuche esta historia", "Lea también", "Compartir", "Seguir leyendo"])
    alone: Lines = [(None, target) for _, target in lines]
    return [*alone[:at], (None, label), *alone[at:]], at


def spanish_alone(lines: Lines, rng: Random) -> tuple[Lines, int] | None:
    """Leave a sentence in Spanish, in a rendering alone."""
    at = rng.randrange(len(lines))
    alone: Lines = [(None, target) for _, target in lines]
    return [*alone[:at], (None, lines[at][0] or ""), *alone[at + 1 :]], at


def byline_left(lines: Lines, rng: Random) -> tuple[Lines, int] | None:
    """Leave what a page says around a text, in a rendering alone."""
    at = rng.randrange(1, len(lines))
    shown = rng.choice(["hace 3 horas", "Por Lucía Benavente", "12 de mayo de 2024", "hace dos días"])
    alone: Lines = [(None, target) for _, target in lines]
    return [*alone[:at], (None, shown), *alone[at:]], at


def paragraph_twice(lines: Lines, rng: Random) -> tuple[Lines, int] | None:
    """Write a sentence again further below, in a rendering alone."""
    long = [index for index, (_, target) in enumerate(lines) if len(target) > 80]
    if not long:
        return None
    index = rng.choice(long)
    at = rng.randrange(index + 1, len(lines) + 1)
    alone: Lines = [(None, target) for _, target in lines]
    return [*alone[:at], (None, lines[index][1]), *alone[at:]], at


def sentence_missing(lines: Lines, rng: Random) -> tuple[Lines, int] | None:
    """Leave a sentence out."""
    at = rng.randrange(len(lines))
    return [*lines[:at], (lines[at][0], ""), *lines[at + 1 :]], at


def sentence_added(lines: Lines, rng: Random) -> tuple[Lines, int] | None:
    """Write a sentence of one's own."""
    at = rng.randrange(1, len(lines))
    return [*lines[:at], ("", _OTHER), *lines[at:]], at


def sentence_of_another(lines: Lines, rng: Random) -> tuple[Lines, int] | None:
    """Give a sentence the translation of another."""
    at = rng.randrange(len(lines))
    return [*lines[:at], (lines[at][0], _OTHER), *lines[at + 1 :]], at


def said_otherwise(lines: Lines, rng: Random) -> tuple[Lines, int] | None:
    """Repeat a pair twice, once translated in other words."""
    at = rng.randrange(len(lines))
    source, target = lines[at]
    if not source or len(source.split()) < 5:
        return None
    return [*lines, (source, target), (source, f"In other words, {target}")], len(lines) + 1


DOCUMENT = (
    DocumentKind(name="repeated source, other words", inject=said_otherwise, checks=("inconsistent-target",)),
    DocumentKind(name="name spelt otherwise once", inject=name_spelt_otherwise, checks=("name-variant",)),
    DocumentKind(name="headline repeated", inject=headline_repeated, checks=("repeated-headline",)),
    DocumentKind(name="player shown", inject=player_shown, checks=("player",)),
    DocumentKind(name="label of the page left, no source", inject=label_left, checks=("site-furniture",)),
    DocumentKind(name="byline or date left, no source", inject=byline_left, checks=("byline-caption",)),
    DocumentKind(name="paragraph twice", inject=paragraph_twice, checks=("duplicate-paragraph",)),
    DocumentKind(
        name="sentence in Spanish, no source", inject=spanish_alone, checks=("untranslated",), bar=Severity.MAJOR
    ),
    DocumentKind(
        name="sentence missing",
        inject=sentence_missing,
        checks=("missing-sentence",),
        linked=True,
        bar=Severity.MAJOR,
    ),
    DocumentKind(
        name="sentence added", inject=sentence_added, checks=("extra-sentence",), linked=True, bar=Severity.MAJOR
    ),
    DocumentKind(name="no translation", inject=sentence_missing, checks=("empty",), bar=Severity.MAJOR),
    DocumentKind(
        name="another sentence's translation",
        inject=sentence_of_another,
        checks=("low-similarity", "low-quality", "model-error"),
        bar=Severity.MAJOR,
    ),
)
