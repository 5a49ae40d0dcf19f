from __future__ import annotations

import pytest
import torch

from mtreview.models.head import FLAGS, LAYERS, SEVERITIES, Head, Shape, Sides

SMALL = Shape(width=16, hidden=8, heads=2, blocks=1, surface=3)


@pytest.fixture
def head() -> Head:
    torch.manual_seed(3)
    made = Head(SMALL)
    made.train(mode=False)
    return made


def sides(lengths: list[int], longest: int, seed: int) -> Sides:
    made = torch.Generator().manual_seed(seed)
    states = torch.randn(len(lengths), longest, len(LAYERS), SMALL.width, generator=made)
    mask = torch.arange(longest).unsqueeze(0) < torch.tensor(lengths).unsqueeze(1)
    return Sides(states=states * mask[..., None, None], mask=mask, flags=torch.zeros(len(lengths), longest, FLAGS))


def test_shapes_are_those_of_the_batch(head: Head) -> None:
    output = head(sides([4, 2], 4, 1), sides([3, 5], 5, 2), torch.zeros(2, 3))
    assert output.quality.shape == output.major.shape == (2,)
    assert output.target.shape == (2, 5, SEVERITIES)
    assert output.source.shape == (2, 4)
    assert output.features.shape == (2, 14)


def test_padding_changes_nothing(head: Head) -> None:
    letters = torch.ones(1, 3)
    short, long = sides([3], 3, 1), sides([3], 9, 1)
    wide = Sides(states=long.states.clone(), mask=long.mask, flags=long.flags)
    wide.states[:, :3] = short.states
    other = sides([4], 4, 2)
    plain, padded = head(short, other, letters), head(wide, other, letters)
    assert torch.allclose(plain.quality, padded.quality, atol=1e-5)
    assert torch.allclose(plain.target, padded.target, atol=1e-5)
    assert torch.allclose(plain.source, padded.source[:, :3], atol=1e-5)
    assert torch.allclose(plain.features, padded.features, atol=1e-5)


def test_equal_texts_are_as_similar_as_can_be(head: Head) -> None:
    one = sides([5], 5, 7)
    features = head(one, one, torch.zeros(1, 3)).features[0]
    assert torch.allclose(features[[0, 1, 2, 3, 4, 5]], torch.ones(6), atol=1e-5)
    assert features[12] == 0.0


def test_one_token_a_side_is_enough(head: Head) -> None:
    output = head(sides([1], 1, 1), sides([1], 1, 2), torch.zeros(1, 3))
    assert output.quality.isfinite().all()
    assert output.major.isfinite().all()
