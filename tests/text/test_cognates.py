from __future__ import annotations

import pytest

from mtreview.text.cognates import stem, stems


@pytest.mark.parametrize(
    ("spanish", "english"), [("fotografía", "photograph"), ("1.250", "1,250"), ("comisión", "commission"), ("UE", "UE")]
)
def test_cognates_share_a_stem(spanish: str, english: str) -> None:
    assert stem(spanish) == stem(english) != ""


def test_other_words_do_not() -> None:
    assert stem("sesión") != stem("sitting")


def test_short_words_and_marks_say_nothing() -> None:
    assert stems("¡Ay de mí! — …") == ()
