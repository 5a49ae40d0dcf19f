"""What a corpus proposes for a term base: lines that stand in many documents, and corrections made again and again."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from mtreview.glossary.fold import fold
from mtreview.glossary.term import FURNITURE, Status, Term
from mtreview.text.tokens import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mtreview.glossary.match import Glossary
    from mtreview.segment import Document, Segment

_LONGEST = 60
_MOST_WORDS = 8
_NUMBERS = re.compile(r"\d+")
_EDGES = " .:…|·•()[]-–—>»+*"
_LONGEST_CORRECTION = 3
_WORDS_COMPARED = 200
_LITTLE = frozenset(
    {
        "al",
        "con",
        "de",
        "del",
        "el",
        "en",
        "es",
        "la",
        "las",
        "lo",
        "los",
        "no",
        "para",
        "por",
        "que",
        "se",
        "su",
        "un",
        "una",
        "ha",
        "han",
        "y",
        "a",
        "o",
    }
)


def furniture(documents: Iterable[Document], known: Glossary, least: int = 3) -> tuple[Term, ...]:
    """Return short lines that stand in several documents, most frequent first; numbers count as one.

    Args:
        documents: renderings alone, or with their originals; a list without documents says nothing.
        known: what is not proposed again.
        least: in how many documents a line must stand.
    """
    seen: dict[tuple[str, str], set[str]] = defaultdict(set)
    shown: dict[tuple[str, str], tuple[str, str]] = {}
    for document in documents:
        if document.pieces:
            continue
        for segment in document.segments:
            source, target = (_label(text or "") for text in (segment.source or segment.target, segment.target))
            if source and target:
                key = fold(source).text, fold(target).text
                seen[key].add(document.id)
                shown.setdefault(key, (source, target))
    rows = [(len(places), *shown[key]) for key, places in seen.items() if len(places) >= least]
    return tuple(
        Term(
            source=source,
            target=target,
            status=Status.PREFERRED,
            domain=FURNITURE,
            pos="phrase",
            note=f"in {count} documents" + ("; write its English" if source == target else ""),
        )
        for count, source, target in sorted(rows, key=lambda row: (-row[0], row[1:]))
        if not _is_known(source, target, known)
    )


def _label(text: str) -> str:
    """Return a line as a label without its number, "" where it is none: a sentence, or too long."""
    line = text.strip()
    if not line or len(line) > _LONGEST or line[-1] in ".;,?!" or line.count(" ") >= _MOST_WORDS:
        return ""
    label = " ".join(_NUMBERS.sub(" ", line).split()).strip(_EDGES)
    return label if any(letter.isalpha() for letter in label) else ""


def _is_known(source: str, target: str, known: Glossary) -> bool:
    labels = (hit for hit in known.find_source(source) if hit.concept.furniture)
    return known.is_label(target) or any(hit.end - hit.start >= len(source) for hit in labels)


def corrections(documents: Iterable[Document], least: int = 3) -> tuple[Term, ...]:
    """Return the words that references put in place of others in several segments, most frequent first.

    Each is a forbidden target; where one word of the source stands in all of the segments, the correction is its
    preferred target as well.
    """
    places: dict[tuple[str, str], list[frozenset[str]]] = defaultdict(list)
    for document in documents:
        for segment in document.segments:
            for change in frozenset(_changes(segment)):
                places[change].append(_content(segment.source or ""))
    found = sorted(((len(sources), change) for change, sources in places.items() if len(sources) >= least))
    return tuple(term for _, change in reversed(found) for term in _rows(change, places[change]))


def _changes(segment: Segment) -> Iterator[tuple[str, str]]:
    """Yield (words of the target, words of the reference) for each short replacement."""
    if not segment.reference or not segment.target:
        return
    ours, theirs = ([word.text for word in words(text)] for text in (segment.target, segment.reference))
    if max(len(ours), len(theirs)) > _WORDS_COMPARED:
        return
    for tag, start, end, new_start, new_end in _joined(ours, theirs):
        if tag == "replace" and max(end - start, new_end - new_start) <= _LONGEST_CORRECTION:
            old, new = " ".join(ours[start:end]), " ".join(theirs[new_start:new_end])
            if old.lower() != new.lower() and not any(map(str.isdigit, old)):
                yield old, new


def _joined(ours: list[str], theirs: list[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """Yield the edits, neighbouring ones as one."""
    last: tuple[str, int, int, int, int] | None = None
    for opcode in Levenshtein.opcodes(ours, theirs):
        this = (opcode.tag, opcode.src_start, opcode.src_end, opcode.dest_start, opcode.dest_end)
        if this[0] == "equal":
            if last:
                yield last
            last = None
        elif last:
            last = ("replace", last[1], this[2], last[3], this[4])
        else:
            last = this
    if last:
        yield last


def _content(source: str) -> frozenset[str]:
    return frozenset(word.text.lower() for word in words(source) if word.text[0].isalpha()) - _LITTLE


def _rows(change: tuple[str, str], sources: list[frozenset[str]]) -> Iterator[Term]:
    old, new = change
    note = f'"{old}" became "{new}" {len(sources)} times'
    common = frozenset.intersection(*sources)
    source = next(iter(common)) if len(common) == 1 else ""
    if source:
        yield Term(source=source, target=new, status=Status.PREFERRED, note=note)
    yield Term(source=source, target=old, status=Status.FORBIDDEN, note=note)
