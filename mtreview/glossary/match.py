"""Finding terms: one Aho-Corasick pass for all of them, whatever their number."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

import ahocorasick_rs

from mtreview.glossary import english, spanish
from mtreview.glossary.fold import Folded, fold, is_acronym, plain, with_word_starts, without_accents
from mtreview.glossary.term import NAMES, Concept, Status, TermHit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_LONG_PHRASE = 3
_LONGEST_LABEL = 60
_SPOKEN = 4
_TRIM = " 0123456789:.…!|·•()[]-–—>»+"


class _Entry(NamedTuple):
    """Hold what a pattern stands for.

    Attributes:
        written: how it must be written where its case counts, else None.
        capital: True for a name, which must start with a capital.
    """

    concept: Concept
    term: str
    written: str | None
    status: Status | None
    capital: bool = False

    def stands(self, found: str) -> bool:
        """Say whether the case of what was found is right."""
        return (self.written is None or _as_written(found, self.written)) and not (self.capital and found[0].islower())


def _counts_case(term: str, case: str) -> bool:
    return case == "sensitive" or (case != "insensitive" and is_acronym(term))


def _as_written(found: str, written: str) -> bool:
    """Say whether a term whose case counts stands as it is written; some papers write Nato and Unicef."""
    if found == written or plain(found) == plain(written):
        return True
    return len(written) >= _SPOKEN and written.isupper() and found == written.capitalize()


def _open(text: str, start: int, end: int) -> bool:
    """Say whether a match is not a part of a longer word or number."""
    if start and (first := text[start]).isalnum():
        before = text[start - 1]
        if (before.isalpha() and first.isalpha()) or (before.isdigit() and first.isdigit()) or before == "_":
            return False
    if end < len(text) and (last := text[end - 1]).isalnum():
        after = text[end]
        return not ((after.isalpha() and last.isalpha()) or (after.isdigit() and last.isdigit()) or after == "_")
    return True


class _Index:
    """Find any of many patterns, as whole words."""

    def __init__(self, entries: dict[str, list[_Entry]]) -> None:
        self._entries = list(entries.values())
        self._automaton = (
            ahocorasick_rs.AhoCorasick([with_word_starts(form) for form in entries], store_patterns=False)
            if entries
            else None
        )

    def find(self, text: str) -> tuple[TermHit, ...]:
        """Return the terms in a text, in order."""
        if self._automaton is None:
            return ()
        folded = _folded(text)
        flat = folded.text
        found = [
            (start, end, entry)
            for number, start, end in self._automaton.find_matches_as_indexes(_started(flat), overlapping=True)
            if _open(flat, start, end)
            for entry in self._entries[number]
        ]
        return tuple(sorted(self._longest(text, folded, found), key=_place)) if found else ()

    @staticmethod
    def _longest(text: str, folded: Folded, found: list[tuple[int, int, _Entry]]) -> Iterator[TermHit]:
        """Yield every match that no longer one covers; the page's furniture and all else are judged apart."""
        flat = folded.text
        found.sort(key=_longest_first)
        taken = {True: bytearray(len(flat)), False: bytearray(len(flat))}
        spans: set[tuple[int, int, bool]] = set()
        skipped: dict[int, bool] = {}
        for start, end, entry in found:
            concept = entry.concept
            layer = concept.furniture
            if (start, end, layer) not in spans and taken[layer].find(1, start, end) >= 0:
                continue
            own = folded.span(start, end)
            if not entry.stands(text[own[0] : own[1]]):
                continue
            if concept.skip_if and _skipped(concept, flat, skipped):
                continue
            taken[layer][start:end] = b"\1" * (end - start)
            spans.add((start, end, layer))
            yield TermHit(concept=concept, start=own[0], end=own[1], term=entry.term, status=entry.status)


def _skipped(concept: Concept, text: str, known: dict[int, bool]) -> bool:
    """Say whether a phrase is in the text that keeps a concept out of it."""
    if id(concept) not in known:
        known[id(concept)] = any(phrase in text for phrase in concept.skip_if)
    return known[id(concept)]


def _longest_first(match: tuple[int, int, _Entry]) -> tuple[int, int]:
    return match[0] - match[1], match[0]


def _add(entries: dict[str, list[_Entry]], form: str, entry: _Entry) -> None:
    """Add an entry once; those of one concept come one after another, so that the others need no look."""
    own = entries.setdefault(fold(form).text, [])
    for other in reversed(own):
        if other.concept is not entry.concept:
            break
        if other.written == entry.written:
            return
    own.append(entry)


