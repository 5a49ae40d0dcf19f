from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from mtreview.checks.base import DocumentCheck, Hit, replace_target, target_span
from mtreview.issue import Category, Severity
from mtreview.text.spelling_variants import Variant, variants

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.text.tokens import Token
    from mtreview.view import DocumentView, SegmentView

_COUNTRIES = {True: "the United States", False: "Great Britain"}
_SETTINGS = {True: "en-US", False: "en-GB"}
_RARE = 3
_SEVERAL = 2


class _Use(NamedTuple):
    """Hold one word of a document that two countries spell differently."""

    segment: int
    word: Token
    variant: Variant


@dataclass(frozen=True, kw_only=True)
class VariantSpelling(DocumentCheck):
    """Note British spellings in an American text, and the other way round.

    In a document that mixes both, the rarer is noted; where they are about as frequent, as in a collection of texts,
    neither. A document that is consistently the other country's, in several words, has one
    note. Names, which have a capital, are left.

    Attributes:
        strict: report every spelling that is not the target's, as minor, whatever the rest of the document does.

    Bad:
        en: The labor market and the color of money.
        en: Its theater and its neighbors, and his [[honour]].
        fix: honor
    Good:
        en: The Labour Party, the labor market, a program and a check.
    """

    severity: Severity = Severity.MINOR
    strict: bool = False

    category: ClassVar[Category] = Category.SPELLING

    def find(self, view: DocumentView) -> Iterator[Hit]:
        """Yield each word of the wrong country."""
        uses = [use for segment in view.segments for use in _uses(segment)]
        if not uses:
            return
        wanted = view.context.target == "en-US"
        foreign = [use for use in uses if use.variant.american is not wanted]
        if self.strict:
            yield from (_hit(use, self.severity) for use in foreign)
        elif len(foreign) == len(uses):
            if len({use.word.text for use in foreign}) >= _SEVERAL:
                yield _note(foreign[0], wanted=wanted)
        else:
            rarer = min(foreign, [use for use in uses if use.variant.american is wanted], key=len)
            if len(rarer) * _RARE <= len(uses):
                yield from (_hit(use, Severity.NEUTRAL) for use in rarer)


@cache
def _words() -> frozenset[str]:
    return frozenset(variants())


def _uses(view: SegmentView) -> Iterator[_Use]:
    if view.target_forms.isdisjoint(_words()):
        return
    known = variants()
    for word in view.target_words:
        if word.text in known and word.text not in view.context.ignore_words:
            yield _Use(view.index, word, known[word.text])


def _hit(use: _Use, severity: Severity) -> Hit:
    text, start, end = use.word
    country = _COUNTRIES[use.variant.american]
    return Hit(
        message=f'"{text}" is the spelling of {country}; "{use.variant.other}" goes with the rest',
        spans=(target_span(start, end),),
        suggestion=replace_target(start, end, use.variant.other),
        severity=severity,
        confidence=0.8,
        segment=use.segment,
    )


def _note(use: _Use, *, wanted: bool) -> Hit:
    text, start, end = use.word
    country = _COUNTRIES[use.variant.american]
    return Hit(
        message=f'This document is spelt as in {country}, like "{text}"; the target is {_SETTINGS[wanted]}',
        spans=(target_span(start, end),),
        severity=Severity.NEUTRAL,
        confidence=0.6,
        segment=use.segment,
    )
