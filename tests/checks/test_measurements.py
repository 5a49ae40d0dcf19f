from __future__ import annotations

import pytest

from mtreview import plugins
from mtreview.checks import _measurements
from mtreview.statistics import wilson


@pytest.mark.parametrize("name", plugins.names("checks"))
def test_every_check_was_measured_or_says_why_not(name: str) -> None:
    found = _measurements.measured(name)
    assert found is not None, f"{name}: run the benchmark of the checks with --write"
    assert found["not_measured"] or (found["false_alarms"] and found["recall"])


def test_nothing_is_said_of_checks_that_are_gone() -> None:
    assert _measurements._figures()["checks"].keys() <= set(plugins.names("checks"))  # noqa: SLF001 - the shipped file


def test_shares_and_intervals_fit_their_counts() -> None:
    for name in plugins.names("checks"):
        found = _measurements.measured(name)
        assert found is not None
        for share in (*found["false_alarms"].values(), *found["recall"].values()):
            bounds = wilson(share["count"], share["of"])
            assert (share["low"], share["high"]) == pytest.approx((bounds.low, bounds.high), abs=1e-4)
        assert not found["read"] or found["read"]["right"] <= found["read"]["of"]


def test_a_check_of_others_is_not_measured() -> None:
    assert list(_measurements.told("acme-check")) == ["not measured"]


def test_figures_are_told_in_words() -> None:
    lines = list(_measurements.told("number-mismatch"))
    assert lines[0].startswith("flagged per 1,000 good pairs, some rightly, with 95 % intervals, of ")
    assert any("“number changed”" in line for line in lines)
    assert any(line.startswith("precision: ") for line in lines)


def test_precision_counts_the_errors_found_among_all_reports() -> None:
    found = _measurements.measured("number-mismatch")
    assert found is not None
    alarms = sum(share["count"] for share in found["false_alarms"].values())
    right = sum(share["count"] for share in found["recall"].values())
    assert (found["precision"]["count"], found["precision"]["of"]) == (right, right + alarms)
