"""Tables of phrases: which words betray one, what it looks like, what English has in its place.

A phrase is looked for only where one of its words stands in the text, so that a table of hundreds costs a sound
sentence one set intersection.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mtreview.issue import Severity
    from mtreview.view import SegmentView

_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Phrase:
    """Hold one phrase that English does not have.

    Attributes:
        words: lower-case words of which the target has at least one; joined by a plus where it has all of them.
        pattern: what it looks like, in lower or upper case; a group named `here` is what to flag, else all of it.
        better: what English says, for the message.
        fix: template of what to write in its place ("" to delete), as `re.Match.expand` reads it; None for no fix.
        fixes: what to write by the lower-case phrase, where one template does not do.
        source: what a source must match, where there is one; "" for anything.
        sure: confidence with a source.
        alone: confidence without one; 0 for silence.
        severity: where it hurts less than the check says.
    """

    words: frozenset[str]
    pattern: str
    better: str
    fix: str | None = None
    fixes: Mapping[str, str] = field(default_factory=dict)
    source: str = ""
    sure: float = 0.8
    alone: float = 0.8
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Hold where a phrase stands, and what to write there, None where that is not certain."""

    phrase: Phrase
    start: int
    end: int
    fix: str | None
    confidence: float


class Table:
    """Look phrases up by their words."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self.phrases = tuple(phrases)
        self._by_word: dict[str, list[tuple[int, frozenset[str]]]] = {}
        needs = [(index, needed.split("+")) for index, phrase in enumerate(self.phrases) for needed in phrase.words]
        shared = Counter(word for _, words in needs for word in words)
        for index, words in needs:
            rarest = min(words, key=lambda word: (shared[word], word))  # "of" stands in many phrases and most texts
            self._by_word.setdefault(rarest, []).append((index, frozenset(words) - {rarest}))
        self._words = frozenset(self._by_word)
        # Words of which one must stand beside each; absent for those that betray a phrase by themselves.
        self._beside = {
            word: frozenset().union(*(rest for _, rest in found))
            for word, found in self._by_word.items()
            if all(rest for _, rest in found)
        }

    def find(self, view: SegmentView) -> Iterator[Found]:
        """Yield each phrase in the target; where two overlap, the earlier one."""
        forms = view.target_forms
        beside = self._beside
        hot = [word for word in forms & self._words if word not in beside or not beside[word].isdisjoint(forms)]
        if not hot:
            return
        chosen = {index for word in hot for index, rest in self._by_word[word] if rest <= forms}
        every = [found for index in sorted(chosen) for found in _occurrences(self.phrases[index], view)]
        done = 0
        for found in sorted(every, key=lambda item: item.start):
            if found.start >= done:
                done = found.end
                yield found


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern, compiled when it is first wanted: most runs need few of a table's."""
    return re.compile(pattern, re.IGNORECASE)


def _occurrences(phrase: Phrase, view: SegmentView) -> Iterator[Found]:
    confidence = phrase.sure if view.has_source else phrase.alone
    if not confidence:
        return
    pattern = _compiled(phrase.pattern)
    match = pattern.search(view.target)
    if match is None or (view.has_source and phrase.source and not _compiled(phrase.source).search(view.source)):
        return
    while match:
        place: int | str = "here" if "here" in pattern.groupindex else 0
        start, shown = match.start(place), match[place]
        fix = _fix(phrase, match, shown)
        if shown[-1] == " ":
            shown, fix = shown[:-1], fix and fix.removesuffix(" ")
        yield Found(phrase, start, start + len(shown), fix, confidence)
        match = pattern.search(view.target, match.end())


def _fix(phrase: Phrase, match: re.Match[str], shown: str) -> str | None:
    """Return what to write for a match, with a capital where it had one."""
    new = match.expand(phrase.fix) if phrase.fix is not None else phrase.fixes.get(shown.lower())
    if new and shown[:1].isupper() and new[0].islower():
        new = new[0].upper() + new[1:]
    return None if new == shown else new


def read_table(name: str) -> Table:
    """Return the table of a file beside this module, one phrase a line, its columns named in the first.

    Raises:
        ValueError: a line has a number where none belongs, or too few columns.
    """
    text = files(__package__ or "").joinpath(name).read_text("utf-8")
    return Table(map(_phrase, csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)))


def _words(text: str) -> Iterator[str]:
    """Yield the words of a phrase, with every day or month in place of `{day}` and `{month}`."""
    for word in text.split():
        if "{" not in word:
            yield word
        for macro, names in (("{day}", _DAYS), ("{month}", _MONTHS)):
            if macro in word:
                yield from (word.replace(macro, name) for name in names.lower().split("|"))


def _phrase(row: Mapping[str, str]) -> Phrase:
    """Return the phrase of a line; a fix of several is written `phrase=new; phrase=new`."""
    pairs = [pair.partition("=") for pair in row["fix"].split("; ")] if "=" in row["fix"] else []
    return Phrase(
        words=frozenset(_words(row["words"])),
        pattern=row["pattern"].replace("{DAY}", _DAYS).replace("{MONTH}", _MONTHS),
        better=row["better"],
        fix=row["fix"] if row["fix"] and not pairs else None,
        fixes={old: new for old, _, new in pairs},
        source=row["source"],
        sure=float(row["sure"]),
        alone=float(row["alone"]),
    )
