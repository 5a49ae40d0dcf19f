"""What was measured of each check, from `_measured.json`, which the benchmark of the checks writes."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

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
    kind that were put into some and found at the severity `at`; `read` are reports on good translations that a person
    read; counts with 95 % Wilson intervals. `not_measured` says why one of them is missing.
    """
    found: dict[str, Any] | None = _figures()["checks"].get(check)
    return found


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
    if found.get("read"):
        yield f"read by hand: {found['read']['right']} of {found['read']['of']} reports on good pairs were right"
    if found.get("not_measured"):
        yield f"not measured: {found['not_measured']}"


def _alarms(share: dict[str, Any]) -> str:
    return f"{1000 * share['count'] / share['of']:.1f} [{1000 * share['low']:.1f}, {1000 * share['high']:.1f}]"


def _percent(share: dict[str, Any]) -> str:
    return f"{share['count'] / share['of']:.1%} [{share['low']:.1%}, {share['high']:.1%}]"
