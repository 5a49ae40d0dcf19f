"""From sentences described by vectors to beads, stretch by stretch."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING, NamedTuple

from mtreview.align._search import best_path, plain_path
from mtreview.align._stretches import stretches
from mtreview.segment import Bead

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mtreview.align._lines import Lines
    from mtreview.align._search import Grid, Step
    from mtreview.align._stretches import Corner


class Calibration(NamedTuple):
    """Turn a step's lead and score into the probability that its bead is right, by a logistic.

    Fitted on documents made noisy, some of them paired with another's rendering.

    Attributes:
        ceiling: the lead beyond which more of it says nothing.
    """

    bias: float
    margin: float
    score: float
    ceiling: float

    def __call__(self, step: Step) -> float:
        """Return the probability; 0 where one side is empty."""
        if 0 in step.shape:
            return 0.0
        value = self.bias + self.margin * min(step.margin, self.ceiling) + self.score * step.score
        return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, value))))


class Look(NamedTuple):
    """Hold a second look at a first path, and what its steps' leads and scores are worth.

    Attributes:
        path: what it makes of two sides' sentences and a path over them; None where it is of no use.
    """

    path: Callable[[Lines, Lines, list[Step]], list[Step] | None]
    calibration: Calibration


def beads(
    source: Lines,
    target: Lines,
    grid: Callable[[Lines, Lines], Grid],
    calibration: Calibration,
    second: Look | None = None,
) -> tuple[Bead, ...]:
    """Return the beads of the best path through both sides, or of what a second look makes of that path."""
    return tuple(
        Bead(
            source=range(start.source + step.source, start.source + step.source + step.shape[0]),
            target=range(start.target + step.target, start.target + step.target + step.shape[1]),
            score=score,
        )
        for start, step, score in _steps(source, target, grid, calibration, second)
    )


def alone(sources: int, targets: int) -> tuple[Bead, ...]:
    """Return a bead for every sentence of two sides that share nothing."""
    left = (Bead(source=range(index, index + 1), target=range(0)) for index in range(sources))
    right = (Bead(source=range(sources, sources), target=range(index, index + 1)) for index in range(targets))
    return (*left, *right)


def _steps(
    source: Lines,
    target: Lines,
    grid: Callable[[Lines, Lines], Grid],
    calibration: Calibration,
    second: Look | None,
) -> Iterator[tuple[Corner, Step, float]]:
    for start, stop in stretches(source.vectors, target.vectors):
        left, right = source.part(start.source, stop.source), target.part(start.target, stop.target)
        cells = grid(left, right)
        looked = second.path(left, right, plain_path(cells)) if second else None
        found = best_path(cells) if looked is None else looked
        worth = second.calibration if second and looked is not None else calibration
        for step in found:
            yield start, step, worth(step)
