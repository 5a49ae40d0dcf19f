"""Families of errors that put one word for another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mtreview.issue import Severity
from mtreview.text.names import mentions
from mtreview.train import wordings
from mtreview.train.bank import forms
from mtreview.train.edits import Edit, like, maybe

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

    from mtreview.train.edits import Draft

_SHORTEST: Final = 4
_SHORTEST_NAME: Final = 3
_RELATED: Final = 0.3
_LONGEST_RESIDUE: Final = 4


def _listed(draft: Draft, rng: Random, table: Mapping[str, tuple[str, ...]], severity: Severity) -> Edit | None:
    """Put a listed word for one that the target has."""
    places = [at for at, word in enumerate(draft.words) if word.text.lower() in table]
    if not places:
        return None
    at = rng.choice(places)
    word = draft.words[at].text
    return draft.over(at, at, like(word, rng.choice(table[word.lower()])), severity)


def antonym(draft: Draft, rng: Random) -> Edit | None:
    """Say the opposite."""
    return _listed(draft, rng, wordings.OPPOSITES, rng.choice((Severity.MAJOR, Severity.CRITICAL)))


def false_friend(draft: Draft, rng: Random) -> Edit | None:
    """Mistake a word for the one it looks like in Spanish."""
    return _listed(draft, rng, wordings.CONFUSED, Severity.MAJOR)


def modality(draft: Draft, rng: Random) -> Edit | None:
    """Put one modal verb for another."""
    return _listed(draft, rng, wordings.MODALS, Severity.MAJOR)


def function_word(draft: Draft, rng: Random) -> Edit | None:
    """Change or drop an article, preposition or conjunction."""
    edit = _listed(draft, rng, wordings.FUNCTION, Severity.MINOR)
    if edit is None or maybe(rng, 0.5):
        return edit
    places = [at for at, word in enumerate(draft.words) if word.text.lower() in wordings.FUNCTION]
    at = rng.choice(places)
    return draft.over(at, at, "", Severity.MINOR)


def pronoun(draft: Draft, rng: Random) -> Edit | None:
    """Change who is meant."""
    return _listed(draft, rng, wordings.PRONOUNS, Severity.MAJOR)


def form(draft: Draft, rng: Random) -> Edit | None:
    """Change tense, aspect or number: another form of the same word."""
    places = [at for at, word in enumerate(draft.words) if word.text.islower() and forms(word.text)]
    if not places:
        return None
    at = rng.choice(places)
    other = rng.choice(forms(draft.words[at].text)[:4])
    return draft.over(at, at, other, Severity.MINOR)


def neighbour(draft: Draft, rng: Random) -> Edit | None:
    """Put a word that is used alike, such as a narrower or a wider one."""
    places = [at for at, word in enumerate(draft.words) if len(word.text) >= _SHORTEST and word.text.isalpha()]
    rng.shuffle(places)
    for at in places[:5]:
        word = draft.words[at].text
        if word[0].isupper() and at:
            continue
        near = draft.bank.neighbours(word.lower())
        if near:
            return draft.over(at, at, like(word, rng.choice(near)), Severity.MAJOR)
    return None


def name(draft: Draft, rng: Random) -> Edit | None:
    """Put another name, or misspell this one."""
    found = [word for run in mentions(draft.target) for word in run if word.start and len(word.text) >= _SHORTEST_NAME]
    if not found:
        return None
    word = rng.choice(found)
    other = rng.choice(draft.bank.names) if maybe(rng, 0.7) else misspelt(word.text, rng)
    return Edit(start=word.start, end=word.end, text=other, severity=Severity.MAJOR) if other != word.text else None


_EXCHANGED: Final = 2


def misspelt(word: str, rng: Random) -> str:
    """Return a word with one letter dropped, doubled, exchanged or replaced."""
    at = rng.randrange(1, len(word))
    kind = rng.randrange(4)
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + word[at] + word[at:]
    if kind == _EXCHANGED and at + 1 < len(word):
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + rng.choice("aeiorstln") + word[at + 1 :]


def spelling(draft: Draft, rng: Random) -> Edit | None:
    """Misspell a word."""
    places = [at for at, word in enumerate(draft.words) if len(word.text) > _SHORTEST and word.text.islower()]
    if not places:
        return None
    at = rng.choice(places)
    return draft.over(at, at, misspelt(draft.words[at].text, rng), Severity.MINOR)


_SPELT: Final = (
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty", "thirty",
    "fifty", "hundred", "thousand", "million", "billion",
)  # fmt: skip


def number(draft: Draft, rng: Random) -> Edit | None:
    """Change a figure or a number word."""
    places = [at for at, word in enumerate(draft.words) if any(map(str.isdigit, word.text)) or word.text in _SPELT]
    if not places:
        return None
    at = rng.choice(places)
    word = draft.words[at].text
    spelt = [other for other in _SPELT if other != word]
    other = rng.choice(spelt) if word in _SPELT else _other_figure(word, rng)
    return draft.over(at, at, other, Severity.CRITICAL if maybe(rng, 0.5) else Severity.MAJOR)


def _other_figure(word: str, rng: Random) -> str:
    digits = [at for at, char in enumerate(word) if char.isdigit()]
    kind = rng.choices(("longer", "exchanged", "changed"), (0.2, 0.2, 0.6))[0]
    if kind == "longer":
        return word[: digits[-1] + 1] + "0" + word[digits[-1] + 1 :]
    if kind == "exchanged" and len(digits) > 1:
        first, second = digits[0], digits[1]
        if word[first] != word[second]:
            return word[:first] + word[second] + word[first + 1 : second] + word[first] + word[second + 1 :]
    at = rng.choice(digits)
    return word[:at] + rng.choice([digit for digit in "123456789" if digit != word[at]]) + word[at + 1 :]


def residue(draft: Draft, rng: Random) -> Edit | None:
    """Leave words of the source in place of their translation."""
    if not draft.source_words or not draft.words:
        return None
    for _ in range(6):
        first = rng.randrange(len(draft.source_words))
        last = min(first + rng.randrange(_LONGEST_RESIDUE), len(draft.source_words) - 1)
        found = [_counterpart(draft, at) for at in range(first, last + 1)]
        places = [at for at in found if at is not None]
        if not places or max(places) - min(places) > last - first + 2:
            continue
        left = draft.source[draft.source_words[first].start : draft.source_words[last].end]
        edit = draft.over(min(places), max(places), left, Severity.MAJOR)
        if draft.target[edit.start : edit.end].lower() != left.lower():
            return edit
    return None


def _counterpart(draft: Draft, at: int) -> int | None:
    """Return the target word nearest to a source word in the encoder's vocabulary, where one is near."""
    vector = draft.bank.vector(draft.source_words[at].text.lower())
    near = [float(draft.bank.vector(word.text.lower()) @ vector) for word in draft.words]
    best = max(range(len(near)), key=near.__getitem__)
    return best if near[best] > _RELATED else None
