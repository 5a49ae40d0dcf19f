"""Readers of the data sets; which of them may train is decided here."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Any, Final

from rapidfuzz.distance import Levenshtein

from mtreview.issue import Severity
from mtreview.segment import Side, Span
from mtreview.text.tokens import words
from mtreview.train.examples import Example, Mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

# Clean pairs that errors are put into. NTREX, PUD and TICO-19 measure, Europarl's sample states no licence, and the
# paragraphs of XQuAD are longer than the texts under review.
CLEAN: Final = (
    "wmt_newstest2008", "wmt_newstest2009", "wmt_newssyscomb2009", "wmt_newstest2010", "wmt_newstest2011",
    "wmt_newstest2012", "mt_geneval_sentences", "tatoeba_test_2021_08_07", "tldr_pages", "po_gnome_user_docs",
    "po_python_docs", "electron_docs", "bible_rv1909_bbe",
)  # fmt: skip
MQM: Final = ("pt2en", "fr2en", "it2en", "de2en", "ru2en", "zh2en")
ASSESSED: Final = ("ro-en", "et-en", "ru-en", "ne-en", "si-en")
_SEVERITIES: Final = {
    "minor": Severity.MINOR, "major": Severity.MAJOR, "critical": Severity.CRITICAL, "neutral": Severity.NEUTRAL,
}  # fmt: skip


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSONL file, compressed or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def clean_pairs(folder: Path, name: str) -> list[tuple[str, str]]:
    """Return the distinct pairs of one file of `parallel-es-en`."""
    pairs: dict[str, str] = {}
    for row in rows(folder / "parallel-es-en" / f"{name}.jsonl.gz"):
        source, target = (row[side].strip("\ufeff \n") for side in ("source", "target"))
        if name == "mt_geneval_sentences":  # its brackets mark the words that carry gender
            source, target = (text.replace("[", "").replace("]", "") for text in (source, target))
        if source and target and source != target:
            pairs.setdefault(source, target)
    return list(pairs.items())


def assessed(path: Path) -> Iterator[Example]:
    """Yield MLQE-PE segments: judgement is z-scored direct assessment, marks are words tagged BAD."""
    for row in rows(path):
        yield assessed_row(row)


def assessed_row(row: dict[str, Any]) -> Example:
    """Return one row of MLQE-PE."""
    target = _tagged(row["target"], row.get("target_tokens") or (), (row.get("target_and_gap_tags") or ())[1::2])
    source = _tagged(row["source"], row.get("source_tokens") or (), row.get("source_tags") or ())
    marks = [Mark(span=Span(side=Side.TARGET, start=start, end=end), severity=None) for start, end in target]
    marks += [Mark(span=Span(side=Side.SOURCE, start=start, end=end), severity=None) for start, end in source]
    return Example(
        source=row["source"],
        target=row["target"],
        dataset=row["lp"],
        marks=tuple(marks),
        target_tagged=bool(row.get("target_and_gap_tags")),
        source_tagged=bool(row.get("source_tags")),
        judgement=row.get("z_da"),
    )


def _tagged(text: str, tokens: Sequence[str], tags: Sequence[str]) -> Iterator[tuple[int, int]]:
    for (start, end), tag in zip(located(text, tokens), tags, strict=False):
        if tag == "BAD" and end > start:
            yield start, end


def located(text: str, tokens: Sequence[str]) -> list[tuple[int, int]]:
    """Return where each token stands in the text; an empty range for one that is spelt otherwise there."""
    at = 0
    places = []
    for token in tokens:
        found = text.find(token, at)
        if found < 0 or found - at > len(token) + 20:
            places.append((at, at))
            continue
        at = found + len(token)
        places.append((found, at))
    return places


def annotated(path: Path) -> Iterator[Example]:
    """Yield Bio-MQM segments: marks are an expert's spans, whose `end_incl` is the last character."""
    for row in rows(path):
        yield annotated_row(row)


def annotated_row(row: dict[str, Any]) -> Example:
    """Return one row of Bio-MQM."""
    target = [_mark(error, row["target"], Side.TARGET) for error in row["errors"]]
    source = [_mark(error, row["source"], Side.SOURCE) for error in row.get("source_errors") or () if _ours(error)]
    marks = [mark for mark in (*target, *source) if mark is not None]
    severities = [mark.severity or Severity.NEUTRAL for mark in marks]
    points = sum({1: 1.0, 2: 5.0, 3: 10.0}.get(severity, 0.0) for severity in severities)
    return Example(
        source=row["source"],
        target=row["target"],
        dataset="mqm",
        document=str(row.get("document", "")),
        marks=tuple(marks),
        target_tagged=True,
        judgement=-min(points, 25.0) / 5.0,
        major=any(severity >= Severity.MAJOR for severity in severities),
    )


def _ours(error: dict[str, Any]) -> bool:
    """Say whether an error on the source is the translation's, not the source's own."""
    return str(error.get("error_category")) != "Source"


def _mark(error: dict[str, Any], text: str, side: Side) -> Mark | None:
    term = error.get("term") or ""
    start = int(error["start"] if "start" in error else error["startIndex"])
    end = int(error["end_incl"] if "end_incl" in error else error["endIndex"]) + 1
    if term and text[start:end] != term:  # a few rows count otherwise
        found = text.find(term, max(0, start - 5))
        if found >= 0:
            start, end = found, found + len(term)
    if not 0 <= start < end <= len(text) + 1:
        return None
    span = Span(side=side, start=start, end=min(end, len(text)))
    return Mark(span=span, severity=_SEVERITIES.get(str(error["severity"]).lower()))


def systems(path: Path, every: int, most: int) -> Iterator[Example]:
    """Yield outputs of WMT13 systems: marks are words that a word edit distance to the reference would change.

    Args:
        path: the file.
        every: take each so many-th source.
        most: outputs of one source, over its systems in turn.
    """
    taken: dict[int, set[str]] = {}
    for number, row in enumerate(rows(path)):
        segment = int(row["segment"])
        seen = taken.setdefault(segment, set())
        target = row["target"].strip()
        if segment % every or len(seen) >= most or (number // 3000 + segment) % 3 or not target or target in seen:
            continue
        seen.add(target)
        yield _system_output(row)


def _system_output(row: dict[str, Any]) -> Example:
    found = words(row["target"])
    reference = [word.text.lower() for word in words(row["reference"])]
    edits = Levenshtein.editops([word.text.lower() for word in found], reference)
    wrong = sorted({edit.src_pos for edit in edits if edit.tag != "insert"})
    marks = [Mark(span=Span(side=Side.TARGET, start=found[at].start, end=found[at].end), severity=None) for at in wrong]
    return Example(
        source=row["source"],
        target=row["target"],
        dataset="wmt13",
        marks=tuple(marks),
        target_tagged=False,
        judgement=-min(1.0, len(edits) / max(len(reference), 1)) * 3.0,
    )
