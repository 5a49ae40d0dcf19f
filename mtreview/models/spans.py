"""From the chances of tokens to marked ranges of both texts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from mtreview.issue import Category, Severity
from mtreview.models.head import LAYERS
from mtreview.segment import Side, Span
from mtreview.text.tokens import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from mtreview.models.encoder import Encoding

_LINKED: Final = 0.8  # cosine under which a token has no counterpart


class Floors(NamedTuple):
    """Hold the chances from which tokens of source and target are marked, and from which target ones are sure."""

    source: float
    target: float
    sure: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """Mark what the model takes for an error.

    Attributes:
        spans: where it is, target first.
        chance: how sure the model is, 0 to 1.
    """

    spans: tuple[Span, ...]
    category: Category
    severity: Severity
    chance: float


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Judged:
    """Hold one text with the chances of its tokens.

    Attributes:
        wrong: float of (tokens,): that the token is wrong.
        severities: float of (tokens, 3): minor, major and critical; None on the source.
    """

    text: str
    encoding: Encoding
    wrong: NDArray[np.float32]
    severities: NDArray[np.float32] | None = None


def moved(item: Wrong, starts: tuple[int, int]) -> Wrong:
    """Return a mark of a part of a pair as one of the whole, whose part begins at `starts`, source and target."""
    by = {Side.SOURCE: starts[0], Side.TARGET: starts[1]}
    spans = (
        Span(side=span.side, start=span.start + by[span.side], end=span.end + by[span.side]) for span in item.spans
    )
    return replace(item, spans=tuple(spans))


def chances(judged: Judged) -> list[tuple[int, int, float]]:
    """Return the words and marks of a text with the highest chance of their tokens, in order."""
    offsets, wrong_ = judged.encoding.offsets, judged.wrong
    found: list[tuple[int, int, float]] = []
    at = 0
    for start, end in _pieces(judged.text):
        while at < len(offsets) and offsets[at, 1] <= start:
            at += 1
        last = at
        highest = 0.0
        while last < len(offsets) and offsets[last, 0] < end:
            highest = max(highest, float(wrong_[last]))
            last += 1
        found.append((start, end, highest))
    return found


def ranges(judged: Judged, floor: float, sure: float = 1.0) -> list[tuple[int, int, float]]:
    """Return whole words whose chance is over `floor`, with their highest chance.

    Neighbours are joined, but a sure one and an unsure one are not: the one would lend the other its chance.
    """
    found: list[tuple[int, int, float]] = []
    for start, end, chance in chances(judged):
        if chance < floor:
            continue
        if found and not judged.text[found[-1][1] : start].strip() and (found[-1][2] >= sure) is (chance >= sure):
            found[-1] = (found[-1][0], end, max(found[-1][2], chance))
        else:
            found.append((start, end, chance))
    return found


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield the words of a text and what stands between them, without spaces."""
    at = 0
    for word in words(text):
        yield from _marks(text, at, word.start)
        yield word.start, word.end
        at = word.end
    yield from _marks(text, at, len(text))


def _marks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for at in range(start, end):
        if not text[at].isspace():
            yield at, at + 1


def wrong(source: Judged, target: Judged, floors: Floors) -> tuple[Wrong, ...]:
    """Return the errors of a pair: what is wrong in the target, with its source, and what the target left out.

    Args:
        source: the source and its tokens' chances.
        target: likewise.
        floors: the chances from which tokens count.
    """
    lost, bad = ranges(source, floors.source), ranges(target, floors.target, floors.sure)
    if not lost and not bad:
        return ()
    links = similarities(source.encoding, target.encoding)
    partner: dict[int, int] = {}
    for number, (start, end, _) in enumerate(lost):
        partner[number] = _partner(links, _tokens(source, start, end), target, bad)
    found = [_in_target(target, span, links) for span in bad]
    for number, at in partner.items():
        side = Span(side=Side.SOURCE, start=lost[number][0], end=lost[number][1])
        if at < 0:
            found.append(
                Wrong(spans=(side,), category=Category.OMISSION, severity=Severity.MAJOR, chance=lost[number][2])
            )
        else:
            old = found[at]
            found[at] = Wrong(
                spans=(*old.spans, side),
                category=Category.MISTRANSLATION,
                severity=old.severity,
                chance=old.chance,
            )
    return tuple(found)


def similarities(source: Encoding, target: Encoding) -> NDArray[np.float32]:
    """Return the cosines of all source tokens with all target tokens, by the layer that aligns best."""
    left, right = (side.states[LAYERS[-1]].astype(np.float32) for side in (source, target))
    left = left / np.maximum(np.linalg.norm(left, axis=1, keepdims=True), 1e-6)
    right = right / np.maximum(np.linalg.norm(right, axis=1, keepdims=True), 1e-6)
    product: NDArray[np.float32] = left @ right.T
    return product


def _tokens(judged: Judged, start: int, end: int) -> NDArray[np.bool_]:
    offsets = judged.encoding.offsets
    inside: NDArray[np.bool_] = (offsets[:, 0] < end) & (offsets[:, 1] > start)
    return inside


def _partner(
    links: NDArray[np.float32], inside: NDArray[np.bool_], target: Judged, bad: list[tuple[int, int, float]]
) -> int:
    """Return which wrong range of the target a range of the source went to, -1 for none."""
    if not links.shape[1]:
        return -1
    nearest = links[inside].argmax(1)
    votes = [int(_tokens(target, start, end)[nearest].sum()) for start, end, _ in bad]
    best = int(np.argmax(votes)) if votes else -1
    return best if best >= 0 and votes[best] else -1


def _in_target(target: Judged, found: tuple[int, int, float], links: NDArray[np.float32]) -> Wrong:
    start, end, chance = found
    inside = _tokens(target, start, end)
    severities = target.severities[inside].mean(0) if target.severities is not None else np.zeros(3)
    severity = Severity(1 + int(severities.argmax()))
    near = float(links[:, inside].max(0).mean()) if links.shape[0] else 0.0
    return Wrong(
        spans=(Span(side=Side.TARGET, start=start, end=end),),
        category=Category.ADDITION if near < _LINKED else Category.MISTRANSLATION,
        severity=severity,
        chance=chance,
    )
