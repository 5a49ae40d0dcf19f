from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from mtreview.decision import Decision, Kind, Verdict
from mtreview.store.verdicts import Tally, tallies

START = datetime(2026, 1, 1, tzinfo=UTC)


def event(
    number: int, verdict: Verdict | None, issue: str = "a", reviewer: str = "ana", supersedes: str = ""
) -> Decision:
    kind = Kind.UNDO if supersedes else Kind.ISSUE
    return Decision(
        id=f"{number:026}",
        kind=kind,
        document="d",
        segment="1",
        reviewer=reviewer,
        at=START + timedelta(seconds=number),
        segment_hash="0",
        verdict=verdict,
        fingerprint=issue,
        check="" if kind is Kind.UNDO else "doubled-word",
        supersedes=supersedes,
    )


CONFIRMED, DISMISSED, UNSURE = Verdict.CONFIRMED, Verdict.DISMISSED, Verdict.UNSURE


@pytest.mark.parametrize(
    ("events", "counts"),
    [
        ([event(1, CONFIRMED), event(2, DISMISSED, "b")], (1, 1)),
        ([event(1, CONFIRMED), event(2, DISMISSED)], (0, 1)),
        ([event(1, CONFIRMED), event(2, DISMISSED, reviewer="leo")], (1, 1)),
        ([event(1, UNSURE)], (0, 0)),
        ([event(1, CONFIRMED), event(2, None, supersedes=f"{1:026}"), event(3, DISMISSED, "b")], (0, 1)),
    ],
)
def test_the_latest_verdict_that_counts(events: list[Decision], counts: tuple[int, int]) -> None:
    tally = tallies(events)["doubled-word"]
    assert (tally.confirmed, tally.dismissed) == counts


def test_nothing_judged_has_no_tally() -> None:
    assert tallies([]) == {}


@pytest.mark.parametrize(
    ("confirmed", "dismissed", "under"),
    [(0, 29, False), (0, 30, True), (30, 0, False), (20, 20, True), (24, 6, True), (95, 5, False)],
)
def test_a_check_is_held_to_its_precision_after_thirty_verdicts(confirmed: int, dismissed: int, *, under: bool) -> None:
    assert Tally(confirmed=confirmed, dismissed=dismissed).is_under(0.8) is under
