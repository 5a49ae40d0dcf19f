"""Errors of form, of terms and of whole documents, to put into good translations."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from mtreview.glossary import Glossary, load, occurrences
from mtreview.issue import Severity
from tests.benchmarks.injections import Kind, Pair, choose, put, swapped
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
_SUBJECT = re.compile(r"It (is|was|has|will|seems)\b(?! been)")
_AGREEING = re.compile(
    r"(?<= (?:two|six|ten) year)s\b|(?<= (?:four|five|nine) year)s\b|(?<= (?:three|seven|eight) year)s\b"
)
_CALQUES = {
    "depends on": "depends of", "consists of": "consists on", "according to": "according with",
    "married to": "married with",
    "interested in": "interested on", "despite": "despite of", "said that": "assured that",
}  # fmt: skip
_CAPITAL = re.compile(
    r"(?<=[a-z] )(?:January|February|April|June|July|August|September|October|November|December|Monday|Tuesday|"
    r"Wednesday|Thursday|Friday|Saturday|Sunday|Spanish|English|French|German|American|European|Mexican|Russian)\b"
)


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


def subject(pair: Pair, rng: Random) -> str | None:
    """Leave out the subject that Spanish does not have."""
    del rng
    match = _SUBJECT.match(pair.target)
    return f"{match[1].capitalize()}{pair.target[match.end() :]}" if match else None


def capital(pair: Pair, rng: Random) -> str | None:
    """Write a day, month or nationality in lower case, as Spanish does."""
    match = choose(rng, list(_CAPITAL.finditer(pair.target)))
    return put(pair.target, *match.span(), match[0].lower()) if match else None


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


def _named(pair: Pair, domain: str, new: Callable[[str, str], str]) -> str | None:
    for hit in _glossary().find_source(pair.source):
        concept = hit.concept
        if concept.domain != domain or concept.do_not_translate:
            continue
        found = occurrences(concept.accepted, pair.target, concept.case)
        if len(found) == 1 and pair.target[found[0][0] : found[0][1]] != pair.source[hit.start : hit.end]:
            start, end, _ = found[0]
            return put(pair.target, start, end, new(pair.source[hit.start : hit.end], pair.target[start:end]))
    return None


def term_left(pair: Pair, rng: Random) -> str | None:
    """Leave the Spanish name of an institution."""
    del rng
    return _named(pair, "institutions", lambda source, _: source)


def place_left(pair: Pair, rng: Random) -> str | None:
    """Leave the Spanish name of a country or a city."""
    del rng
    return _named(pair, "names", lambda source, _: source)


def term_wrong(pair: Pair, rng: Random) -> str | None:
    """Write another institution's name."""
    others = ["World Bank", "Red Cross", "Supreme Court", "Interpol"]
    return _named(pair, "institutions", lambda _, target: rng.choice([name for name in others if name != target]))


def furniture(pair: Pair, rng: Random) -> str | None:
    """Leave a label of the page at the end of a line."""
    label = rng.choice(["3 min de lectura", "Escuche esta historia", "Lea también:", "Compartir en Facebook"])
    return f"{pair.target} {label}"


FORM = (
    Kind(name="false friend", inject=term_forbidden, checks=("forbidden-term",)),
    Kind(name="institution left in Spanish", inject=term_left, checks=("untranslated-term",), bar=Severity.MINOR),
    Kind(name="place left in Spanish", inject=place_left, checks=("untranslated-term",), bar=Severity.MINOR),
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
    Kind(name="final mark dropped", inject=final_stop, checks=("final-mark",), bar=Severity.MINOR),
    Kind(
        name="closing mark dropped", inject=inserted(_CLOSING, ""), checks=("unpaired", "quotation"), bar=Severity.MINOR
    ),
    Kind(name="a for an, an for a", inject=article, checks=("article-form",), bar=Severity.MINOR),
    Kind(name="day or nationality in lower case", inject=capital, checks=("capitalisation",), bar=Severity.MINOR),
    Kind(name="subject dropped", inject=subject, checks=("missing-subject",), bar=Severity.MINOR),
    Kind(
        name="number of a noun or verb changed",
        inject=inserted(_AGREEING, ""),
        checks=("agreement",),
        bar=Severity.MINOR,
    ),
    Kind(name="calque", inject=swapped(_CALQUES), checks=("calque",), bar=Severity.MINOR),
)
