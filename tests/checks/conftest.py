from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from mtreview import plugins
from mtreview.checks.base import Check
from mtreview.issue import Category, Severity
from mtreview.models import backends
from mtreview.models.backends.base import Fault, Judged, QualityModel
from mtreview.segment import Side, Span
from tests.checks.table import OPINIONATED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mtreview.models.backends.base import QualityModelSettings


@pytest.fixture(params=plugins.names("checks"))
def check(request: pytest.FixtureRequest) -> Check:
    name: str = request.param
    return plugins.load("checks", name, Check)()  # type: ignore[call-arg]  # every check has a default severity


class Opinionated(QualityModel):
    """Mark each "cancelled" as wrong."""

    def __init__(self) -> None:
        self.name = self.signature = OPINIONATED.name

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[float | None]:
        return [50.0] * len(pairs)

    def judge(self, pairs: Sequence[tuple[str, str]]) -> list[Judged]:
        return [Judged(score=50.0, faults=tuple(map(_fault, re.finditer("cancelled", target)))) for _, target in pairs]


def _fault(found: re.Match[str]) -> Fault:
    span = Span(side=Side.TARGET, start=found.start(), end=found.end())
    return Fault(span=span, category=Category.MISTRANSLATION, severity=Severity.MAJOR, confidence=0.9)


@pytest.fixture(autouse=True)
def opinions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Load `OPINIONATED` where it is named."""
    real = backends.load

    def load(settings: QualityModelSettings) -> QualityModel:
        return Opinionated() if settings == OPINIONATED else real(settings)

    monkeypatch.setattr(backends, "load", load)
