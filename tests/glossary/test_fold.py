from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from mtreview.glossary.fold import fold, with_word_starts

TEXT = st.text(st.sampled_from("aB é\u0301İßñÑ-’\u00a0\nﬁΐ1한"), max_size=20) | st.text(max_size=20)


@given(TEXT)
def test_every_place_leads_back_to_the_original(text: str) -> None:
    folded = fold(text)
    for at, character in enumerate(folded.text):
        start, end = folded.span(at, at + 1)
        assert 0 <= start < end <= len(text)
        origin = unicodedata.normalize("NFC", text[start:end]).lower()
        assert character in origin or (character in " '" and not origin.isalnum())


@given(TEXT)
def test_composed_and_decomposed_texts_are_alike(text: str) -> None:
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert unicodedata.normalize("NFC", fold(decomposed).text) == unicodedata.normalize("NFC", fold(composed).text)


@given(TEXT)
def test_word_starts_keep_the_length(text: str) -> None:
    assert len(with_word_starts(fold(text).text)) == len(fold(text).text)
