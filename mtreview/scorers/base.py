"""What a scorer is: statistics of a segment that add up, and a value computed from their sum."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mtreview.issue import Issue
    from mtreview.score import Statistics
    from mtreview.view import SegmentView


@dataclass(frozen=True, kw_only=True)
class Scorer(ABC):
    """Measure segments; its docstring says what the sums are, and the value's scale and source.

    Attributes:
        needs: `encoder`, `source` or `reference`, where it has nothing to say without.
        higher_is_better: False for error rates.
    """

    needs: ClassVar[frozenset[str]] = frozenset()
    higher_is_better: ClassVar[bool] = True

    @classmethod
    def id(cls) -> str:
        """Return the scorer's id: its module's name."""
        return cls.__module__.rpartition(".")[2]

    @abstractmethod
    def statistics(self, view: SegmentView, issues: Sequence[Issue]) -> Statistics | None:
        """Return a segment's sums, or None where the scorer does not apply."""

    @abstractmethod
    def value(self, statistics: Statistics) -> float:
        """Return the value of one segment's sums, or of many segments' added up."""

    def signature(self) -> str:
        """Return what reproduces its figures: name, settings and version."""
        return self.id()
