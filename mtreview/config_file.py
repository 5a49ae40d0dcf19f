"""A configuration file and the environment: what they hold, and on which line of the file a key stands."""

from __future__ import annotations

import os
import re
import tomllib
from typing import TYPE_CHECKING, Any

from mtreview.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_PROJECT = "pyproject.toml"
_PREFIX = ("tool", "mtreview")
_LINE = re.compile(r" \(at line (\d+), column (\d+)\)")
_HEADER = re.compile(r"\s*\[([^\[\]]+)\]\s*(?:#.*)?")
_KEY = re.compile(r"""\s*([\w.'" -]+?)\s*=""")


def nearest(start: Path) -> Path | None:
    """Return the `mtreview.toml`, or `pyproject.toml` with a table for this program, in a folder or the nearest above.

    Raises:
        ConfigError: a file on the way is not TOML.
    """
    for folder in (start, *start.parents):
        own = folder / "mtreview.toml"
        if own.is_file():
            return own
        project = folder / _PROJECT
        if project.is_file() and "mtreview" in _toml(project).get("tool", {}):
            return project
    return None


def table(path: Path) -> dict[str, Any]:
    """Return what a file says to this program.

    Raises:
        ConfigError: it cannot be read, or is not TOML.
    """
    found = _toml(path)
    return dict(found.get("tool", {}).get("mtreview", {})) if path.name == _PROJECT else found


def place(path: Path, keys: Sequence[str]) -> str:
    """Return the file and the line on which a key, inside tables, stands; the file alone where that is not found."""
    wanted = [*(_PREFIX if path.name == _PROJECT else ()), *keys]
    inside: list[str] = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if header := _HEADER.fullmatch(line):
            inside = _parts(header[1])
            if inside == wanted:
                return f"{path}:{number}"
        elif (key := _KEY.match(line)) and [*inside, *_parts(key[1])] == wanted[: len(inside) + len(_parts(key[1]))]:
            return f"{path}:{number}"
    return str(path)


def environment(variables: Mapping[str, str]) -> dict[str, Any]:
    """Return what the variables of the environment say, as a file would."""
    table: dict[str, Any] = {}
    for key in ("source", "target", "reviewer", "store"):
        if value := variables.get(f"MTREVIEW_{key.upper()}"):
            table[key] = value
    for key, separator in (("glossaries", os.pathsep), ("memories", os.pathsep), ("ignore_words", ",")):
        if value := variables.get(f"MTREVIEW_{key.upper()}"):
            table[key] = [part.strip() for part in value.split(separator)]
    if value := variables.get("MTREVIEW_ENCODER"):
        table["encoder"] = {"name": value}
    return table


def _parts(dotted: str) -> list[str]:
    return [part.strip().strip("\"'") for part in dotted.split(".")]


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        message = f"{path}: no such file; name an existing configuration with --config"
    except (OSError, UnicodeDecodeError) as error:
        message = f"{path}: cannot read the configuration: {getattr(error, 'strerror', None) or error}"
    except tomllib.TOMLDecodeError as error:
        line = _LINE.search(str(error))
        where = f"{path}:{line[1]}" if line else str(path)
        reason = _LINE.sub(r" (column \2)", str(error))
        message = f"{where}: not valid TOML: {reason}"
    raise ConfigError(message)
