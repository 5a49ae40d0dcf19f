"""From two documents of one side each to one document of segments with both."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mtreview.segment import Segment

if TYPE_CHECKING:
    from mtreview.align.base import Aligner
    from mtreview.segment import Bead, Document


def align_documents(source: Document, target: Document, aligner: Aligner) -> Document:
    """Return the target's document with one segment a bead, and the beads over both documents' sentences.

    A segment joins its bead's sentences with spaces; a side without sentences is empty. It stands where its first
    target sentence stood, and says where its first source sentence did.

    Args:
        source: the original, its text in the segments' `target`, as formats read a document of one side.
        target: the rendering, likewise.
        aligner: what links them.
    """
    left = [segment.target for segment in source.segments]
    right = [segment.target for segment in target.segments]
    beads = aligner.align(left, right)
    segments = tuple(_segment(str(number), bead, source, target) for number, bead in enumerate(beads, 1))
    return replace(target, segments=segments, beads=beads)


def _segment(number: str, bead: Bead, source: Document, target: Document) -> Segment:
    originals = [source.segments[index] for index in bead.source]
    renderings = [target.segments[index] for index in bead.target]
    first = renderings[0] if renderings else None
    return Segment(
        id=number,
        document=target.id,
        source=" ".join(segment.target for segment in originals),
        target=" ".join(segment.target for segment in renderings),
        location=first.location if first else None,
        source_location=originals[0].location if originals else None,
        system=first.system if first else None,
        date=first.date if first else None,
        link=bead,
    )
