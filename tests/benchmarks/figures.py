"""Count what the checks find in good translations, and in the same ones with an error put in."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING, Any

from mtreview import mqm
from mtreview.issue import Severity
from mtreview.pipeline import find_issues, survey
from mtreview.statistics import wilson
from mtreview.view import DocumentView
from tests.benchmarks.document_injections import document
from tests.benchmarks.injections import Pair

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from mtreview.config import Profile
    from mtreview.issue import Issue
    from tests.benchmarks.document_injections import DocumentKind, Lines
    from tests.benchmarks.injections import Kind

WINDOW = 1024
TUNING, REPORTING = 0, 1
SEED = 20_240_817


def half(source: str) -> int:
    """Return which half a pair belongs to, by a hash of its source: TUNING or REPORTING."""
    return int(hashlib.sha256(source.encode()).hexdigest(), 16) % 2


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSONL file, packed or not, that have both sides."""
    data = path.read_bytes()
    for line in (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8").split("\n"):
        row = json.loads(line) if line.strip() else {}
        if row.get("source", "").strip() and row.get("target", "").strip():
            yield row


def pairs(path: Path, part: int, count: int) -> list[Pair]:
    """Return the first `count` pairs of one half of a file."""
    found = [Pair(row["source"].strip(), row["target"].strip()) for row in rows(path) if half(row["source"]) == part]
    return found[:count]


def documents(path: Path, count: int) -> list[Lines]:
    """Return the first `count` documents of a file whose rows name theirs."""
    found: dict[tuple[str, str], Lines] = defaultdict(list)
    for row in rows(path):
        found[row.get("variant", ""), row["document"]].append((row["source"].strip(), row["target"].strip()))
    return [lines for lines in found.values() if len(lines) > 2][:count]


def judged(given: Sequence[tuple[str | None, str]], profile: Profile) -> list[tuple[Issue, ...]]:
    """Return the reported issues of each pair of a list, in windows as `check` makes them."""
    windows = [document(given[at : at + WINDOW], pieces=True) for at in range(0, len(given), WINDOW)]
    corpus = survey(windows, profile)
    return [
        tuple(issue for issue in issues if issue.confidence >= mqm.REPORTED)
        for window in windows
        for issues in find_issues(DocumentView(window, profile.context), profile.checks, corpus)
    ]


@dataclass(kw_only=True)
class FalseAlarms:
    """Count the pairs of one file that raised something.

    Attributes:
        counted: pairs with an issue above neutral, by check.
        major: pairs with an issue at major or above, by check.
        any_counted: pairs with any issue above neutral.
        any_major: pairs with any issue at major or above.
    """

    name: str
    pairs: int
    counted: Counter[str] = field(default_factory=Counter)
    major: Counter[str] = field(default_factory=Counter)
    any_counted: int = 0
    any_major: int = 0

    def worst(self, most: int = 5) -> str:
        """Return the checks with the most false alarms, with how many above neutral and at major."""
        return ", ".join(f"{name} {count} ({self.major[name]})" for name, count in self.counted.most_common(most))


def false_alarms(name: str, given: Sequence[Pair], profile: Profile) -> FalseAlarms:
    """Return what the checks raise in good translations."""
    found = FalseAlarms(name=name, pairs=len(given))
    for issues in judged(given, profile):
        counted = {issue.check for issue in issues if issue.severity > Severity.NEUTRAL}
        major = {issue.check for issue in issues if issue.severity >= Severity.MAJOR}
        found.counted.update(counted)
        found.major.update(major)
        found.any_counted += bool(counted)
        found.any_major += bool(major)
    return found


@dataclass(kw_only=True)
class Recall:
    """Count the injected errors of one kind that raised an issue which the good translation did not.

    Attributes:
        found: at the kind's bar, by any check.
        named: at the kind's bar, by a check that is for it.
        by: above neutral, by check.
    """

    name: str
    bar: str
    checks: tuple[str, ...]
    injected: int = 0
    found: int = 0
    named: int = 0
    by: Counter[str] = field(default_factory=Counter)

    def add(self, kind: Kind | DocumentKind, before: Iterable[Issue], after: Iterable[Issue]) -> None:
        """Count one injected error."""
        old = Counter((issue.check, issue.message) for issue in before)
        new = []
        for issue in after:
            if old[issue.check, issue.message]:
                old[issue.check, issue.message] -= 1
            else:
                new.append(issue)
        at_bar = {issue.check for issue in new if issue.severity >= kind.bar}
        self.injected += 1
        self.found += bool(at_bar)
        self.named += not at_bar.isdisjoint(kind.checks)
        self.by.update({issue.check for issue in new if issue.severity > Severity.NEUTRAL})


def recall(kind: Kind, given: Sequence[Pair], profile: Profile, before: Sequence[tuple[Issue, ...]]) -> Recall:
    """Return how many errors of a kind are found, one put into each pair that has a place for it."""
    result = Recall(name=kind.name, bar=kind.bar.label, checks=kind.checks)
    broken: list[tuple[int, Pair]] = []
    for index, pair in enumerate(given):
        target = kind.inject(pair, Random(f"{SEED} {kind.name} {pair.source}"))  # noqa: S311 - a seed that repeats
        if target is not None and target.strip() and target != pair.target:
            broken.append((index, Pair(pair.source, target)))
    after = judged([pair for _, pair in broken], profile)
    for (index, _), issues in zip(broken, after, strict=True):
        result.add(kind, before[index], issues)
    return result


def document_recall(kind: DocumentKind, given: Sequence[Lines], profile: Profile) -> Recall:
    """Return how many errors of a kind are found, one put into each document that has a place for it."""
    result = Recall(name=kind.name, bar=kind.bar.label, checks=kind.checks)
    for lines in given:
        broken = kind.inject(lines, Random(f"{SEED} {kind.name} {lines[0]}"))  # noqa: S311 - as above
        if broken is None:
            continue
        after, index = broken
        text = document(after, linked=kind.linked)
        issues = find_issues(DocumentView(text, profile.context), profile.checks, survey([text], profile))[index]
        reported = [issue for issue in issues if issue.confidence >= mqm.REPORTED]
        result.add(kind, (), reported)
    return result


def share(successes: int, trials: int) -> dict[str, float | int]:
    """Return a share with its interval, as JSON takes it."""
    bounds = wilson(successes, trials)
    return {"count": successes, "of": trials, "low": round(bounds.low, 4), "high": round(bounds.high, 4)}
