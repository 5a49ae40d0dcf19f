"""What starts often must start fast: commands that need no model import none, nor a screen, nor a database."""

from __future__ import annotations

import json
import subprocess
import sys
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = {"alembic", "pandas", "pyarrow", "ray", "sqlalchemy", "tensorflow", "textual", "torch", "transformers"}

PAIRS = "source\ttarget\nMurieron 16 personas.\tSixteen people died.\nLlueve en Lima.\tIt rains in Lima.\n"

RUN = dedent("""
    import json, sys
    from mtreview.cli import main
    sys.argv = ["mtreview", *sys.argv[1:]]
    try:
        main()
    except SystemExit as stop:
        code = stop.code or 0
    else:
        code = 0
    sys.stdout.flush()
    print(json.dumps({"code": code, "modules": sorted({name.partition(".")[0] for name in sys.modules})}))
""")


def run(folder: Path, *arguments: str) -> tuple[int, set[str], str]:
    done = subprocess.run(
        [sys.executable, "-c", RUN, *arguments], cwd=folder, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    printed, _, last = done.stdout.rstrip().rpartition("\n")
    answer = json.loads(last)
    return answer["code"], set(answer["modules"]), printed


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pairs.tsv").write_text(PAIRS, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        pytest.param(["--help"], "gate", id="help"),
        pytest.param(["explain", "number-mismatch"], "number", id="explain"),
        pytest.param(["checks"], "number-mismatch", id="checks"),
        pytest.param(["check", "--no-model", "pairs.tsv"], "", id="check"),
        pytest.param(["gate", "--no-model", "--max-critical", "0", "pairs.tsv"], "", id="gate"),
    ],
)
def test_a_command_without_model_imports_nothing_heavy(folder: Path, arguments: list[str], says: str) -> None:
    code, modules, printed = run(folder, *arguments)
    assert code == 0, printed
    assert says in printed
    assert modules & HEAVY == set()


def test_importing_the_package_imports_nothing_but_the_standard_library() -> None:
    program = "import sys; before = set(sys.modules); import mtreview; print(*(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    roots = {name.partition(".")[0] for name in done.stdout.split()} - {"mtreview"}
    assert roots <= sys.stdlib_module_names
