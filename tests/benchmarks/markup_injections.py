"""Errors of markup and of single characters, to put into good translations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtreview.issue import Severity
from tests.benchmarks.injections import Kind, Pair, choose, put

if TYPE_CHECKING:
    from random import Random

_TAG = re.compile(r"</?[a-z][^<>]{0,200}>|<_:[^<>]{1,80}/>")
_CLOSING_TAG = re.compile(r"</[a-z]+>")
_PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[sd]\b|\{\w{1,30}\}|\$\{\w+\}")
_LINK = re.compile(r"https?://[\w./-]+\w|\b[\w.]+@[\w.]+\w|(?<=\]\()[\w./#-]{5,}(?=\))")
_LETTER = re.compile(r"(?<=[a-z])[aeocp](?=[a-z])")
_GAP = re.compile(r"(?<=[a-z]) (?=[a-z])")
_LATIN = {"a": "\u0430", "e": "\u0435", "o": "\u043e", "c": "\u0441", "p": "\u0440"}


def _kept(pattern: re.Pattern[str], pair: Pair, rng: Random) -> re.Match[str] | None:
    """Return one of the matches in the target that the source has too."""
    return choose(rng, [match for match in pattern.finditer(pair.target) if match[0] in pair.source])


def tag_dropped(pair: Pair, rng: Random) -> str | None:
    """Leave a tag out."""
    match = _kept(_TAG, pair, rng)
    return put(pair.target, *match.span(), "") if match else None


def tag_left_open(pair: Pair, rng: Random) -> str | None:
    """Lose the slash of a closing tag."""
    match = _kept(_CLOSING_TAG, pair, rng)
    return put(pair.target, match.start() + 1, match.start() + 2, "") if match else None


def placeholder_dropped(pair: Pair, rng: Random) -> str | None:
    """Leave a placeholder out."""
    match = _kept(_PLACEHOLDER, pair, rng)
    return put(pair.target, *match.span(), "") if match else None


def placeholder_broken(pair: Pair, rng: Random) -> str | None:
    """Put a space into a placeholder, as machines do."""
    match = _kept(_PLACEHOLDER, pair, rng)
    return put(pair.target, match.start() + 1, match.start() + 1, " ") if match else None


def link_altered(pair: Pair, rng: Random) -> str | None:
    """Change a letter of an address."""
    match = _kept(_LINK, pair, rng)
    if match is None:
        return None
    at = match.end() - 3
    return put(pair.target, at, at + 1, "q" if pair.target[at] != "q" else "z")


def mojibake(pair: Pair, rng: Random) -> str | None:
    """Read UTF-8 as Windows-1252."""
    del rng
    if pair.target.isascii():
        return None
    broken = pair.target.encode("utf-8").decode("cp1252", errors="replace")
    return None if "\ufffd" in broken else broken


def homoglyph(pair: Pair, rng: Random) -> str | None:
    """Write one Cyrillic letter that looks Latin."""
    match = choose(rng, list(_LETTER.finditer(pair.target)))
    return put(pair.target, *match.span(), _LATIN[match[0]]) if match else None


def unseen(pair: Pair, rng: Random) -> str | None:
    """Put a zero-width space into the text."""
    match = choose(rng, list(_GAP.finditer(pair.target)))
    return put(pair.target, match.end(), match.end(), "\u200b") if match else None


def entity(pair: Pair, rng: Random) -> str | None:
    """Write an apostrophe as an HTML entity."""
    match = choose(rng, list(re.finditer(r"(?<=[a-z])['’](?=[a-z])", pair.target)))
    return put(pair.target, *match.span(), "&#39;") if match else None


def newline_added(pair: Pair, rng: Random) -> str | None:
    """Write a line break as an escape."""
    match = choose(rng, list(_GAP.finditer(pair.target)))
    return put(pair.target, *match.span(), "\\n") if match else None


def edge(pair: Pair, rng: Random) -> str | None:
    """Begin or end with a space."""
    return f" {pair.target}" if rng.random() < 0.5 else f"{pair.target} "


CHARACTERS = (
    Kind(name="mojibake", inject=mojibake, checks=("mojibake",), bar=Severity.MINOR),
    Kind(name="Cyrillic letter", inject=homoglyph, checks=("invisible",), bar=Severity.MINOR),
    Kind(name="zero-width space", inject=unseen, checks=("invisible",), bar=Severity.MINOR),
    Kind(name="HTML entity", inject=entity, checks=("escapes",), bar=Severity.MINOR),
    Kind(name="escape added", inject=newline_added, checks=("escapes",), bar=Severity.MINOR),
    Kind(name="space at an edge", inject=edge, checks=("edge-space",), bar=Severity.MINOR),
)

MARKUP = (
    Kind(name="tag dropped", inject=tag_dropped, checks=("tags",)),
    Kind(name="tag left open", inject=tag_left_open, checks=("tags",)),
    Kind(name="placeholder dropped", inject=placeholder_dropped, checks=("placeholders",)),
    Kind(name="placeholder broken", inject=placeholder_broken, checks=("placeholders",)),
    Kind(name="address altered", inject=link_altered, checks=("links",)),
)
