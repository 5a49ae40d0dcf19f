"""What must stand as often in the target as in the source: one comparison for tags, placeholders, links and escapes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import fuzz, process

from mtreview.checks.base import Hit, replace_target, source_span, target_span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mtreview.issue import Suggestion
    from mtreview.view import SegmentView

_MOST = 20  # findings of one kind in one segment; more say nothing new
_ALIKE = 40.0
_SHOWN = 60


class Kept(NamedTuple):
    """Hold one thing that a translation keeps.

    Attributes:
        key: what makes it the same as another one.
        text: how it is written, which a suggestion writes into the target; "" where it cannot be written there.
        start: code-point offset on its side.
        end: offset after it.
    """

    key: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, kw_only=True)
class Difference:
    """Hold what does not stand as often on the other side, in text order.

    Attributes:
        changed: pairs of what the source has and what the target has in its place.
        missing: of the source.
        extra: of the target.
    """

    changed: tuple[tuple[Kept, Kept], ...] = ()
    missing: tuple[Kept, ...] = ()
    extra: tuple[Kept, ...] = ()


def difference(source: Sequence[Kept], target: Sequence[Kept], *, counted: bool = True) -> Difference:
    """Return how the target differs from the source.

    Args:
        source: what the source has.
        target: what the target has.
        counted: False where it does not matter how often a thing stands.
    """
    missing = _surplus(source, target, counted=counted)
    extra = _surplus(target, source, counted=counted)
    changed: list[tuple[Kept, Kept]] = []
    even = len(missing) == len(extra)
    left: list[Kept] = []
    for lost in missing[:_MOST]:
        near = process.extractOne(lost.key, [new.key for new in extra[:_MOST]], scorer=fuzz.ratio, score_cutoff=_ALIKE)
        if near or (even and extra):
            changed.append((lost, extra.pop(near[2] if near else 0)))
        else:
            left.append(lost)
    return Difference(changed=tuple(changed), missing=tuple(left), extra=tuple(extra[:_MOST]))


def _surplus(one: Sequence[Kept], other: Sequence[Kept], *, counted: bool) -> list[Kept]:
    there = Counter(item.key for item in other)
    found = []
    for item in one:
        if there[item.key] > 0:
            there[item.key] -= counted
        else:
            found.append(item)
    return found


def hits(view: SegmentView, found: Difference, what: str, confidence: float = 0.9) -> Iterator[Hit]:
    """Yield one hit for each difference.

    Args:
        view: the segment.
        found: its differences.
        what: what the things are called: `tag`.
        confidence: of each hit.
    """
    for lost, new in found.changed:
        writable = lost.text and new.text and lost.text != new.text
        yield Hit(
            message=f'The {what} "{shown(lost)}" of the source became "{shown(new)}"',
            spans=(target_span(new.start, new.end), source_span(lost.start, lost.end)),
            suggestion=replace_target(new.start, new.end, lost.text) if writable else None,
            confidence=confidence,
        )
    for lost in found.missing:
        yield Hit(
            message=f'The {what} "{shown(lost)}" of the source is not in the translation',
            spans=(source_span(lost.start, lost.end),),
            suggestion=_at_edge(view, lost),
            confidence=confidence,
        )
    for new in found.extra:
        yield Hit(
            message=f'The source has no {what} "{shown(new)}"',
            spans=(target_span(new.start, new.end),),
            suggestion=replace_target(new.start, new.end, "") if new.text and new.end > new.start else None,
            confidence=confidence,
        )


def _at_edge(view: SegmentView, lost: Kept) -> Suggestion | None:
    """Return the suggestion to write what stands at an edge of the source at the same edge of the target."""
    text = lost.text
    if not text:
        return None
    before, after = view.source[: lost.start], view.source[lost.end :]
    if not before.strip():
        return replace_target(0, 0, text + after[: len(after) - len(after.lstrip())])
    if not after.strip():
        end = len(view.target)
        return replace_target(end, end, before[len(before.rstrip()) :] + text)
    return None


def shown(item: Kept) -> str:
    """Return how a message shows a thing: on one line, and no more than its beginning."""
    text = " ".join((item.text or item.key).split())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
