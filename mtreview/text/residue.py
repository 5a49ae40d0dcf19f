"""Spanish words that were left in an English text.

How much more usual a word is in Spanish than in English is the difference of its Zipf frequencies in wordfreq's lists
(https://github.com/rspeer/wordfreq): that tells a word left in from a name or a cognate.
"""

from __future__ import annotations

import re
from functools import lru_cache
from math import log10
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from mtreview.lazy import Remembered
from mtreview.text.residue_words import FAMILIAR, FUNCTION, LEADING, LOANS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from mtreview.text.tokens import Token

_ZIPF = 9  # Zipf's scale counts occurrences in 10**9 words
_RAREST_SPANISH, _RARE_SPANISH, _COMMON_SPANISH = 1.2, 2.0, 3.0
_LEANING, _STRONG = 1.5, 2.5
_NAME_LEANING = 1.0
_AMBIGUOUS = (3.5, -1.0)
_MOST_JOINED = 3
_SPELLING = re.compile(r"(?:ción|ciones|mente|miento|ando|iendo|aba|ado|ada|ados|adas|idad|idades|ismo|ista)$")
_GAP = re.compile(r"[\s\-]{1,3}")
_SENTENCE_END = re.compile(r"(?:^|[.!?:;\n…])[\s\"'“”‘’«»()\[\]¿¡—–\-\d|]*$")
_BEFORE, _AFTER = frozenset("/\\@_=#&<{~$%."), frozenset("/\\@_=#>}$%.")
_START = re.compile(r"(?:ó|rá|rán|ción|aron|ieron|amos|emos|imos|aban|aba|iones|mente|ando|iendo|idad|dores|mientos?)$")
_FINITE = re.compile(
    r"^(?:fue|fueron|era|eran|hab[ií]an?|hubo|ha|han|est[aá]n?|ten[ií]an?|tiene|tienen|tenga|tengan|puso|pusieron|dijo|"
    r"hizo|hicieron|quiere|puede|pueden|pod[ií]an?|deb[ií]an?|hac[ií]an?|dec[ií]an?|vino|tuvo|quiso|pudo|supo|sigue|sea|"
    r"sean)$|(?:[aeiou]r[ií]an?|[aei]r[aá]n?|[^ií]ó|aron|ieron|mente)$"
)
_UNUSUAL = 3.25  # Zipf frequency in English of a function word that English may have as a name or a loan
_FOREIGN = 1.5  # Zipf frequency in English of a word that English does not have
_QUOTES = frozenset("\"'“”‘’«»`*_")
_LOOK_BACK, _TITLE = 24, 40
_OPENED = re.compile(r"[\"'“‘«`*_]((?:\w{1,20} ){0,3})$")


class Run(NamedTuple):
    """Hold consecutive words that look Spanish.

    Attributes:
        start: 0-based offset of the first word.
        end: offset after the last one.
        content: how many of them are content words.
        lean: the strongest of their differences in Zipf frequency, Spanish less English.
        shared: True where the source has every content word.
    """

    start: int
    end: int
    content: int
    lean: float
    shared: bool


@lru_cache(maxsize=1)
def _frequencies() -> tuple[dict[str, float], dict[str, float]]:
    from wordfreq import get_frequency_dict  # noqa: PLC0415 - 93 MB, only where words are looked up

    return get_frequency_dict("es", "best"), get_frequency_dict("en", "best")


@lru_cache(maxsize=100_000)
def lean(form: str) -> tuple[float, float]:
    """Return how frequent a lower-cased word is in Spanish and how much more so than in English, on Zipf's scale.

    >>> common, difference = lean("lectura")
    >>> common > 4, difference > 3
    (True, True)
    """
    spanish, english = _frequencies()
    form = normalize("NFC", form)
    here, there = spanish.get(form, 0.0), english.get(form, 0.0)
    zipf = max(0.0, log10(here) + _ZIPF) if here else 0.0
    return zipf, zipf - (max(0.0, log10(there) + _ZIPF) if there else 0.0)


