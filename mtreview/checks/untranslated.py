from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mtreview.checks.base import Hit, SegmentCheck, proposal, source_span, target_span
from mtreview.issue import Category, Severity
from mtreview.text.attributes import spoken_in_spanish
from mtreview.text.residue import residue, suspicious
from mtreview.text.residue_phrases import MARKERS, mixed, phrases
from mtreview.text.residue_whole import whole_in_spanish

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.text.residue import Run
    from mtreview.view import SegmentView

_STRONG = 2.5


@dataclass(frozen=True, kw_only=True)
class Untranslated(SegmentCheck):
    """Report Spanish that was left in the translation: all of a segment, or words inside it.

    Names, titles, quoted Spanish and words that English has borrowed are left. Where `score` runs a translation model,
    its translation is the suggestion for a segment that is the source again.

    Bad:
        es: Escuche esta historia
        en: [[Escuche esta historia]]
    Bad:
        es: El gobierno anunció una prórroga del decreto.
        en: The government announced a [[prórroga]] of the decree.
    Bad:
        en: Cesar Romero 3 [[min de lectura]]
    Good:
        es: El Partido Popular celebró una fiesta en la plaza de San José.
        en: The Partido Popular held a fiesta in the San José plaza.
    """

    severity: Severity = Severity.MAJOR

    category: ClassVar[Category] = Category.UNTRANSLATED
    yields_to: ClassVar[frozenset[str]] = frozenset({"site-furniture", "untranslated-term", "byline-caption"})

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield one hit for a segment in Spanish, else one for each run of Spanish words."""
        if not any(map(suspicious.__getitem__, view.target_forms)):
            yield from _phrases(view)
            return
        source = view.source_forms if view.has_source else None
        ignore = view.context.ignore_words
        sure = whole_in_spanish(view.target, view.target_words, view.source, ignore)
        if sure:
            spoken = [word for word in view.target_words if word.text[0].isalpha()]
            span = target_span(spoken[0].start, spoken[-1].end)
            message = "The segment is still in Spanish"
            yield Hit(message=message, spans=(span,), confidence=sure, suggestion=proposal(view))
            return
        runs = residue(view.target, view.target_words, source, ignore)
        if not runs:
            yield from _phrases(view)
        apart = spoken_in_spanish(view.target, view.source, ignore) if runs else ()
        for run in runs:
            if any(start <= run.start < end for start, end in apart):
                continue  # `untranslated-attribute` reports the whole of it
            confidence = _confidence(run)
            shown = view.target[run.start : run.end]
            spans = [target_span(run.start, run.end)]
            at = view.source.find(shown) if run.shared else -1
            if at >= 0:
                spans.append(source_span(at, at + len(shown)))
            yield Hit(message=f'"{shown}" is still in Spanish', spans=tuple(spans), confidence=confidence)


def _phrases(view: SegmentView) -> Iterator[Hit]:
    """Yield phrases of small words that the source has word for word."""
    if MARKERS.isdisjoint(view.target_forms):
        return
    shared = view.source_forms & view.target_forms
    texts = view.target, view.target_words, view.source, shared
    for start, end in list(phrases(*texts)) or mixed(*texts):
        shown = view.target[start:end]
        at = view.source.index(shown)
        spans = (target_span(start, end), source_span(at, at + len(shown)))
        yield Hit(message=f'"{shown}" is still in Spanish', spans=spans, confidence=0.8)


def _confidence(run: Run) -> float:
    if run.shared:
        return 0.9 if run.lean >= _STRONG or run.content > 1 else 0.8
    if run.content > 1:
        return 0.85
    return 0.6 if run.lean >= _STRONG else 0.4
