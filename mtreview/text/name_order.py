"""Two names that changed places where the words beside them say who is who: "de A a B", "A venció a B", "A 3, B 1"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from mtreview.text.name_match import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NAME = r"((?:[A-ZÀ-ÖØ-Þ][\w'’-]{1,40}\s){0,2}[A-ZÀ-ÖØ-Þ][\w-]{2,40})"
# Words of which the target has one where a frame may match, and the frame in both languages.
_FRAMES = (
    (
        frozenset({"from"}),
        re.compile(rf"de(?<!\w..)\s{_NAME}\sa\s{_NAME}"),
        re.compile(rf"from(?<!\w....)\s{_NAME}\sto\s{_NAME}"),
    ),
    (
        frozenset({"beat", "defeated", "eliminated", "knocked", "overcame", "outscored"}),
        re.compile(rf"(?<!\ba\s){_NAME}\s(?:venci|derrot|gan|bati|elimin|super)[oó]\s(?:ayer\s|hoy\s)?a\s{_NAME}"),
        re.compile(rf"{_NAME}\s(?:beat|defeated|eliminated|knocked\sout|overcame|outscored)\s{_NAME}"),
    ),
)
_FIGURE = re.compile(r"([A-ZÀ-ÖØ-Þ][\w'’-]{2,40}+)(?:,\s|:\s|\s\(?)(\d{1,4})(?![\d.,:/%]*\d|\s?%)")
_DIGIT = re.compile(r"\d")
_TWO = 2


class Swapped(NamedTuple):
    """Mark two names of a target that stand in each other's place: their offsets, and those of the source's words."""

    target: tuple[int, int]
    source: tuple[int, int]
    first: str
    second: str


def swapped(source: str, target: str, forms: frozenset[str]) -> Iterator[Swapped]:
    """Yield the pairs of names that a target has the other way round.

    Args:
        source: its text.
        target: likewise.
        forms: the target's words in lower case.

    >>> texts = "Viajó de Madrid a Lima.", "She traveled from Lima to Madrid."
    >>> [(item.first, item.second) for item in swapped(*texts, frozenset({"from", "lima", "to", "madrid"}))]
    [('Madrid', 'Lima')]
    """
    for cues, spanish, english in _FRAMES:
        if cues.isdisjoint(forms):
            continue
        for here, there in zip(spanish.finditer(source), english.finditer(target), strict=False):
            one, two = (_last(here, part) for part in (1, 2))
            if one != two and (_last(there, 2), _last(there, 1)) == (one, two):
                yield Swapped((there.start(1), there.end(2)), (here.start(1), here.end(2)), here[1], here[2])
    if _DIGIT.search(target) and _DIGIT.search(source):
        yield from _scores(list(_FIGURE.finditer(source)), list(_FIGURE.finditer(target)))


def _scores(ours: Sequence[re.Match[str]], theirs: Sequence[re.Match[str]]) -> Iterator[Swapped]:
    """Yield two names whose figures the target has the other way round."""
    if not len(ours) == len(theirs) == _TWO:
        return
    (one, first), (two, second) = ((fold(match[1]), match[2]) for match in ours)
    crossed = sorted([(one, second), (two, first)])
    if one != two and first != second and crossed == sorted((fold(match[1]), match[2]) for match in theirs):
        yield Swapped((theirs[0].start(), theirs[1].end()), (ours[0].start(), ours[1].end()), ours[0][1], ours[1][1])


def _last(match: re.Match[str], part: int) -> str:
    """Return the last word of a name, by which it is called when it is called again."""
    return fold(match[part].split()[-1])