def _suspicious(form: str) -> bool:
    form = normalize("NFC", form)
    if form in LOANS or len(form) < _MOST_JOINED:
        return False
    common, difference = lean(form)
    known = common >= (_RAREST_SPANISH if difference == common else _RARE_SPANISH)
    return (known and difference >= min(_LEANING, common)) or _spelt_spanish(form)


suspicious = Remembered(_suspicious, 100_000)
"""Say whether a lower-cased word may be Spanish that was left in: the cheap test before any other."""


def _spelt_spanish(form: str) -> bool:
    return len(form) > _MOST_JOINED and bool(_SPELLING.search(form)) and not _frequencies()[1].get(form)


class _Reader:
    """Look for Spanish in one target."""

    def __init__(
        self, text: str, words: Sequence[Token], source: Collection[str] | None, ignore: Collection[str]
    ) -> None:
        self.text = text
        self.words = words
        self.source = source
        self.ignore = ignore
        self.capitals = len(words) > 1 and text.isupper()

    def lower(self, index: int) -> bool:
        word = self.words[index].text
        return self.capitals or word.islower()

    def form(self, index: int) -> str:
        return self.words[index].text.lower()

    def content(self, index: int) -> bool:
        """Say whether a word is a Spanish content word that has no business here."""
        word, start, end = self.words[index]
        form = word.lower()
        if not suspicious(form) or form in self.ignore or (form in FUNCTION and not self._stray(index, form)):
            return False
        if self.capitals and lean(form)[0] < _COMMON_SPANISH:
            return False
        if self._embedded(start, end) or self._named(index) or not (self.lower(index) or self._begins(index, form)):
            return False
        if self.source is not None and form in self.source:
            return True
        return lean(form)[0] >= _COMMON_SPANISH and form not in FAMILIAR

    def _stray(self, index: int, form: str) -> bool:
        """Say whether a function word of the source stands alone among English words, as in "they según left"."""
        common, difference = lean(form)
        if self.source is None or form not in self.source or common - difference > _UNUSUAL:
            return False
        near = [at for at in (index - 1, index + 1) if 0 <= at < len(self.words) and self.gap(*sorted((index, at)))]
        foreign = any(lean(self.form(at))[1] >= _LEANING for at in near)
        return not foreign and any(self.lower(at) and lean(self.form(at))[1] < 0 for at in near)

    def _begins(self, index: int, form: str) -> bool:
        """Say whether a capitalised word begins the text, as it does the source, and looks like no name."""
        if index or self.source is None or form not in self.source or not _START.search(form):
            return False
        common, difference = lean(form)
        return common >= _COMMON_SPANISH and common - difference <= _FOREIGN

    def _embedded(self, start: int, end: int) -> bool:
        """Say whether a word is part of an address, a path, a tag or a placeholder."""
        before, after = self.text[max(0, start - 1) : start], self.text[end : end + 2]
        if before and (before in _BEFORE or self.text.startswith(('="', "='"), max(0, start - 2))):
            return True
        return after[:1] in _AFTER and after[1:].isalnum()

    def _named(self, index: int) -> bool:
        """Say whether a hyphen joins a word to a name before it, as in `Quierzy-sur-Oise`."""
        if index == 0 or self.capitals:
            return False
        before, word = self.words[index - 1], self.words[index]
        return before.text[0].isupper() and self.text[before.end : word.start] == "-"

    def gap(self, left: int, right: int) -> bool:
        """Say whether two neighbouring words have only space or a hyphen between them."""
        return bool(_GAP.fullmatch(self.text, self.words[left].end, self.words[right].start))

    def runs(self, places: Sequence[int]) -> Iterator[Run]:
        """Yield the content words at `places`, joined over function words between them."""
        groups: list[list[int]] = []
        for place in places:
            if groups and self._joined(groups[-1][-1], place):
                groups[-1].append(place)
            else:
                groups.append([place])
        for group in groups:
            first = self._extend(group)
            if first is not None:
                yield self._run(first, self._rest(group[-1]), group)

    def _joined(self, left: int, right: int) -> bool:
        between = range(left + 1, right)
        return (
            len(between) <= _MOST_JOINED
            and all(self.form(index) in FUNCTION for index in between)
            and all(self.gap(index, index + 1) for index in range(left, right))
        )

    def _extend(self, group: Sequence[int]) -> int | None:
        """Return where a run really begins, or None where it is the rest of a Spanish name, as in `Cien años`."""
        start = first = group[0]
        while start > 0 and self.gap(start - 1, start) and self.form(start - 1) in LEADING:
            start -= 1
        if self._titled(start, first):
            return None
        if start == 0 or not self.gap(start - 1, start):
            return start
        form, word = self.form(start - 1), self.words[start - 1]
        common, difference = lean(form)
        if self.lower(start - 1):
            joins = start < first and common >= _AMBIGUOUS[0] and difference >= _AMBIGUOUS[1]
            return start - 1 if joins and (self.source is None or form in self.source) else start
        if difference < _NAME_LEANING or self._said(group):
            return start
        at_start = _SENTENCE_END.search(self.text, max(0, word.start - _LOOK_BACK), word.start)
        return start - 1 if at_start else None

    def _said(self, group: Sequence[int]) -> bool:
        """Say whether a run that the source has is part of a sentence rather than of a name: it has a finite verb."""
        forms = [self.form(index) for index in group]
        if self.source is None or not all(form in self.source for form in forms):
            return False
        return any(map(_FINITE.search, forms))

    def _titled(self, start: int, first: int) -> bool:
        """Say whether a run goes on with a title, as in `Los fantasmas de Goya` and `Volver a empezar`."""
        word = self.words[start]
        if start < first and word.text[0].isupper() and not self.capitals:
            return not _SENTENCE_END.search(self.text, max(0, word.start - _LOOK_BACK), word.start)
        if start < 2 or self.form(start - 1) != "a" or not self.gap(start - 1, start):  # noqa: PLR2004 - the verb
            return False
        before = self.words[start - 2]
        return self.gap(start - 2, start - 1) and before.text[0].isupper() and lean(before.text.lower())[1] >= _LEANING

    def _rest(self, last: int) -> int:
        """Return where a run really ends, as in `ministerio de hacienda`."""
        end = last
        while end + 1 < len(self.words) and self.gap(end, end + 1) and self.form(end + 1) in LEADING:
            end += 1
        after = end + 1
        joins = end > last and after < len(self.words) and self.gap(end, after) and self.lower(after)
        return after if joins and lean(self.form(after))[1] >= _NAME_LEANING else last

    def _run(self, first: int, last: int, group: list[int]) -> Run:
        forms = [self.form(index) for index in group]
        return Run(
            start=self.words[first].start,
            end=self.words[last].end,
            content=len(group),
            lean=max(lean(form)[1] for form in forms),
            shared=self.source is not None and all(form in self.source for form in forms),
        )


def residue(
    text: str, words: Sequence[Token], source: Collection[str] | None, ignore: Collection[str] = frozenset()
) -> tuple[Run, ...]:
    """Return the Spanish inside an English text.

    Args:
        text: the English text.
        words: its words.
        source: the lower-cased words of the Spanish source; None where there is none.
        ignore: lower-cased words that are never Spanish.
    """
    reader = _Reader(text, words, source, ignore)
    places = [index for index in range(len(words)) if reader.content(index)]
    if not places:
        return ()
    return tuple(run for run in reader.runs(places) if not _quoted(text, run))


def _quoted(text: str, run: Run) -> bool:
    """Say whether a run is cited: it fills quotation marks with names and small words, or is set in italics."""
    opened = _OPENED.search(text, max(0, run.start - _TITLE), run.start)
    if not opened or not all(word[0].isupper() or word in FUNCTION for word in opened[1].split()):
        return False
    return text[run.end : run.end + 3].lstrip(",.;:?!")[:1] in _QUOTES
