"""How sentences end: where one side's sentence goes on and the other's does not, more belongs to the bead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from mtreview.align._lines import Lines
    from mtreview.align._places import Indices, Places

    Array = NDArray[np.float64]

_CLOSED: Final = r"[\s\"'”’»)\]]*$"
_STOP: Final = re.compile(r"[.!?…]" + _CLOSED)
_QUESTION: Final = re.compile(r"\?" + _CLOSED)
_COLON: Final = re.compile(":" + _CLOSED)
_OPENED: Final = " \t\"'“‘«([.-–—¿¡"
_EDGE: Final = 40


def endings(texts: Sequence[str]) -> NDArray[np.bool_]:
    """Return of each sentence whether it goes on in the next, asks, and announces, (sentences, 3).

    One goes on that has no mark of an end, or that a lower-case letter follows.

    >>> endings(["El tren,", "que llegó tarde:", "¿Cuándo?"]).tolist()
    [[True, False, False], [True, False, True], [False, True, False]]
    """
    tails = [text[-_EDGE:] for text in texts]
    goes_on = [text[:_EDGE].lstrip(_OPENED)[:1].islower() for text in texts[1:]] + [False] * bool(texts)
    found = [
        (after or not _STOP.search(tail), bool(_QUESTION.search(tail)), bool(_COLON.search(tail)))
        for tail, after in zip(tails, goes_on, strict=True)
    ]
    return np.array(found, dtype=bool).reshape(-1, 3)


def ended(beads: Places, source: Lines, target: Lines) -> dict[str, Array]:
    """Return what the ends of its sentences say of each bead with sentences on both sides.

    Args:
        beads: possible beads.
        source: the source's sentences.
        target: likewise.
    """
    left, right = source.endings.astype(np.float64), target.endings.astype(np.float64)
    last = left[beads.source + beads.n - 1], right[beads.target + beads.m - 1]
    differ = np.abs(last[0] - last[1])
    inside = _before_last(left[:, 0], beads.source, beads.n) + _before_last(right[:, 0], beads.target, beads.m)
    return {
        "joint-open": inside,
        "joint-closed": beads.n + beads.m - 2 - inside,
        "end-differs": differ[:, 0],
        "end-open": last[0][:, 0] * last[1][:, 0],
        "end-question": differ[:, 1],
        "end-colon": differ[:, 2],
    }


def _before_last(flags: Array, start: Indices, size: Indices) -> Array:
    """Return how many sentences of each run but its last one have a flag."""
    sums = np.concatenate([[0.0], np.cumsum(flags)])
    return np.asarray(sums[start + size - 1] - sums[start])
