from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from mtreview.checks._spellings import (
    LONGEST_RUN,
    KnownNames,
    Spelling,
    collect,
    groups,
    known_names,
    near_misses,
    same_name,
)
from mtreview.checks.base import DocumentCheck, Hit, replace_target, target_span
from mtreview.issue import Category, Severity
from mtreview.text.names import loose_key, without_accents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.text.tokens import Token
    from mtreview.view import DocumentView

_LOWER = re.compile(r"(?<![\w'’])[^\W\d_A-Z][\w\u0300-\u036f]{3,}")
_WORD = re.compile(r"[^\W\d_][\w\u0300-\u036f]+")

_SHORTEST = 5
_MOST_WAYS = 4
_SPANISH = frozenset("áéíóúÁÉÍÓÚ")

# How surnames end in the languages that Spanish transliterates with an accent; no Hispanic name ends so.
_FOREIGN = re.compile(r"(?:[eo][bv]|(?:[eo]v|n)(?:ich|sk[iy]y?|skaya)|enko|chuk|shvili|zade)$")


class _Verdict(NamedTuple):
    """Say how a spelling should be written, why, and how sure that is."""

    text: str
    message: str
    confidence: float


class _Mention(NamedTuple):
    """Hold a stretch of a target to change, how it should be written, and why ("" where it is several words)."""

    segment: int
    start: int
    end: int
    shown: str
    new: str
    message: str
    confidence: float


@dataclass(frozen=True, kw_only=True)
class NameVariant(DocumentCheck):
    """Report a name that a document spells in several ways, and a Spanish accent left on a foreign name.

    The glossary's spelling is proposed, else the most frequent one. Names whose neighbours differ are two people's, and
    spellings that both stand in the source are left.

    Bad:
        en: Mr Tokayev spoke on Monday.
        en: According to [[Tokaev]], troops will leave.
        fix: Tokayev
    Good:
        en: Anna Smith and Ana Gil met Vladimir Putin.
        en: Anna, Ana and Lyudmila Putina left. Kazakhs live in Kazakhstan.
    """

    severity: Severity = Severity.MINOR

    category: ClassVar[Category] = Category.INCONSISTENCY
    yields_to: ClassVar[frozenset[str]] = frozenset({"untranslated-term", "wrong-term", "forbidden-term"})

    def find(self, view: DocumentView) -> Iterator[Hit]:
        """Yield one hit for each mention of a name that is not spelt as the document's best spelling of it."""
        if view.document.pieces:
            return
        spellings = collect(segment.target for segment in view.segments)
        known = known_names(view.context.glossaries)
        verdicts = _verdicts(view, spellings, known)
        if not verdicts:
            return
        runs = {(place.segment, place.run[0].start): place.run for form in verdicts for place in spellings[form].places}
        mentions = [
            mention
            for (segment, _), run in sorted(runs.items(), key=lambda item: item[0])
            for mention in _mentions(segment, view.segments[segment].target, run, verdicts, known)
        ]
        ways: dict[str, dict[str, None]] = {}
        for mention in mentions:
            ways.setdefault(mention.new, {})[mention.shown] = None
        for new, shown in ways.items():
            surname = spellings.get(new.split()[-1].lower())
            if surname and surname.text not in shown and new not in shown:
                shown[surname.text] = None
        yield from (_hit(mention, tuple(ways[mention.new])) for mention in mentions)


def _verdicts(view: DocumentView, spellings: dict[str, Spelling], known: KnownNames) -> dict[str, _Verdict]:
    """Return the spellings to change, by their lower-cased form."""
    pairs = [(group, _best(group, spellings, known)) for group in groups(spellings)]
    pairs += [([rare], often) for rare, often in near_misses(spellings)]
    found: dict[str, _Verdict] = {}
    if pairs:
        lower = {form for segment in view.segments for form in _LOWER.findall(segment.target)}
        source = {form.lower() for segment in view.segments for form in _WORD.findall(segment.source)}
        for group, best in pairs:
            for spelling in group:
                if _wrong(spelling, best, group, lower, source):
                    found.setdefault(spelling.text.lower(), _variant(spelling, best, sure=len(group) > 1))
        for group, best in pairs:
            _take_known(group, best, known, found)
    for form, spelling in spellings.items():
        if form not in found and not form.isascii() and form != without_accents(form):
            verdict = _accent(spelling.text, known)
            if verdict:
                found[form] = verdict
    return found


def _wrong(spelling: Spelling, best: Spelling, group: list[Spelling], lower: set[str], source: set[str]) -> bool:
    """Say whether a spelling is to be changed to the best one: neither is a mere word, nor has the source both."""
    form, other = spelling.text.lower(), best.text.lower()
    if spelling is best or form in lower or (form in source and other in source):
        return False
    if len(group) > 1:
        return other not in lower and same_name(spelling, best)
    return other not in lower or (spelling.unheard and form not in source)


