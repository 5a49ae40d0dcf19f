"""Families of errors that drop, add, repeat or move words, and those of marks and capitals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mtreview.issue import Severity
from mtreview.train import wordings
from mtreview.train.edits import Edit, like, maybe

if TYPE_CHECKING:
    from random import Random

    from mtreview.train.edits import Draft

_CLAUSE: Final = 4


def omission(draft: Draft, rng: Random) -> Edit | None:
    """Drop one to seven words, none of them all."""
    count = len(draft.words)
    if count < _CLAUSE:
        return None
    span = min(rng.choice((1, 1, 1, 2, 2, 3, 4, 5, 7)), count // 2)
    first = rng.randrange(count - span + 1)
    dropped = [word.text.lower() for word in draft.words[first : first + span]]
    content = [word for word in dropped if len(word) >= _CLAUSE or any(map(str.isdigit, word))]
    severity = Severity.MINOR if not content else Severity.CRITICAL if len(content) >= _CLAUSE else Severity.MAJOR
    return draft.over(first, first + span - 1, "", severity)


def truncation(draft: Draft, rng: Random) -> Edit | None:
    """Stop before the end."""
    count = len(draft.words)
    if count < 2 * _CLAUSE:
        return None
    kept = rng.randrange(count // 3, count - 3)
    end = len(draft.target) if maybe(rng, 0.6) else draft.words[-1].end
    return Edit(start=draft.words[kept].end, end=end, text="", severity=Severity.CRITICAL)


def addition(draft: Draft, rng: Random) -> Edit | None:
    """Add words that the source does not have: a filler, a phrase of another sentence, or a continuation."""
    if not draft.words:
        return None
    other = rng.choice(draft.bank.targets).split()
    kind = rng.choices(("filler", "phrase", "continuation"), (0.3, 0.4, 0.3))[0]
    if kind == "filler":
        words, severity = rng.choice(wordings.FILLERS), Severity.MAJOR
    elif kind == "phrase" and len(other) > _CLAUSE:
        span = rng.randrange(1, 5)
        first = rng.randrange(len(other) - span + 1)
        words, severity = " ".join(other[first : first + span]).strip(".,;:?!"), Severity.MAJOR
    else:
        return _continuation(draft, other, rng)
    at = draft.words[rng.randrange(len(draft.words))].start
    return Edit(start=at, end=at, text=words + " ", severity=severity) if words else None


def _continuation(draft: Draft, other: list[str], rng: Random) -> Edit:
    span = " ".join(other[-rng.randrange(3, 14) :]).rstrip(".?!")
    at = draft.words[-1].end
    joint = rng.choice((", ", " and ", " ", ". "))
    return Edit(start=at, end=at, text=joint + span, severity=Severity.CRITICAL)


def negation(draft: Draft, rng: Random) -> Edit | None:
    """Drop a negation, or put one."""
    negative = [at for at, word in enumerate(draft.words) if word.text.lower() in {"not", "no", "never", "cannot"}]
    if negative:
        at = rng.choice(negative)
        word = draft.words[at].text
        text = {"no": "some", "cannot": "can", "never": "always"}.get(word.lower(), "")
        return draft.over(at, at, like(word, text), Severity.CRITICAL)
    verbs = [at for at, word in enumerate(draft.words) if word.text.lower() in wordings.AUXILIARIES]
    if not verbs:
        return None
    end = draft.words[rng.choice(verbs)].end
    return Edit(start=end, end=end, text=rng.choice((" not", " not", " never")), severity=Severity.CRITICAL)


def repetition(draft: Draft, rng: Random) -> Edit | None:
    """Say a word or phrase twice or more often."""
    if len(draft.words) <= 1:
        return None
    span = min(rng.choice((1, 1, 2, 3, 4, 6)), len(draft.words))
    first = rng.randrange(len(draft.words) - span + 1)
    start, end = draft.words[first].start, draft.words[first + span - 1].end
    times = rng.choice((1, 1, 1, 2, 4))
    severity = Severity.MINOR if span == times == 1 else Severity.MAJOR
    return Edit(start=end, end=end, text=(" " + draft.target[start:end]) * times, severity=severity)


def order(draft: Draft, rng: Random) -> list[Edit] | None:
    """Exchange two neighbouring words, or move one."""
    if len(draft.words) < _CLAUSE:
        return None
    first = rng.randrange(len(draft.words) - 1)
    second = min(first + rng.choice((1, 1, 1, 2, 4)), len(draft.words) - 1)
    left, right = draft.words[first].text, draft.words[second].text
    if left.lower() == right.lower():
        return None
    severity = Severity.MINOR if second == first + 1 else Severity.MAJOR
    return [draft.over(first, first, right, severity), draft.over(second, second, left, severity)]


def case(draft: Draft, rng: Random) -> Edit | None:
    """Lose or make a capital."""
    places = [at for at, word in enumerate(draft.words) if word.text[0].isalpha()]
    if not places:
        return None
    at = rng.choice([place for place in places if draft.words[place].text[0].isupper()] or places)
    word = draft.words[at].text
    return draft.over(at, at, word.swapcase() if word.isupper() else word[0].swapcase() + word[1:], Severity.MINOR)


def punctuation(draft: Draft, rng: Random) -> Edit | None:
    """Drop a mark, or put another."""
    places = [at for at, char in enumerate(draft.target) if char in ".,;:?!\"'()”“"]
    if not places:
        return None
    at = places[-1] if maybe(rng, 0.5) else rng.choice(places)
    other = "" if maybe(rng, 0.6) else rng.choice([char for char in ".,;:?!" if char != draft.target[at]])
    return Edit(start=at, end=at + 1, text=other, severity=Severity.MINOR)


def harmless(draft: Draft, rng: Random) -> Edit | None:
    """Change the wording, not what it says."""
    phrases = [pair for pair in (*wordings.CONTRACTIONS, *wordings.EQUAL) if f" {pair[0]} " in draft.target]
    spelt = [at for at, word in enumerate(draft.words) if word.text.lower() in wordings.SPELLINGS]
    if spelt and (not phrases or maybe(rng, 0.5)):
        at = rng.choice(spelt)
        word = draft.words[at].text
        return draft.over(at, at, like(word, wordings.SPELLINGS[word.lower()][0]), None)
    if not phrases:
        return None
    before, after = rng.choice(phrases)
    start = draft.target.index(f" {before} ") + 1
    return Edit(start=start, end=start + len(before), text=after, severity=None)
