"""What a person says of an issue or a segment."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from mtreview.segment import Span


class Kind(StrEnum):
    """Name what a decision is about."""

    ISSUE = "issue"
    SEGMENT = "segment"
    EDIT = "edit"
    MISSED = "missed"
    NOTE = "note"
    UNDO = "undo"


class Verdict(StrEnum):
    """Name what was decided: the first three of an issue, the rest of a segment."""

    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"
    UNSURE = "unsure"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    DISCUSS = "needs discussion"


class Scope(StrEnum):
    """Say how far a dismissal reaches."""

    HERE = "here"
    TEXT = "text"
    TOKEN = "token"  # noqa: S105 - a scope's name, no secret


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Record one event of a review; events are only ever added.

    Attributes:
        id: a ULID, so that events of several reviewers merge in order of time.
        fingerprint: the issue that it judges, where it judges one.
        segment_hash: identity of the source and target that were on the screen.
        supersedes: id of the event that an undo takes back.
        target: the corrected text of an edit.
    """

    id: str
    kind: Kind
    document: str
    segment: str
    reviewer: str
    at: datetime
    segment_hash: str
    verdict: Verdict | None = None
    fingerprint: str = ""
    scope: Scope = Scope.HERE
    check: str = ""
    category: str = ""
    severity: str = ""
    spans: tuple[Span, ...] = ()
    target: str | None = None
    note: str = ""
    supersedes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostEdit:
    """Hold a reviewer's corrected target of one segment."""

    document: str
    segment: str
    text: str
    reviewer: str
    at: datetime
