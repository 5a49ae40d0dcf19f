"""The units of an XLIFF 1.2 file, after https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtreview.formats._inline import Inline
from mtreview.formats.base import check_length
from mtreview.segment import Location, Segment, Side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.xml import Element, Tree

_SDL = "{http://sdl.com/FileTypes/SdlXliff/1.0}"
_MEMOQ = "{MQXliff}"


def segments(tree: Tree, file: Element, path: str, document: str) -> Iterator[Segment]:
    """Yield the segments of a `file` element; a unit without text on either side has none."""
    body = file.first("body")
    for unit, locked in _units(body, locked=False) if body else ():
        for segment in _segments(tree, unit, path, document, locked=locked):
            if segment.target.strip() or (segment.source or "").strip():
                check_length(path, unit.line, segment.source, segment.target)
                yield segment


def _units(parent: Element, *, locked: bool) -> Iterator[tuple[Element, bool]]:
    """Yield units in order, and whether they are closed to translation by themselves or by a group around them."""
    for child in parent.elements("trans-unit", "group"):
        shut = {"yes": False, "no": True}.get(child.get("translate"), locked)
        if child.name == "group":
            yield from _units(child, locked=shut)
        elif not shut or child.first("target"):
            yield child, shut


def _segments(tree: Tree, unit: Element, path: str, document: str, *, locked: bool) -> Iterator[Segment]:
    source, target = unit.first("source"), unit.first("target")
    if source is None:
        return
    parts = _parts(unit.first("seg-source"))
    target_parts = _parts(target) if target else {}
    unsplit = target is not None and not target_parts and Inline(tree, Side.TARGET).add(target).text.strip()
    if not parts or unsplit:
        parts, target_parts = {"": source}, {"": target} if target else {}
    details = {seg.get("id"): seg for seg in unit.descendants("seg")}
    for mid, part in parts.items():
        counterpart = target_parts.get(mid)
        ours = Inline(tree, Side.SOURCE).add(part)
        theirs = Inline(tree, Side.TARGET)
        if counterpart:
            theirs.add(counterpart)
        detail = details.get(mid)
        place = counterpart or target or unit
        yield Segment(
            id=unit.get("id") + (f"/{mid}" if mid and len(parts) > 1 else ""),
            source=ours.text,
            target=theirs.text,
            document=document,
            location=Location(path=path, line=place.line, column=place.column),
            source_location=Location(path=path, line=part.line, column=part.column),
            codes=(*ours.codes, *theirs.codes),
            locked=locked or _is_locked(unit, detail),
            state=_state(unit, target, detail),
        )


def _parts(element: Element | None) -> dict[str, Element]:
    """Return the segments marked in a seg-source or target, by their `mid`."""
    if element is None:
        return {}
    marks = (mark for mark in element.descendants("mrk") if mark.get("mtype") == "seg")
    return {mark.get("mid"): mark for mark in marks}


def _is_locked(unit: Element, detail: Element | None) -> bool:
    locked = unit.get(f"{_MEMOQ}locked") or unit.get(f"{_SDL}locked") or (detail.get("locked") if detail else "")
    return locked.lower() in {"true", "yes", "locked"}


def _state(unit: Element, target: Element | None, detail: Element | None) -> str:
    own = target.get("state") if target else ""
    vendor = detail.get("conf") if detail else unit.get(f"{_MEMOQ}status")
    return own or vendor or ("approved" if unit.get("approved") == "yes" else "")
