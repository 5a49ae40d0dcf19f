from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import numpy as np
import pytest
import torch

from mtreview.errors import ModelError
from mtreview.models import estimator as module
from mtreview.models.calibration import Curve, Fusion
from mtreview.models.estimating import analyse
from mtreview.models.estimator import NEEDED_LAYERS, Estimator, Pair, load_estimator, raw, read
from mtreview.models.head import Head, Shape
from mtreview.models.spans import Floors
from mtreview.train.release import write

if TYPE_CHECKING:
    from pathlib import Path

    from mtreview.models.encoder import Encoder

FIGURES = 38
BANK = "El banco central subió los tipos de interés medio punto."
PAIRS = [
    (BANK, "The central bank raised interest rates by half a point."),
    (BANK, "The zoo's youngest elephant is learning to paint."),
    (BANK, BANK),
    ("", "Nobody."),
    ("Nadie.", " "),
]


def fusion(place: int, sign: float) -> Fusion:
    weights = np.zeros(FIGURES, np.float32)
    weights[place] = sign
    return Fusion(mean=np.zeros(FIGURES, np.float32), deviation=np.ones(FIGURES, np.float32), weights=weights, bias=0.5)


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    """Write an estimator of two random heads."""
    torch.manual_seed(11)
    heads = [Head(Shape(heads=2, feed=64, blocks=1)) for _ in range(2)]
    for head in heads:
        head.train(mode=False)
    clean = Curve(x=np.array([-1.0, 1.0], np.float32), y=np.array([0.9, 0.1], np.float32))
    sure = Curve(x=np.array([-1.0, 0.0], np.float32), y=np.array([0.8, 0.2], np.float32))
    path = tmp_path / "estimator.safetensors"
    write(
        path, heads, quality=fusion(1, 1.0), major=fusion(0, 1.0), clean=clean, sure=sure, floors=Floors(0.6, 0.3, 0.8)
    )
    return path


def pairs_of(encoder: Encoder, texts: list[tuple[str, str]]) -> list[Pair]:
    sides = [encoder.encode(side, NEEDED_LAYERS) for side in zip(*texts, strict=True)]
    return [
        Pair(source=source, target=target, encodings=both)
        for (source, target), *both_ in zip(texts, *sides, strict=True)
        for both in [(both_[0], both_[1])]
    ]


def test_a_file_gives_back_what_was_written(weights: Path) -> None:
    found = read(weights, "0123456789abcdef")
    assert len(found.heads) == 2
    assert found.floors == (0.6, 0.3, 0.8)
    assert found.quality.bias == 0.5
    assert found.signature == "estimator@0123456789ab"


def test_a_batch_gives_each_pair_what_it_gets_alone(weights: Path, encoder: Encoder) -> None:
    random = read(weights, "")
    pairs = pairs_of(encoder, PAIRS[:3])
    together = random.estimate(pairs)
    for pair, estimate in zip(pairs, together, strict=True):
        [alone] = random.estimate([pair])
        assert alone.quality == pytest.approx(estimate.quality, abs=1e-3)
        assert alone.clean == pytest.approx(estimate.clean, abs=1e-5)
        assert 0.0 <= estimate.quality <= 100.0
        assert 0.0 <= estimate.clean <= 1.0
        for wrong in estimate.wrong:
            for span in wrong.spans:
                text = pair.target if span.side == "target" else pair.source
                assert 0 <= span.start < span.end <= len(text)
    assert random.estimate([]) == []


@pytest.mark.parametrize("pair", [("¡Hola!", "Hi!"), ("OK", "OK"), ("Sí", "Yes, of course")])
def test_a_word_is_judged_alone_as_in_company(pair: tuple[str, str], weights: Path, encoder: Encoder) -> None:
    random = read(weights, "")
    [alone] = raw(random.heads, pairs_of(encoder, [pair]))
    _, together = raw(random.heads, pairs_of(encoder, [PAIRS[0], pair]))
    assert alone.figures == pytest.approx(together.figures, abs=1e-4)
    assert alone.target == pytest.approx(together.target, abs=1e-4)


def test_weights_that_are_not_the_released_ones_are_refused(weights: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WEIGHTS", weights)
    load_estimator.cache_clear()
    with pytest.raises(ModelError, match="not those that were released"):
        load_estimator()
    monkeypatch.setattr(module, "WEIGHTS", weights.with_name("none"))
    with pytest.raises(ModelError, match="cannot read"):
        load_estimator()
    load_estimator.cache_clear()


def test_a_damaged_file_is_one_clear_error(weights: Path) -> None:
    weights.write_bytes(weights.read_bytes()[:100])
    with pytest.raises(ModelError, match="cannot read"):
        read(weights, "")


@pytest.fixture(scope="module")
def shipped() -> Estimator:
    return load_estimator()


def test_what_ships_is_what_was_released_and_small() -> None:
    assert hashlib.sha256(module.WEIGHTS.read_bytes()).hexdigest() == module.SHA256
    assert module.WEIGHTS.stat().st_size < 12_000_000
    assert module.SHA256[:12] in module.CARD.read_text(encoding="utf-8")


def test_it_tells_a_good_translation_from_another_sentence_and_from_a_copy(
    shipped: Estimator, encoder: Encoder
) -> None:
    good, unrelated, copied = shipped.estimate(pairs_of(encoder, PAIRS[:3]))
    assert good.quality > unrelated.quality
    assert good.quality > copied.quality
    assert good.clean > 0.5 > unrelated.clean


def test_pairs_are_analysed_in_order_without_their_token_states(encoder: Encoder) -> None:
    found = list(analyse(encoder, PAIRS))
    assert [item.estimate is not None for item in found] == [True, True, True, False, False]
    assert all(not item.source.states and not item.target.states for item in found)
    [alone] = encoder.encode([BANK])
    assert float(found[0].source.pooled @ alone.pooled) == pytest.approx(1.0, abs=1e-4)


def test_any_text_is_estimated(shipped: Estimator, encoder: Encoder) -> None:
    hostile = [("\x1b[31m\u202e", "\ud800 %s <x>"), ("a" * 3000, "¿" * 50), ("1", "x " * 900)]
    for estimate in shipped.estimate(pairs_of(encoder, hostile)):
        assert 0.0 <= estimate.clean <= 1.0
        assert np.isfinite(estimate.quality)
