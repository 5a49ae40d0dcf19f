from __future__ import annotations

import time

import numpy as np
import pytest
from hypothesis import given, settings

from mtreview.models.surface import FEATURES, surface
from tests import strategies

SOURCE = "El 3 de mayo murieron 16 personas en Lima, dijo Ana Vega."
NAMES = ("length", "words", "missing", "extra", "doubtful", "digits", "residue", "copied", "doubled", "end", "start",
         "lost names", "new names", "marks")  # fmt: skip


def changed(target: str) -> set[str]:
    good = surface(SOURCE, "On May 3 16 people died in Lima, Ana Vega said.")
    other = surface(SOURCE, target)
    return {name for name, a, b in zip(NAMES, good, other, strict=True) if b > a + 0.2}


@pytest.mark.parametrize(
    ("target", "feature"),
    [
        ("On May 3 61 people died in Lima, Ana Vega said.", "missing"),
        ("On May 3 16 people and 12 dogs died in Lima, Ana Vega said.", "extra"),
        ("On May 3 16 personas died in Lima, Ana Vega said.", "residue"),
        ("On May 3 16 people died died in Lima, Ana Vega said.", "doubled"),
        ("On May 3 16 people died in Lima, Ana Vega said", "end"),
        ("on May 3 16 people died in Lima, Ana Vega said.", "start"),
        ("On May 3 16 people died in Lima, Ana Ruiz said.", "lost names"),
        ("On May 3 16 people died in Lima, Ana Vega Ruiz said.", "new names"),
        ("On May 3 16 people (died) in Lima, Ana Vega said.", "marks"),
        (SOURCE, "copied"),
    ],
)
def test_each_feature_sees_its_defect(target: str, feature: str) -> None:
    assert feature in changed(target)


@settings(max_examples=30, deadline=None)
@given(source=strategies.texts(), target=strategies.texts())
def test_any_text_has_finite_features(source: str, target: str) -> None:
    found = surface(source, target)
    assert found.shape == (FEATURES,)
    assert np.isfinite(found).all()


def test_a_huge_line_takes_no_longer_than_its_beginning() -> None:
    started = time.monotonic()
    surface("a1, " * 25_000, "(b) " * 25_000)
    assert time.monotonic() - started < 10.0
