"""What the tokens of two sides say for a possible bead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from mtreview.align._sums import areas, span, weakest, within

if TYPE_CHECKING:
    from mtreview.align._drawn import Drawn
    from mtreview.align._places import Places
    from mtreview.align._sums import Array, Sides
    from mtreview.align._votes import Votes

_DENSITY: Final = 0.05
_UNHEARD: Final = 0.6


def heard(beads: Places, sides: Sides, votes: Votes) -> dict[str, Array]:
    """Return how many tokens stay inside each bead with sentences on both sides, of those that vote and of all."""
    mutual = areas(votes.mutual)
    inside, cast, usual = _kept(beads, mutual)
    usual = max(1.0, usual)
    tokens = sides[0].tokens, sides[1].tokens
    counts = span(tokens[0], beads.source, beads.n) + span(tokens[1], beads.target, beads.m)
    shared = density(sides, float(mutual[-1, -1]))

    def own(part: Places, side: int) -> Array:
        count = span(tokens[side], part[side], np.ones_like(part.n))
        return np.asarray(within(mutual, part) / (count + 1) / shared)

    return {
        "votes": inside / usual,
        "votes-lost": (cast - 2 * inside) / usual,
        "votes-kept": 2 * inside / (cast + 2),
        "votes-dense": 2 * inside / (counts + 1) / shared,
        "unheard": np.maximum(0, _UNHEARD - weakest(beads, own, 1.0)),
        "drawn": _drawn(beads, votes.drawn),
    }


def _drawn(beads: Places, sides: tuple[Drawn, Drawn]) -> Array:
    """Return how strongly the tokens of each bead are drawn out of it, measured against the leads that are usual."""
    total = np.zeros(len(beads.n))
    (i, j, n, m), (left, right) = beads, sides
    for drawn, row, size, start, across in ((left, i, n, j, m), (right, j, m, i, n)):
        for late in range(int(size.max(initial=0))):
            which = np.flatnonzero(size > late)
            total[which] += drawn.out(row[which] + late, start[which], across[which])
    return np.sqrt(total / usual_lead(sides))


def usual_lead(sides: tuple[Drawn, Drawn]) -> float:
    """Return the leads of the tokens of two sentences, one of either side, as they are on the mean."""
    leads = np.concatenate([side.lead for side in sides])
    return max(1e-6, 2 * float(leads.mean())) if len(leads) else 1.0


def _kept(beads: Places, sums: Array) -> tuple[Array, Array, float]:
    """Return what each bead's sentences say for each other, what they say for any, and what a sentence usually says."""
    inside = within(sums, beads)
    cast = span(sums[:, -1], beads.source, beads.n) + span(sums[-1], beads.target, beads.m)
    return inside, cast, 2 * float(sums[-1, -1]) / max(1, sum(sums.shape) - 2)


def density(sides: Sides, votes: float) -> float:
    """Return what share of all tokens has a counterpart."""
    return max(_DENSITY, 2 * votes / max(1.0, float(sides[0].tokens[-1] + sides[1].tokens[-1])))


def nearness(sides: Sides, drawn: tuple[Drawn, Drawn]) -> float:
    """Return the mean highest cosine of all tokens."""
    count = float(sides[0].tokens[-1] + sides[1].tokens[-1])
    return max(1e-6, float(drawn[0].nearest.sum() + drawn[1].nearest.sum()) / max(1.0, count))
