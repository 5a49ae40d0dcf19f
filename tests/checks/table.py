"""The driver of the checks' tests: a check's test is one table of what goes in and what is flagged."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from mtreview import resources
from mtreview.checks.base import Check, CorpusCheck, DocumentCheck, Hit, SegmentCheck
from mtreview.models.backends.base import QualityModelSettings
from mtreview.segment import Bead, Document, Segment, Side
from mtreview.view import Context, DocumentView

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Row = tuple[str | None, str, tuple[str, ...]]
"""Source (None: there is none), target, flagged texts of the target in text order; ("*",) for all of it."""

WHOLE = "*"

OPINIONATED = QualityModelSettings(name="opinionated", kind="judge", endpoint="http://127.0.0.1:9")
"""A model that marks each "cancelled" as wrong; `conftest.py` loads it."""

_MEMORY = Path(__file__).parent / "memory.tmx"


@cache
def bundled() -> tuple[str, ...]:
    """Return the names of the glossaries that come with the program."""
    return tuple(sorted(path.stem for path in resources.folder("glossaries").glob("*.[ct]sv")))


def context_for(check: Check) -> Context:
    """Return the bundled glossaries and a small memory, and the embedded encoder where the check needs one."""
    return Context(
        glossaries=bundled(),
        encoder="embedded" if "encoder" in check.needs else None,
        memories=(str(_MEMORY),),
        quality_model=OPINIONATED if "quality_model" in check.needs else None,
    )


def view_of(pairs: Sequence[tuple[str | None, str]], context: Context, *, aligned: bool = False) -> DocumentView:
    """Return the view of a document of (source, target) pairs: of a bilingual file, or of two that were aligned."""
    segments = tuple(
        Segment(id=str(number), source=source, target=target) for number, (source, target) in enumerate(pairs, 1)
    )
    beads = tuple(_bead(index, segment) for index, segment in enumerate(segments)) if aligned else ()
    document = Document(id="table", path="table.tsv", format="tsv", segments=segments, beads=beads)
    return DocumentView(document, context)


def _bead(index: int, segment: Segment) -> Bead:
    """Return the bead of a segment: of a low score where one side is more than four times as long as the other."""
    lengths = sorted((len(segment.source or ""), len(segment.target)))
    return Bead(
        source=range(index, index + bool(segment.source)),
        target=range(index, index + bool(segment.target)),
        score=min(1.0, 4 * lengths[0] / max(lengths[1], 1)),
    )


def hits(check: Check, view: DocumentView) -> Iterator[tuple[int, Hit]]:
    """Yield what a check of any scope finds in a document, with the segment's index."""
    if isinstance(check, DocumentCheck):
        yield from ((hit.segment, hit) for hit in check.find(view))
    elif isinstance(check, CorpusCheck):
        yield from ((hit.segment, hit) for hit in check.find(view, check.summary(view)))
    elif isinstance(check, SegmentCheck):
        for segment in view.segments:
            yield from ((segment.index, hit) for hit in check.find(segment))


def ranges(hit: Hit, target: str) -> set[tuple[int, int]]:
    """Return the target ranges of a hit; all of the target where it names none."""
    spans = {(span.start, span.end) for span in hit.spans if span.side is Side.TARGET}
    return spans or {(0, len(target))}


def flagged(
    check: Check, pairs: Sequence[tuple[str | None, str]], context: Context | None = None, *, aligned: bool = False
) -> list[tuple[str, ...]]:
    """Return, for each pair of one document, the target texts that a check flags, in text order."""
    found: list[set[tuple[int, int]]] = [set() for _ in pairs]
    for index, hit in hits(check, view_of(pairs, context or context_for(check), aligned=aligned)):
        found[index] |= ranges(hit, pairs[index][1])
    return [
        tuple(WHOLE if (start, end) == (0, len(target)) else target[start:end] for start, end in sorted(places))
        for (_, target), places in zip(pairs, found, strict=True)
    ]


def verify(check: Check, rows: Iterable[Row], context: Context | None = None) -> None:
    """Assert that each row, as a document of its own, is flagged exactly as it says."""
    context = context or context_for(check)
    for source, target, expected in rows:
        [got] = flagged(check, [(source, target)], context)
        assert got == expected, f"{source!r} -> {target!r}: flagged {got}, expected {expected}"


def verify_document(
    check: Check, rows: Sequence[Row], context: Context | None = None, *, aligned: bool = False
) -> None:
    """Assert that the rows, as one document, are flagged exactly as they say."""
    got = flagged(check, [(source, target) for source, target, _ in rows], context, aligned=aligned)
    assert got == [expected for _, _, expected in rows]


def fixes(check: Check, source: str | None, target: str, context: Context | None = None) -> list[str]:
    """Return the target as each suggestion for a segment by itself would make it."""
    view = view_of([(source, target)], context or context_for(check))
    return [hit.suggestion.apply(target) for _, hit in hits(check, view) if hit.suggestion]


def verify_fixes(check: Check, rows: Iterable[tuple[str | None, str, str]], context: Context | None = None) -> None:
    """Assert that the first suggestion for each (source, target, fixed) makes `fixed` of the target."""
    for source, target, expected in rows:
        got = fixes(check, source, target, context)
        assert got[:1] == [expected], f"{source!r} -> {target!r}: suggested {got}, expected {expected!r}"
