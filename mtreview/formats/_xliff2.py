"""The units of an XLIFF 2 file, after https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtreview.formats._inline import Inline
from mtreview.formats.base import check_length
from mtreview.segment import Location, Segment, Side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.xml import Element, Tree


def segments(tree: Tree, file: Element, path: str, document: str) -> Iterator[Segment]:
    """Yield the segments of a `file` element; one without text on either side is left out."""
    for unit, locked in _units(file, locked=False):
        parts = list(unit.elements("segment"))
        for number, part in enumerate(parts, 1):
            source, target = part.first("source"), part.first("target")
            if source is None or (locked and target is None):
                continue
            ours = Inline(tree, Side.SOURCE).add(source)
            theirs = Inline(tree, Side.TARGET)
            if target:
                theirs.add(target)
            if not (ours.text.strip() or theirs.text.strip()):
                continue
            check_length(path, part.line, ours.text, theirs.text)
            place = target or part
            own = part.get("id") or (str(number) if len(parts) > 1 else "")
            yield Segment(
                id=unit.get("id") + (f"/{own}" if own else ""),
                source=ours.text,
                target=theirs.text,
                document=document,
                location=Location(path=path, line=place.line, column=place.column),
                source_location=Location(path=path, line=source.line, column=source.column),
                codes=(*ours.codes, *theirs.codes),
                locked=locked,
                state=part.get("subState") or part.get("state"),
            )


def _units(parent: Element, *, locked: bool) -> Iterator[tuple[Element, bool]]:
    for child in parent.elements("unit", "group"):
        shut = {"yes": False, "no": True}.get(child.get("translate"), locked)
        if child.name == "group":
            yield from _units(child, locked=shut)
        else:
            yield child, shut
