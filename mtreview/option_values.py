"""Which values a key of the configuration may have: their kind, and the range of a number."""

from __future__ import annotations

import dataclasses
import math
from types import MappingProxyType
from typing import Any, Final, TypeVar

T = TypeVar("T")

CALLED: Final = {bool: "true or false", int: "a whole number", float: "a number", str: "a text in quotes"}

_RANGE: Final = "range"
_FROM_ZERO: Final = (0.0, math.inf)
CHANCE: Final = MappingProxyType({_RANGE: (0.0, 1.0)})
"""Metadata of a field that is a chance or a share; one without such has any number from 0."""
PERCENT: Final = MappingProxyType({_RANGE: (0.0, 100.0)})
"""Metadata of a field that is a percentage."""


def scalar(value: object, kind: type[T]) -> T:
    """Return a value of a file as it is, a whole number as a float where one is wanted.

    Raises:
        ValueError: it is of another kind.
    """
    whole_for_float = kind is float and isinstance(value, int) and not isinstance(value, bool)
    if type(value) is not kind and not whole_for_float:
        message = f"{value!r} is not {CALLED[kind]}"
        raise ValueError(message)
    return kind(value)  # type: ignore[call-arg]


def allowed(item: dataclasses.Field[Any]) -> str:
    """Return the range of a field that is a number, in words."""
    low, high = item.metadata.get(_RANGE, _FROM_ZERO)
    return f"from {low:g} to {high:g}" if math.isfinite(high) else f"from {low:g} upwards"


def out_of_range(options: object) -> tuple[tuple[str, ...], str] | None:
    """Return the keys of the first number that is out of its range and what is wrong; None where all are in theirs.

    Args:
        options: a dataclass, whose fields may be dataclasses, too; anything else has no number out of range.

    >>> from dataclasses import field, make_dataclass
    >>> kind = make_dataclass("Kind", [("floor", float, field(default=0.5, metadata=CHANCE)), ("words", int, 3)])
    >>> out_of_range(kind(floor=7.0)), out_of_range(kind(words=-1)), out_of_range(kind(floor=1.0))
    ((('floor',), '7 is not a number from 0 to 1'), (('words',), '-1 is not a number from 0 upwards'), None)
    """
    for item in dataclasses.fields(options) if dataclasses.is_dataclass(options) else ():
        value = getattr(options, item.name)
        if fault := out_of_range(value):
            return (item.name, *fault[0]), fault[1]
        if isinstance(value, int | float):
            low, high = item.metadata.get(_RANGE, _FROM_ZERO)
            if not (low <= value <= high and math.isfinite(value)):
                return (item.name,), f"{value:g} is not a number {allowed(item)}"
    return None
