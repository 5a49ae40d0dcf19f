from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mtreview.align._places import most_probable, near
from mtreview.align._search import Step
from mtreview.align._second import WEIGHTS
from mtreview.train.bead_documents import in_order, noisy
from mtreview.train.bead_weights import Known, known, learn

if TYPE_CHECKING:
    from mtreview.models.encoder import Encoder


def document(seed: int) -> Known:
    """Six pairs, of which the fourth stands against nothing; the first figure tells, the second does not."""
    path = [Step(at, at - (at > 3), (1, 1) if at != 3 else (1, 0), 0.0, 0.0) for at in range(6)]
    places = near(path, 6, 5)
    keys = list(zip(*(values.tolist() for values in places), strict=True))
    right = [keys.index((step.source, step.target, *step.shape)) for step in path]
    chance = np.random.default_rng(seed)
    figures = chance.normal(size=(len(keys), 2))
    figures[right, 0] += 2
    return Known(places, figures, right, 6, 5)


def test_learns_what_tells_right_beads_from_others() -> None:
    weights = learn([document(seed) for seed in range(6)], rounds=20)
    assert weights[0] > 1
    assert abs(weights[1]) < weights[0] / 3
    unseen = document(99)
    found = most_probable(unseen.places, unseen.figures @ weights, 6, 5)
    assert len(set(found.path) & set(unseen.path)) >= 4


def test_a_document_becomes_its_possible_beads_and_the_right_path(encoder: Encoder) -> None:
    pairs = [
        (f"El tren {at} llegó tarde a la ciudad, pero nadie protestó.", f"Train {at} came late, but nobody complained.")
        for at in range(8)
    ]
    document = noisy("a", pairs, 0.6, pairs[:2])
    found = known(document, encoder, tuple(WEIGHTS))
    assert found.figures.shape == (len(found.places.n), len(WEIGHTS))
    right = [tuple(int(values[at]) for values in found.places) for at in found.path]
    assert right == in_order(document.beads, found.rows, found.columns)
    assert most_probable(found.places, found.figures @ np.array(list(WEIGHTS.values())), found.rows, found.columns).path
