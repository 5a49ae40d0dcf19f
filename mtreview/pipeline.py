"""The one way from documents to assessments; batch, gate and review differ only in who calls it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from mtreview import fusion
from mtreview.assessment import Assessment, Basis
from mtreview.checks.base import Check, CorpusCheck, SegmentCheck
from mtreview.evidence import attested
from mtreview.finding import found, settled
from mtreview.fingerprint import issue_fingerprint
from mtreview.issue import Category, Issue
from mtreview.score import Score
from mtreview.segment import Side
from mtreview.trying import Trial, mended
from mtreview.view import ESTIMATED, DocumentView

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from mtreview.config import Profile
    from mtreview.finding import Finding
    from mtreview.segment import Document, Segment
    from mtreview.view import SegmentView

    Corpus = Mapping[Check, Any]

_RETRIED = 100_000  # code points of one segment that are judged anew to try its suggestions; later ones are dropped
# Segments of one document that are read anew to try suggestions by the checks of whole documents; later ones are tried
# by the checks of segments alone, so that a long document takes time in proportion to its length.
_REREAD = 4_000


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
    ordered = {
        index: sorted(attested(items, view.segments[index]), key=_place)
        for index, items in settled(found(view, checks, corpus)).items()
    }
    trials = list(_trials(view, ordered, checks))
    mending = mended(view, trials)
    return [tuple(_issue(item, view.segments[index], mending) for item in items) for index, items in ordered.items()]


def _trials(view: DocumentView, ordered: Mapping[int, Sequence[Finding]], checks: Sequence[Check]) -> Iterator[Trial]:
    """Yield the suggestions to try, and with which checks: those of whole documents for the first ones alone."""
    rules = tuple(check for check in checks if "encoder" not in check.needs and not isinstance(check, CorpusCheck))
    alone = tuple(check for check in rules if isinstance(check, SegmentCheck))
    reread = _REREAD // (len(view.segments) + 1)
    for index, findings in ordered.items():
        yield from _trials_of(view, index, findings, rules if reread > 0 else alone)
        reread -= sum(finding.hit.suggestion is not None for finding in findings)


def _trials_of(view: DocumentView, index: int, findings: Sequence[Finding], rules: Sequence[Check]) -> Iterator[Trial]:
    segment = view.segments[index].segment
    tries = _RETRIED // (len(segment.target) + len(segment.source or "") + 1)
    suggested = [finding for finding in findings if finding.hit.suggestion is not None]
    yield from (Trial(index, finding, findings, rules) for finding in suggested[:tries])


def recheck(view: DocumentView, index: int, segment: Segment, checks: Sequence[Check]) -> tuple[Issue, ...]:
    """Return the issues that one segment of a document has once its text is another.

    Args:
        view: the document as it was.
        index: which of its segments changed.
        segment: the segment as it is now.
        checks: rules; checks with an encoder would encode the whole document again.
    """
    changed = view.with_segment(index, segment)
    own = settled(found(changed, checks, only=index))[index]
    findings = sorted(attested(own, changed.segments[index]), key=_place)
    mending = mended(changed, list(_trials_of(changed, index, findings, checks)))
    return tuple(_issue(item, changed.segments[index], mending) for item in findings)


def _place(finding: Finding) -> tuple[int, int, str]:
    targets = [span for span in finding.hit.spans if span.side is Side.TARGET]
    first = min(targets, default=None, key=lambda span: span.start)
    return (first.start, first.end, finding.check.id()) if first else (-1, -1, finding.check.id())


def _issue(finding: Finding, view: SegmentView, mending: Collection[int]) -> Issue:
    """Return a finding as an issue, with its suggestion where its `id` is among those that mend."""
    check, hit, segment = finding.check, finding.hit, view.segment
    category = hit.category or check.category
    instead = finding.evidence[:1] if category is Category.WRONG_TERM else ()
    used = "".join(f'; it has "{view.target[span.start : span.end]}"' for span in instead)
    return Issue(
        check=check.id(),
        segment=segment.id,
        category=category,
        severity=finding.severity,
        confidence=hit.confidence,
        message=hit.message + used,
        spans=tuple(sorted((*finding.evidence, *hit.spans), key=lambda span: span.side is Side.SOURCE)),
        suggestion=hit.suggestion if id(finding) in mending else None,
        fingerprint=issue_fingerprint(check.id(), segment, hit.spans, hit.against),
    )


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
