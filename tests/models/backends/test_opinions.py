from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mtreview.config import Settings, build_profile
from mtreview.models import backends
from mtreview.models.backends.base import QualityModel, QualityModelSettings
from mtreview.pipeline import find_issues
from mtreview.segment import Document, Segment
from mtreview.view import DocumentView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mtreview.issue import Issue

SOURCE = "El ministro no respondió a las preguntas de la prensa."
WRITTEN = "The minister did not answer the questions of the press."
SETTINGS = QualityModelSettings(name="owner/model", kind="translation")


class Writer(QualityModel):
    """Write the same translation of everything, and remember what of."""

    def __init__(self) -> None:
        self.name = self.signature = "writer"
        self.asked: list[str] = []

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[float | None]:
        return [50.0] * len(pairs)

    def suggest(self, sources: Sequence[str]) -> list[str | None]:
        self.asked += sources
        return [WRITTEN] * len(sources)


@pytest.fixture
def writer(monkeypatch: pytest.MonkeyPatch) -> Writer:
    made = Writer()
    monkeypatch.setattr(backends, "load", lambda _: made)
    return made


def issues(*targets: str, model: bool = True) -> list[tuple[Issue, ...]]:
    profile = build_profile(Settings(root=Path()), model=False)
    context = dataclasses.replace(profile.context, quality_model=SETTINGS if model else None)
    segments = tuple(Segment(id=str(at), source=SOURCE, target=target) for at, target in enumerate(targets))
    document = Document(id="d", path="d", format="tsv", segments=segments)
    return find_issues(DocumentView(document, context), profile.checks)


def test_a_translation_model_proposes_what_is_missing_or_still_the_source(writer: Writer) -> None:
    empty, copied, good = issues("", SOURCE, WRITTEN)
    for found, check in ((empty, "empty"), (copied, "untranslated")):
        (issue,) = (item for item in found if item.check == check)
        assert issue.suggestion is not None
        assert issue.suggestion.apply(SOURCE if check == "untranslated" else "") == WRITTEN
    assert not good
    assert writer.asked == [SOURCE, SOURCE]


def test_nothing_is_proposed_without_a_model_or_where_no_segment_lacks_a_translation(writer: Writer) -> None:
    assert issues("", model=False)[0][0].suggestion is None
    issues(WRITTEN)
    assert writer.asked == []