def _best(group: list[Spelling], spellings: dict[str, Spelling], known: KnownNames) -> Spelling:
    """Return the glossary's spelling, else the most frequent, else the one beside the most frequent names."""

    def rank(spelling: Spelling) -> tuple[bool, bool, int, int, float]:
        form = spelling.text.lower()
        beside = max((len(spellings[near].places) for near in spelling.beside if near in spellings), default=0)
        listed = known.words.get(loose_key(form), "").lower() == form
        foreign = not form.isascii() and _accent(spelling.text, known) is not None
        return listed, not foreign, len(spelling.places), beside, spelling.frequency

    return max(group, key=rank)


def _variant(spelling: Spelling, best: Spelling, *, sure: bool) -> _Verdict:
    message = f'"{spelling.text}" is spelt "{best.text}" elsewhere in this document'
    return _Verdict(best.text, message, 0.9 if sure else 0.6)


def _take_known(group: list[Spelling], best: Spelling, known: KnownNames, found: dict[str, _Verdict]) -> None:
    """Prefer the glossary's spelling where the document has several and none of them is it."""
    listed = known.words.get(loose_key(best.text.lower()))
    variants = [spelling.text.lower() for spelling in group if spelling.text.lower() in found]
    if not listed or not variants or listed.lower() == best.text.lower():
        return
    for form in (*variants, best.text.lower()):
        message = f'This name is spelt in several ways in the document; the glossary has "{listed}"'
        found[form] = _Verdict(listed, message, 0.85)


def _accent(name: str, known: KnownNames) -> _Verdict | None:
    """Judge a name with an accent that the document spells in this way only."""
    if not all(char.isascii() or char in _SPANISH for char in name):
        return None
    plain = without_accents(name)
    loose = loose_key(name.lower())
    listed = known.words.get(loose)
    if listed and listed.isascii() and len(loose) >= _SHORTEST:
        return _Verdict(listed, f'"{name}" has a Spanish accent; English spells this name "{listed}"', 0.9)
    if not _FOREIGN.search(plain.lower()):
        return None
    text = f"{plain[:-1]}v" if plain.endswith(("eb", "ob")) else plain
    return _Verdict(text, f'"{name}" has a Spanish accent; English writes foreign names without it', 0.8)


def _mentions(
    segment: int, text: str, run: tuple[Token, ...], verdicts: dict[str, _Verdict], known: KnownNames
) -> Iterator[_Mention]:
    """Yield each stretch of misspelt words in a run of capitalised words, with how it should be written."""
    index = 0
    while index < len(run):
        verdict = verdicts.get(run[index].text.lower())
        if verdict is None:
            index += 1
            continue
        first = index
        while index < len(run) and run[index].text.lower() in verdicts:
            index += 1
        last = index - 1
        several = last > first
        phrase = known.phrase(run, first, last) if len(run) <= LONGEST_RUN else None
        if phrase:
            first, last, new = phrase
            index = max(index, last + 1)
        else:
            new = _rewritten(text, run[first : last + 1], verdicts)
        start, end = run[first].start, run[last].end
        message = "" if several or last > first else verdict.message
        yield _Mention(segment, start, end, text[start:end], new, message, verdict.confidence)


def _hit(mention: _Mention, ways: tuple[str, ...]) -> Hit:
    listed = [f'"{way}"' for way in ways[:_MOST_WAYS]]
    if len(listed) > 1:
        forms = f"{', '.join(listed[:-1])} and {listed[-1]}"
        said = f'This name is spelt {forms} in this document; proposed is "{mention.new}"'
    else:
        said = f'{listed[0]} is spelt in other ways in this document; proposed is "{mention.new}"'
    changed = mention.new != mention.shown
    return Hit(
        segment=mention.segment,
        message=mention.message or said,
        spans=(target_span(mention.start, mention.end),),
        suggestion=replace_target(mention.start, mention.end, mention.new) if changed else None,
        confidence=mention.confidence,
        against=mention.new,
    )


def _rewritten(text: str, words: tuple[Token, ...], verdicts: dict[str, _Verdict]) -> str:
    """Return the words as they should be, with what stands between them, less spaces at hyphens."""
    parts: list[str] = []
    for index, word in enumerate(words):
        if index:
            gap = text[words[index - 1].end : word.start]
            parts.append(gap.strip() or gap)
        verdict = verdicts.get(word.text.lower())
        new = verdict.text if verdict else word.text
        parts.append(new.upper() if word.text.isupper() else new)
    return "".join(parts)
