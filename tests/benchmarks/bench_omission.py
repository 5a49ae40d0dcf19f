"""Measure the checks of omission and addition: what they find of injected errors, and how much clean text they flag."""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from mtreview.checks._uncovered_chances import is_content
from mtreview.checks.addition import Addition
from mtreview.checks.omission import Omission
from mtreview.issue import Severity
from mtreview.segment import Document, Segment
from mtreview.statistics import wilson
from mtreview.text.tokens import words
from mtreview.view import ESTIMATED, Context, DocumentView

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mtreview.checks.base import SegmentCheck

GOAL = "goal: 80 % of single words found where at most 3 % of clean sentences are flagged"
REPORTED = 0.5


class Pair(NamedTuple):
    """Hold a good translation, or a broken one."""

    source: str
    target: str


def read(paths: Sequence[Path], most: int, seed: int, *, tune: bool) -> list[Pair]:
    """Return a sample of the half of the pairs that is for tuning, or of the other one."""
    found = []
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as stream:
            rows = [json.loads(line) for line in stream]
        found += [Pair(row["source"], row["target"]) for row in rows if row["source"] and row["target"]]
    half = [pair for pair in found if (int(hashlib.sha256(pair.source.encode()).hexdigest(), 16) % 2 == 0) == tune]
    return Random(seed).sample(half, min(most, len(half)))  # noqa: S311 - a sample, no secret


def without_word(pair: Pair, _other: Pair, chance: Random) -> str | None:
    """Return the target without one of its content words."""
    places = [word for word in words(pair.target) if is_content(word, "en")]
    if not places:
        return None
    word = chance.choice(places)
    return f"{pair.target[: word.start].rstrip()} {pair.target[word.end :].lstrip()}"


def without_phrase(pair: Pair, _other: Pair, chance: Random) -> str | None:
    """Return the target without four to seven words in a row."""
    own, size = words(pair.target), chance.randint(4, 7)
    if len(own) < size + 6:
        return None
    first = chance.randrange(1, len(own) - size)
    return pair.target[: own[first].start] + pair.target[own[first + size].start :]


def with_word(pair: Pair, other: Pair, chance: Random) -> str | None:
    """Return the target with a content word of another sentence in it."""
    own, theirs = words(pair.target), [word.text for word in words(other.target) if is_content(word, "en")]
    if len(own) < 2 or not theirs:
        return None
    at = chance.choice(own[1:]).start
    return f"{pair.target[:at]}{chance.choice(theirs)} {pair.target[at:]}"


def with_phrase(pair: Pair, other: Pair, chance: Random) -> str | None:
    """Return the target with four to seven words of another sentence in it."""
    own, theirs, size = words(pair.target), words(other.target), chance.randint(4, 7)
    if len(own) < 2 or len(theirs) < size + 1:
        return None
    first = chance.randrange(len(theirs) - size)
    at = chance.choice(own[1:]).start
    piece = other.target[theirs[first].start : theirs[first + size - 1].end]
    return f"{pair.target[:at]}{piece} {pair.target[at:]}"


class Shares(NamedTuple):
    """Hold how many pairs a check flags as major, above neutral in a report, and in review alone as well."""

    major: int
    reported: int
    shown: int


def flagged(check: SegmentCheck, pairs: Sequence[Pair]) -> Shares:
    """Return how many pairs a check flags."""
    segments = tuple(Segment(id=str(at), source=pair.source, target=pair.target) for at, pair in enumerate(pairs))
    document = Document(id="pairs", path="pairs", format="tsv", segments=segments)
    found = [list(check.find(view)) for view in DocumentView(document, Context(encoder=ESTIMATED)).segments]
    return Shares(
        major=sum(any(hit.severity is None or hit.severity >= Severity.MAJOR for hit in hits) for hits in found),
        reported=sum(any(hit.confidence >= REPORTED for hit in hits) for hits in found),
        shown=sum(map(bool, found)),
    )


def report(name: str, check: SegmentCheck, pairs: Sequence[Pair]) -> None:
    """Print which share of the pairs a check flags."""
    shares = flagged(check, pairs)
    total = max(len(pairs), 1)
    within = wilson(shares.reported, len(pairs))
    print(
        f"  {check.id():9} {name:16} {len(pairs):5} pairs  major {shares.major / total:.3f}  reported "
        f"{shares.reported / total:.3f} [{within.low:.3f}, {within.high:.3f}]  in review {shares.shown / total:.3f}",
        flush=True,
    )


def main() -> None:
    """Measure both checks on clean and on broken pairs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", nargs="+", type=Path, help="JSONL.gz of good translations")
    parser.add_argument("--tune", action="store_true", help="the half for tuning in place of the other one")
    parser.add_argument("--most", type=int, default=400, help="how many pairs")
    parser.add_argument("--seed", type=int, default=11)
    options = parser.parse_args()
    pairs = read(options.pairs, options.most, options.seed, tune=options.tune)
    others = pairs[7:] + pairs[:7]
    print(GOAL)
    report("clean", Omission(), pairs)
    report("clean", Addition(), pairs)
    kinds: list[tuple[str, SegmentCheck, Callable[[Pair, Pair, Random], str | None]]] = [
        ("word taken out", Omission(), without_word),
        ("phrase taken out", Omission(), without_phrase),
        ("word put in", Addition(), with_word),
        ("phrase put in", Addition(), with_phrase),
    ]
    for name, check, inject in kinds:
        chance = Random(options.seed)  # noqa: S311 - as above
        broken = [(pair, inject(pair, other, chance)) for pair, other in zip(pairs, others, strict=True)]
        report(name, check, [Pair(pair.source, target) for pair, target in broken if target])


if __name__ == "__main__":
    main()
