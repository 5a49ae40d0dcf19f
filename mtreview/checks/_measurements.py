"""What was measured of each check, from `_measured.json`, which the benchmark of the checks writes."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mtreview.statistics import wilson

if TYPE_CHECKING:
    from collections.abc import Iterator

_FILE = Path(__file__).with_name("_measured.json")


@cache
def _figures() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(_FILE.read_text(encoding="utf-8"))
    return found


def measured(check: str) -> dict[str, Any] | None:
    """Return what was measured of a check, None of one that is not the project's own.

    `false_alarms` are pairs with an issue above neutral, by data set of good translations; `recall` are errors of a
    kind that were put into some and found at the severity `at`; `precision` are the errors found among all of those
    reports, None without errors; `read` are reports on good translations that a person read; counts with 95 % Wilson
    intervals. `not_measured` says why one of them is missing.
    """
    found: dict[str, Any] | None = _figures()["checks"].get(check)
    return None if found is None else found | {"precision": _precision(found)}


def _precision(found: dict[str, Any]) -> dict[str, Any] | None:
    """Return the errors found among all reports, every report on a good pair taken for a false one."""
    right = sum(share["count"] for share in found["recall"].values())
    reports = right + sum(share["count"] for share in found["false_alarms"].values())
    if not found["recall"] or not found["false_alarms"] or not reports:
        return None
    bounds = wilson(right, reports)
    return {"count": right, "of": reports, "low": round(bounds.low, 4), "high": round(bounds.high, 4)}


def told(check: str) -> Iterator[str]:
    """Yield lines that tell a reader what was measured of a check."""
    found = measured(check)
    if found is None:
        yield "not measured"
        return
    alarms = found["false_alarms"]
    if alarms:
        pairs = sum(share["of"] for share in alarms.values())
        yield f"flagged per 1,000 good pairs, some rightly, with 95 % intervals, of {pairs:,} pairs:"
        yield from (f"  {name}: {_alarms(share)}" for name, share in alarms.items())
    for name, share in found["recall"].items():
        yield f"found at {share['at']}, where the error is “{name}”: {_percent(share)} of {share['of']:,}"
    if share := found["precision"]:
        yield f"precision: {_percent(share)} of {share['of']:,} reports on the pairs and errors above were right,"
        yield "  if each report on a good pair was wrong"
    if found.get("read"):
        right, of = found["read"]["right"], found["read"]["of"]
        bounds = wilson(right, of)
        read = _percent({"count": right, "of": of, "low": bounds.low, "high": bounds.high})
        yield f"read by hand: {right} of {of} reports on good pairs were right: {read}"
    if found.get("not_measured"):
        yield f"not measured: {found['not_measured']}"


def _alarms(share: dict[str, Any]) -> str:
    return f"{1000 * share['count'] / share['of']:.1f} [{1000 * share['low']:.1f}, {1000 * share['high']:.1f}]"


def _percent(share: dict[str, Any]) -> str:
    return f"{share['count'] / share['of']:.1%} [{share['low']:.1%}, {share['high']:.1%}]"
