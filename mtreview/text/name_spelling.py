"""Misspelt names: words of a translation from which a name of its source differs by one letter."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from mtreview.text.name_match import Altered, alike, capitalised, english, fold, nowhere, shared
from mtreview.text.name_runs import runs
from mtreview.text.tokens import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mtreview.text.name_match import Name
    from mtreview.text.tokens import Token

_SHORTEST = 5
_RARE = 1.5  # zipf under which English hardly has a word
_KNOWN = 2.0
_FAR = 1.0  # zipf by which a slip is rarer in English than the name
_MOST_USUAL = 2.0  # zipf by which a word that stands beside the same name may be more usual than the right one
_MANY = 200  # words that would take long to compare, each with each
_VOWELS = frozenset("aeiouy")
_INFLECTED = frozenset("ns")  # with which adjectives and plurals end
_ADAPTED = (("tas", "tes"), ("cion", "tion"))


def misspelt(source: tuple[str, Sequence[str]], target: tuple[str, Sequence[str]]) -> list[Altered]:
    """Return the names of a source that a target spells with one wrong letter, one too many or one too few.

    English hardly has such a spelling, or the same names stand beside it as in the source. Plurals, adjectives and
    transliterations of the name are left.

    Args:
        source: its text and its words as they are written.
        target: likewise.

    >>> from mtreview.text.tokens import spelt
    >>> found = misspelt(*((text, spelt(text)) for text in ("Moscone North y Kipling.", "Mosconi North, Kipming.")))
    >>> [(pair.name.text, pair.other.text) for pair in found]
    [('Moscone', 'Mosconi'), ('Kipling', 'Kipming')]
    """
    theirs = capitalised(target[0])
    ours = capitalised(source[0]) if theirs else ()
    if not ours:
        return []
    left = {name.form for name in theirs} - {name.form for name in ours}
    if not left:
        return []
    lower = set(map(str.lower, source[1]))
    return [
        Altered(name, other, certain=True)
        for other in theirs
        if other.form in left and other.text.lower() not in lower
        for name in _meant(other, ours, theirs, (source, target))
    ]


def may_misspell(new: Sequence[str], ours: Sequence[str]) -> bool:
    """Say whether `misspelt` may return anything, which is told from the words alone.

    Mostly from how they begin and end: one wrong letter spares either two letters at the start or two at the end.

    Args:
        new: capitalised words of the target that its source has not.
        ours: capitalised words of the source.
    """
    if len(new) + len(ours) > _MANY:
        return True
    forms = {fold[word]: word for word in ours}
    edges = {form[:2] for form in forms} | {form[-2:] for form in forms}
    for other in new:
        form = fold[other]
        if form[:2] in edges or form[-2:] in edges:
            near = [word for own, word in forms.items() if _one_apart(own, form)]
            if near and not (len(near) == 1 and _same(near[0], other)):
                return True
    return False


@lru_cache(maxsize=4096)
def _same(own: str, other: str) -> bool:
    """Say whether two capitalised words are one name in two languages."""
    return _adapted(nowhere(own), nowhere(other))


def _adapted(name: Name, other: Name) -> bool:
    return alike(name, other) or _derived(name, other) or (name.text.isascii() and not other.text.isascii())


def _meant(
    other: Name, ours: Sequence[Name], theirs: Sequence[Name], texts: tuple[tuple[str, Sequence[str]], ...]
) -> Iterator[Name]:
    """Yield the one name of the source that a word of the target misspells."""
    near = {name.form: name for name in ours if _one_apart(name.form, other.form)}
    if len(near) != 1:
        return
    form, name = next(iter(near.items()))
    if _adapted(name, other):
        return
    rare = english(other.form)
    if rare < (_RARE if shared(name.text) else 1):
        wrong = english(form) >= rare and (rare > 0 or english(form) > 0 or not _breathed(form, other.form))
    else:
        wrong = _slipped(name, other, ours, theirs) or _same_company(name, other, texts)
    if wrong:
        yield name


def _one_apart(one: str, other: str) -> bool:
    return (
        abs(len(one) - len(other)) <= 1
        and min(len(one), len(other)) >= _SHORTEST - 1
        and max(len(one), len(other)) >= _SHORTEST
        and OSA.distance(one, other, score_cutoff=1) == 1
    )


def _derived(name: Name, other: Name) -> bool:
    """Say whether two words differ in how they end, as names do in two languages: "Flensburgo", "Rosenbergs"."""
    one, two = name.form, other.form
    if len(one) != len(two):
        return one.startswith(two) or two.startswith(one)
    if any(one.endswith(end) and two.endswith(new) for end, new in _ADAPTED):
        return True
    if one[:-1] != two[:-1] or (shared(name.text) and english(one) >= _KNOWN):
        return False
    return two[-1] in _INFLECTED or (one[-1] in _VOWELS and two[-1] in _VOWELS)


def _breathed(one: str, other: str) -> bool:
    """Say whether two words differ by an h alone, as transliterations do: "Asbel" and "Ashbel"."""
    return len(one) != len(other) and one.replace("h", "") == other.replace("h", "")


def _slipped(name: Name, other: Name, ours: Sequence[Name], theirs: Sequence[Name]) -> bool:
    """Say whether a less usual word stands where the source has a name once more than the target."""
    if len(name.form) != len(other.form) or english(name.form) - english(other.form) < _FAR or not shared(name.text):
        return False
    there = Counter(word.form for word in theirs)
    return 0 < there[name.form] < sum(word.form == name.form for word in ours)


def _same_company(name: Name, other: Name, texts: tuple[tuple[str, Sequence[str]], ...]) -> bool:
    """Say whether the same name stands before or after both words."""
    if len(name.form) != len(other.form) or english(other.form) - english(name.form) > _MOST_USUAL:
        return False
    source, target = texts
    one = runs(source[0], words(*source)).get(name.token.start, ())
    two = runs(target[0], words(*target)).get(other.token.start, ())
    return bool(_beside(one, name.token.start) & _beside(two, other.token.start))


def _beside(run: Sequence[Token], start: int) -> set[tuple[int, str]]:
    at = next((index for index, word in enumerate(run) if word.start == start), None)
    if at is None:
        return set()
    return {(step, run[at + step].text) for step in (-1, 1) if 0 <= at + step < len(run)}
