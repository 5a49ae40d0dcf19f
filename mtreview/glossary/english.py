"""Forms of English words, made by rule; forms that do not exist match nothing and do no harm."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_IRREGULAR = {
    "be": "is are was were been being am", "have": "has had having", "do": "does did done doing",
    "go": "goes went gone going", "make": "makes made making", "take": "takes took taken taking",
    "get": "gets got gotten getting", "give": "gives gave given giving", "come": "comes came coming",
    "hold": "holds held holding", "bear": "bears bore borne bearing", "stand": "stands stood standing",
    "understand": "understands understood understanding", "withstand": "withstands withstood",
    "find": "finds found finding", "think": "thinks thought thinking", "bring": "brings brought bringing",
    "keep": "keeps kept keeping", "leave": "leaves left leaving", "meet": "meets met meeting",
    "run": "runs ran running",
    "put": "puts putting", "set": "sets setting", "see": "sees saw seen seeing", "say": "says said saying",
    "tell": "tells told telling", "know": "knows knew known knowing", "seek": "seeks sought seeking",
    "spend": "spends spent spending", "send": "sends sent sending", "build": "builds built building",
    "win": "wins won winning", "lead": "leads led leading", "show": "shows showed shown showing",
    "write": "writes wrote written writing", "fall": "falls fell fallen falling", "feel": "feels felt feeling",
    "deal": "deals dealt dealing", "mean": "means meant meaning", "catch": "catches caught catching",
    "choose": "chooses chose chosen choosing", "break": "breaks broke broken breaking", "draw": "draws drew drawn",
    "fight": "fights fought fighting", "rise": "rises rose risen rising", "sell": "sells sold selling",
    "forget": "forgets forgot forgotten forgetting", "undergo": "undergoes underwent undergone undergoing",
    "undertake": "undertakes undertook undertaken undertaking", "become": "becomes became becoming",
    "begin": "begins began begun beginning", "cut": "cuts cutting", "let": "lets letting", "sit": "sits sat sitting",
    "woman": "women", "man": "men", "child": "children", "person": "people persons", "foot": "feet", "wife": "wives",
    "life": "lives", "leaf": "leaves", "crisis": "crises", "analysis": "analyses", "datum": "data", "shelf": "shelves",
}  # fmt: skip
_SPELLINGS = (
    ("ization", "isation"), ("izing", "ising"), ("ize", "ise"), ("efense", "efence"), ("abor", "abour"),
    ("rogram", "rogramme"), ("enter", "entre"), ("ffense", "ffence"),
)  # fmt: skip
_VOWELS = "aeiou"
_SHORT = 3
_PARTICLES = frozenset({"out", "up", "down", "to", "in", "on", "off", "for", "with", "over", "away", "at", "of"})


def word_forms(word: str) -> tuple[str, ...]:
    """Return a word with its plural, past and -ing forms, in the case of its letters.

    >>> sorted(word_forms("carry"))
    ['carried', 'carries', 'carry', 'carrying']
    """
    low = word.lower()
    if low in _IRREGULAR:
        head = word[0]
        return (word, *(head + form[1:] if form[0] == low[0] else form for form in _IRREGULAR[low].split()))
    if low.endswith(("man", "woman")):
        return word, word[:-2] + "en", word + "s"
    if low.endswith("y") and len(low) > 1 and low[-2] not in _VOWELS:
        found = (word, word[:-1] + "ies", word[:-1] + "ied", word + "ing")
    elif low.endswith("e"):
        found = (word, word + "s", word + "d", word[:-1] + "ing")
    elif low.endswith(("s", "x", "z", "ch", "sh")):
        found = (word, word + "es", word + "ed", word + "ing")
    else:
        found = (word, word + "s", word + "ed", word + "ing")
    if len(low) >= _SHORT and low[-1] not in "aeiouwxy" and low[-2] in _VOWELS and low[-3] not in _VOWELS:
        doubled = (word + word[-1] + "ed", word + word[-1] + "ing")
        syllables = sum(letter in _VOWELS for letter in low)
        return (*found[:2], *doubled) if syllables == 1 else (*found, *doubled)
    return found


@lru_cache(maxsize=65536)
def forms(term: str) -> tuple[str, ...]:
    """Return an English term and its inflected forms: of its first word as a verb, of its last as a noun or verb.

    A leading "to " or article is dropped, as term bases write infinitives so. Possessives need no form: an apostrophe
    ends a word.

    >>> sorted(forms("to carry out"))[:3]
    ['carried out', 'carried outed', 'carried outing']
    """
    for article in ("to ", "the ", "a ", "an "):
        if term.lower().startswith(article) and len(term) > len(article):
            term = term[len(article) :]
            break
    words = term.split(" ")
    if not all(word.replace("-", "").replace("'", "").isalpha() for word in words):
        return (term,)
    firsts = word_forms(words[0]) if words[0].islower() else (words[0],)
    if len(words) == 1 and term.isupper():
        return term, term + "s", "".join(f"{letter}." for letter in term)
    if len(words) == 1:
        return _spelt(word_forms(term))
    lasts = word_forms(words[-1])
    return _spelt({" ".join((first, *words[1:-1], last)) for first in firsts for last in lasts})


def _spelt(found: Iterable[str]) -> tuple[str, ...]:
    """Return forms in American and British spelling, whichever the term base has."""
    both = set(found)
    for american, british in _SPELLINGS:
        both.update([form.replace(american, british) for form in both if american in form])
        both.update([form.replace(british, american) for form in both if british in form])
    return tuple(both)


def replacement(found: str, term: str, other: str) -> str | None:
    """Return `other` in the form and case in which `term` was found, or None where the form is not clear.

    >>> replacement("assisted", "assist", "attend"), replacement("Libraries", "library", "bookshop")
    ('attended', 'Bookshops')
    >>> replacement("realized", "realize", "carry out"), replacement("Actually", "actually", "currently")
    ('carried out', 'Currently')
    """
    forms_of_term = word_forms(term.lower())
    low = found.lower()
    if low == term.lower():
        form = other
    elif low not in forms_of_term:
        return None
    else:
        form = _in_form(low, other)
    return form[:1].upper() + form[1:] if found[:1].isupper() else form


def _in_form(model: str, other: str) -> str:
    """Return a term in the form of `model`: its first word where that is a verb's form, its last for a plural."""
    words = other.split(" ")
    if model.endswith(("s", "ed", "ing")):
        at = 0 if len(words) > 1 and words[-1] in _PARTICLES else -1 if model.endswith("s") else 0
        choices = [form for form in word_forms(words[at])[1:] if _alike(model, form)]
        words[at] = choices[0] if choices else words[at]
    return " ".join(words)


def _alike(model: str, form: str) -> bool:
    if model.endswith("ing"):
        return form.endswith("ing")
    if model.endswith("s"):
        return form.endswith("s")
    return not form.endswith(("s", "ing"))
