"""Large numbers that are said without figures: "millions of people"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from mtreview.view import SegmentView

_IN_ENGLISH: Final = {
    "cientos": "hundreds", "centenares": "hundreds", "centenas": "hundreds", "miles": "thousands",
    "millares": "thousands", "millones": "millions", "billones": "trillions",
}  # fmt: skip
_ENGLISH: Final = frozenset(_IN_ENGLISH.values()) | {"billions"}
_COUNTED: Final = re.compile(r"[\d.,]*\d\s(?:mil\s)?(?:millones|billones)|\b\w{1,20} mil millones", re.IGNORECASE)
_SPANISH: Final = re.compile(rf"\b(?:(?:miles|millares) de millones|{'|'.join(_IN_ENGLISH)})\b", re.IGNORECASE)
_SCALE: Final = re.compile(rf"\b(?:{'|'.join(sorted(_ENGLISH))})\b", re.IGNORECASE)


class Scale(NamedTuple):
    """Hold a large number of the source, its place, what the target has for it, and what that should be."""

    source: re.Match[str]
    target: re.Match[str]
    right: str


def other_scale(view: SegmentView) -> Scale | None:
    """Return the one large number that the target lacks, where it has one that the source has not."""
    if _ENGLISH.isdisjoint(view.target_forms) or _IN_ENGLISH.keys().isdisjoint(view.source_forms):
        return None
    counted = [match.span() for match in _COUNTED.finditer(view.source)]
    ours = {
        _english(match[0].lower()): match
        for match in _SPANISH.finditer(view.source)
        if not any(start <= match.start() < end for start, end in counted)
    }
    theirs = {match[0].lower(): match for match in _SCALE.finditer(view.target)}
    lost, new = ours.keys() - theirs.keys(), theirs.keys() - ours.keys()
    if len(lost) != 1 or len(new) != 1:
        return None
    (right,), (wrong,) = lost, new
    return Scale(ours[right], theirs[wrong], right)


def _english(scale: str) -> str:
    return _IN_ENGLISH.get(scale, "billions")
