from __future__ import annotations

import math
import os
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from mtreview.errors import ModelError
from mtreview.models import backends
from mtreview.models.backends.base import QualityModelSettings
from mtreview.models.backends.comet import CometModel, decode, load
from mtreview.models.backends.comet_network import sparsemax
from tests.models.backends.conftest import PIECES, Comet

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAIRS = [("el sol", "the sun"), ("la luna", "the moon is a balloon"), ("a", "b")]


def comet(folder: Path) -> CometModel:
    return load(QualityModelSettings(name=str(folder)))


def ids(text: str) -> list[int]:
    """Tokenise by hand: the known words, else letters after a mark."""
    found = []
    for word in text.split():
        known = f"▁{word}"
        found += [PIECES.index(known)] if known in PIECES else [PIECES.index(piece) for piece in ("▁", *word)]
    return found


def layers(made: Comet, tokens: list[int]) -> list[np.ndarray]:
    with torch.inference_mode():
        states = made.encoder(input_ids=torch.tensor([tokens]), output_hidden_states=True).hidden_states
    return [state[0].numpy() for state in states]


def head(made: Comet, vector: np.ndarray) -> float:
    for at in range(3):
        weight, bias = (made.state[f"estimator.ff.{3 * at}.{part}"].numpy() for part in ("weight", "bias"))
        vector = weight @ vector + bias
        vector = np.tanh(vector) if at < 2 else vector
    return float(vector[0])


def mixed(states: list[np.ndarray]) -> np.ndarray:
    shares = np.exp([0.3, -0.2, 0.9, 0.1])
    total: np.ndarray = 1.3 * sum(share * state for share, state in zip(shares / shares.sum(), states, strict=True))
    return total


def joined(source: str, target: str) -> list[int]:
    return [0, *ids(target), 2, 2, *ids(source), 2]


def clipped(value: float) -> float:
    return 100 * min(1.0, max(0.0, value))


def test_kiwi_is_the_first_token_of_the_mixed_layers_of_target_then_source(tmp_path: Path) -> None:
    made = Comet(tmp_path, "unified_metric", input_segments=["mt", "src"])
    made.state["estimator.ff.6.bias"] += 0.5
    by_hand = [clipped(head(made, mixed(layers(made, joined(*pair)))[0])) for pair in PAIRS]
    scores = comet(made.save()).score(PAIRS)
    assert scores == pytest.approx(by_hand, abs=1e-3)
    assert len({round(score, 2) for score in scores if score and score < 100}) > 1


def test_layers_are_normalised_over_a_sentence_and_not_over_its_neighbours(tmp_path: Path) -> None:
    made = Comet(tmp_path, "unified_metric", layer_norm=True)
    made.state["estimator.ff.6.bias"] += 0.5

    def normed(state: np.ndarray) -> np.ndarray:
        scaled: np.ndarray = (state - state.mean()) / math.sqrt(state.var() + 1e-12)
        return scaled

    by_hand = [clipped(head(made, mixed([normed(x) for x in layers(made, joined(*pair))])[0])) for pair in PAIRS]
    model = comet(made.save())
    assert model.score(PAIRS) == pytest.approx(by_hand, abs=1e-3)
    assert [model.score([pair])[0] for pair in PAIRS] == pytest.approx(by_hand, abs=1e-3)


def test_one_layer_instead_of_the_mix(tmp_path: Path) -> None:
    made = Comet(tmp_path, "unified_metric", sent_layer=1, final_activation="Sigmoid")
    by_hand = [100 / (1 + math.exp(-head(made, layers(made, joined(*pair))[1][0]))) for pair in PAIRS]
    assert comet(made.save()).score(PAIRS) == pytest.approx(by_hand, abs=1e-3)


@pytest.mark.parametrize("pool", ["avg", "cls", "max"])
def test_comet_qe_compares_the_two_sides_and_maps_a_z_score_to_its_percentile(tmp_path: Path, pool: str) -> None:
    made = Comet(tmp_path, "referenceless_regression_metric", pool=pool, layer="mix")

    def sentence(text: str) -> np.ndarray:
        found = mixed(layers(made, [0, *ids(text), 2]))
        pooled: dict[str, np.ndarray] = {"avg": found.mean(0), "cls": found[0], "max": found.max(0)}
        return pooled[pool]

    by_hand = []
    for source, target in PAIRS:
        s, t = sentence(source), sentence(target)
        z = head(made, np.concatenate([t, s, t * s, abs(t - s)]))
        by_hand.append(50 * (1 + math.erf(z / math.sqrt(2))))
    assert comet(made.save()).score(PAIRS) == pytest.approx(by_hand, abs=1e-3)


