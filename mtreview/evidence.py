"""What stands on the other side in the place of a finding, and what a term should be written for."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Final

from mtreview.checks.base import replace_target
from mtreview.glossary import written_like
from mtreview.glossary.english import word_forms
from mtreview.issue import Category
from mtreview.segment import Document, Side
from mtreview.view import DocumentView

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mtreview.finding import Finding
    from mtreview.issue import Suggestion
    from mtreview.segment import Span
    from mtreview.view import SegmentView

_LITTLE: Final = 3  # letters of a word of a term, such as `de`, that needs no counterpart
_SINGULAR: Final = ("ss", "us", "is")
_MOST: Final = 200  # findings of one segment that have evidence: each takes time in proportion to its length
_VERBAL: Final = ("ed", "ing")


def attested(findings: Iterable[Finding], view: SegmentView) -> Iterator[Finding]:
    """Yield the findings of a segment with their evidence: what corresponds to them, where one side alone is marked.

    What should be a term, or is taken for a mistranslation, has evidence. A term also has a suggestion, where its
    counterpart stands for it and for nothing else.
    """
    linked = view
    for count, finding in enumerate(findings):
        hit = finding.hit
        category = hit.category or finding.check.category
        sides = {span.side for span in hit.spans}
        term = category is Category.WRONG_TERM and sides == {Side.SOURCE}
        if term and count < _MOST:
            linked = _linked(linked)
        shown = len(sides) == 1 and category in {Category.WRONG_TERM, Category.MISTRANSLATION}
        if shown and count < _MOST and linked.document.is_read:
            yield _attested(finding, linked, term=term)
        else:
            yield finding


def _attested(finding: Finding, view: SegmentView, *, term: bool) -> Finding:
    hit = finding.hit
    found = tuple(part for span in hit.spans for part in view.counterparts(span.side, span.start, span.end))
    if term and hit.suggestion is None and len(found) == len(hit.spans) == 1 and hit.against:
        fix = _replacing(found[0], hit.spans[0], hit.against, view)
        hit = dataclasses.replace(hit, suggestion=fix)
    return dataclasses.replace(finding, hit=hit, evidence=found)


def _linked(view: SegmentView) -> SegmentView:
    """Return a view that an encoder has been over, where the run has one: of its segment alone, which costs little."""
    if view.document.is_read or view.context.encoder is None:
        return view
    alone: Document = dataclasses.replace(view.document.document, segments=(view.segment,), beads=())
    seen = DocumentView(alone, dataclasses.replace(view.context, estimator=False)).segments[0]
    _ = seen.word_links
    return seen


def _replacing(used: Span, term: Span, right: str, view: SegmentView) -> Suggestion | None:
    """Return the suggestion to write a term in the place of what was used; None where they may not correspond."""
    ours = [at for at, word in enumerate(view.source_words) if term.start <= word.start and word.end <= term.end]
    theirs = {at for at, word in enumerate(view.target_words) if used.start <= word.start and word.end <= used.end}
    links = [link for link in view.word_links if link.target in theirs]
    told = {link.source for link in links}
    if not told <= {*ours} or theirs != {link.target for link in links}:
        return None
    if any(at not in told and len(view.source_spelt[at]) > _LITTLE for at in ours):
        return None
    found = view.target[used.start : used.end]
    written = _in_number(found, right.removeprefix("to "))
    return None if written is None else replace_target(used.start, used.end, written_like(found, right, written))


def _in_number(found: str, right: str) -> str | None:
    """Return a term in the plural where what was found is one; None where that is another form of a verb.

    >>> _in_number("early elections", "snap election"), _in_number("bus", "coach")
    ('snap elections', 'coach')
    >>> _in_number("resigned", "resignation")
    """
    low, term = found.lower(), right.lower()
    if any(low.endswith(end) and not term.endswith(end) for end in _VERBAL):
        return None
    if not low.endswith("s") or low.endswith(_SINGULAR) or term.endswith("s"):
        return right
    before, space, last = right.rpartition(" ")
    plural = next((form for form in word_forms(last) if form != last and form.endswith(("s", "men", "ren"))), None)
    return None if plural is None else f"{before}{space}{plural}"
