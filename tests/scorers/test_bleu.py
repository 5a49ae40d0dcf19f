from __future__ import annotations

from mtreview.score import Statistics
from mtreview.scorers.bleu import Bleu


def test_all_ngrams_matched_is_a_hundred() -> None:
    assert round(Bleu().value(Statistics(scorer="bleu", sums=(5, 5, 5, 4, 3, 2, 5, 4, 3, 2)))) == 100


def test_its_signature_is_sacrebleus() -> None:
    assert "eff:yes" in Bleu().signature()
