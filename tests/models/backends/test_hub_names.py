"""What a hub name means: the hub's cache first, the revision that was named, and one line without a network."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, get_args

import pytest
from huggingface_hub import constants

from mtreview.errors import ModelError
from mtreview.models import backends
from mtreview.models.backends.base import Kind, QualityModelSettings
from tests.models.backends.conftest import Comet

if TYPE_CHECKING:
    from pathlib import Path

REVISION = "0123456789abcdef0123456789abcdef01234567"


@pytest.fixture(autouse=True)
def hub(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Return an empty hub cache, with nobody at the hub's address."""
    monkeypatch.setattr(constants, "ENDPOINT", "http://127.0.0.1:9")
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path / "hub"))
    return tmp_path / "hub"


def snapshot(hub: Path, owner: str, model: str) -> Path:
    """Return the folder of a model in the cache, as the hub's client lays it out."""
    folder = hub / f"models--{owner}--{model}"
    (folder / "refs").mkdir(parents=True)
    (folder / "refs" / "main").write_text(REVISION, encoding="utf-8")
    place = folder / "snapshots" / REVISION
    place.mkdir(parents=True)
    return place


@pytest.mark.parametrize("kind", [kind for kind in get_args(Kind) if kind != "judge"])
@pytest.mark.parametrize("name", ["no-such-owner/no-such-model", "no-such-owner/no-such-model@abc"])
def test_without_a_network_it_is_one_line(kind: Kind, name: str) -> None:
    with pytest.raises(ModelError, match=rf'"{name}" \(no network') as caught:
        backends.load(QualityModelSettings(name=name, kind=kind))
    assert "\n" not in str(caught.value)
    assert constants.HF_HUB_OFFLINE is True


@pytest.mark.parametrize("name", ["somebody/kiwi", f"somebody/kiwi@{REVISION}"])
def test_the_cache_serves_the_model_and_its_encoders_tokenizer(hub: Path, tmp_path: Path, name: str) -> None:
    made = Comet(tmp_path / "made", "unified_metric").save()
    kiwi, encoder = snapshot(hub, "somebody", "kiwi"), snapshot(hub, "somebody", "tiny-encoder")
    shutil.copytree(made / "checkpoints", kiwi / "checkpoints")
    shutil.copy(made / "hparams.yaml", kiwi)
    for file in ("config.json", "tokenizer.json"):
        shutil.copy(made / file, encoder)
    pairs = [("el sol", "the sun")]
    model = backends.load(QualityModelSettings(name=name))
    assert model.score(pairs) == backends.load(QualityModelSettings(name=str(made))).score(pairs)
    assert model.signature == f"comet:{name}@{REVISION[:12]}"


@pytest.mark.parametrize("encoder", ["xlm-roberta-large", "microsoft/infoxlm-large"])
def test_encoders_are_looked_for_where_they_are_now(hub: Path, tmp_path: Path, encoder: str) -> None:
    folder = Comet(tmp_path / "made", "unified_metric", pretrained_model=encoder).save()
    place = snapshot(hub, "FacebookAI", "xlm-roberta-large")
    for file in ("config.json", "tokenizer.json"):
        (folder / file).rename(place / file)
    [score] = backends.load(QualityModelSettings(name=str(folder))).score([("el sol", "the sun")])
    assert score is not None


def test_another_revision_is_not_taken_for_the_one_that_was_named(hub: Path, tmp_path: Path) -> None:
    made = Comet(tmp_path / "made", "unified_metric").save()
    shutil.copytree(made, snapshot(hub, "somebody", "kiwi"), dirs_exist_ok=True)
    with pytest.raises(ModelError, match="no network"):
        backends.load(QualityModelSettings(name="somebody/kiwi@v2"))
