"""The one way from documents to assessments; batch, gate and review differ only in who calls it."""

from __future__ import annotations

import dataclasses
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from mtreview import fusion, mqm
from mtreview.assessment import Assessment, Basis
from mtreview.checks.base import ANY, Check, CorpusCheck, DocumentCheck, Hit, SegmentCheck
from mtreview.fingerprint import issue_fingerprint
from mtreview.issue import Category, Issue, Severity
from mtreview.score import Score
from mtreview.segment import Side
from mtreview.view import ESTIMATED, DocumentView

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from mtreview.config import Profile
    from mtreview.segment import Document, Segment, Span
    from mtreview.view import SegmentView

    Corpus = Mapping[Check, Any]

_RETRIED = 100_000  # code points of one segment that are judged anew to try its suggestions; later ones are dropped
# Segments of one document that are read anew to try suggestions by the checks of whole documents; later ones are tried
# by the checks of segments alone, so that a long document takes time in proportion to its length.
_REREAD = 4_000


@dataclass(frozen=True, slots=True)
class Finding:
    """Pair a hit with the check that made it."""

    check: Check
    hit: Hit


def assess(documents: Iterable[Document], profile: Profile) -> Iterator[Assessment]:
    """Yield an assessment for every segment of every document, in order.

    Args:
        documents: read twice where the profile has a corpus check, so that an iterator does not do then.
        profile: what they are judged with.
    """
    corpus = survey(documents, profile)
    for document in documents:
        view = DocumentView(document, profile.context)
        for segment, issues in zip(view.segments, find_issues(view, profile.checks, corpus), strict=True):
            standing = tuple(issue for issue in issues if issue.fingerprint not in profile.dismissed)
            yield _assessment(segment, standing, profile)


def survey(documents: Iterable[Document], profile: Profile) -> Corpus:
    """Return the sum of each corpus check's summaries over all documents."""
    checks = [check for check in profile.checks if isinstance(check, CorpusCheck)]
    corpus: dict[Check, Any] = {}
    for document in documents if checks else ():
        view = DocumentView(document, profile.context)
        for check in checks:
            summary = check.summary(view)
            if check in corpus:
                corpus[check] += summary
            else:
                corpus[check] = summary
    return corpus


def find_issues(
    view: DocumentView, checks: Sequence[Check], corpus: Corpus = MappingProxyType({})
) -> list[tuple[Issue, ...]]:
    """Return the issues of each segment, in text order, with suggestions that were tried.

    Args:
        view: the document.
        checks: corpus checks among them are silent where `corpus` says nothing of them.
        corpus: what `survey` returned.
    """
    found = _settled(_found(view, checks, corpus))
    rules = tuple(check for check in checks if "encoder" not in check.needs and not isinstance(check, CorpusCheck))
    alone = tuple(check for check in rules if isinstance(check, SegmentCheck))
    reread = _REREAD // (len(view.segments) + 1)
    issues = []
    for index, findings in found.items():
        issues.append(_issues(view, index, rules if reread > 0 else alone, findings) if findings else ())
        reread -= sum(finding.hit.suggestion is not None for finding in findings)
    return issues


def recheck(view: DocumentView, index: int, segment: Segment, checks: Sequence[Check]) -> tuple[Issue, ...]:
    """Return the issues that one segment of a document has once its text is another.

    Args:
        view: the document as it was.
        index: which of its segments changed.
        segment: the segment as it is now.
        checks: rules; checks with an encoder would encode the whole document again.
    """
    changed = view.with_segment(index, segment)
    findings = _settled(_found(changed, checks, only=index))[index]
    return _issues(changed, index, checks, findings)


def _found(
    view: DocumentView, checks: Sequence[Check], corpus: Corpus = MappingProxyType({}), only: int | None = None
) -> dict[int, list[Finding]]:
    """Return what every check finds, by index of the segment; of one segment alone where `only` names it."""
    segments = view.segments if only is None else (view.segments[only],)
    found: dict[int, list[Finding]] = {segment.index: [] for segment in segments}
    with_source = [segment for segment in segments if segment.has_source]
    for check in checks:
        if isinstance(check, SegmentCheck):
            for segment in with_source if "source" in check.needs else segments:
                for hit in check.find(segment):
                    found[segment.index].append(Finding(check, hit))
        else:
            for hit in _across(check, view, corpus):
                if hit.segment in found:
                    found[hit.segment].append(Finding(check, hit))
    return found


def _across(check: Check, view: DocumentView, corpus: Corpus) -> Iterable[Hit]:
    """Return the hits of a check that looks at several segments together."""
    if isinstance(check, DocumentCheck) and not view.document.pieces:
        return check.find(view)
    if isinstance(check, CorpusCheck) and check in corpus:
        return check.find(view, corpus[check])
    return ()


def _settled(found: dict[int, list[Finding]]) -> dict[int, list[Finding]]:
    """Return the findings without those that a better explanation of the same words replaces."""
    return {index: _unexplained(items) if len(items) > 1 else items for index, items in found.items()}


