"""What an aligner is: two lists of sentences in, beads out."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mtreview.segment import Bead


@dataclass(frozen=True, kw_only=True)
class Aligner(ABC):
    """Link the sentences of two documents.

    Attributes:
        needs: `encoder`, where it cannot work without a model.
    """

    needs: ClassVar[frozenset[str]] = frozenset()

    @classmethod
    def id(cls) -> str:
        """Return the aligner's id: its module's name."""
        return cls.__module__.rpartition(".")[2]

    @abstractmethod
    def align(self, source: Sequence[str], target: Sequence[str]) -> tuple[Bead, ...]:
        """Return beads in the order of the targets; each sentence of either side stands in exactly one.

        The sources stand in order as well, but for those of beads that are marked as moved.
        """

    def original(self, target: Sequence[str], candidates: Sequence[Sequence[str]]) -> int | None:  # noqa: ARG002 - what an aligner without vectors ignores
        """Return which candidate document the target renders; None where none clearly is, or it cannot tell."""
        return None
