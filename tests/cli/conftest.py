from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from mtreview import cli

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    """Run the program in an empty folder, in this process."""
    monkeypatch.chdir(tmp_path)
    for name in ("REVIEWER", "STORE", "GLOSSARIES", "MEMORIES", "SOURCE", "TARGET", "ENCODER"):
        monkeypatch.delenv(f"MTREVIEW_{name}", raising=False)

    def call(*arguments: str | Path) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["mtreview", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            cli.main()
        out, err = capfd.readouterr()
        assert isinstance(left.value.code, int)
        return Outcome(left.value.code, out, err)

    return call
