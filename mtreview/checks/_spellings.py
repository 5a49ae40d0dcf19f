"""The spellings of names in a document: where each stands, and which of them are one name."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA
from wordfreq import zipf_frequency

from mtreview.glossary import load
from mtreview.text.names import key, loose_key, mentions, without_accents

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mtreview.text.tokens import Token

_SHORTEST = 5
_SHORTEST_NEAR = 6
_LONGEST = 40
_MOST_NEAR = 50
LONGEST_RUN = 8
_ACRONYM = 5
_KNOWN_WORD = 2.5
_UNKNOWN_WORD = 1.5
_COMMONEST, _WORD = 5.6, 4.0
_VOWELS = frozenset("aeiouy")
_BESIDE = """mr mrs ms dr sir lord lady king queen prince princess saint san santa st pope president minister premier
chancellor senator governor mayor judge justice secretary general colonel captain sergeant professor bishop cardinal
north south east west northern southern eastern western new old university yesterday today tomorrow monday tuesday
wednesday thursday friday saturday sunday ministry former vice deputy prime leader chief director"""
_NO_NAMES = frozenset(_BESIDE.split())


@dataclass(frozen=True, slots=True)
class Place:
    """Point at one word of a run of capitalised words in one segment."""

    segment: int
    run: tuple[Token, ...]
    index: int


@dataclass(slots=True)
class Spelling:
    """Collect one way in which a document spells one name.

    Attributes:
        text: the name as it is first written.
        before: loose keys of the names that stand before it, and likewise after it.
        beside: lower-cased words of the same runs.
    """

    text: str
    places: list[Place] = field(default_factory=list)
    before: set[str] = field(default_factory=set)
    after: set[str] = field(default_factory=set)
    beside: set[str] = field(default_factory=set)

    @property
    def frequency(self) -> float:
        """Return how common it is as an English word, as a zipf value (0: unknown)."""
        return frequency(self.text.lower())

    @property
    def unheard(self) -> bool:
        """Say whether neither language has such a word."""
        return not (self.frequency or zipf_frequency(self.text.lower(), "es"))

    def agrees(self, other: Spelling) -> bool:
        """Say whether both have one and the same neighbour."""
        return not (self.before.isdisjoint(other.before) and self.after.isdisjoint(other.after))

    def differs(self, other: Spelling) -> bool:
        """Say whether both have neighbours on one side, and no common one."""
        before = self.before and other.before and self.before.isdisjoint(other.before)
        after = self.after and other.after and self.after.isdisjoint(other.after)
        return bool(before or after)


@lru_cache(maxsize=65536)
def frequency(word: str) -> float:
    """Return a word's zipf frequency in English."""
    return zipf_frequency(word, "en")


@lru_cache(maxsize=65536)
def _neighbour(word: str) -> str:
    """Return the loose key of a word beside a name, empty for a title or a function word."""
    form = word.lower()
    if len(form) > _LONGEST or form in _NO_NAMES or frequency(form) >= _COMMONEST:
        return ""
    return loose_key(form)


def collect(texts: Iterable[str]) -> dict[str, Spelling]:
    """Return the spellings of names in the segments' texts, by their lower-cased form, in order of appearance."""
    found: dict[str, Spelling] = {}
    for segment, text in enumerate(texts):
        for run in mentions(text):
            for index, token in enumerate(run):
                name = token.text
                if len(name) > _LONGEST or (len(name) <= _ACRONYM and name.isupper()):
                    continue
                form = name.lower()
                spelling = found.get(form)
                if spelling is None:
                    spelling = found[form] = Spelling(name)
                spelling.places.append(Place(segment, run, index))
                if index:
                    spelling.before.add(_neighbour(run[index - 1].text))
                if index + 1 < len(run):
                    spelling.after.add(_neighbour(run[index + 1].text))
                if 1 < len(run) <= LONGEST_RUN:
                    spelling.beside.update(other.text.lower() for other in run if other is not token)
    for spelling in found.values():
        spelling.before.discard("")
        spelling.after.discard("")
    return found


def groups(spellings: dict[str, Spelling]) -> Iterator[list[Spelling]]:
    """Yield the spellings that may be one name: those with the same loose key."""
    by_key: dict[str, list[Spelling]] = {}
    for form, spelling in spellings.items():
        if len(form) >= _SHORTEST and len(key(form)) >= _SHORTEST:
            by_key.setdefault(loose_key(form), []).append(spelling)
    return (group for group in by_key.values() if len(group) > 1)