def _source_index(concepts: Iterable[Concept]) -> _Index:
    entries: dict[str, list[_Entry]] = {}
    for concept in concepts:
        if not concept.source:
            continue
        counts = _counts_case(concept.source, concept.case)
        name = concept.pos == "name" and concept.source[0].isupper() and concept.case != "insensitive"
        bare = concept.pos == "name" or concept.source.count(" ") + 1 >= _LONG_PHRASE
        for form in spanish.forms(concept.source, concept.pos):
            for written in (form, without_accents(form)) if bare else (form,):
                _add(entries, written, _Entry(concept, concept.source, written if counts else None, None, name))
    return _Index(entries)


def _target_index(concepts: Iterable[Concept]) -> _Index:
    entries: dict[str, list[_Entry]] = {}
    for concept in concepts:
        ranked = (
            (Status.FORBIDDEN, concept.forbidden),
            (Status.PREFERRED, concept.preferred),
            (Status.ADMITTED, concept.admitted),
        )
        for status, terms in ranked:
            for term in terms:
                counts = _counts_case(term, concept.case)
                for form in english.forms(term):
                    _add(entries, form, _Entry(concept, term, form if counts else None, status))
    return _Index(entries)


def _different(concepts: Iterable[Concept]) -> Iterable[Concept]:
    """Return the concepts without those that say the same in English; names are told by their Spanish, too."""
    found: dict[tuple[object, ...], Concept] = {}
    for concept in concepts:
        said = concept.preferred, concept.admitted, concept.forbidden, concept.case, concept.skip_if, concept.domain
        found.setdefault((*said, concept.source if concept.domain == NAMES else ""), concept)
    return found.values()


class Glossary:
    """Find the terms of several term bases in a text; each index is built when it is first asked for."""

    def __init__(self, concepts: tuple[Concept, ...]) -> None:
        self.concepts = concepts

    @cached_property
    def _source(self) -> _Index:
        return _source_index(self.concepts)

    @cached_property
    def _target(self) -> _Index:
        return _target_index(_different(self.concepts))

    @cached_property
    def _banned(self) -> _Index:
        return _target_index(concept for concept in self.concepts if not concept.source)

    @cached_property
    def _labels(self) -> frozenset[str]:
        return frozenset(
            fold(term).text.strip(_TRIM) for concept in self.concepts if concept.furniture for term in concept.accepted
        )

    def find_source(self, text: str) -> tuple[TermHit, ...]:
        """Return the Spanish terms in `text`, in order; of overlapping ones the longest.

        A place has several hits where one spelling stands for several concepts, and the words of the page around a
        text (domain `furniture`) are found apart from all others.
        """
        return self._source.find(text)

    def find_target(self, text: str) -> tuple[TermHit, ...]:
        """Return the English terms in `text`, right and forbidden ones, in order; of overlapping ones the longest.

        Of concepts that say the same in English one is found, whatever they are in Spanish, except for names.
        """
        return self._target.find(text)

    def find_banned(self, text: str) -> tuple[TermHit, ...]:
        """Return the English terms in `text` that are forbidden whatever the source says."""
        return self._banned.find(text)

    def is_label(self, text: str) -> bool:
        """Say whether an English text is nothing but one label of the page around a text, with a number or without."""
        return len(text) <= _LONGEST_LABEL and fold(text).text.strip(_TRIM) in self._labels


def _place(hit: TermHit) -> tuple[int, int]:
    return hit.start, hit.end


_folded: Callable[[str], Folded] = lru_cache(maxsize=256)(fold)
_started: Callable[[str], str] = lru_cache(maxsize=256)(with_word_starts)


@lru_cache(maxsize=65536)
def _english(term: str, case: str) -> tuple[tuple[str, str | None], ...]:
    counts = _counts_case(term, case)
    return tuple((fold(form).text, form if counts else None) for form in english.forms(term))


def occurrences(terms: Iterable[str], text: str, case: str = "") -> tuple[tuple[int, int, str], ...]:
    """Return where English terms stand in `text`, in any inflected form: start, end, term.

    Args:
        terms: English terms as a term base has them.
        text: the text to look in.
        case: as in `Term`.

    >>> occurrences(("carry out", "UN"), "He carried out the plan of the UN, not the un.")
    ((3, 14, 'carry out'), (31, 33, 'UN'))
    """
    folded = _folded(text)
    flat = folded.text
    found: dict[tuple[int, int], str] = {}
    for term in terms:
        for form, written in _english(term, case):
            start = flat.find(form)
            while start >= 0:
                end = start + len(form)
                own = folded.span(start, end)
                if _open(flat, start, end) and (written is None or _as_written(text[own[0] : own[1]], written)):
                    found.setdefault(own, term)
                start = flat.find(form, end)
    return tuple((start, end, term) for (start, end), term in sorted(found.items()))
