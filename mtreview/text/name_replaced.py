"""A name of a text that stands as another one in its translation."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import fuzz

from mtreview.text.name_match import capitalised, distinct, english, fold, name_like, opens, shared, stays, unheard
from mtreview.text.name_runs import runs
from mtreview.text.names import loose_key
from mtreview.text.tokens import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from mtreview.text.name_match import Name

_PREFIX, _RELATED = 3, 60.0
_LOWER_PREFIX, _LOWER_RELATED, _LOWER_SHORTEST = 4, 74.0, 4
_OPENING = 0.7  # zipf by which a name that opens a sentence may be rarer in Spanish, where verbs open them too
_COMMONEST = 5.0  # zipf of words that are no names, whatever their capital
_MOST_WORDS = 400
_TITLE_WORDS = """mr mrs ms dr sir lord lady king queen prince princess saint pope president minister premier chancellor
senator governor mayor judge justice secretary general colonel captain sergeant professor bishop cardinal prime leader
north south east west northern southern eastern western new"""
_TITLES = frozenset(_TITLE_WORDS.split())
_KIND_WORDS = """river lake hill street mount county city park island bay valley castle square bridge road avenue beach
desert forest prize award cup church saint lady"""
_KINDS = frozenset(_KIND_WORDS.split())  # what Spanish says in small letters: "río", "premio"
_ARTICLES = frozenset({"The", "A", "An"})  # with which a people or a thing is meant: "The Scot"
_RENDERED_NAMES = """ana carlos catalina enrique felipe francisco guillermo isabel jacobo jaime jorge josé juan juana
luis maría margarita miguel pablo pedro san santa"""
_RENDERED = frozenset(_RENDERED_NAMES.split())  # names of kings and saints, which have one in each language


class Replaced(NamedTuple):
    """Pair a name of the source with the one that the target has for it."""

    name: Name
    other: Name


class Places(NamedTuple):
    """Hold where terms stand, as half open ranges: in the source those that are rendered, in the target renderings."""

    source: Sequence[tuple[int, int]]
    target: Sequence[tuple[int, int]]


class _Side(NamedTuple):
    """Hold one text: it, its words, the forms of those and how often each stands, and its capitalised words."""

    text: str
    words: Sequence[str]
    forms: Counter[str]
    names: Sequence[Name]

    def beside(self, name: Name) -> set[str]:
        """Return the forms of the other words of the run that a name stands in."""
        run = runs(self.text, words(self.text, self.words)).get(name.token.start, ())
        return {fold(word.text) for word in run} - {name.form}


def replaced(
    source: tuple[str, Sequence[str]], target: tuple[str, Sequence[str]], terms: Callable[[], Places]
) -> Replaced | None:
    """Return a name of a source that a target lacks, and the name that it has and the source does not.

    Neither may be like any word of the other side that has no counterpart, as "Londres" is like "London" and "escocés"
    like "Scot". Names that a translation brings in are those that are about as frequent in Spanish as in English;
    "Royal" is none. Several names may be missing or new where the same name stands beside two of them.

    Args:
        source: its text and its words as they are written.
        target: likewise.
        terms: gives the places of terms that both sides have, which are asked for where there is a new name.

    >>> from mtreview.text.tokens import spelt
    >>> texts = "Habló Dan Baldwin, su marido.", "Her husband, Dan Turner, spoke."
    >>> found = replaced(*((text, spelt(text)) for text in texts), lambda: Places((), ()))
    >>> found.name.text, found.other.text
    ('Baldwin', 'Turner')
    """
    if max(len(source[1]), len(target[1])) > _MOST_WORDS:
        return None
    names = capitalised(target[0])
    like = [name for name in names if not name.opens and name.form not in _KINDS and name_like(name)]
    lower = set(map(str.lower, source[1])) if like else set()
    if all(name.text.lower() in lower for name in like):
        return None
    ours = _Side(*source, _forms(source[1]), capitalised(source[0]))
    theirs = _Side(*target, _forms(target[1]), names)
    like = [name for name in like if name.form not in ours.forms and not _known(name, ours, theirs)]
    if not like:
        return None
    places = terms()
    instead = {name.form: name for name in like if not _inside(name, places.target)}
    new = [name.form for name in names if name.form not in ours.forms and name.form not in instead]
    lost = [name for name in _lost(ours, theirs, new) if not _inside(name, places.source)]
    return _beside(ours, theirs, lost, instead.values()) or _single(ours, theirs, lost, list(instead.values()))


def _forms(spelt: Iterable[str]) -> Counter[str]:
    return Counter(map(fold.__getitem__, spelt))


def _inside(name: Name, places: Iterable[tuple[int, int]]) -> bool:
    return any(start <= name.token.start < end for start, end in places)


def _capitals(ours: _Side) -> set[str]:
    return {own.form for own in ours.names if not own.opens or shared(own.text)}


def _known(name: Name, ours: _Side, theirs: _Side) -> bool:
    """Say whether the source has a word without a counterpart that is like a name of the target."""
    capitals = _capitals(ours)
    return any(
        _related(name.form, form) if form in capitals else _akin(name.form, form)
        for form in ours.forms
        if ours.forms[form] > theirs.forms[form]
    )


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


def _lost(ours: _Side, theirs: _Side, new: Iterable[str]) -> Iterator[Name]:
    """Yield the names of the source that the target has less often, and nothing that is more like them than others."""
    joined = "".join(theirs.forms)
    rivals = [form for form in _capitals(ours) if ours.forms[form] > theirs.forms[form]]
    rare = [form for form in new if english(form) < _COMMONEST]
    for name in ours.names:
        form = name.form
        if ours.forms[form] <= theirs.forms[form] or name.text.lower() in _RENDERED or not stays(name):
            continue
        if form not in theirs.forms and form in joined:
            continue
        if not any(_related(form, other) and _likest(form, other, rivals) for other in rare):
            yield name


def _likest(form: str, other: str, rivals: Iterable[str]) -> bool:
    """Say whether no rival is more like a word of the target than a name is."""
    key = loose_key(other)
    likeness = fuzz.ratio(loose_key(form), key)
    return all(fuzz.ratio(loose_key(rival), key) <= likeness for rival in rivals)


def _beside(ours: _Side, theirs: _Side, lost: Sequence[Name], instead: Iterable[Name]) -> Replaced | None:
    """Return the one lost name and the one new name beside which the same name stands."""
    found = {
        (name.form, other.form): Replaced(name, other)
        for other in instead
        for name in lost
        if ours.beside(name) & theirs.beside(other)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _single(ours: _Side, theirs: _Side, lost: Iterable[Name], instead: Sequence[Name]) -> Replaced | None:
    """Return the only lost name and the only new one, where both stand for themselves."""
    named = {
        name.form: name
        for name in lost
        if not name.opens or unheard(name) or (distinct(name) and name_like(name, _OPENING))
    }
    if len(named) > 1:
        named = {form: name for form, name in named.items() if distinct(name)}
    if len(named) != 1 or len(instead) != 1:
        return None
    name, other = next(iter(named.values())), instead[0]
    if _shortened(name, other, ours, theirs):
        return None
    if name.form in theirs.forms:  # mentioned twice, and now once: the new name may be of what owns the other
        clear = other.token.text == other.text
    else:
        clear = distinct(name) or _alone(other, theirs, ours.forms)
    return Replaced(name, other) if clear else None


def _shortened(name: Name, other: Name, ours: _Side, theirs: _Side) -> bool:
    """Say whether the target has the rest of a name elsewhere than beside the new one: the surname alone."""
    rest = ours.beside(name) & theirs.forms.keys()
    return bool(rest) and rest.isdisjoint(theirs.beside(other))


def _alone(name: Name, theirs: _Side, forms: Counter[str]) -> bool:
    """Say whether a name stands by itself, or beside titles, names that the source has too and a sentence's start."""
    run = runs(theirs.text, words(theirs.text, theirs.words)).get(name.token.start, ())
    return all(
        fold(word.text) in forms
        or word.text.lower() in _TITLES | _KINDS
        or (word.text not in _ARTICLES and opens(theirs.text, word.start))
        for word in run
        if word.start != name.token.start
    )
