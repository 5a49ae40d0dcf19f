"""What tests need beyond Python: skipped where it is missing, unless the environment says that it must be there."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Final

import pytest

_FILES: Final = {"wordnet": Path("/usr/share/wordnet/data.noun")}
_PACKAGES: Final = {"wordnet": "wordnet-base"}


def needs(program: str) -> None:
    """Skip the test where a program or its data is missing; fail it where `MTREVIEW_REQUIRE` names it."""
    file = _FILES.get(program)
    if file.exists() if file else shutil.which(program):
        return
    says = f"{program} is not here (Debian: {_PACKAGES.get(program, program)})"
    if program in os.environ.get("MTREVIEW_REQUIRE", "").split(","):
        pytest.fail(says)
    pytest.skip(says)
