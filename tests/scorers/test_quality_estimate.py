from __future__ import annotations

import pytest

from mtreview.score import Statistics
from mtreview.scorers.quality_estimate import QualityEstimate
from mtreview.view import Context
from tests.checks.table import view_of

BANK = "El banco central subió los tipos de interés medio punto."


def test_a_better_translation_has_a_higher_estimate_and_the_mean_is_the_documents() -> None:
    pairs: list[tuple[str | None, str]] = [
        (BANK, "The central bank raised interest rates by half a point."),
        (BANK, "The zoo's youngest elephant is learning to paint."),
    ]
    scorer = QualityEstimate()
    sums = [scorer.statistics(view, ()) for view in view_of(pairs, Context(encoder="embedded")).segments]
    good, bad = (item for item in sums if item is not None)
    assert 0.0 <= scorer.value(bad) < scorer.value(good) <= 100.0
    assert scorer.value(good + bad) == pytest.approx((scorer.value(good) + scorer.value(bad)) / 2)


@pytest.mark.parametrize(("source", "target"), [(BANK, ""), ("", "Good."), (BANK, " ")])
def test_an_empty_side_has_no_estimate(source: str, target: str) -> None:
    [view] = view_of([(source, target)], Context(encoder="embedded")).segments
    assert QualityEstimate().statistics(view, ()) is None


def test_another_encoder_has_none() -> None:
    [view] = view_of([(BANK, "Good.")], Context(encoder=None)).segments
    assert QualityEstimate().statistics(view, ()) is None


def test_sums_are_estimates_and_their_number() -> None:
    assert QualityEstimate().value(Statistics(scorer="quality_estimate", sums=(150.0, 2.0))) == 75.0
