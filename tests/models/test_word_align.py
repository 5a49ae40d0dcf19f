from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtreview.errors import ModelError
from mtreview.models import word_align
from mtreview.models.encoder import Encoding

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from mtreview.models.encoder import Encoder

PAIRS = [
    ("El director de la agencia habló el lunes .", "The head of the agency spoke on Monday ."),
    ("No llegaron los tres trenes rojos .", "The three red trains did not arrive ."),
    ("", ""),
    ("Hola", ""),
]


def encoding(states: Sequence[Sequence[float]], offsets: Sequence[tuple[int, int]]) -> Encoding:
    return Encoding(
        pooled=np.zeros(2, np.float32),
        windows=1,
        states={7: np.array(states, np.float32)},
        offsets=np.array(offsets, np.int32).reshape(-1, 2),
    )


def test_a_word_is_the_mean_of_its_tokens_and_marks_belong_to_none() -> None:
    found = encoding([[1, 0], [3, 0], [9, 9], [0, 2], [5, 5]], [(0, 3), (3, 6), (6, 7), (7, 12), (20, 21)])
    states = word_align.word_states(found, [(0, 6), (8, 12), (14, 16)], 7)
    assert states.tolist() == [[2, 0], [0, 2], [0, 0]]


@pytest.mark.parametrize(("depth", "expected"), [(12, 7), (24, 14), (2, 1), (1, 1)])
def test_the_layer_stands_where_it_does_in_the_embedded_encoder(depth: int, expected: int) -> None:
    assert word_align.layer(depth) == expected


def test_a_word_left_over_joins_the_link_beside_it_but_no_other() -> None:
    source = np.array([[1, 0, 0], [0.9, 0.1, 0], [0, 0, 1], [0.9, 0, 0.1]], np.float32)
    target = np.array([[1, 0, 0], [0, 0, 1]], np.float32)
    found = word_align.links(word_align.likeness(source, target))
    assert found == ((0, 0), (1, 0), (2, 1))


def test_blocks_of_rows_find_what_one_block_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(1)
    source, target = (rng.normal(size=(size, 8)).astype(np.float32) for size in (23, 17))
    whole = word_align.likeness(source, target)
    monkeypatch.setattr(word_align, "_ROWS", 5)
    parts = word_align.likeness(source, target)
    assert whole is not None
    assert parts is not None
    assert np.allclose(whole.target_spare, parts.target_spare, atol=1e-6)
    assert np.array_equal(whole.target_best, parts.target_best)
    assert np.allclose(whole.source_score, parts.source_score, atol=1e-6)


@given(st.integers(0, 12), st.integers(0, 12), st.integers(0, 9))
def test_links_are_in_order_inside_and_do_not_depend_on_the_direction(n: int, m: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    source, target = (rng.normal(size=(size, 3)).astype(np.float32) for size in (n, m))
    found = word_align.links(word_align.likeness(source, target))
    assert list(found) == sorted(set(found))
    assert all(0 <= link.source < n and 0 <= link.target < m for link in found)
    swapped = word_align.links(word_align.likeness(target, source))
    assert {(link.target, link.source) for link in swapped} == set(found)


def test_what_is_spare_is_what_no_word_took() -> None:
    eye = np.eye(4, dtype=np.float32)
    found = word_align.likeness(eye[:2], eye[[0, 2]])
    assert found is not None
    assert found.taken().tolist() == [True, False]
    assert found.source_spare.tolist() == [0, 0]
    assert found.flipped().source_spare.tolist() == [0, 0]


def test_the_projection_that_ships_is_small_and_for_the_embedded_encoder_alone() -> None:
    project = word_align.projection("embedded")
    assert project is not None
    assert project.shape == (384, 128)
    assert word_align.WEIGHTS.stat().st_size < 100_000
    assert word_align.projection("some/other") is None


def test_other_weights_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "words.safetensors"
    monkeypatch.setattr(word_align, "WEIGHTS", path)
    word_align.projection.cache_clear()
    for content in (None, b"", b"\0" * 64):
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(ModelError, match="install mtreview again"):
            word_align.projection("embedded")


def test_words_of_real_sentences_meet(encoder: Encoder) -> None:
    first, second, *rest = word_align.align_lines(encoder, PAIRS)
    assert {(1, 1), (4, 4), (5, 5), (7, 7), (8, 8)} <= set(first)
    assert {(1, 6), (3, 1), (4, 3), (5, 2)} <= set(second)
    assert rest == [(), ()]