@pytest.mark.parametrize("encoder", ["XLM-RoBERTa", "XLM-RoBERTa-XL"])
def test_xcomet_adds_the_mqm_of_its_marks(tmp_path: Path, encoder: str) -> None:
    made = Comet(tmp_path, "xcomet_metric", encoder_model=encoder)
    made.tag(4)
    points = {1: 1, 2: 5, 3: 10}
    by_hand = []
    for source, target in PAIRS:
        states = layers(made, joined(source, target))
        logits = states[2] @ made.state["hidden2tag.weight"].numpy().T + made.state["hidden2tag.bias"].numpy()
        labels = [0, *logits[1 : 1 + len(ids(target))].argmax(1)]
        cost = sum(points[b] for a, b in pairwise(labels) if b and not a)
        regression = min(1.0, head(made, mixed(states)[0]))
        by_hand.append(clipped(0.78 * regression + 0.22 * (1 - min(25, cost) / 25)))
    judged = comet(made.save()).judge(PAIRS)
    assert [item.score for item in judged] == pytest.approx(by_hand, abs=1e-3)
    assert any(item.faults for item in judged)
    for (_, target), item in zip(PAIRS, judged, strict=True):
        for fault in item.faults:
            text = target[fault.span.start : fault.span.end]
            assert text.strip() == text != ""
            assert 0.25 <= fault.confidence <= 1


@pytest.mark.parametrize(
    ("labels", "marks"),
    [
        ([0, 0, 0], []),
        ([0, 2, 1], [(4, 9, "major")]),
        ([3, 0, 1], [(0, 3, "critical"), (6, 9, "minor")]),
        ([1, 1, 1], [(0, 9, "minor")]),
    ],
)
def test_runs_of_labels_become_marks(labels: list[int], marks: list[tuple[int, int, str]]) -> None:
    probabilities = torch.nn.functional.one_hot(torch.tensor(labels), 4).float() * 0.6 + 0.1
    found = decode(probabilities, [(0, 3), (4, 6), (6, 9)])
    assert [(mark.start, mark.end, mark.severity) for mark in found] == marks
    assert all(mark.confidence == pytest.approx(0.7) for mark in found)


def test_bad_from_good_alone_is_major() -> None:
    assert [mark.severity for mark in decode(torch.tensor([[0.2, 0.8]]), [(0, 3)])] == ["major"]


def test_a_long_pair_is_judged_in_parts_and_nothing_is_cut_off(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    made = Comet(tmp_path, "unified_metric", final_activation="Sigmoid")
    model = comet(made.save())
    with caplog.at_level("INFO", "mtreview"):
        [whole] = model.score([("el sol la luna a b c d e", "the sun the moon a b c d e f g h i j")])
    assert "1 of the pairs longer than 34 tokens" in caplog.text
    [other] = model.score([("el sol la luna a b c d e", "the sun the moon a b c d e f g h i sun")])
    assert whole != pytest.approx(other)


def test_a_text_that_spells_special_tokens_stays_a_text(tmp_path: Path) -> None:
    model = comet(Comet(tmp_path, "unified_metric").save())
    [spelt] = model.texts.cut(["sun </s><pad> <s>"])
    assert spelt.ids
    assert not {0, 1, 2} & set(spelt.ids)


def test_the_sparsemax_is_a_distribution_with_zeros() -> None:
    found = sparsemax(torch.tensor([2.0, 1.8, 0.0, -3.0]))
    assert found.tolist() == pytest.approx([0.6, 0.4, 0.0, 0.0])
    assert sparsemax(torch.zeros(4)).tolist() == pytest.approx([0.25] * 4)


def test_safetensors_come_before_the_checkpoint(tmp_path: Path) -> None:
    made = Comet(tmp_path, "unified_metric")
    made.save()
    before = comet(tmp_path).score(PAIRS)
    made.state["estimator.ff.6.bias"] += 0.25
    save_file({key: value.contiguous() for key, value in made.state.items()}, tmp_path / "model.safetensors")
    assert comet(tmp_path).score(PAIRS) != before


def test_the_licence_is_told_and_the_card_comes_first(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    folder = Comet(tmp_path / "wmt22-cometkiwi-da", "unified_metric").save()
    backends.load(QualityModelSettings(name=str(folder)))
    assert "CC BY-NC-SA 4.0, non-commercial" in caplog.text
    (folder / "README.md").write_text("---\nlicense: mit\n---\n# It\n", encoding="utf-8")
    comet(folder)
    assert caplog.text.rstrip().endswith(": mit")


class _Hostile:
    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self.path),)


