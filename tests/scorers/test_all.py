"""What holds for every scorer."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtreview import plugins
from mtreview.scorers.base import Scorer
from mtreview.segment import Document, Segment
from mtreview.view import Context, DocumentView

RULES = [name for name in plugins.names("scorers") if "encoder" not in plugins.load("scorers", name, Scorer).needs]
SENTENCES = st.lists(
    st.sampled_from(["the", "cat", "sat", "on", "a", "mat", ",", "and", "16", "dogs", "did", "not", "."]),
    min_size=1,
    max_size=12,
)


def scorer(name: str) -> Scorer:
    return plugins.load("scorers", name, Scorer)()


def views(pairs: list[tuple[list[str], list[str]]]) -> DocumentView:
    segments = tuple(
        Segment(id=str(index), source="El gato.", target=" ".join(target), reference=" ".join(reference))
        for index, (target, reference) in enumerate(pairs, 1)
    )
    return DocumentView(Document(id="d", path="d", format="tsv", segments=segments), Context())


@pytest.mark.parametrize("name", RULES)
@settings(max_examples=30, deadline=None)
@given(pairs=st.lists(st.tuples(SENTENCES, SENTENCES), min_size=2, max_size=6), cut=st.integers(1, 5))
def test_sharding_never_changes_the_score(name: str, pairs: list[tuple[list[str], list[str]]], cut: int) -> None:
    sums = [found for view in views(pairs).segments if (found := scorer(name).statistics(view, ())) is not None]
    cut = min(cut, len(sums) - 1)
    left, right = sums[0], sums[cut]
    for item in sums[1:cut]:
        left += item
    for item in sums[cut + 1 :]:
        right += item
    whole = sums[0]
    for item in sums[1:]:
        whole += item
    assert scorer(name).value(left + right) == pytest.approx(scorer(name).value(whole))


@pytest.mark.parametrize("name", plugins.names("scorers"))
def test_a_scorer_is_a_value(name: str) -> None:
    assert pickle.loads(pickle.dumps(scorer(name))) == scorer(name)  # noqa: S301 - our own bytes
    assert scorer(name).id() == name
    assert scorer(name).signature().startswith(name)


@pytest.mark.parametrize("name", plugins.names("scorers"))
def test_it_says_what_it_measures(name: str) -> None:
    told = type(scorer(name)).__doc__ or ""
    assert "sums are" in told
