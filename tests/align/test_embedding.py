from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from mtreview.align._blocks import Likeness
from mtreview.align.embedding import Embedding, _closeness

if TYPE_CHECKING:
    from mtreview.segment import Bead

WIDTH = 64
Links = list[tuple[tuple[int, ...], tuple[int, ...]]]


def links(ideas: list[list[int]], renderings: list[list[int]]) -> Links:
    """Return the beads of `aligned` as index lists."""
    return [(tuple(bead.source), tuple(bead.target)) for bead in aligned(ideas, renderings)]


def aligned(ideas: list[list[int]], renderings: list[list[int]], noise: float = 0.3) -> tuple[Bead, ...]:
    """Align sentences that each express some ideas, an idea being a random direction."""
    chance = np.random.default_rng(5)
    directions = chance.normal(size=(60, WIDTH)) / np.sqrt(WIDTH)

    def side(sentences: list[list[int]]) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
        rows = [directions[list(idea)].sum(axis=0) + noise * chance.normal(size=WIDTH) / 8 for idea in sentences]
        return np.array(rows, np.float32).reshape(-1, WIDTH)

    texts = [["palabra " * 6 * len(idea) + "." for idea in sentences] for sentences in (ideas, renderings)]
    return Embedding().align_vectors(texts[0], texts[1], side(ideas), side(renderings))


@pytest.mark.parametrize(
    ("ideas", "renderings", "expected"),
    [
        ([[1], [2], [3]], [[1], [2], [3]], [((0,), (0,)), ((1,), (1,)), ((2,), (2,))]),
        ([[1], [2], [3], [4]], [[1], [2, 3], [4]], [((0,), (0,)), ((1, 2), (1,)), ((3,), (2,))]),
        ([[1], [2, 3, 4], [5]], [[1], [2], [3], [4], [5]], [((0,), (0,)), ((1,), (1, 2, 3)), ((2,), (4,))]),
        ([[1], [2], [3]], [[1], [3]], [((0,), (0,)), ((1,), ()), ((2,), (1,))]),
        ([[1], [2], [3]], [[1], [2], [9], [3]], [((0,), (0,)), ((1,), (1,)), ((), (2,)), ((2,), (3,))]),
    ],
)
def test_links_by_what_sentences_mean(ideas: list[list[int]], renderings: list[list[int]], expected: Links) -> None:
    rest = [[idea] for idea in range(20, 30)]
    assert links(ideas + rest, renderings + rest)[: len(expected)] == expected


def test_a_run_of_missing_sentences_stays_alone() -> None:
    whole = [[idea] for idea in range(30)]
    found = links(whole, whole[:10] + whole[18:])
    assert [source for source, target in found if not target] == [(at,) for at in range(10, 18)]


def test_what_only_one_side_has_does_not_make_a_translation_free() -> None:
    cosines = np.pad(np.eye(6, dtype=np.float32) * np.float32(0.6), ((0, 0), (0, 20)))
    with_page, without = (
        _closeness(Likeness((1, 1), one, np.zeros_like(one), one), np.ones_like(one))
        for one in (cosines, cosines[:, :6])
    )
    assert with_page == without > 1.5


def test_a_sure_bead_scores_above_a_doubtful_one() -> None:
    texts = ["palabra " * 6 + "."] * 4
    vectors = np.eye(4, WIDTH, dtype=np.float32)
    doubtful = vectors.copy()
    doubtful[2] = vectors[1] * 0.5 + vectors[3] * 0.5 + vectors[2] * 0.3
    sure = Embedding().align_vectors(texts, texts, vectors, vectors)
    beads = Embedding().align_vectors(texts, texts, vectors, doubtful)
    assert max(bead.score for bead in beads if 2 in bead.source) < min(bead.score for bead in sure)


def test_a_moved_paragraph_is_linked_and_marked() -> None:
    source = [[idea] for idea in range(20)]
    target = [*source[:4], *source[7:16], *source[4:7], *source[16:]]
    beads = aligned(source, target)
    links = {bead.target[0]: bead for bead in beads if bead.source and bead.target}
    assert [links[at].source[0] for at in range(20)] == [idea for (idea,) in target]
    assert [at for at, bead in sorted(links.items()) if bead.moved] == [13, 14, 15]
    assert all(0.5 < bead.score <= 0.8 for bead in beads if bead.moved)


def test_what_stays_alone_on_both_sides_is_not_taken_for_moved() -> None:
    source, target = [[idea] for idea in range(20)], [[idea] for idea in range(20)]
    source[3], target[12] = [40], [50]
    beads = aligned(source, [*target[:3], *target[4:]])
    assert not any(bead.moved for bead in beads)


def test_a_lone_pair_that_says_nothing_alike_is_doubted() -> None:
    spanish = "El Gobierno aprobará mañana una ayuda para las familias que alquilan su vivienda."
    fitting = "Tomorrow the Government will approve help for families who rent their home."
    foreign = "The striker scored twice in the second half and was applauded off the pitch."
    (sure,) = Embedding().align([spanish], [fitting])
    assert sure.score > 0.9
    assert max(bead.score for bead in Embedding().align([spanish], [foreign])) < 0.5


def test_a_headline_and_what_repeats_it_are_two_beads() -> None:
    spanish = ["Muere un ciclista en un accidente en Valdehierro", "Un ciclista ha muerto en un accidente de coche."]
    english = ["Cyclist dies in a crash in Valdehierro", "A cyclist has died in a car accident."]
    assert [len(bead.source) for bead in Embedding().align(spanish, english)] == [1, 1]
