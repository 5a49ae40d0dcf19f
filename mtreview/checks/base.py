"""What a check is.

A check is a frozen dataclass whose fields are its options. Its docstring's first sentence is its title; its examples
are its documentation and its first test:

    Bad:
        es: Murieron 16 personas.
        en: [[60]] people died.
        fix: 16
    Good:
        es: Murieron 16 personas.
        en: Sixteen people died.

`[[…]]` marks the target spans that it must flag, `fix:` the text that its suggestion puts in place of the first one. A
document is several `es:`/`en:` pairs; a line without `es:` has no source.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from mtreview.issue import Category, Severity, Suggestion
from mtreview.segment import Side, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import DocumentView, SegmentView


ANY = "*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Report one finding of one check, before it becomes an issue.

    Attributes:
        message: one sentence for a translator, without the position.
        spans: where it is, target first; empty where the whole segment is meant.
        suggestion: a fix; the pipeline drops it unless it makes the issue go away and raises no new one.
        confidence: how sure the check is, 0 to 1; below 0.5 it is shown in review only.
        severity: where this finding hurts less than the check's own severity, which is the most it can have.
        category: likewise.
        segment: index in the document; only document checks set it.
        against: what else it was compared with, for its identity.
    """

    message: str
    spans: tuple[Span, ...] = ()
    suggestion: Suggestion | None = None
    confidence: float = 0.9
    severity: Severity | None = None
    category: Category | None = None
    segment: int = 0
    against: str = ""


@dataclass(frozen=True, kw_only=True)
class Check(ABC):
    """Stand for one kind of defect.

    Attributes:
        category: MQM type of its issues.
        needs: `encoder`, where it cannot work without a model; `source`, where it has nothing to say without one.
        yields_to: ids of checks that explain the same words better (`ANY`: every other check); where one of them
            overlaps, this one is silent.
    """

    severity: Severity

    category: ClassVar[Category]
    needs: ClassVar[frozenset[str]] = frozenset()
    yields_to: ClassVar[frozenset[str]] = frozenset()

    @classmethod
    def id(cls) -> str:
        """Return the check's id: its module's name, with hyphens."""
        return cls.__module__.rpartition(".")[2].replace("_", "-")


@dataclass(frozen=True, kw_only=True)
class SegmentCheck(Check):
    """Judge each segment by itself."""

    @abstractmethod
    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield what is wrong in one segment."""


@dataclass(frozen=True, kw_only=True)
class DocumentCheck(Check):
    """Judge the segments of a document together."""

    @abstractmethod
    def find(self, view: DocumentView) -> Iterator[Hit]:
        """Yield what is wrong in one document; every hit names its segment."""


@dataclass(frozen=True, kw_only=True)
class CorpusCheck(Check):
    """Judge all documents of a run together, in two passes: summaries that add up, then hits against their sum.

    A summary is any value with `+` (and `+=`, where that is cheaper) that pickles; it holds hashes or counts rather
    than texts, so that a corpus of millions of segments fits.
    """

    @abstractmethod
    def summary(self, view: DocumentView) -> Any:  # noqa: ANN401 - each check has its own kind
        """Return what one document, or one window of a list, adds to the corpus."""

    @abstractmethod
    def find(self, view: DocumentView, corpus: Any) -> Iterator[Hit]:  # noqa: ANN401 - as above
        """Yield what is wrong in one document, given the sum of all summaries; every hit names its segment."""


def source_span(start: int, end: int) -> Span:
    """Return a span on the source."""
    return Span(side=Side.SOURCE, start=start, end=end)


def target_span(start: int, end: int) -> Span:
    """Return a span on the target."""
    return Span(side=Side.TARGET, start=start, end=end)


def replace_target(start: int, end: int, text: str) -> Suggestion:
    """Return the suggestion to write `text` in place of a part of the target."""
    return Suggestion(span=target_span(start, end), text=text)


def proposal(view: SegmentView) -> Suggestion | None:
    """Return the suggestion to put a translation model's translation in place of the target, where the run has one."""
    written = view.document.opinions.proposals.get(view.index)
    return None if written is None else replace_target(0, len(view.target), written)
