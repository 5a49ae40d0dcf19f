from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mtreview.checks.base import Hit, SegmentCheck, replace_target, target_span
from mtreview.issue import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import SegmentView

_TIME = r"-?\d{1,2}(?::\d{2}){1,2}"
_SIGN = r"[▶►⏵⏸⏯⏮⏭⏹🔊🔇🔈]\ufe0f?"
_DASHES = r"[-–—_]{1,2}:[-–—_]{2}(?::[-–—_]{2})?"
_SPEED = r"\d(?:[.,]\d{1,2})?[x×X]"
_PLAYER = re.compile(rf"(?:(?:{_DASHES}|{_TIME}|{_SIGN}|{_SPEED}|[/|·•]|LIVE|HD|CC)\s*)+", re.ASCII)
_SURE = re.compile(rf"{_DASHES}|{_SIGN}|{_TIME}\s*[/|]\s*{_TIME}|0?0:00\b", re.ASCII)
_CONTROL = re.compile(rf"{_DASHES}|{_TIME}|{_SIGN}|{_SPEED}", re.ASCII)
_LONGEST = 40
_NEAR = 3


@dataclass(frozen=True, kw_only=True)
class Player(SegmentCheck):
    """Report times and controls of a media player that were scraped with the text.

    Where the source has something in that place, a table of results for instance, it is content.

    Bad:
        en: [[--:--]]
        fix:
    Good:
        es: 3:18
        en: 3:18
    """

    severity: Severity = Severity.MINOR

    category: ClassVar[Category] = Category.NON_CONTENT

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield one hit where the whole segment is what a player shows."""
        text = view.target
        if view.has_source or not is_player(text):
            return
        near = view.document.segments[max(0, view.index - _NEAR) : view.index + _NEAR + 1]
        others = any(other is not view and is_player(other.target) for other in near)
        yield Hit(
            message=f'"{text.strip()}" is what a media player shows, not part of the text',
            spans=(target_span(0, len(text)),),
            suggestion=replace_target(0, len(text), ""),
            confidence=0.95 if others or _SURE.search(text) else 0.6,
        )


def is_player(text: str) -> bool:
    """Say whether a text is nothing but times and controls of a player.

    >>> is_player("00:00 / 03:18"), is_player("--:--"), is_player("at 3:18"), is_player("2:1")
    (True, True, False, False)
    """
    if len(text) > _LONGEST:
        return False
    text = text.strip()
    return bool(_PLAYER.fullmatch(text)) and bool(_CONTROL.search(text))
