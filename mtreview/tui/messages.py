"""What widgets tell the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from mtreview.issue import Issue
    from mtreview.segment import Span


class Pointed(Message):
    """Say that a segment was clicked or moved to in the list.

    Attributes:
        place: its place in the queue's view.
    """

    def __init__(self, place: int) -> None:
        super().__init__()
        self.place = place


class Typed(Message):
    """Say that the target was edited by hand.

    Attributes:
        text: the target as it now reads, without stand-ins.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


class Moved(Message):
    """Say that the cursor of the target stands elsewhere.

    Attributes:
        offset: in code points.
    """

    def __init__(self, offset: int) -> None:
        super().__init__()
        self.offset = offset


class Left(Message):
    """Say that the reviewer left the editor."""


class Confirmed(Message):
    """Say that the reviewer confirmed the target.

    Attributes:
        go_on: whether to take up the next segment.
    """

    def __init__(self, *, go_on: bool) -> None:
        super().__init__()
        self.go_on = go_on


class Linked(Message):
    """Bring what of the source corresponds to the word at the cursor.

    Attributes:
        revision: of the text that was looked at.
        spans: of the source.
    """

    def __init__(self, revision: int, spans: tuple[Span, ...]) -> None:
        super().__init__()
        self.revision = revision
        self.spans = spans


class Checked(Message):
    """Bring what the checks say of a typed text.

    Attributes:
        revision: of the text that they saw.
    """

    def __init__(self, revision: int, issues: tuple[Issue, ...]) -> None:
        super().__init__()
        self.revision = revision
        self.issues = issues
