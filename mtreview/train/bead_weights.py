"""Learn the weights by which the aligner's second look weighs beads, from documents whose beads are known.

The path is a chain of a conditional random field (Lafferty et al., 2001): the weights make the known path probable
beside all others near the first one. `reproduce` learns those that ship.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import torch

from mtreview.align import _second
from mtreview.align._places import Places, most_probable, near
from mtreview.align._traits import traits
from mtreview.align._votes import votes
from mtreview.align.embedding import Embedding, token_vectors
from mtreview.models import word_align
from mtreview.models.encoder import load_encoder
from mtreview.train.bead_documents import in_order, to_learn_from

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from mtreview.models.encoder import Encoder
    from mtreview.train.bead_documents import Noisy

    Array = NDArray[np.float64]

ROUNDS: Final = 45
PENALTY: Final = 1.0
POSSIBLE: Final = 1e-6
SOFTER: Final = 0.7
_LEAST: Final = 1e-3


class Known(NamedTuple):
    """Hold a document's possible beads and which ones are right.

    Attributes:
        places: the possible beads, which hold all that are right.
        figures: what is known of each, (beads, figures).
        path: indices of the right ones, in order.
        rows: how many source sentences there are.
        columns: how many target sentences.
    """

    places: Places
    figures: Array
    path: Sequence[int]
    rows: int
    columns: int


def reproduce(data: Path) -> dict[str, float]:
    """Return the weight of each figure, learned from the documents that `to_learn_from` makes.

    Args:
        data: the folder with `parallel-es-en` and `align/text-berg-de-fr`.
    """
    encoder = load_encoder("embedded")
    names = tuple(_second.WEIGHTS)
    weights = learn([known(document, encoder, names) for document in to_learn_from(data)])
    return dict(zip(names, weights.tolist(), strict=True))


def known(document: Noisy, encoder: Encoder, names: Sequence[str]) -> Known:
    """Return a document's possible beads and which ones are right.

    Beads that the weights in use find as good as impossible are left out, unless they are right: few are left.

    Args:
        document: its sentences and beads.
        encoder: what encodes them.
        names: the figures that count.
    """
    texts = [*document.source, *document.target]
    layer = word_align.layer(encoder.depth)
    encoded = encoder.encode(texts, (layer,))
    pooled = np.array([one.pooled for one in encoded], np.float32)
    rows, columns = len(document.source), len(document.target)
    tokens = token_vectors(encoded, layer, encoder.name)
    aligner = Embedding()
    source, target = aligner.described(
        document.source, document.target, pooled[:rows], pooled[rows:], strangers=None, tokens=tokens
    )
    first = aligner.first_path(source, target)
    right = in_order(document.beads, rows, columns)
    places = near(first, rows, columns)
    known_ = set(zip(*(values.tolist() for values in places), strict=True))
    missed = np.array([place for place in right if place not in known_], np.intp).reshape(-1, 4).T
    places = Places(*(np.concatenate(both) for both in zip(places, missed, strict=True)))
    figures = traits(places, source, target, votes(source.tokens, target.tokens, first)).figures
    keep = _possible(places, figures, _second.barred(places, source, target), (rows, columns))
    at = {place: number for number, place in enumerate(zip(*(values.tolist() for values in places), strict=True))}
    path = [at[place] for place in right]
    keep[path] = True
    moved = np.cumsum(keep) - 1
    chosen = np.stack([figures[name][keep] for name in names], axis=1)
    return Known(places.only(keep), chosen, moved[path].tolist(), rows, columns)


def _possible(
    places: Places, figures: dict[str, Array], barred: NDArray[np.bool_], size: tuple[int, int]
) -> NDArray[np.bool_]:
    scores = SOFTER * sum(weight * figures[name] for name, weight in _second.WEIGHTS.items())
    chance = most_probable(places, np.where(barred, -np.inf, scores), *size).chance
    return np.asarray(chance > POSSIBLE)


def learn(documents: Sequence[Known], rounds: int = ROUNDS) -> Array:
    """Return a weight for each figure, (figures,)."""
    squares = np.mean([np.square(one.figures).mean(axis=0) for one in documents], axis=0)
    scale = np.sqrt(squares) + _LEAST
    weights = torch.zeros(len(scale), dtype=torch.float64, requires_grad=True)
    steps = torch.optim.LBFGS([weights], max_iter=rounds, line_search_fn="strong_wolfe")

    def loss() -> float:
        now = weights.detach().numpy()
        total = 0.5 * PENALTY * float(now @ now)
        slope = PENALTY * now
        for one in documents:
            value, part = _surprise(one, now / scale)
            total += value
            slope = slope + part / scale
        weights.grad = torch.from_numpy(slope)
        return total

    steps.step(loss)  # type: ignore[no-untyped-call]  # torch's annotations
    return np.asarray(weights.detach().numpy() / scale)


def _surprise(known: Known, weights: Array) -> tuple[float, Array]:
    """Return the negative logarithm of the right path's probability, and its slope by weight."""
    scores = known.figures @ weights
    chain = most_probable(known.places, scores, known.rows, known.columns)
    right = list(known.path)
    slope = chain.chance @ known.figures - known.figures[right].sum(axis=0)
    return chain.total - float(scores[right].sum()), slope
