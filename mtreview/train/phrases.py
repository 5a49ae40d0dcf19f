"""Families of errors in a sentence's parts: what is dropped or added by its part of speech."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mtreview.issue import Severity
from mtreview.train.edits import Edit, like, maybe
from mtreview.train.verbs import verb

if TYPE_CHECKING:
    from random import Random

    from mtreview.train.edits import Draft

_CONTENT: Final = frozenset("nvar")
_SHORTEST: Final = 3
_FEWEST: Final = 4
_PHRASE: Final = 6
_PREPOSITIONS: Final = frozenset({
    "in", "on", "at", "of", "from", "to", "for", "by", "with", "about", "into", "onto", "during", "since", "until",
    "through", "over", "under", "against", "between", "among", "after", "before", "within", "without", "around",
    "across", "towards", "near", "despite",
})  # fmt: skip
_CONJUNCTIONS: Final = frozenset({
    "and", "or", "but", "because", "although", "if", "while", "when", "that", "unless", "until", "so", "whereas", "as",
})  # fmt: skip
_FINITE: Final = frozenset({
    "is", "are", "was", "were", "has", "have", "had", "do", "does", "did", "can", "could", "will", "would", "may",
    "might", "must", "should",
})  # fmt: skip
_MOST_WIDER: Final = 3


def content(draft: Draft, rng: Random) -> Edit | None:
    """Drop one noun, verb, adjective or adverb."""
    if len(draft.words) < _FEWEST:
        return None
    kind = rng.choice("nvar")
    words = [at for at, word in enumerate(draft.words) if len(word.text) >= _SHORTEST]
    places = [at for at in words if draft.bank.kind(draft.words[at].text.lower()) == kind]
    if not places:
        return None
    at = rng.choice(places)
    return draft.over(at, at, "", Severity.MAJOR)


def phrase(draft: Draft, rng: Random) -> Edit | None:
    """Drop a preposition and what follows it."""
    places = [at for at, word in enumerate(draft.words) if at and word.text in _PREPOSITIONS]
    if not places:
        return None
    first = last = rng.choice(places)
    while last + 1 < len(draft.words) and last - first < _PHRASE:
        gap = draft.target[draft.words[last].end : draft.words[last + 1].start]
        if gap.strip() or draft.words[last + 1].text in _PREPOSITIONS | _FINITE | _CONJUNCTIONS:
            break
        last += 1
    return draft.over(first, last, "", Severity.MAJOR) if last > first else None


def conjunction(draft: Draft, rng: Random) -> Edit | None:
    """Drop a conjunction."""
    places = [at for at, word in enumerate(draft.words) if word.text.lower() in _CONJUNCTIONS]
    if not places or len(draft.words) < _FEWEST:
        return None
    at = rng.choice(places)
    return draft.over(at, at, "", Severity.MINOR)


def subject(draft: Draft, rng: Random) -> Edit | None:
    """Drop what stands before a finite verb: a pronoun, a noun, or all up to there."""
    places = [at for at, word in enumerate(draft.words) if at > 0 and (word.text in _FINITE or verb(draft, at))]
    if not places or len(draft.words) < _FEWEST:
        return None
    at = places[0] if maybe(rng, 0.6) else rng.choice(places)
    first = 0 if at <= _FEWEST and maybe(rng, 0.6) else at - 1
    if first or at + 1 >= len(draft.words):
        return draft.over(at - 1, at - 1, "", Severity.MAJOR)
    following = draft.words[at].text
    return draft.over(0, at, like("A", following), Severity.MAJOR)


def modifier(draft: Draft, rng: Random) -> Edit | None:
    """Put an adjective before a noun, or an adverb before a verb or an adjective."""
    places = [
        at for at, word in enumerate(draft.words) if at and draft.bank.kind(word.text.lower()) in _CONTENT - {"r"}
    ]
    if not places or not draft.bank.adjectives:
        return None
    at = rng.choice(places)
    noun = draft.bank.kind(draft.words[at].text.lower()) == "n"
    added = rng.choice(draft.bank.adjectives if noun else draft.bank.adverbs)
    start = draft.words[at].start
    return Edit(start=start, end=start, text=f"{added} ", severity=Severity.MAJOR)


def wider(draft: Draft, rng: Random) -> Edit | None:
    """Say less: a word for the wider kind of thing."""
    return _looked_up(draft, rng, "wider", Severity.MAJOR)


def contrary(draft: Draft, rng: Random) -> Edit | None:
    """Say the opposite, by an antonym that WordNet has."""
    return _looked_up(draft, rng, "opposites", rng.choice((Severity.MAJOR, Severity.CRITICAL)))


def root(draft: Draft, rng: Random) -> Edit | None:
    """Put a word of the same root and another part of speech."""
    return _looked_up(draft, rng, "derived", Severity.MINOR)


def _looked_up(draft: Draft, rng: Random, relation: str, severity: Severity) -> Edit | None:
    places = [at for at, word in enumerate(draft.words) if len(word.text) >= _SHORTEST and word.text.islower()]
    rng.shuffle(places)
    look_up = {"wider": draft.bank.wider, "opposites": draft.bank.opposites, "derived": draft.bank.derived}[relation]
    for at in places:
        word = draft.words[at].text
        if found := look_up(word)[:_MOST_WIDER]:
            return draft.over(at, at, rng.choice(found), severity)
    return None
