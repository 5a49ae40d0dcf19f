"""From tables of settings to the objects they describe, with one line for what does not fit."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path
from typing import Any, TypeVar

import cattrs

from mtreview import config_file, plugins
from mtreview.errors import ConfigError
from mtreview.issue import Severity
from mtreview.option_values import out_of_range, scalar

T = TypeVar("T")


def structured(table: dict[str, Any], kind: type[T], where: Path | str | None, inside: tuple[str, ...] = ()) -> T:
    """Return the object that a table describes.

    Args:
        table: as a file or the environment has it.
        kind: a dataclass.
        where: the file that an error names with a line, or what it names in its place.
        inside: the tables around this one.

    Raises:
        ConfigError: a key is unknown or its value does not fit.
    """
    _refuse_unknown(table, kind, where, inside)
    try:
        found = _converter().structure(table, kind)
    except cattrs.BaseValidationError as error:
        faults = [fault.rpartition(" @ .") for fault in cattrs.transform_error(error, path="", format_exception=_fault)]
        keys = (*inside, *re.split(r"[.\[]", faults[0][2]))
        message = "; ".join(f"{'.'.join((*inside, key))}: {reason}" for reason, _, key in faults)
        raise refused(where, keys, message) from error
    if fault := out_of_range(found):
        keys = (*inside, *fault[0])
        raise refused(where, keys, f"{'.'.join(keys)}: {fault[1]}")
    return found


def refused(where: Path | str | None, keys: tuple[str, ...], reason: str) -> ConfigError:
    """Return the error of a key, with its line where it stands in a file."""
    place = config_file.place(where, keys) if isinstance(where, Path) else where
    return ConfigError(f"{place}: {reason}" if place else reason)


def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(forbid_extra_keys=True)
    converter.register_structure_hook(Severity, lambda value, _: Severity.parse(str(value)))
    for kind in (bool, int, float, str):
        converter.register_structure_hook(kind, scalar)
    return converter


def _fault(error: BaseException, kind: type | None) -> str:
    told = str(error) or cattrs.v.format_exception(error, kind)
    return told.replace("not in literal typing.Literal", "is not one of ")


def _refuse_unknown(table: dict[str, Any], kind: type, where: Path | str | None, inside: tuple[str, ...]) -> None:
    fields = {item.name: item for item in dataclasses.fields(kind) if item.name not in {"root", "file"}}
    for key, value in table.items():
        keys = (*inside, key)
        if key not in fields:
            table_name = f"[{'.'.join(inside)}]: " if inside else ""
            message = f'{table_name}unknown key "{key}"{plugins.nearest(key, fields)}'
            raise refused(where, keys, message)
        default = fields[key].default
        if isinstance(value, dict) and dataclasses.is_dataclass(default):
            _refuse_unknown(value, type(default), where, keys)
        if isinstance(value, str) and isinstance(default, (tuple, frozenset)):
            message = f'"{key}" is a list: ["{value}"]'
            raise refused(where, keys, message)