def _unexplained(items: list[Finding]) -> list[Finding]:
    """Leave out what yields to a finding of the same words; one that only review shows silences nothing."""
    by_check: dict[str, list[Finding]] = {}
    for item in items:
        if item.hit.confidence >= mqm.REPORTED:
            by_check.setdefault(item.check.id(), []).append(item)
    better = {id_ for item in items for id_ in _yields_to(item.check, by_check)}
    if not better:
        return items
    places = {id_: _Places(by_check[id_]) for id_ in better}
    return [
        item for item in items if not any(places[id_].meet(item.hit.spans) for id_ in _yields_to(item.check, by_check))
    ]


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


def _place(finding: Finding) -> tuple[int, int, str]:
    targets = [span for span in finding.hit.spans if span.side is Side.TARGET]
    first = min(targets, default=None, key=lambda span: span.start)
    return (first.start, first.end, finding.check.id()) if first else (-1, -1, finding.check.id())


def _issues(view: DocumentView, index: int, rules: Sequence[Check], findings: Sequence[Finding]) -> tuple[Issue, ...]:
    """Return the findings of a segment as issues, in text order, with the suggestions that were tried."""
    segment = view.segments[index].segment
    tries = _RETRIED // (len(segment.target) + len(segment.source or "") + 1)
    issues = []
    for finding in sorted(findings, key=_place):
        mends = finding.hit.suggestion is not None and tries > 0 and _mends(finding, view, index, rules, findings)
        tries -= finding.hit.suggestion is not None
        issues.append(_issue(finding, view.segments[index], mends=mends))
    return tuple(issues)


def _issue(finding: Finding, view: SegmentView, *, mends: bool) -> Issue:
    check, hit, segment = finding.check, finding.hit, view.segment
    category = hit.category or check.category
    counterparts = _counterparts(hit, category, view)
    used = "".join(f'; it has "{view.target[span.start : span.end]}"' for span in counterparts[:1])
    return Issue(
        check=check.id(),
        segment=segment.id,
        category=category,
        severity=_severity(finding),
        confidence=hit.confidence,
        message=hit.message + used,
        spans=(*counterparts, *hit.spans),
        suggestion=hit.suggestion if mends else None,
        fingerprint=issue_fingerprint(check.id(), segment, hit.spans, hit.against),
    )


def _counterparts(hit: Hit, category: Category, view: SegmentView) -> tuple[Span, ...]:
    """Return what the translation has in the place of a source term that is not rendered as it should be.

    Only where the encoder has run already, so that evidence costs no pass of its own.
    """
    if category is not Category.WRONG_TERM or not view.document.is_read:
        return ()
    if any(span.side is Side.TARGET for span in hit.spans):
        return ()
    return tuple(part for span in hit.spans for part in view.counterparts(span.side, span.start, span.end))


def _severity(finding: Finding) -> Severity:
    """Return how much a finding hurts: a check's own severity is the most that its findings can have."""
    own = finding.check.severity
    return own if finding.hit.severity is None else min(own, finding.hit.severity)


def _mends(
    finding: Finding, view: DocumentView, index: int, rules: Sequence[Check], siblings: Sequence[Finding]
) -> bool:
    """Say whether the suggestion, applied, makes the issue go away and raises no new one above neutral."""
    fix = finding.hit.suggestion
    if fix is None or fix.span.side is not Side.TARGET:
        return False
    segment = view.segments[index].segment
    mended = dataclasses.replace(segment, target=fix.apply(segment.target))
    after = _settled(_found(view.with_segment(index, mended), rules, only=index))[index]
    if finding.check not in rules:
        after = [item for item in after if item.check != finding.check]
    before = Counter(_gist(item, segment, finding.check) for item in siblings)
    before[_gist(finding, segment, finding.check)] -= 1
    left = Counter(_gist(item, mended, finding.check) for item in after if _severity(item) is not Severity.NEUTRAL)
    return left <= before


def _gist(finding: Finding, segment: Segment, check: Check) -> tuple[str, ...]:
    """Return what tells a finding from another, apart from its offsets, which an edit before it moves.

    Findings of `check`, whose suggestion is tried, are told by their words; another's words may lie in the edited part,
    so those are only counted.
    """
    if finding.check != check:
        return (finding.check.id(),)
    return finding.check.id(), *(segment.text(span.side)[span.start : span.end] for span in finding.hit.spans)


def _combined(view: SegmentView, issues: Sequence[Issue]) -> tuple[float, Basis]:
    if not view.has_source:
        return fusion.combined(issues, None, Basis.ISSUES)
    if not (view.context.estimator and view.context.encoder == ESTIMATED):
        return fusion.combined(issues, None, Basis.RULES)
    return fusion.combined(issues, view.estimate, Basis.MODEL)


def _assessment(view: SegmentView, issues: tuple[Issue, ...], profile: Profile) -> Assessment:
    statistics = []
    scores = []
    for scorer in profile.scorers:
        if ("source" in scorer.needs and not view.has_source) or (
            "reference" in scorer.needs and view.segment.reference is None
        ):
            continue
        sums = scorer.statistics(view, issues)
        if sums is not None:
            statistics.append(sums)
            scores.append(Score(scorer=scorer.id(), value=scorer.value(sums)))
    score, basis = _combined(view, issues)
    return Assessment(
        segment=view.segment,
        issues=issues,
        score=score,
        basis=basis,
        scores=tuple(scores),
        statistics=tuple(statistics),
    )
