from __future__ import annotations

from mtreview.score import Statistics
from mtreview.scorers.chrf import Chrf


def test_no_ngram_matched_is_nothing() -> None:
    assert Chrf().value(Statistics(scorer="chrf", sums=(4.0, 4.0, 0.0) * 6)) == 0


def test_its_signature_is_sacrebleus() -> None:
    assert "nc:6" in Chrf().signature()
