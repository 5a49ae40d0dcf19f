"""From a name to a class: the module of that name, else an entry point.

The file name is the registration: listing names imports nothing, loading imports one module.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from functools import cache
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, TypeVar

from rapidfuzz import process

from mtreview.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")


def nearest(name: str, known: Iterable[str]) -> str:
    """Return a clause that names the nearest of `known`, or nothing where none is near.

    >>> nearest("numbr-mismatch", ["number-mismatch", "empty"])
    '; did you mean "number-mismatch"?'
    """
    best = process.extractOne(name, list(known), score_cutoff=60)
    return f'; did you mean "{best[0]}"?' if best else ""


@cache
def _modules(group: str) -> tuple[str, ...]:
    package = importlib.import_module(f"mtreview.{group}")
    return tuple(
        sorted(
            module.name
            for module in pkgutil.iter_modules(package.__path__)
            if module.name != "base" and not module.name.startswith("_")
        )
    )


@cache
def _points(group: str) -> dict[str, str]:
    return {point.name: point.value for point in entry_points(group=f"mtreview.{group}")}


def names(group: str) -> tuple[str, ...]:
    """Return the ids of a group (`checks`, `scorers`, `formats`, `align`, `report`), sorted."""
    hyphen = group == "checks"
    own = (name.replace("_", "-") if hyphen else name for name in _modules(group))
    return tuple(sorted({*own, *_points(group)}))


def load(group: str, name: str, base: type[T]) -> type[T]:
    """Return the class of that name.

    Args:
        group: the package under `mtreview` that holds it.
        name: its id.
        base: what the class must derive from.

    Raises:
        ConfigError: there is none of that name, or its module does not define exactly one.
    """
    module_name = name.replace("-", "_")
    if module_name in _modules(group) and name in names(group):
        module = importlib.import_module(f"mtreview.{group}.{module_name}")
        found = [
            value
            for value in vars(module).values()
            if inspect.isclass(value) and issubclass(value, base) and value.__module__ == module.__name__
        ]
        if len(found) != 1:
            message = f"mtreview/{group}/{module_name}.py must define exactly one {base.__name__}, not {len(found)}"
            raise ConfigError(message)
        return found[0]
    for point in entry_points(group=f"mtreview.{group}"):
        if point.name == name:
            value = point.load()
            if inspect.isclass(value) and issubclass(value, base):
                return value
            message = f'entry point "{name}" of mtreview.{group} is not a {base.__name__}'
            raise ConfigError(message)
    message = unknown(group, name)
    raise ConfigError(message)


def unknown(group: str, name: str) -> str:
    """Return what to tell of a name that stands for nothing: the nearest one, else all that there are."""
    known = names(group)
    return f'no {group.removesuffix("s")} "{name}"{nearest(name, known) or "; there are " + ", ".join(known)}'
