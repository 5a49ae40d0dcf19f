"""Errors as edits of a clean translation, and what they leave behind on either side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mtreview.issue import Severity
from mtreview.segment import Side, Span
from mtreview.text.tokens import words
from mtreview.train.examples import Example, Mark

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

    from mtreview.text.tokens import Token
    from mtreview.train.bank import Bank


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Write `text` over a range of the clean translation.

    Attributes:
        severity: None for a harmless change.
    """

    start: int
    end: int
    text: str
    severity: Severity | None


class Draft:
    """Hold a clean pair and its words while errors are put into it."""

    def __init__(self, source: str, target: str, bank: Bank) -> None:
        self.source = source
        self.target = target
        self.bank = bank
        self.words: tuple[Token, ...] = words(target)
        self.source_words: tuple[Token, ...] = words(source)

    def over(self, first: int, last: int, text: str, severity: Severity | None) -> Edit:
        """Return the edit that writes `text` over the words `first` to `last`, both included."""
        start, end = self.words[first].start, self.words[last].end
        if not text:  # take a space with the words
            if start > 0 and self.target[start - 1] == " ":
                start -= 1
            elif self.target[end : end + 1] == " ":
                end += 1
        return Edit(start=start, end=end, text=text, severity=severity)


if TYPE_CHECKING:
    Family = Callable[[Draft, Random], Edit | list[Edit] | None]


def like(model: str, text: str) -> str:
    """Return `text` with the capitals of `model`.

    >>> like("Houses", "towns"), like("EU", "union")
    ('Towns', 'UNION')
    """
    if len(model) > 1 and model.isupper():
        return text.upper()
    return text[:1].upper() + text[1:] if model[:1].isupper() else text


def maybe(rng: Random, share: float) -> bool:
    """Return True in that share of calls."""
    return rng.random() < share


def overlap(edit: Edit, others: Sequence[Edit]) -> bool:
    """Say whether an edit touches another one."""
    return any(edit.start <= other.end and other.start <= edit.end for other in others)


def apply(draft: Draft, edits: Sequence[Edit], family: str) -> Example:
    """Return the example that the edits make; its source marks follow from `changed` by alignment."""
    parts: list[str] = []
    marks = []
    at = size = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        kept = draft.target[at : edit.start]
        parts += [kept, edit.text]
        size += len(kept)
        body = edit.text.strip()
        if edit.severity is not None and body:
            start = size + edit.text.index(body)
            marks.append(Mark(span=Span(side=Side.TARGET, start=start, end=start + len(body)), severity=edit.severity))
        size += len(edit.text)
        at = edit.end
    wrong = [edit for edit in edits if edit.severity is not None]
    return Example(
        source=draft.source,
        target="".join([*parts, draft.target[at:]]),
        dataset="synthetic",
        marks=tuple(marks),
        target_tagged=True,
        source_tagged=True,
        major=any(edit.severity is not None and edit.severity >= Severity.MAJOR for edit in wrong),
        clean=draft.target,
        changed=tuple((edit.start, edit.end) for edit in wrong if edit.end > edit.start),
        family=family,
    )
