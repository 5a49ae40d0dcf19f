"""The wheel is the whole program: installed in a new environment, it works from another folder."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True, timeout=120)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel in a new environment that borrows the dependencies of this one, but not its mtreview."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, symlinks=True)
    packages = Path(sysconfig.get_path("purelib", vars={"base": str(folder)}))
    install = [sys.executable, "-m", "pip", "--python", str(folder), "install", "--no-deps", "--no-index", "--quiet"]
    subprocess.run([*install, str(wheel)], check=True, capture_output=True, timeout=120)
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return folder


def run(environment: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    program = environment / "bin" / "mtreview"
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(
        [program, *arguments], cwd=folder, env=clean, capture_output=True, text=True, check=False, timeout=120
    )


def test_the_wheel_carries_the_samples_and_the_glossaries(wheel: Path) -> None:
    carried = set(ZipFile(wheel).namelist())
    for folder in ("corpora", "glossaries"):
        own = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}
        assert own
        assert {f"mtreview/_data/{name}" for name in own} <= carried


def test_the_wheel_carries_the_program_and_not_its_tests(wheel: Path) -> None:
    carried = ZipFile(wheel).namelist()
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "mtreview").rglob("*.py")}
    assert {name for name in carried if name.endswith(".py")} == modules
    assert {name.partition("/")[0].partition("-")[0] for name in carried} == {"mtreview"}


def test_the_installed_program_is_the_wheels_own(environment: Path, tmp_path: Path) -> None:
    where = "import mtreview, mtreview.resources as r; print(mtreview.__file__, r.folder('corpora'), sep='\\n')"
    done = subprocess.run(
        [environment / "bin" / "python", "-c", where], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert all(Path(line).is_relative_to(environment) for line in done.stdout.splitlines())


def test_the_demo_runs_from_another_folder(environment: Path, tmp_path: Path) -> None:
    done = run(environment, tmp_path, "demo")
    assert done.returncode == 0, done.stderr
    assert "mtreview review" in done.stdout


def test_rules_check_a_file_from_another_folder(environment: Path, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("3 min de lectura\n", encoding="utf-8")
    done = run(environment, tmp_path, "check", "--no-model", "--fail-on", "minor", "page.txt")
    assert done.returncode == 1, done.stderr
    assert "min read" in done.stdout
