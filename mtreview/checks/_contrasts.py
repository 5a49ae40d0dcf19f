"""Words of a small closed set, such as the days of the week, of which a translation has another member."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mtreview.checks.base import Hit, source_span, target_span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mtreview.text.tokens import Token
    from mtreview.view import SegmentView

_LONGEST = 400  # words
_ENDINGS = ("", "'s", "’s")
_SEVERAL = 2  # mentions of a set's members that make a sequence


class _Place(NamedTuple):
    """Name a member of a set by their indices."""

    group: int
    member: int


class Contrasts:
    """Hold sets of words that exclude one another, in both languages.

    Each line of the table is one set, its members parted by `|`, each `Spanish : English : English that may stand for
    it, too`. A word with a capital must be written so, one in lower case must have no capital in Spanish, where it
    would be a name.
    """

    def __init__(self, table: str) -> None:
        self.spanish: dict[str, list[_Place]] = {}
        self.english: dict[str, list[_Place]] = {}
        self.excuses: dict[str, set[_Place]] = {}
        self.names: dict[str, set[_Place]] = {}
        for group, line in enumerate(table.strip().splitlines()):
            for member, entry in enumerate(line.split("|")):
                source, target, also = [*(part.split() for part in entry.split(":")), []][:3]
                place = _Place(group, member)
                for forms, found in ((source, self.spanish), (target, self.english)):
                    for word in forms:
                        found.setdefault(word, []).append(place)
                for word in (*target, *also):
                    kept = self.names if word[0].isupper() else self.excuses
                    kept.setdefault(word.lower(), set()).add(place)
        self._source_places = _by_form(self.spanish)
        self._target_places = _by_form(self.english)
        self._source_forms = frozenset(word.lower() for word in self.spanish)
        self._target_forms = frozenset(self._target_places)
        self._inflected = frozenset(self._source_places)
        self._source_spellings = _with_endings(self.spanish)
        self._target_spellings = _with_endings(self.english)
        self._excusing = frozenset(self.excuses)

    def in_english(self, word: Token) -> str:
        """Return the first English word for a Spanish one of the sets."""
        places = self.spanish.get(word.text) or self.spanish[word.text.lower()]
        return next((text for text, others in self.english.items() if places[0] in others), "")

    def find(self, view: SegmentView) -> Iterator[tuple[Token, Token]]:
        """Yield a word of the source and the other member of its set that the target has in its place."""
        if not self._meets(view):
            return
        excused = {place for form in self._excusing & view.target_forms for place in self.excuses[form]}
        excused |= self._named(view)
        if self._inexcusable(view, excused) and max(len(view.source_words), len(view.target_words)) <= _LONGEST:
            yield from self._changed(view, excused)

    def _named(self, view: SegmentView) -> set[_Place]:
        """Return the members that words with a capital excuse."""
        if self.names.keys().isdisjoint(view.target_forms):
            return set()
        capitals = (word.lower() for word in view.target_spelt if word[0].isupper())
        return {place for form in capitals for place in self.names.get(form, ())}

    def _changed(self, view: SegmentView, excused: set[_Place]) -> Iterator[tuple[Token, Token]]:
        before = self._places(view.source_words, self.spanish)
        after = self._places(view.target_words, self.english)
        seen: set[int] = set()
        for group in sorted({place.group for place in before} & {place.group for place in after}):
            lost = [place for place in before if place.group == group and place not in excused]
            new = [place for place in after if place.group == group and place not in before]
            if len(lost) == len(new) == 1 and after[new[0]].start not in seen:
                seen.add(after[new[0]].start)
                yield before[lost[0]], after[new[0]]

    def _meets(self, view: SegmentView) -> bool:
        """Say whether both sides have words of the table."""
        ours, theirs = view.source_forms, view.target_forms
        return not (self._source_forms.isdisjoint(ours) or self._target_forms.isdisjoint(theirs))

    def _inexcusable(self, view: SegmentView, excused: set[_Place]) -> bool:
        """Say whether the source may have a word that the target lacks, where it has another word of its set.

        That is told from the forms alone, which spares most segments the search for the places of their words.
        """
        ours = {place for form in self._inflected & view.source_forms for place in self._source_places[form]}
        groups = {place.group for place in ours - excused}
        theirs = self._target_forms & view.target_forms if groups else ()
        return any(place.group in groups for form in theirs for place in self._target_places[form])

    def repeated(self, view: SegmentView) -> Iterator[tuple[Token, Token]]:
        """Yield what one of several mentions became where `find` sees nothing: each member is named somewhere."""
        if not self._meets(view):
            return
        before = self._sequences(view.source_spelt, self._source_spellings)
        after = self._sequences(view.target_spelt, self._target_spellings) if before else {}
        for group, ours in before.items():
            theirs = after.get(group, [])
            wrong = [at for at, (one, two) in enumerate(zip(ours, theirs, strict=False)) if one[0] != two[0]]
            known = {place for place, _ in ours}
            if len(ours) != len(theirs) or len(wrong) != 1:
                continue
            lost, new = ours[wrong[0]][0], theirs[wrong[0]][0]
            if new in known or lost in {place for place, _ in theirs}:
                yield view.source_words[ours[wrong[0]][1]], view.target_words[theirs[wrong[0]][1]]

    @staticmethod
    def _sequences(words: Sequence[str], forms: dict[str, list[_Place]]) -> dict[int, list[tuple[_Place, int]]]:
        """Return the members of each set that has several mentions, and the indices of their words, in text order."""
        found: dict[int, list[tuple[_Place, int]]] = {}
        known = [(index, word) for index, word in enumerate(words[:_LONGEST]) if word in forms]
        if len(known) < _SEVERAL:
            return found
        for index, word in known:
            for place in forms[word]:
                found.setdefault(place.group, []).append((place, index))
        return {group: items for group, items in found.items() if len(items) >= _SEVERAL}

    @staticmethod
    def _places(words: Sequence[Token], forms: dict[str, list[_Place]]) -> dict[_Place, Token]:
        found: dict[_Place, Token] = {}
        for word in words:
            text = word.text.removesuffix("'s").removesuffix("’s")
            places = forms.get(text) or (forms.get(text.lower()) if word.start == 0 else None)
            for place in places or ():
                found.setdefault(place, word)
        return found


def _with_endings(words: dict[str, list[_Place]]) -> dict[str, list[_Place]]:
    """Return what a word as it is written, or its genitive, stands for."""
    return {word + end: places for word, places in words.items() for end in _ENDINGS}


def _by_form(words: dict[str, list[_Place]]) -> dict[str, set[_Place]]:
    """Return what a lower-case word, or its genitive, may stand for."""
    found: dict[str, set[_Place]] = {}
    for word, places in words.items():
        for end in _ENDINGS:
            found.setdefault(word.lower() + end, set()).update(places)
    return found


def contrast_hit(before: Token, after: Token, confidence: float) -> Hit:
    """Return a hit on a word of the target that says something else than the word of the source in its place."""
    return Hit(
        message=f'The source says "{before.text}", the translation "{after.text}"',
        spans=(target_span(after.start, after.end), source_span(before.start, before.end)),
        confidence=confidence,
    )
