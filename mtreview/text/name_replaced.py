"""A name of a text that stands as another one in its translation."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import fuzz

from mtreview.text.name_match import capitalised, distinct, fold, name_like, runs, shared
from mtreview.text.names import loose_key
from mtreview.text.tokens import words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from mtreview.text.name_match import Name

_PREFIX, _RELATED = 3, 60.0
_LOWER_PREFIX, _LOWER_RELATED, _LOWER_SHORTEST = 4, 72.0, 4
_OPENING = 0.7  # zipf by which a name that opens a sentence may be rarer in Spanish, where verbs open them too
_MOST_WORDS = 400
_TITLE_WORDS = """mr mrs ms dr sir lord lady king queen prince princess saint pope president minister premier chancellor
senator governor mayor judge justice secretary general colonel captain sergeant professor bishop cardinal prime leader
north south east west northern southern eastern western new"""
_TITLES = frozenset(_TITLE_WORDS.split())


class Replaced(NamedTuple):
    """Pair a name of the source with the one that the target has for it."""

    name: Name
    other: Name


class _Side(NamedTuple):
    """Hold one text: it, its words, the forms of those and how often each stands, and its capitalised words."""

    text: str
    words: Sequence[str]
    forms: Counter[str]
    names: Sequence[Name]


def replaced(source: tuple[str, Sequence[str]], target: tuple[str, Sequence[str]]) -> Replaced | None:
    """Return the one name of a source that a target lacks, and the one name that it has and the source does not.

    Neither may be like any word of the other side, as "Londres" is like "London" and "escocés" like "Scot". Names that
    a translation brings in are those that are about as frequent in Spanish as in English; "Royal" is none.

    Args:
        source: its text and its words as they are written.
        target: likewise.

    >>> from mtreview.text.tokens import spelt
    >>> texts = "Habló Dan Baldwin, su marido.", "Her husband, Dan Turner, spoke."
    >>> found = replaced(*((text, spelt(text)) for text in texts))
    >>> found.name.text, found.other.text
    ('Baldwin', 'Turner')
    """
    if max(len(source[1]), len(target[1])) > _MOST_WORDS:
        return None
    theirs = capitalised(target[0])
    like = [name for name in theirs if not name.opens and name_like(name)]
    lower = set(map(str.lower, source[1])) if like else set()
    if all(name.text.lower() in lower for name in like):
        return None
    ours = _Side(*source, _forms(source[1]), capitalised(source[0]))
    new = [name for name in theirs if name.form not in ours.forms]
    instead = {name.form: name for name in like if name.form not in ours.forms and not _known(name, ours)}
    if len(instead) != 1:
        return None
    other = next(iter(instead.values()))
    there = _forms(target[1])
    lost = _lost(ours, there, [name.form for name in new if name.form != other.form])
    if len(lost) != 1:
        return None
    name = next(iter(lost.values()))
    if _shortened(name, other, source, target):
        return None
    clear = distinct(name) or _alone(other, target, ours.forms)
    if name.form in there:  # mentioned twice, and now once: the other mention may have been left out for style
        clear = _beside(name, source) & _beside(other, target) != set()
    return Replaced(name, other) if clear else None


def _forms(spelt: Iterable[str]) -> Counter[str]:
    return Counter(map(fold, spelt))


def _known(name: Name, ours: _Side) -> bool:
    """Say whether the source has a word that is like a name of the target."""
    capitals = {own.form for own in ours.names if not own.opens or shared(own.text)}
    return any(_related(name.form, form) if form in capitals else _akin(name.form, form) for form in ours.forms)


def _related(one: str, other: str) -> bool:
    """Say whether two names may be one in two languages."""
    first, second = loose_key(one), loose_key(other)
    if first[:_PREFIX] == second[:_PREFIX] or one in other or other in one:
        return True
    return fuzz.ratio(first, second) >= _RELATED


def _akin(name: str, word: str) -> bool:
    """Say whether a name and a word in lower case may be of one thing."""
    if len(word) < _LOWER_SHORTEST:
        return False
    first, second = loose_key(name), loose_key(word)
    return first[:_LOWER_PREFIX] == second[:_LOWER_PREFIX] or fuzz.ratio(first, second) >= _LOWER_RELATED


def _lost(ours: _Side, there: Counter[str], new: Collection[str]) -> dict[str, Name]:
    """Return the names of the source that the target has less often, and nothing like them."""
    joined = "".join(there)
    return {
        name.form: name
        for name in ours.names
        if ours.forms[name.form] > there[name.form]
        and shared(name.text)
        and (not name.opens or (distinct(name) and name_like(name, _OPENING)))
        and (name.form in there or name.form not in joined)
        and not any(_related(name.form, form) for form in new)
    }


def _shortened(name: Name, other: Name, source: tuple[str, Sequence[str]], target: tuple[str, Sequence[str]]) -> bool:
    """Say whether the target has the rest of a name elsewhere than beside the new one: the surname alone."""
    rest = _beside(name, source) & set(map(fold, target[1]))
    return bool(rest) and rest.isdisjoint(_beside(other, target))


def _beside(name: Name, text: tuple[str, Sequence[str]]) -> set[str]:
    """Return the forms of the other words of the run that a name stands in."""
    return {fold(word.text) for word in runs(text[0], words(*text)).get(name.token.start, ())} - {name.form}


def _alone(name: Name, target: tuple[str, Sequence[str]], forms: Counter[str]) -> bool:
    """Say whether a name stands by itself, or beside titles and names that the source has too."""
    run = runs(target[0], words(*target)).get(name.token.start, ())
    return all(
        fold(word.text) in forms or word.text.lower() in _TITLES for word in run if word.start != name.token.start
    )
