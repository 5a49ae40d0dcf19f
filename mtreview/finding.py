"""What checks find in a document, before it becomes issues; and which findings explain others away."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import accumulate
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from mtreview import mqm
from mtreview.checks.base import ANY, Check, CorpusCheck, DocumentCheck, Hit, SegmentCheck
from mtreview.issue import Category, Severity
from mtreview.segment import Side

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from mtreview.segment import Span
    from mtreview.view import DocumentView, SegmentView

    Corpus = Mapping[Check, Any]

_UNPAIRED: Final = frozenset({Category.OMISSION, Category.ADDITION})


@dataclass(frozen=True, slots=True)
class Finding:
    """Pair a hit with the check that made it.

    Attributes:
        evidence: what else shows it, such as what corresponds on the side that the hit does not mark; no part of its
            identity.
    """

    check: Check
    hit: Hit
    evidence: tuple[Span, ...] = ()

    @property
    def hint(self) -> bool:
        """Say whether it is of words that good translations, too, leave out or add freely."""
        return self.check.category in _UNPAIRED and self.severity is Severity.NEUTRAL

    @property
    def severity(self) -> Severity:
        """Return how much it hurts: a check's own severity is the most that its findings can have."""
        own = self.check.severity
        return own if self.hit.severity is None else min(own, self.hit.severity)


def found(
    view: DocumentView, checks: Sequence[Check], corpus: Corpus = MappingProxyType({}), only: int | None = None
) -> dict[int, list[Finding]]:
    """Return what every check finds, by index of the segment; of one segment alone where `only` names it."""
    segments = view.segments if only is None else (view.segments[only],)
    result = {segment.index: own for segment, own in zip(segments, found_alone(segments, checks), strict=True)}
    for check in checks:
        if not isinstance(check, SegmentCheck):
            for hit in _across(check, view, corpus):
                if hit.segment in result:
                    result[hit.segment].append(Finding(check, hit))
    return result


def found_alone(segments: Sequence[SegmentView], checks: Sequence[Check]) -> list[list[Finding]]:
    """Return what the checks of segments find in each of some.

    One check after another, each on all segments: the patterns and words of another are far from the processor, so that
    one segment after another takes half as long again.
    """
    result: dict[int, list[Finding]] = {id(segment): [] for segment in segments}
    with_source = [segment for segment in segments if segment.has_source]
    for check in checks:
        if isinstance(check, SegmentCheck):
            for segment in with_source if "source" in check.needs else segments:
                for hit in check.find(segment):
                    result[id(segment)].append(Finding(check, hit))
    return list(result.values())


def _across(check: Check, view: DocumentView, corpus: Corpus) -> Iterable[Hit]:
    """Return the hits of a check that looks at several segments together."""
    if isinstance(check, DocumentCheck) and not view.document.pieces:
        return check.find(view)
    if isinstance(check, CorpusCheck) and check in corpus:
        return check.find(view, corpus[check])
    return ()


def settled(found: dict[int, list[Finding]]) -> dict[int, list[Finding]]:
    """Return the findings without those that a better explanation of the same words replaces."""
    return {index: _unexplained(items) if len(items) > 1 else items for index, items in found.items()}


def _unexplained(items: list[Finding]) -> list[Finding]:
    """Leave out what yields to a finding of the same words; one that only review shows silences nothing.

    What is missing or too much then is the evidence of a finding of the whole segment, such as one of its length.
    """
    items = _without_hints(items)
    by_check: dict[str, list[Finding]] = {}
    for item in items:
        if item.hit.confidence >= mqm.REPORTED:
            by_check.setdefault(item.check.id(), []).append(item)
    better = {id_ for item in items for id_ in _yields_to(item.check, by_check)}
    if not better:
        return items
    places = {id_: _Places(by_check[id_]) for id_ in better}
    kept: list[Finding] = []
    lost: list[Span] = []
    for item in items:
        if not any(places[id_].meet(item.hit.spans) for id_ in _yields_to(item.check, by_check)):
            kept.append(item)
        elif item.check.category in _UNPAIRED and item.hit.confidence >= mqm.REPORTED:
            lost += item.hit.spans
    if not lost:
        return kept
    return [
        item if item.hit.spans or item.check.id() not in better else replace(item, evidence=(*lost,)) for item in kept
    ]


def _without_hints(items: list[Finding]) -> list[Finding]:
    """Leave out hints at words that a model marks as worse: it yields to all others, and would yield to them, too."""
    marks = [item for item in items if ANY in item.check.yields_to and item.hit.confidence >= mqm.REPORTED]
    worse = [item for item in marks if item.severity > Severity.NEUTRAL]
    if not worse:
        return items
    places = _Places(worse)
    return [item for item in items if not (item.hint and places.meet(item.hit.spans))]


def _yields_to(check: Check, found: Collection[str]) -> Iterator[str]:
    wanted = found if ANY in check.yields_to else check.yields_to
    return (id_ for id_ in wanted if id_ in found and id_ != check.id())


class _Places:
    """Know where some findings are; one without a place is everywhere."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        spans = [finding.hit.spans for finding in findings]
        self.everywhere = not all(spans)
        self.sides: dict[Side, tuple[list[int], list[int]]] = {}
        for side in Side:
            ranges = sorted((span.start, span.end) for own in spans for span in own if span.side is side)
            self.sides[side] = [start for start, _ in ranges], list(accumulate((end for _, end in ranges), max))

    def meet(self, spans: Sequence[Span]) -> bool:
        """Say whether one of the findings overlaps one of the spans."""
        return self.everywhere or not spans or any(map(self._overlap, spans))

    def _overlap(self, span: Span) -> bool:
        starts, furthest = self.sides[span.side]
        before = bisect_left(starts, span.end)
        return before > 0 and furthest[before - 1] > span.start
