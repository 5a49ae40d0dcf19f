"""What checks report: issues, with category and severity after MQM."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mtreview.segment import Side, Span


class Severity(IntEnum):
    """Rank how much an issue hurts, after MQM; the order is the value."""

    NEUTRAL = 0
    MINOR = 1
    MAJOR = 2
    CRITICAL = 3

    @property
    def label(self) -> str:
        """Return the name used in records and settings: `major`."""
        return self.name.lower()

    @classmethod
    def parse(cls, label: str) -> Severity:
        """Return the severity of that name.

        Raises:
            ValueError: there is none of that name.
        """
        try:
            return cls[label.upper()]
        except KeyError:
            names = ", ".join(item.label for item in cls)
            message = f"no severity {label!r}; there are {names}"
            raise ValueError(message) from None


class Category(StrEnum):
    """Name an error type of MQM core (https://themqm.org), as `dimension/type`."""

    TERMINOLOGY = "terminology"
    WRONG_TERM = "terminology/wrong-term"
    INCONSISTENT_TERM = "terminology/inconsistent-use"
    ACCURACY = "accuracy"
    MISTRANSLATION = "accuracy/mistranslation"
    OMISSION = "accuracy/omission"
    ADDITION = "accuracy/addition"
    UNTRANSLATED = "accuracy/untranslated"
    DO_NOT_TRANSLATE = "accuracy/do-not-translate"
    FLUENCY = "linguistic-conventions"
    GRAMMAR = "linguistic-conventions/grammar"
    PUNCTUATION = "linguistic-conventions/punctuation"
    SPELLING = "linguistic-conventions/spelling"
    DUPLICATION = "linguistic-conventions/duplication"
    INCONSISTENCY = "linguistic-conventions/inconsistency"
    STYLE = "style"
    AWKWARD = "style/awkward"
    LOCALE = "locale-conventions"
    NUMBER_FORMAT = "locale-conventions/number-format"
    DATE_FORMAT = "locale-conventions/date-format"
    MARKUP = "design-and-markup"
    NON_CONTENT = "design-and-markup/non-content"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Propose a text in place of a span.

    Attributes:
        span: what to replace; an empty span inserts.
        text: the replacement; empty to delete.
    """

    span: Span
    text: str

    def apply(self, text: str) -> str:
        """Return `text` with the replacement made; `text` is the span's side of the segment."""
        return text[: self.span.start] + self.text + text[self.span.end :]


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """Report one suspected defect of one segment.

    Attributes:
        check: id of the check that found it.
        segment: id of the segment.
        confidence: how sure the check is, 0 to 1, apart from how much it hurts.
        message: one sentence for a translator.
        spans: where it is, target first; empty where the whole segment is meant.
        suggestion: a tested fix, where there is one.
        fingerprint: what identifies it across runs (`mtreview.fingerprint`).
    """

    check: str
    segment: str
    category: Category
    severity: Severity
    confidence: float
    message: str
    spans: tuple[Span, ...] = ()
    suggestion: Suggestion | None = None
    fingerprint: str = ""

    def on(self, side: Side) -> Iterable[Span]:
        """Yield its spans on one side."""
        return (span for span in self.spans if span.side is side)
