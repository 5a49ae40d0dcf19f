from __future__ import annotations

import pytest

from mtreview.align._moved import with_moved
from mtreview.segment import Bead
from tests.align.test_second import ideas, lines


def bead(source: int | None, target: int | None, score: float = 0.9) -> Bead:
    left = range(0) if source is None else range(source, source + 1)
    right = range(0) if target is None else range(target, target + 1)
    return Bead(source=left, target=right, score=score if left and right else 0.0)


@pytest.mark.parametrize(("score", "found"), [(0.05, True), (0.6, False)])
def test_a_sentence_moved_to_where_another_is_missing_finds_its_source(*, score: float, found: bool) -> None:
    source = ideas(9)
    target = [*source[:2], *source[3:6], source[2], *source[7:]]  # the third moved, the seventh missing
    path = [bead(0, 0), bead(1, 1), bead(2, None), *(bead(at, at - 1) for at in (3, 4, 5))]
    path += [bead(6, 5, score), bead(7, 6), bead(8, 7)]
    beads = with_moved(path, *lines(source, target))
    (moved,) = [one for one in beads if 5 in one.target]
    assert (list(moved.source), moved.moved) == (([2], True) if found else ([6], False))
    assert sorted(at for one in beads for at in one.source) == list(range(9))
    assert [at for one in beads for at in one.target] == list(range(8))


def test_what_hardly_belongs_together_stays_where_nothing_fits_better() -> None:
    path = [*(bead(at, at) for at in range(5)), bead(5, 5, 0.05)]
    source = ideas(7)
    assert with_moved(path, *lines(source[:6], [*source[:5], source[6]])) == tuple(path)


def test_what_stands_beside_moved_sentences_on_both_sides_moves_with_them() -> None:
    source = ideas(9)
    free = [*source[2][:2], 28]  # too free a rendering to be found by itself
    target = [source[0], *source[4:], source[1], free, source[3]]
    path = [bead(0, 0), *(bead(at, None) for at in (1, 2, 3)), *(bead(at, at - 3) for at in range(4, 9))]
    path += [bead(None, at) for at in (6, 7, 8)]
    beads = with_moved(path, *lines(source, target))
    assert [(list(one.source), list(one.target)) for one in beads if one.moved] == [([1], [6]), ([2], [7]), ([3], [8])]
