"""What the estimator learns from: pairs with marks on either side and judgements of the whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mtreview.issue import Severity
    from mtreview.segment import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Label a range of one side as wrong.

    Attributes:
        severity: None where the annotators only said that it is wrong.
    """

    span: Span
    severity: Severity | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Hold one pair and what is known of it.

    Attributes:
        dataset: where it comes from; judgements of one dataset share a scale.
        marks: what is wrong; nothing where `target_tagged` and `source_tagged` are False.
        target_tagged: whether every wrong target word is marked.
        source_tagged: likewise of the source.
        judgement: a person's or a metric's verdict on the dataset's own scale, higher is better.
        major: whether a person would correct a major or critical error.
        clean: the translation that an error was put into.
        changed: ranges of `clean` that were changed, from which the marks of the source follow by alignment.
        family: the kind of error, for reports.
        document: what it stands in, where that is known.
    """

    source: str
    target: str
    dataset: str
    marks: tuple[Mark, ...] = ()
    target_tagged: bool = False
    source_tagged: bool = False
    judgement: float | None = None
    major: bool | None = None
    clean: str | None = None
    changed: tuple[tuple[int, int], ...] = ()
    family: str = ""
    document: str = ""
