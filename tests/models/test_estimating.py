from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtreview.models.estimating import analyse, estimated
from mtreview.models.estimator import NEEDED_LAYERS, Pair, load_estimator
from mtreview.models.plain import without_tags
from mtreview.models.stretches import LONGEST, PART, stretches
from mtreview.text.tokens import words

if TYPE_CHECKING:
    from mtreview.models.encoder import Encoder
    from mtreview.models.estimator import Estimate

SENTENCES = [
    ("El banco central subió los tipos de interés.", "The central bank raised interest rates."),
    ("La reunión se aplazó hasta el jueves.", "The meeting was put off until Thursday."),
    ("El informe anual se publicará en la página de la empresa.", "The annual report will be on the company's site."),
    ("Los vecinos pidieron más autobuses por la noche.", "The neighbours asked for more buses at night."),
    ("Nadie resultó herido en el incendio de la fábrica.", "Nobody was hurt in the fire at the factory."),
    ("La cosecha de aceitunas fue la peor de la década.", "The olive harvest was the worst of the decade."),
]
TIMES = 9


def pair_of(encoder: Encoder, source: str, target: str) -> Pair:
    left, right = encoder.encode([source, target], NEEDED_LAYERS)
    return Pair(source=source, target=target, encodings=(left, right))


def estimate_of(encoder: Encoder, source: str, target: str) -> Estimate:
    [found] = estimated(encoder, load_estimator(), [pair_of(encoder, source, target)])
    return found


@given(st.text(alphabet="<>/abA1 =\"'é\n", max_size=60))
def test_a_text_without_its_tags_is_as_long(text: str) -> None:
    plain = without_tags(text)
    assert len(plain) == len(text)
    assert all(b in {a, " "} for a, b in zip(text, plain, strict=True))
    assert without_tags(plain) == plain


@pytest.mark.parametrize("tag", ["b", 'a href="https://example.org/x?y=1"', "g1"])
def test_tags_cost_no_quality_and_leave_marks_in_place(tag: str, encoder: Encoder) -> None:
    source, target = SENTENCES[2]
    bare = estimate_of(encoder, source, target)
    ends = f"<{tag}>", f"</{tag.split(maxsplit=1)[0]}>"
    left, right = source.replace("anual", "anual".join(ends)), target.replace("annual", "annual".join(ends))
    tagged = estimate_of(encoder, left, right)
    assert tagged.clean == pytest.approx(bare.clean, abs=0.05)
    wrong = estimate_of(encoder, left, right.replace("the company's site", "the moon <i>tonight</i>"))
    assert len(wrong.target) == len(words(right.replace("the company's site", "the moon <i>tonight</i>")))
    marked = {right[span.start : span.end] for item in wrong.wrong for span in item.spans if span.side == "target"}
    assert not any("<" in text for text in marked)


@pytest.fixture(scope="module")
def long(encoder: Encoder) -> Pair:
    years = [(year, source, target) for year in range(1950, 1950 + TIMES) for source, target in SENTENCES]
    source = " ".join(f"{source} Era {year}." for year, source, _ in years)
    target = " ".join(f"{target} It was {year}." for year, _, target in years)
    return pair_of(encoder, source, target)


def test_a_long_pair_is_cut_between_sentences_that_correspond(long: Pair) -> None:
    parts = stretches(long)
    assert len(parts) > 2
    for cut, text in ([part.source for part in parts], long.source), ([part.target for part in parts], long.target):
        assert cut[0].start == 0
        assert cut[-1].stop == len(text)
        assert all(a.stop == b.start for a, b in pairwise(cut))
        assert all(text[part.start - 1] == " " for part in cut[1:])
    for part in parts:
        share = part.source.stop / len(long.source) - part.target.stop / len(long.target)
        assert abs(share) < 0.03  # of 54 lines that say much the same


def test_what_stands_at_the_end_of_a_long_text_is_read_too(long: Pair, encoder: Encoder) -> None:
    good = estimate_of(encoder, long.source, long.target)
    assert max(len(encoding.offsets) for encoding in long.encodings) > LONGEST > PART
    bad = long.target[: long.target.rindex("The olive")] + "The zoo's youngest elephant is learning to paint."
    found = estimate_of(encoder, long.source, bad)
    assert found.clean <= good.clean
    assert found.quality < good.quality
    assert len(found.target) == len(words(bad))
    assert len(found.source) == len(words(long.source))
    ends = [span.end for item in found.wrong for span in item.spans if span.side == "target"]
    assert max(ends) > len(bad) - 20


@pytest.mark.parametrize(
    ("source", "target"),
    [("palabra " * 700, "word " * 700), ("a" * 3000, "b."), ("<b>" * 900, "x <i>" * 300), ("ﷺ" * 300, "No. " * 400)],
)
def test_any_long_text_is_judged(source: str, target: str, encoder: Encoder) -> None:
    [item] = analyse(encoder, [(source, target)])
    assert item.estimate is not None
    assert np.isfinite(item.estimate.quality)
    assert 0.0 <= item.estimate.clean <= 1.0
    assert len(item.estimate.source) == len(words(source))
    for wrong in item.estimate.wrong:
        for span in wrong.spans:
            assert 0 <= span.start < span.end <= len(target if span.side == "target" else source)
