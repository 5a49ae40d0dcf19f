"""Errors of form, of terms and of whole documents, to put into good translations."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from mtreview.glossary import Glossary, load, occurrences
from mtreview.issue import Severity
from tests.benchmarks.injections import Kind, Pair, choose, put
from tests.checks.table import bundled

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

_COMMA = re.compile(r"(?<=[a-z]), (?=[a-z])")
_SPACE = re.compile(r"(?<=[a-z]) (?=[a-z])")
_ARTICLE = re.compile(r"\b(?:a(?= [bcdfgjklmnpqrstvwyz])|an(?= [aei]))")
_CLOSING = re.compile(r"[)\]”\"]")
_DECIMAL = re.compile(r"(?<=\d)\.(?=\d{1,2}\b(?!\.))")
_QUOTED = re.compile(r"[“\"]([^“”\"]{3,80})[”\"]")
_CAPITAL = re.compile(
    r"(?<=[a-z] )(?:January|February|April|June|July|August|September|October|November|December|Monday|Tuesday|"
    r"Wednesday|Thursday|Friday|Saturday|Sunday|Spanish|English|French|German|American|European|Mexican|Russian)\b"
)
_TAG = re.compile(r"</?[a-z][^<>]{0,200}>|%[sd]|\{\w*\}|%\(\w+\)s|`[^`]+`|<_:[^<>]+>")
_LINK = re.compile(r"https?://\S+|\b[\w.]+@[\w.]+\b|\bwww\.\S+")
_LATIN = {"a": "а", "e": "е", "o": "о", "c": "с", "p": "р"}


def inserted(pattern: re.Pattern[str], new: str) -> Callable[[Pair, Random], str | None]:
    """Return an injector that writes something in place of one match."""

    def inject(pair: Pair, rng: Random) -> str | None:
        match = choose(rng, list(pattern.finditer(pair.target)))
        return put(pair.target, *match.span(), match.expand(new)) if match else None

    return inject


def opening_mark(pair: Pair, rng: Random) -> str | None:
    """Keep the opening mark of a Spanish question."""
    del rng
    return f"¿{pair.target}" if pair.target.endswith("?") else None


def final_stop(pair: Pair, rng: Random) -> str | None:
    """Leave out the final mark."""
    del rng
    return pair.target[:-1] if pair.target[-1:] in ".!?" and pair.source[-1:] == pair.target[-1] else None


def article(pair: Pair, rng: Random) -> str | None:
    """Write a for an, or an for a."""
    match = choose(rng, list(_ARTICLE.finditer(pair.target)))
    return put(pair.target, *match.span(), "an" if match[0] == "a" else "a") if match else None


def capital(pair: Pair, rng: Random) -> str | None:
    """Write a day, month or nationality in lower case, as Spanish does."""
    match = choose(rng, list(_CAPITAL.finditer(pair.target)))
    return put(pair.target, *match.span(), match[0].lower()) if match else None


def mojibake(pair: Pair, rng: Random) -> str | None:
    """Read UTF-8 as Windows-1252."""
    del rng
    if pair.target.isascii():
        return None
    broken = pair.target.encode("utf-8").decode("cp1252", errors="replace")
    return None if "\ufffd" in broken else broken


def homoglyph(pair: Pair, rng: Random) -> str | None:
    """Write one Cyrillic letter that looks Latin."""
    places = list(re.finditer(r"(?<=[a-z])[aeocp](?=[a-z])", pair.target))
    match = choose(rng, places)
    return put(pair.target, *match.span(), _LATIN[match[0]]) if match else None


def link_altered(pair: Pair, rng: Random) -> str | None:
    """Change a letter of a link or an address."""
    match = choose(rng, list(_LINK.finditer(pair.target)))
    if match is None or match[0] not in pair.source:
        return None
    return put(pair.target, match.end() - 4, match.end() - 3, "q")


@cache
def _glossary() -> Glossary:
    return load(bundled())


def term_forbidden(pair: Pair, rng: Random) -> str | None:
    """Write a false friend for the right rendering of its cognate."""
    del rng
    for hit in _glossary().find_source(pair.source):
        found = occurrences(hit.concept.accepted, pair.target, hit.concept.case) if hit.concept.forbidden else ()
        if len(found) == 1:
            start, end, _ = found[0]
            return put(pair.target, start, end, hit.concept.forbidden[0])
    return None


def _institution(pair: Pair, new: Callable[[str, str], str]) -> str | None:
    for hit in _glossary().find_source(pair.source):
        concept = hit.concept
        if concept.domain != "institutions" or concept.do_not_translate:
            continue
        found = occurrences(concept.accepted, pair.target, concept.case)
        if len(found) == 1 and pair.target[found[0][0] : found[0][1]] != pair.source[hit.start : hit.end]:
            start, end, _ = found[0]
            return put(pair.target, start, end, new(pair.source[hit.start : hit.end], pair.target[start:end]))
    return None


def term_left(pair: Pair, rng: Random) -> str | None:
    """Leave the Spanish name of an institution."""
    del rng
    return _institution(pair, lambda source, _: source)


def term_wrong(pair: Pair, rng: Random) -> str | None:
    """Write another institution's name."""
    others = ["World Bank", "Red Cross", "Supreme Court", "Interpol"]
    return _institution(pair, lambda _, target: rng.choice([name for name in others if name != target]))


