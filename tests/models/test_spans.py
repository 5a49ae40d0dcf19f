from __future__ import annotations

import numpy as np

from mtreview.issue import Category, Severity
from mtreview.models.encoder import Encoding
from mtreview.models.head import LAYERS
from mtreview.models.spans import Floors, Judged, ranges, wrong
from mtreview.segment import Side


def judged(text: str, chances: list[float], basis: list[int], *, target: bool = False) -> Judged:
    """Return a text of one token a word; `basis` says which direction each token's state has."""
    offsets, at = [], 0
    for word in text.split():
        at = text.index(word, at)
        offsets.append((at, at + len(word)))
        at += len(word)
    states = np.eye(8, dtype=np.float32)[basis]
    encoding = Encoding(
        pooled=states[0], windows=1, states=dict.fromkeys(LAYERS, states), offsets=np.array(offsets, np.int32)
    )
    severities = np.tile(np.array([0.1, 0.8, 0.1], np.float32), (len(chances), 1)) if target else None
    return Judged(text=text, encoding=encoding, wrong=np.array(chances, np.float32), severities=severities)


SOURCE = judged("el perro negro", [0.1, 0.1, 0.1], [0, 1, 2])


def test_neighbouring_words_make_one_range() -> None:
    target = judged("the big bad dog", [0.1, 0.7, 0.9, 0.2], [0, 3, 4, 1])
    assert [(target.text[start:end], round(chance, 2)) for start, end, chance in ranges(target, 0.5)] == [
        ("big bad", 0.9)
    ]
    assert ranges(target, 0.95) == []


def test_what_has_no_counterpart_is_an_addition_and_what_has_one_a_mistranslation() -> None:
    target = judged("the cat black nonsense", [0.1, 0.9, 0.1, 0.8], [0, 1, 2, 5], target=True)
    found = wrong(SOURCE, target, Floors(0.5, 0.5, 0.95))
    shown = [(target.text[item.spans[0].start : item.spans[0].end], item.category, item.severity) for item in found]
    assert shown == [
        ("cat", Category.MISTRANSLATION, Severity.MAJOR),
        ("nonsense", Category.ADDITION, Severity.MAJOR),
    ]


def test_wrong_words_of_both_sides_that_belong_together_are_one_error() -> None:
    source = judged("el perro negro", [0.1, 0.9, 0.1], [0, 1, 2])
    [found] = wrong(source, judged("the cat black", [0.1, 0.8, 0.1], [0, 1, 2], target=True), Floors(0.5, 0.5, 0.95))
    assert [span.side for span in found.spans] == [Side.TARGET, Side.SOURCE]
    assert found.category is Category.MISTRANSLATION


def test_a_source_word_without_a_wrong_counterpart_was_left_out() -> None:
    source = judged("el perro negro", [0.1, 0.1, 0.9], [0, 1, 2])
    [found] = wrong(source, judged("the dog", [0.1, 0.1], [0, 1], target=True), Floors(0.5, 0.5, 0.95))
    assert found.category is Category.OMISSION
    assert [source.text[span.start : span.end] for span in found.spans] == ["negro"]


def test_nothing_over_the_floors_is_nothing_wrong() -> None:
    assert wrong(SOURCE, judged("the dog black", [0.1] * 3, [0, 1, 2], target=True), Floors(0.5, 0.5, 0.95)) == ()
