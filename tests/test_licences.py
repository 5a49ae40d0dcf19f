"""What a core install brings along may be used, changed and passed on without copyleft on the whole."""

from __future__ import annotations

import re
import tomllib
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).parents[1]

ALLOWED = {
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CNRI-Python",
    "ISC",
    "MIT",
    "MPL-2.0",
    "PSF-2.0",
    "Zlib",
}

SAME_AS = {
    "Apache 2.0": "Apache-2.0",
    "Apache 2.0 License": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "ISC License": "ISC",
    "MIT License": "MIT",
}

STATED_IN_ITS_LICENCE_FILE_ONLY = {"locate": "MIT"}


def closure(requirements: Iterable[str]) -> dict[str, metadata.Distribution]:
    """Return what is installed for a list of requirements, by name, with all that it requires in turn."""
    waiting = [Requirement(text) for text in requirements]
    found: dict[tuple[str, frozenset[str]], metadata.Distribution] = {}
    while waiting:
        requirement = waiting.pop()
        key = (canonicalize_name(requirement.name), frozenset(requirement.extras))
        if key in found:
            continue
        found[key] = distribution = metadata.distribution(requirement.name)
        wanted = {"", *requirement.extras}
        waiting += [
            item
            for item in map(Requirement, distribution.requires or [])
            if item.marker is None or any(item.marker.evaluate({"extra": extra}) for extra in wanted)
        ]
    return {name: distribution for (name, _), distribution in found.items()}


def licences(name: str, distribution: metadata.Distribution) -> set[str]:
    """Return the SPDX ids that a distribution's metadata joins with AND; of alternatives, those that are allowed."""
    fields = distribution.metadata.json
    classifiers = [item.rpartition(" :: ")[2] for item in fields.get("classifier", []) if "License ::" in item]
    stated = STATED_IN_ITS_LICENCE_FILE_ONLY.get(name) or fields.get("license_expression") or fields.get("license")
    found: set[str] = set()
    for clause in [str(stated)] if stated else classifiers:
        for part in re.split(r"\s+AND\s+", clause):
            choices = {SAME_AS.get(choice, choice) for choice in re.split(r"\s+OR\s+", part.strip("()"))}
            found |= choices & ALLOWED or choices
    return {item.partition(" WITH ")[0] for item in found}


@pytest.fixture(scope="module")
def core() -> dict[str, metadata.Distribution]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return closure(project["dependencies"])


def test_every_licence_of_the_core_is_on_the_list(core: dict[str, metadata.Distribution]) -> None:
    assert len(core) > 50
    stated = {name: licences(name, distribution) for name, distribution in core.items()}
    assert {name: found for name, found in stated.items() if not found or found - ALLOWED} == {}


def test_the_list_has_no_licence_that_reaches_beyond_its_own_files() -> None:
    assert [name for name in ALLOWED if "GPL" in name] == []


def test_what_is_copyleft_by_file_stands_in_the_notice(core: dict[str, metadata.Distribution]) -> None:
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    weak = {name for name, distribution in core.items() if "MPL-2.0" in licences(name, distribution)}
    assert {name for name in weak if f"* {name}:" not in notice} == set()


def test_every_installed_version_of_the_core_is_the_pinned_one(core: dict[str, metadata.Distribution]) -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = dict(line.split("==") for line in lines if line and not line.startswith("#"))
    installed = {name: distribution.version.partition("+")[0] for name, distribution in core.items()}
    assert {name: pins.get(name) for name in installed} == installed