def same_name(one: Spelling, other: Spelling) -> bool:
    """Say whether spellings with one loose key are one name, by their keys, their neighbours and how known they are."""
    if one.agrees(other):
        return True
    if one.differs(other) or key(one.text.lower()) != key(other.text.lower()):
        return False
    accented = without_accents(one.text.lower()) == without_accents(other.text.lower())
    return accented or min(one.frequency, other.frequency) < _KNOWN_WORD


def near_misses(spellings: dict[str, Spelling]) -> Iterator[tuple[Spelling, Spelling]]:
    """Yield an unknown name that stands once, and a more frequent one from which one letter inside parts it.

    Keys meet under what is left when any one letter is taken away, as in symmetric-delete spelling correction: names
    that are far apart are never compared.
    """
    index: dict[str, list[tuple[str, Spelling]]] = {}
    for form, spelling in spellings.items():
        if len(spelling.places) > 1:
            for name in _keys(form):
                for part in {name, *_shorter(name)}:
                    meeting = index.setdefault(part, [])
                    if len(meeting) < _MOST_NEAR:
                        meeting.append((name, spelling))
    for form, spelling in spellings.items():
        if len(spelling.places) > 1 or spelling.frequency >= _UNKNOWN_WORD:
            continue
        for name in _keys(form):
            near = {other: often for part in (name, *_shorter(name)) for other, often in index.get(part, ())}
            often = next((often for other, often in near.items() if _one_slip(name, spelling, other, often)), None)
            if often:
                yield spelling, often
                break


def _keys(form: str) -> tuple[str, ...]:
    """Return what a lower-cased name is looked up by: how it sounds, and how it is written."""
    return tuple(name for name in dict.fromkeys((key(form), form)) if len(name) >= _SHORTEST_NEAR)


def _one_slip(name: str, spelling: Spelling, other: str, often: Spelling) -> bool:
    """Say whether one letter parts a spelling from a more frequent one, beside which no other names stand.

    Beside a word like "President" they do.
    """
    if name[0] != other[0] or OSA.distance(name, other) != 1:
        return False
    if spelling.differs(often) and not (spelling.unheard and often.frequency >= _WORD):
        return False
    return name[-1] == other[-1] or (len(name) == len(other) and _slip_at_the_end(spelling, often))


def _slip_at_the_end(spelling: Spelling, often: Spelling) -> bool:
    """Say whether a last letter is wrong, rather than another ending of the name: no language has the one spelling."""
    ends = {spelling.text[-1].lower(), often.text[-1].lower()}
    return spelling.unheard and often.frequency >= _KNOWN_WORD and not ends <= _VOWELS


def _shorter(name: str) -> Iterator[str]:
    return (name[:at] + name[at + 1 :] for at in range(1, len(name)))


@dataclass(frozen=True, slots=True)
class KnownNames:
    """Hold the names of the glossary in English.

    Attributes:
        words: loose key of one word of a name -> that word.
        phrases: loose keys of all words of a name of several -> the name.
    """

    words: dict[str, str]
    phrases: dict[tuple[str, ...], str]

    def phrase(self, run: Sequence[Token], first: int, last: int) -> tuple[int, int, str] | None:
        """Return the longest known name in `run` that has the words from `first` to `last`: its own range and text."""
        keys = [loose_key(token.text.lower()) for token in run]
        for start in range(first + 1):
            for end in range(len(run), last, -1):
                text = self.phrases.get(tuple(keys[start:end]))
                if text:
                    return start, end - 1, text
        return None


@lru_cache(maxsize=4)
def known_names(glossaries: tuple[str, ...]) -> KnownNames:
    """Return the names that term bases know."""
    words: dict[str, str] = {}
    phrases: dict[tuple[str, ...], str] = {}
    for concept in load(glossaries).concepts:
        if concept.pos != "name":
            continue
        for text in concept.preferred[:1]:
            tokens = [token.text for run in mentions(text) for token in run]
            keys = tuple(loose_key(token.lower()) for token in tokens)
            for loose, token in zip(keys, tokens, strict=True):
                words.setdefault(loose, token)
            if len(tokens) > 1:
                phrases.setdefault(keys, text)
    return KnownNames(words, phrases)
