from __future__ import annotations

import pytest

from mtreview import plugins
from mtreview.checks.base import Check


@pytest.fixture(params=plugins.names("checks"))
def check(request: pytest.FixtureRequest) -> Check:
    name: str = request.param
    return plugins.load("checks", name, Check)()  # type: ignore[call-arg]  # every check has a default severity
