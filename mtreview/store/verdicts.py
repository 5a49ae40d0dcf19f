"""How often people confirmed what each check found."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mtreview.decision import Kind, Verdict
from mtreview.statistics import Interval, wilson
from mtreview.store.review import MISSED, live

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mtreview.decision import Decision

ENOUGH = 30  # verdicts, before a precision is held against a check


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Count the verdicts on one check's issues; `unsure` is none."""

    confirmed: int
    dismissed: int

    @property
    def judged(self) -> int:
        """Return how many issues were confirmed or dismissed."""
        return self.confirmed + self.dismissed

    @property
    def interval(self) -> Interval:
        """Return the share confirmed, with Wilson's 95 % interval."""
        return wilson(self.confirmed, self.judged)

    def is_under(self, floor: float) -> bool:
        """Say whether enough verdicts leave the check's precision in doubt of reaching `floor`."""
        return self.judged >= ENOUGH and self.interval.low < floor


def tallies(events: Iterable[Decision]) -> Mapping[str, Tally]:
    """Return the tally of every check that was judged; of a reviewer's verdicts on one issue the latest counts."""
    latest: dict[tuple[str, str], Decision] = {}
    for event in live(events):
        if event.kind is Kind.ISSUE and event.check not in {"", MISSED}:
            latest[event.reviewer, event.fingerprint] = event
    counts = Counter((event.check, event.verdict) for event in latest.values())
    return {
        check: Tally(confirmed=counts[check, Verdict.CONFIRMED], dismissed=counts[check, Verdict.DISMISSED])
        for check in sorted({check for check, _ in counts})
    }
