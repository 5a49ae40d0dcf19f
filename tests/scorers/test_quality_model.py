from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING

import pytest

from mtreview.config import Settings, build_profile, load_settings
from mtreview.errors import ConfigError, ModelError
from mtreview.models import backends
from mtreview.models.backends.base import QualityModelSettings
from mtreview.pipeline import assess
from mtreview.score import Statistics
from mtreview.scorers.quality_model import QualityModel
from mtreview.segment import Document, Segment
from mtreview.signature import signature
from mtreview.view import Context, DocumentView

if TYPE_CHECKING:
    from pathlib import Path

PAIRS = [("el sol", "the sun"), (None, "alone"), ("la luna", "  "), ("a b", "a b")]
DOCUMENT = Document(
    id="d",
    path="d",
    format="tsv",
    segments=tuple(Segment(id=str(at), source=source, target=target) for at, (source, target) in enumerate(PAIRS)),
)


def settings_of(folder: Path, text: str) -> Settings:
    (folder / "mtreview.toml").write_text(text, encoding="utf-8")
    return load_settings(folder / "mtreview.toml")


def test_it_scores_what_has_two_sides_under_its_own_name(tiny_encoder: Path, tmp_path: Path) -> None:
    settings = settings_of(tmp_path, f"[quality_model]\nkind = 'encoder'\nname = {json.dumps(str(tiny_encoder))}")
    profile = build_profile(settings, only=["empty"])
    assert profile.context.quality_model == settings.quality_model
    scorers = tuple(item for item in profile.scorers if item.id() == "quality_model")
    profile = dataclasses.replace(profile, scorers=scorers)
    found = [{score.scorer: score.value for score in item.scores} for item in assess([DOCUMENT], profile)]
    expected = backends.load(settings.quality_model).score([PAIRS[0], PAIRS[3]])  # type: ignore[list-item]
    assert [item.get("quality_model") for item in found] == [expected[0], None, None, expected[1]]
    assert expected[1] == pytest.approx(100)


def test_the_signature_names_it(tiny_encoder: Path) -> None:
    settings = QualityModelSettings(kind="encoder", name=str(tiny_encoder))
    profile = build_profile(Settings(quality_model=settings), model=False)
    context = dataclasses.replace(profile.context, quality_model=settings)
    assert f"|encoder:{tiny_encoder}@" in signature(dataclasses.replace(profile, context=context))


def test_it_is_off_unless_named_and_dropped_without_a_model() -> None:
    settings = load_settings(isolated=True)
    profile = build_profile(settings)
    assert "quality_model" not in {item.id() for item in profile.scorers}
    assert profile.context.quality_model is None
    named = dataclasses.replace(settings, quality_model=QualityModelSettings(name="somebody/comet"))
    profile = build_profile(named, model=False)
    assert "quality_model" in profile.dropped
    assert profile.context.quality_model is None


def test_scores_add_up_to_their_mean() -> None:
    sums = Statistics(scorer="quality_model", sums=(80.0, 1.0)) + Statistics(scorer="quality_model", sums=(40.0, 1.0))
    assert QualityModel().value(sums) == 60.0


def test_without_a_model_there_is_no_score() -> None:
    assert QualityModel().statistics(DocumentView(DOCUMENT, Context()).segments[0], ()) is None


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('nmae = "x"', 'unknown key "nmae"; did you mean "name"'),
        ('name = "x"\nkind = "comte"', r"\[quality_model\]|quality_model\.kind"),
        ('kind = "judge"', "name the model"),
        ('name = "x"\nkind = "judge"\ntimeout = "long"', "not a number"),
    ],
)
def test_a_wrong_table_is_one_line(tmp_path: Path, text: str, complaint: str) -> None:
    with pytest.raises(ConfigError, match=complaint) as caught:
        settings_of(tmp_path, f"[quality_model]\n{text}")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("kind", ["comet", "metricx", "encoder", "translation"])
def test_a_folder_that_is_not_there_is_one_line(kind: str, tmp_path: Path) -> None:
    settings = settings_of(tmp_path, f'[quality_model]\nname = "./none"\nkind = "{kind}"')
    with pytest.raises(ModelError, match=r'"\./none": say an existing folder, or a hub name'):
        backends.load(settings.quality_model)
