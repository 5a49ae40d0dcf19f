from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from mtreview.checks.base import DocumentCheck, Hit
from mtreview.issue import Category, Severity
from mtreview.option_values import CHANCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import DocumentView


@dataclass(frozen=True, kw_only=True)
class AlignmentDoubtful(DocumentCheck):
    """Report a pair whose sentences may not belong together, or whose source stands elsewhere.

    Where two documents were linked sentence by sentence, what the other checks say of a pair is worth no more than the
    link. A link of a low score is shown in review only; a sentence that was moved is linked with its source, so that
    it is not taken for missing, and reported.

    Bad:
        es: Lea también
        en: [[The bridge over the river stayed closed to heavy lorries for three weeks after the floods in spring.]]
        es: El alcalde dimitió ayer.
        en: The mayor resigned yesterday.
    Good:
        es: Lea también
        en: Read also
        es: El alcalde dimitió ayer.
        en: The mayor resigned yesterday.

    Attributes:
        floor: score of a link, 0 to 1, under which it is doubtful.
    """

    severity: Severity = Severity.NEUTRAL
    floor: float = field(default=0.5, metadata=CHANCE)

    category: ClassVar[Category] = Category.ACCURACY
    needs: ClassVar[frozenset[str]] = frozenset({"source"})

    def find(self, view: DocumentView) -> Iterator[Hit]:
        """Yield one hit for each pair that was linked with little certainty, or across its document."""
        beads = view.document.beads
        if len(beads) != len(view.segments):
            return
        for segment, bead in zip(view.segments, beads, strict=True):
            if not (bead.source and bead.target and segment.has_source and segment.target.strip()):
                continue
            doubtful = bead.score < self.floor
            if bead.moved:
                place = segment.segment.source_location
                line = f", in line {place.line}" if place else ""
                doubt = f", and may not belong to it (link {bead.score:.2f})" if doubtful else ""
                yield Hit(
                    segment=segment.index,
                    message=f"The source of this sentence stands at another place in its document{line}{doubt}",
                    confidence=0.6,
                )
            elif doubtful:
                yield Hit(
                    segment=segment.index,
                    message=f"Source and translation may not belong together (link {bead.score:.2f})",
                    confidence=0.4,
                )
