from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Outcome

    Run = Callable[..., Outcome]


@pytest.mark.parametrize("model", [(), ("--no-model",)])
def test_the_demo_finds_the_samples_defects_and_names_the_next_command(run: Run, model: tuple[str, ...]) -> None:
    outcome = run("demo", *model)
    assert outcome.code == 0
    assert "Aligned: 3" in outcome.out
    assert 'fix: "2,300" -> "2,030"' in outcome.out
    assert 'fix: "mandatary" -> "leader"' in outcome.out
    program, verb, target, option, source = shlex.split(outcome.out.splitlines()[-1])
    assert (verb, option) == ("review", "--source")
    assert Path(target).is_file()
    assert Path(source).is_file()
    assert program
