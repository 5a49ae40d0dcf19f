from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mtreview.models.batching import batches


@given(st.lists(st.integers(1, 600), max_size=60), st.integers(1, 2000))
def test_every_item_is_in_one_batch_within_the_budget_and_longest_first(lengths: list[int], budget: int) -> None:
    found = list(batches(lengths, budget))
    assert sorted(index for batch in found for index in batch) == list(range(len(lengths)))
    assert all(len(batch) == 1 or len(batch) * max(lengths[at] for at in batch) <= budget for batch in found)
    longest = [lengths[at] for batch in found for at in batch]
    assert longest == sorted(longest, reverse=True)


def test_no_two_neighbouring_batches_would_have_fitted_into_one() -> None:
    assert list(batches([5, 5, 5, 5], budget=10)) == [[0, 1], [2, 3]]
