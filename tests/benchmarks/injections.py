"""Errors to put into good translations, each with the checks it is meant for and how badly it counts.

An injector takes a pair and a random generator and returns the broken target, or None where the pair has no place for
its error. What a rule cannot see stands here too, so that the figures say so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from wordfreq import zipf_frequency

from mtreview.issue import Severity
from mtreview.text.tokens import words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

    from mtreview.text.tokens import Token


class Pair(NamedTuple):
    """Hold a good translation."""

    source: str
    target: str


@dataclass(frozen=True, kw_only=True)
class Kind:
    """Name one error.

    Attributes:
        checks: ids of the checks that are for it; empty where no rule is.
        bar: an issue counts as having found it from this severity on.
    """

    name: str
    inject: Callable[[Pair, Random], str | None]
    checks: tuple[str, ...] = ()
    bar: Severity = Severity.MAJOR


_FIGURES = re.compile(r"(?<![\w.,])\d[\d.,]*(?<=\d)(?![\w-])")
_RUN, _INNER = re.compile(r"\d+"), re.compile(r"(?<=\d)[.,\s](?=\d)")
_LOWER = re.compile(r"(?<![\w'’-])[a-z]{4,}(?![\w'’-])")
_SPANISH = re.compile(r"(?<![\w-])[a-záéíóúüñ]{4,}(?![\w-])")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{4,}(?![\w'’-])")
_NO_NAME = re.compile(r"(?:al|or|ion|ive)$")
_DENIALS = (
    (re.compile(r"\b(do|does|did|is|are|was|were|has|have|had|could|would|should|must|need)n['’]t\b"), r"\1"),
    (re.compile(r"\bcan(?:not|['’]t)\b"), "can"),
    (re.compile(r"\bwon['’]t\b"), "will"),
    (re.compile(r" not\b"), ""),
    (re.compile(r"\bnever "), ""),
    (re.compile(r"\b[Nn]o (?=[a-z])"), ""),
)
_SPANISH_DENIAL = re.compile(r"\b(?:no|nunca|jamás|ni|sin|nadie|nada|ning[uú]n\w*|tampoco)\b", re.IGNORECASE)
_AFFIRMED = re.compile(r"\b(is|are|was|were|will|can|could|should|must|would)\b(?! not\b|n['’]t| no\b)")
_SCALES = {"million": "billion", "billion": "million", "thousand": "million", "millions": "billions"}
_PRONOUNS = {"he": "she", "she": "he", "his": "her", "him": "her", "himself": "herself", "herself": "himself"}
_PERSONS = {
    "mother": "father", "father": "mother", "sister": "brother", "brother": "sister", "wife": "husband",
    "husband": "wife", "daughter": "son", "son": "daughter", "woman": "man", "women": "men", "queen": "king",
    "girl": "boy", "boy": "girl", "uncle": "aunt", "aunt": "uncle",
}  # fmt: skip
_OPPOSITES = {
    "increase": "decrease", "increased": "decreased", "rise": "fall", "rose": "fell", "more": "less", "before": "after",
    "after": "before", "first": "last", "high": "low", "higher": "lower", "good": "bad", "new": "old", "won": "lost",
    "always": "never", "all": "some", "with": "without", "against": "for", "above": "below", "best": "worst",
}  # fmt: skip


def choose(rng: Random, places: Sequence[re.Match[str]]) -> re.Match[str] | None:
    """Return one of some matches, None where there is none."""
    return rng.choice(places) if places else None


def put(text: str, start: int, end: int, new: str) -> str:
    """Return a text with something in place of a part of it."""
    return text[:start] + new + text[end:]


def swapped(table: dict[str, str]) -> Callable[[Pair, Random], str | None]:
    """Return an injector that puts one word of a table for another."""
    keys = "|".join(map(re.escape, sorted(table, key=len, reverse=True)))
    pattern = re.compile(rf"(?<![^\W\d_])(?:{keys})(?![^\W\d_])")

    def inject(pair: Pair, rng: Random) -> str | None:
        match = choose(rng, list(pattern.finditer(pair.target)))
        return put(pair.target, *match.span(), table[match[0]]) if match else None

    return inject


def number_changed(pair: Pair, rng: Random) -> str | None:
    """Change one digit of a number."""
    match = choose(rng, list(_FIGURES.finditer(pair.target)))
    if match is None:
        return None
    at = rng.choice([index for index in range(*match.span()) if pair.target[index].isdigit()])
    others = [digit for digit in "123456789" if digit != pair.target[at]]
    return put(pair.target, at, at + 1, rng.choice(others))


def number_dropped(pair: Pair, rng: Random) -> str | None:
    """Leave out a number of two figures or more whose figures the source has too: another one may be a conversion."""
    said = set(_RUN.findall(_INNER.sub("", pair.source)))
    places = [place for place in _FIGURES.finditer(pair.target) if len(place[0]) > 1]
    match = choose(rng, [place for place in places if _INNER.sub("", place[0]) in said])
    return put(pair.target, *match.span(), "").replace("  ", " ").strip() if match else None


def copied(pair: Pair, rng: Random) -> str | None:
    """Leave the source as it is."""
    del rng
    enough = len(words(pair.source)) > 2
    return pair.source if enough and pair.source != pair.target else None


def word_left(pair: Pair, rng: Random) -> str | None:
    """Leave one Spanish word, which English does not have, for an English one."""
    spanish = [
        match[0]
        for match in _SPANISH.finditer(pair.source)
        if zipf_frequency(match[0], "es") >= 2 and zipf_frequency(match[0], "es") - zipf_frequency(match[0], "en") >= 2
    ]
    match = choose(rng, list(_LOWER.finditer(pair.target)))
    return put(pair.target, *match.span(), rng.choice(spanish)) if match and spanish else None


def phrase_left(pair: Pair, rng: Random) -> str | None:
    """Leave four Spanish words for four English ones."""
    spanish, english = words(pair.source), words(pair.target)
    if min(len(spanish), len(english)) < 8:
        return None
    first, at = rng.randrange(2, len(spanish) - 4), rng.randrange(2, len(english) - 4)
    phrase = pair.source[spanish[first].start : spanish[first + 3].end]
    return put(pair.target, english[at].start, english[at + 3].end, phrase)


def _names(pair: Pair) -> list[re.Match[str]]:
    """Return the names that both sides write alike, without "General", "Hospital" and other words of both."""
    shared = set(re.findall(r"\b[A-Z][a-z]{4,}\b", pair.source))
    return [match for match in _NAME.finditer(pair.target) if match[0] in shared and not _NO_NAME.search(match[0])]


def name_altered(pair: Pair, rng: Random) -> str | None:
    """Change a letter in a name that both sides write alike."""
    match = choose(rng, _names(pair))
    if match is None:
        return None
    at = rng.randrange(1, len(match[0]))
    letter = rng.choice([other for other in "abdegiklmnoprstu" if other != match[0][at]])
    return put(pair.target, match.start() + at, match.start() + at + 1, letter)


def name_dropped(pair: Pair, rng: Random) -> str | None:
    """Leave out a name that both sides write alike."""
    match = choose(rng, _names(pair))
    return put(pair.target, match.start(), match.end() + 1, "").strip() if match else None


def name_replaced(pair: Pair, rng: Random) -> str | None:
    """Write another person or place for a name that both sides write alike."""
    match = choose(rng, _names(pair))
    return put(pair.target, *match.span(), rng.choice(["Hopkins", "Valdivia", "Turner", "Aranda"])) if match else None


def negation_dropped(pair: Pair, rng: Random) -> str | None:
    """Leave out the only negation of a sentence whose source denies something."""
    del rng
    places = [(pattern, new) for pattern, new in _DENIALS if pattern.search(pair.target)]
    if len(places) != 1 or not _SPANISH_DENIAL.search(pair.source):
        return None
    pattern, new = places[0]
    return pattern.sub(new, pair.target) if len(pattern.findall(pair.target)) == 1 else None


def negation_added(pair: Pair, rng: Random) -> str | None:
    """Deny what the source states."""
    if _SPANISH_DENIAL.search(pair.source):
        return None
    match = choose(rng, list(_AFFIRMED.finditer(pair.target)))
    return put(pair.target, match.end(), match.end(), " not") if match else None


def _cut(pair: Pair, first: int, last: int, found: Sequence[Token]) -> str:
    text = put(pair.target, found[first].start, found[last].end, "")
    return re.sub(r"\s+([,.;:!?])", r"\1", re.sub(r"\s{2,}", " ", text)).strip()


def word_dropped(pair: Pair, rng: Random) -> str | None:
    """Leave out one content word."""
    found = words(pair.target)
    places = [index for index, word in enumerate(found) if _LOWER.fullmatch(word.text)]
    if not places:
        return None
    at = rng.choice(places)
    return _cut(pair, at, at, found)


def half_dropped(pair: Pair, rng: Random) -> str | None:
    """Leave out half of the words, from the middle."""
    found = words(pair.target)
    if len(found) < 10:
        return None
    first = rng.randrange(1, len(found) // 2)
    return _cut(pair, first, first + len(found) // 2 - 1, found)


def truncated(pair: Pair, rng: Random) -> str | None:
    """Break off in the middle."""
    found = words(pair.target)
    if len(found) < 10:
        return None
    return pair.target[: found[rng.randrange(len(found) * 2 // 5, len(found) * 3 // 5)].end]


def sentence_added(pair: Pair, rng: Random) -> str | None:
    """Add a sentence that the source does not have."""
    del rng
    return f"{pair.target} The mayor of the next town had promised a new bridge by the end of the summer."


def broken_off(pair: Pair, rng: Random) -> str | None:
    """Break off shortly before the end, after an article or preposition."""
    del rng
    ends = list(re.finditer(r"\b(?:the|of|a|to|in|for|with|and|by|from|at) ", pair.target))
    last = ends[-1] if ends and len(words(pair.target)) > 7 else None
    return pair.target[: last.end() - 1] if last and last.start() > 20 else None


def word_repeated(pair: Pair, rng: Random) -> str | None:
    """Write a word twice."""
    found = [word for word in words(pair.target) if word.text.isalpha() and word.text.islower()]
    if not found:
        return None
    word = rng.choice(found)
    return put(pair.target, word.end, word.end, f" {word.text}")


def phrase_repeated(pair: Pair, rng: Random) -> str | None:
    """Write a phrase of four words three times."""
    found = words(pair.target)
    if len(found) < 8:
        return None
    first = rng.randrange(1, len(found) - 5)
    phrase = pair.target[found[first].start : found[first + 3].end]
    return put(pair.target, found[first + 3].end, found[first + 3].end, f" {phrase} {phrase}")


MEANING = (
    Kind(name="number changed", inject=number_changed, checks=("number-mismatch",)),
    Kind(name="number dropped", inject=number_dropped, checks=("number-mismatch",)),
    Kind(name="scale changed", inject=swapped(_SCALES), checks=("number-mismatch",)),
    Kind(name="source left whole", inject=copied, checks=("untranslated",)),
    Kind(name="Spanish phrase left", inject=phrase_left, checks=("untranslated",)),
    Kind(name="Spanish word left", inject=word_left, checks=("untranslated",)),
    Kind(name="name altered", inject=name_altered, checks=("name-mismatch",)),
    Kind(name="name dropped", inject=name_dropped, checks=("name-mismatch",), bar=Severity.MINOR),
    Kind(name="name replaced", inject=name_replaced, checks=("name-mismatch",)),
    Kind(name="negation dropped", inject=negation_dropped, checks=("negation",)),
    Kind(name="negation added", inject=negation_added, checks=("negation",)),
    Kind(name="pronoun's gender changed", inject=swapped(_PRONOUNS), checks=("gender",)),
    Kind(name="man put for woman, woman for man", inject=swapped(_PERSONS), checks=("gender",)),
    Kind(name="opposite put", inject=swapped(_OPPOSITES), checks=("opposite",)),
    Kind(name="word dropped", inject=word_dropped),
    Kind(name="half of the words dropped", inject=half_dropped, checks=("length", "omission")),
    Kind(name="sentence added to the end", inject=sentence_added, checks=("addition", "length")),
    Kind(name="truncated in the middle", inject=truncated, checks=("length", "truncated")),
    Kind(name="broken off before the end", inject=broken_off, checks=("truncated",)),
    Kind(name="word repeated", inject=word_repeated, checks=("doubled-word",), bar=Severity.MINOR),
    Kind(name="phrase repeated", inject=phrase_repeated, checks=("repeated-text",), bar=Severity.MINOR),
)
