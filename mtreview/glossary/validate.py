"""What is odd in a term base that can be read: rows that ask for what cannot be met, or for nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mtreview.glossary.fold import fold
from mtreview.glossary.term import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mtreview.glossary.term import Term

_SHORT = 2


class Oddity(NamedTuple):
    """Say what is odd in a line, and what to do."""

    line: int
    reason: str


def oddities(terms: Sequence[Term]) -> tuple[Oddity, ...]:
    """Return what is odd, in order of lines."""
    groups: dict[tuple[str, str], list[Term]] = {}
    for term in terms:
        if term.source:
            groups.setdefault((fold(term.source).text, term.domain), []).append(term)
    found = [odd for term in terms for odd in _of_row(term)]
    found += [odd for group in groups.values() for odd in _of_concept(group)]
    return tuple(sorted(found))


def _of_row(term: Term) -> Iterator[Oddity]:
    source = fold(term.source).text.strip()
    if source and len(source) <= _SHORT and term.source.islower():
        yield Oddity(term.line, f'"{term.source}" is so short that it stands in most texts; write more of the phrase')
    if term.status is Status.DO_NOT_TRANSLATE and term.target and term.target != term.source:
        yield Oddity(term.line, f'"{term.source}" stays as it is, yet has the target "{term.target}"')
    for phrase in term.skip_if.split("|"):
        skip = fold(phrase).text.strip()
        if skip and source and skip in source:
            yield Oddity(term.line, f'skip_if "{phrase.strip()}" is a part of "{term.source}": the row never applies')


def _of_concept(group: Sequence[Term]) -> Iterator[Oddity]:
    by_status = {status: [term for term in group if term.status is status] for status in Status}
    first = group[0]
    preferred = by_status[Status.PREFERRED]
    accepted = {term.target for term in (*preferred, *by_status[Status.ADMITTED])}
    if accepted == {first.source}:
        yield Oddity(first.line, f'"{first.source}" is the same on both sides; use do-not-translate')
    if len(preferred) > 1:
        targets = ", ".join(f'"{term.target}"' for term in preferred)
        yield Oddity(
            preferred[1].line, f'"{first.source}" has several preferred targets ({targets}); make one preferred'
        )
    if not preferred and by_status[Status.ADMITTED] and not by_status[Status.DO_NOT_TRANSLATE]:
        yield Oddity(first.line, f'"{first.source}" has admitted targets and no preferred one')
    if by_status[Status.DO_NOT_TRANSLATE] and preferred:
        yield Oddity(first.line, f'"{first.source}" both stays as it is and is translated')
    if len({term.skip_if for term in group if term.skip_if}) > 1:
        yield Oddity(first.line, f'"{first.source}" has rows with different skip_if; they count together')