def furniture(pair: Pair, rng: Random) -> str | None:
    """Leave a label of the page at the end of a line."""
    label = rng.choice(["3 min de lectura", "Escuche esta historia", "Lea también:", "Compartir en Facebook"])
    return f"{pair.target} {label}"


FORM = (
    Kind(name="false friend", inject=term_forbidden, checks=("forbidden-term",)),
    Kind(name="institution left in Spanish", inject=term_left, checks=("untranslated-term",), bar=Severity.MINOR),
    Kind(name="institution replaced", inject=term_wrong, checks=("wrong-term",), bar=Severity.MINOR),
    Kind(name="label of the page left", inject=furniture, checks=("site-furniture",), bar=Severity.MINOR),
    Kind(name="opening mark kept", inject=opening_mark, checks=("spanish-punctuation",), bar=Severity.MINOR),
    Kind(
        name="guillemets kept", inject=inserted(_QUOTED, r"«\1»"), checks=("spanish-punctuation",), bar=Severity.MINOR
    ),
    Kind(
        name="decimal comma kept", inject=inserted(_DECIMAL, ","), checks=("spanish-punctuation",), bar=Severity.MINOR
    ),
    Kind(name="space doubled", inject=inserted(_SPACE, "  "), checks=("spacing",), bar=Severity.MINOR),
    Kind(name="space before a comma", inject=inserted(_COMMA, " , "), checks=("spacing",), bar=Severity.MINOR),
    Kind(name="space after a comma missing", inject=inserted(_COMMA, ","), checks=("spacing",), bar=Severity.MINOR),
    Kind(name="final mark dropped", inject=final_stop, bar=Severity.MINOR),
    Kind(name="closing mark dropped", inject=inserted(_CLOSING, ""), bar=Severity.MINOR),
    Kind(name="a for an, an for a", inject=article, bar=Severity.MINOR),
    Kind(name="day or nationality in lower case", inject=capital, bar=Severity.MINOR),
    Kind(name="mojibake", inject=mojibake, bar=Severity.MINOR),
    Kind(name="Cyrillic letter", inject=homoglyph, bar=Severity.MINOR),
    Kind(name="invisible character", inject=inserted(_SPACE, " \u200b"), bar=Severity.MINOR),
    Kind(name="tag or placeholder dropped", inject=inserted(_TAG, "")),
    Kind(name="link altered", inject=link_altered),
)
