"""Scores that add: a segment's statistics sum to the corpus, on any engine."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """Hold sums from which one scorer computes its value.

    Attributes:
        scorer: id of the scorer that they belong to.
        sums: what that scorer adds up; its docstring says what each number is.
    """

    scorer: str
    sums: tuple[float, ...]

    def __add__(self, other: Statistics) -> Statistics:
        if (self.scorer, len(self.sums)) != (other.scorer, len(other.sums)):
            message = f"cannot add {other.scorer} to {self.scorer}"
            raise ValueError(message)
        sums = tuple(a + b for a, b in zip(self.sums, other.sums, strict=True))
        return Statistics(scorer=self.scorer, sums=sums)


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Hold one scorer's value, on the scale that the scorer documents."""

    scorer: str
    value: float
