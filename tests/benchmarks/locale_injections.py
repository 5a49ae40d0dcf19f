"""Errors of locale, spelling, acronyms and quotation, to put into good translations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wordfreq import zipf_frequency

from mtreview.issue import Severity
from tests.benchmarks.injections import Kind, Pair, choose, put

if TYPE_CHECKING:
    from random import Random

_ACRONYM = re.compile(r"\b[A-Z]{3,5}\b")
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr)\.? (?=[A-Z])")
_SPANISH_TITLES = {"Mr": "Sr. ", "Mrs": "Sra. ", "Ms": "Sra. ", "Dr": "Dra. "}
_DATE = re.compile(
    r"\b(January|February|March|April|May|June|July|August|September|October|November|December) (\d{1,2})\b(?!\d)"
)
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3},\d{3}(?![\d.,])")
_BILLION = re.compile(r"(?<=\d) billion\b")
_QUOTE = re.compile(r"[\"“”]")
_SAID = re.compile(r"(?:^|(?<=[\s(\[—–]))[\"“](?=\S)[^\"“”]{40,}[\"”]")
_DICHO = re.compile(r"(?:^|(?<=[\s(\[—–]))[\"“«](?=\S)[^\"“”«»]{40,}[\"”»]")
_WORD = re.compile(r"(?<![\w'’-])[a-z]{7,}(?![\w'’-])")
_COMMON = 4.0


def acronym_altered(pair: Pair, rng: Random) -> str | None:
    """Swap two letters of an acronym that both sides have."""
    match = choose(rng, [match for match in _ACRONYM.finditer(pair.target) if match[0] in pair.source])
    if match is None or match[0][1] == match[0][2]:
        return None
    return put(pair.target, match.start() + 1, match.start() + 3, match[0][2] + match[0][1])


def title_left(pair: Pair, rng: Random) -> str | None:
    """Leave the Spanish abbreviation of a title."""
    match = choose(rng, list(_TITLE.finditer(pair.target)))
    return put(pair.target, *match.span(), _SPANISH_TITLES[match[0].rstrip(". ")]) if match else None


def date_of(pair: Pair, rng: Random) -> str | None:
    """Write a date word for word: the 5 of March."""
    match = choose(rng, list(_DATE.finditer(pair.target)))
    return put(pair.target, *match.span(), f"the {match[2]} of {match[1]}") if match else None


def point_of_thousands(pair: Pair, rng: Random) -> str | None:
    """Write 12.500 for 12,500, as the source does."""
    places = [m for m in _THOUSANDS.finditer(pair.target) if m[0].replace(",", ".") in pair.source]
    match = choose(rng, places)
    return put(pair.target, *match.span(), match[0].replace(",", ".")) if match else None


def thousand_million(pair: Pair, rng: Random) -> str | None:
    """Write thousand million for billion."""
    match = choose(rng, list(_BILLION.finditer(pair.target)))
    return put(pair.target, *match.span(), " thousand million") if match else None


def quotation_marks(pair: Pair, rng: Random) -> str | None:
    """Lose the quotation marks of a long quotation, which is not what stands between two short ones."""
    del rng
    both = _SAID.search(pair.target) and _DICHO.search(pair.source)
    return _QUOTE.sub("", pair.target) if both else None


def letter_dropped(pair: Pair, rng: Random) -> str | None:
    """Lose a letter inside a common word, so that no other word comes of it."""
    match = choose(rng, [m for m in _WORD.finditer(pair.target) if zipf_frequency(m[0], "en") >= _COMMON])
    if match is None:
        return None
    at = rng.randrange(match.start() + 1, match.end() - 1)
    broken = match[0][: at - match.start()] + match[0][at - match.start() + 1 :]
    return put(pair.target, at, at + 1, "") if not zipf_frequency(broken, "en") else None


LOCALE = (
    Kind(name="acronym misspelt", inject=acronym_altered, checks=("acronym",)),
    Kind(name="abbreviated title left", inject=title_left, checks=("abbreviation",), bar=Severity.MINOR),
    Kind(name="date word for word", inject=date_of, checks=("date-format",), bar=Severity.MINOR),
    Kind(name="point of thousands kept", inject=point_of_thousands, checks=("number-format",), bar=Severity.MINOR),
    Kind(name="thousand million kept", inject=thousand_million, checks=("number-format",), bar=Severity.MINOR),
    Kind(name="quotation marks lost", inject=quotation_marks, checks=("quotation",), bar=Severity.MINOR),
    Kind(name="letter dropped", inject=letter_dropped, checks=("spelling",), bar=Severity.MINOR),
)
