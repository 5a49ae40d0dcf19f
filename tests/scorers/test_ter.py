from __future__ import annotations

from mtreview.score import Statistics
from mtreview.scorers.ter import Ter


def test_one_edit_in_six_words() -> None:
    assert round(Ter().value(Statistics(scorer="ter", sums=(1.0, 6.0))), 2) == 16.67


def test_lower_is_better() -> None:
    assert not Ter.higher_is_better
