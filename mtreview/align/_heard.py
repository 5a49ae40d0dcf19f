"""What the tokens of two sides say for a possible bead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from mtreview.align._sums import areas, span, weakest, within

if TYPE_CHECKING:
    from mtreview.align._places import Places
    from mtreview.align._sums import Array, Sides
    from mtreview.align._votes import Votes

_DENSITY: Final = 0.05
_UNHEARD: Final = 0.6
_HARDLY: Final = 0.1


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
        **_led(beads, areas(votes.leads)),
    }


def _led(beads: Places, leads: Array) -> dict[str, Array]:
    """Return the same of what tokens say by a lead, which few function words do."""
    inside, cast, usual = _kept(beads, leads)
    usual = max(1e-6, usual)
    return {
        "leads": inside / usual,
        "leads-lost": (cast - 2 * inside) / usual,
        "leads-kept": 2 * inside / (cast + _HARDLY * usual),
    }


def _kept(beads: Places, sums: Array) -> tuple[Array, Array, float]:
    """Return what each bead's sentences say for each other, what they say for any, and what a sentence usually says."""
    inside = within(sums, beads)
    cast = span(sums[:, -1], beads.source, beads.n) + span(sums[-1], beads.target, beads.m)
    return inside, cast, 2 * float(sums[-1, -1]) / max(1, sum(sums.shape) - 2)


def density(sides: Sides, votes: float) -> float:
    """Return what share of all tokens has a counterpart."""
    return max(_DENSITY, 2 * votes / max(1.0, float(sides[0].tokens[-1] + sides[1].tokens[-1])))
