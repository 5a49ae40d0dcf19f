"""Words of a small closed set, such as the days of the week, of which a translation has another member."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mtreview.checks.base import Hit, source_span, target_span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mtreview.text.tokens import Token
    from mtreview.view import SegmentView

_LONGEST = 400  # words


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
        for group, line in enumerate(table.strip().splitlines()):
            for member, entry in enumerate(line.split("|")):
                source, target, also = [*(part.split() for part in entry.split(":")), []][:3]
                place = _Place(group, member)
                for forms, found in ((source, self.spanish), (target, self.english)):
                    for word in forms:
                        found.setdefault(word, []).append(place)
                for word in (*target, *also):
                    self.excuses.setdefault(word.lower(), set()).add(place)
        self._source_forms = frozenset(word.lower() for word in self.spanish)
        self._target_forms = frozenset(word.lower() + end for word in self.english for end in ("", "'s", "’s"))

    def in_english(self, word: Token) -> str:
        """Return the first English word for a Spanish one of the sets."""
        places = self.spanish.get(word.text) or self.spanish[word.text.lower()]
        return next((text for text, others in self.english.items() if places[0] in others), "")

    def find(self, view: SegmentView) -> Iterator[tuple[Token, Token]]:
        """Yield a word of the source and the other member of its set that the target has in its place."""
        if self._source_forms.isdisjoint(view.source_forms) or self._target_forms.isdisjoint(view.target_forms):
            return
        if max(len(view.source_words), len(view.target_words)) > _LONGEST:
            return
        before = self._places(view.source_words, self.spanish)
        after = self._places(view.target_words, self.english)
        excused = {place for form in view.target_forms for place in self.excuses.get(form, ())}
        seen: set[int] = set()
        for group in sorted({place.group for place in before} & {place.group for place in after}):
            lost = [place for place in before if place.group == group and place not in excused]
            new = [place for place in after if place.group == group and place not in before]
            if len(lost) == len(new) == 1 and after[new[0]].start not in seen:
                seen.add(after[new[0]].start)
                yield before[lost[0]], after[new[0]]

    def repeated(self, view: SegmentView) -> Iterator[tuple[Token, Token]]:
        """Yield what one of several members became where the target names another of them twice in its stead."""
        if self._source_forms.isdisjoint(view.source_forms) or self._target_forms.isdisjoint(view.target_forms):
            return
        before = self._sequences(view.source_words, self.spanish)
        after = self._sequences(view.target_words, self.english)
        for group, ours in before.items():
            theirs = after.get(group, [])
            wrong = [at for at, (one, two) in enumerate(zip(ours, theirs, strict=False)) if one[0] != two[0]]
            known = {place for place, _ in ours}
            if len(ours) == len(theirs) > len(wrong) == 1 and theirs[wrong[0]][0] in known:
                yield ours[wrong[0]][1], theirs[wrong[0]][1]

    @staticmethod
    def _sequences(words: Sequence[Token], forms: dict[str, list[_Place]]) -> dict[int, list[tuple[_Place, Token]]]:
        """Return the members of each set that has several mentions, in text order."""
        found: dict[int, list[tuple[_Place, Token]]] = {}
        for word in words[:_LONGEST]:
            text = word.text.removesuffix("'s").removesuffix("’s")
            for place in forms.get(text, ()):
                found.setdefault(place.group, []).append((place, word))
        return {group: items for group, items in found.items() if len(items) > 1}

    @staticmethod
    def _places(words: Sequence[Token], forms: dict[str, list[_Place]]) -> dict[_Place, Token]:
        found: dict[_Place, Token] = {}
        for word in words:
            text = word.text.removesuffix("'s").removesuffix("’s")
            places = forms.get(text) or (forms.get(text.lower()) if word.start == 0 else None)
            for place in places or ():
                found.setdefault(place, word)
        return found


def contrast_hit(before: Token, after: Token, confidence: float) -> Hit:
    """Return a hit on a word of the target that says something else than the word of the source in its place."""
    return Hit(
        message=f'The source says "{before.text}", the translation "{after.text}"',
        spans=(target_span(after.start, after.end), source_span(before.start, before.end)),
        confidence=confidence,
    )