def hostile_checkpoint(folder: Path) -> None:
    torch.save({"state_dict": {}, "x": _Hostile(folder / "pwned")}, folder / "checkpoints" / "model.ckpt")


def without(key: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        path = folder / "checkpoints" / "model.ckpt"
        state = torch.load(path, weights_only=True)["state_dict"]
        torch.save({"state_dict": {name: value for name, value in state.items() if name != key}}, path)

    return change


def write(file: str, text: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        (folder / file).write_text(text, encoding="utf-8")

    return change


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (write("hparams.yaml", "a: [1"), "hparams.yaml is damaged"),
        (write("hparams.yaml", "!!python/object/apply:os.mkdir [pwned]"), "hparams.yaml is damaged"),
        (write("hparams.yaml", "[]"), "holds no settings"),
        (write("hparams.yaml", "class_identifier: regression_metric"), "compares with a reference"),
        (write("hparams.yaml", "{class_identifier: unified_metric, input_segments: [mt, ref]}"), "reads no source"),
        (write("hparams.yaml", "{class_identifier: unified_metric, activations: eval}"), "'eval' is not supported"),
        (
            write("hparams.yaml", "{class_identifier: unified_metric, sent_layer: 9}"),
            "names layer 9 of an encoder of 3",
        ),
        (write("hparams.yaml", "{class_identifier: unified_metric, encoder_model: BERT}"), "'BERT' is not supported"),
        (write("hparams.yaml", "{class_identifier: unified_metric, hidden_sizes: [12, 5]}"), "size mismatch"),
        (write("tokenizer.json", "{"), "cannot be loaded"),
        (write("config.json", "{}"), "cannot be loaded"),
        (write("checkpoints/model.ckpt", "no"), "holds more than tensors|cannot be loaded"),
        (hostile_checkpoint, "could run code"),
        (without("estimator.ff.3.weight"), r"lack regression\.3\.weight"),
        (without("encoder.model.encoder.layer.1.output.dense.bias"), r"lack encoder\.encoder\.layer\.1"),
        (without("layerwise_attention.scalar_parameters.3"), "size mismatch"),
        (lambda folder: (folder / "hparams.yaml").unlink(), "hparams.yaml is missing"),
        (lambda folder: (folder / "checkpoints" / "model.ckpt").unlink(), "none of model.safetensors"),
    ],
)
def test_a_damaged_or_hostile_folder_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], None], complaint: str
) -> None:
    monkeypatch.chdir(tmp_path)
    change(Comet(tmp_path, "unified_metric").save())
    with pytest.raises(ModelError, match=complaint) as caught:
        comet(tmp_path)
    assert "\n" not in str(caught.value)
    assert not (tmp_path / "pwned").exists()


def test_a_missing_tokenizer_is_not_fetched_for_a_folder(tmp_path: Path) -> None:
    folder = Comet(tmp_path, "unified_metric").save()
    (folder / "tokenizer.json").unlink()
    with pytest.raises(ModelError, match=r"somebody/tiny-encoder.*not in the hub's cache.*tokenizer\.json beside"):
        comet(folder)


def test_weights_that_are_not_numbers_are_refused(tmp_path: Path) -> None:
    made = Comet(tmp_path, "unified_metric")
    made.state["estimator.ff.6.bias"] += math.nan
    with pytest.raises(ModelError, match="not a number"):
        comet(made.save()).score(PAIRS)
