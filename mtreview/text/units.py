"""Measures that a translation may convert: a length in kilometres that became miles is not a wrong number."""

from __future__ import annotations

import re
from itertools import product, starmap
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mtreview.text.number_values import Number


class _Conversion(NamedTuple):
    spanish: re.Pattern[str]
    english: re.Pattern[str]
    factor: float
    offset: float = 0.0

    def fits(self, number: Number, other: Number) -> bool:
        """Say whether one number is about the other in the other measure."""
        result = float(other.value)
        return abs(float(number.value) * self.factor + self.offset - result) <= max(_ABSOLUTE, abs(result) * _RELATIVE)

    def stands(self, source: str, target: str) -> bool:
        """Say whether the source has the one measure and the target the other."""
        return bool(self.spanish.search(source) and self.english.search(target))


def _conversion(spanish: str, english: str, factor: float, offset: float = 0.0) -> _Conversion:
    return _Conversion(
        re.compile(rf"(?:\b|(?<=\d))(?:{spanish})\b", re.IGNORECASE),
        re.compile(rf"(?:\b|(?<=\d))(?:{english})\b", re.IGNORECASE),
        factor,
        offset,
    )


_KM, _MILE = "km|kmh|kph|kilómetros?|kilometers?|kilometres?", "mi|mph|miles?|millas?"
_METRE, _CM, _MM = "m|metros?|meters?|metres?", "cm|centímetros?", "mm|milímetros?"
_KILO, _POUND = "kg|kilos?|kilogramos?", "lbs?|pounds?"
_FOOT, _INCH = "ft|foot|feet|pies?", "in|inch(?:es)?|pulgadas?"
_CONVERSIONS = (
    _conversion(_KM, _MILE, 0.6214),
    _conversion(_MILE, "km|kph|kilomet(?:er|re)s?", 1.609),
    _conversion(_METRE, _FOOT, 3.281),
    _conversion(_FOOT, "m|met(?:er|re)s?", 0.3048),
    _conversion(_METRE, "yds?|yards?", 1.094),
    _conversion(_CM, _INCH, 0.3937),
    _conversion(_CM, _FOOT, 0.0328),
    _conversion(_INCH, "cm|centimet(?:er|re)s?", 2.54),
    _conversion(_MM, _INCH, 0.03937),
    _conversion(_KILO, _POUND, 2.2046),
    _conversion("libras?", "kg|kilos?|kilograms?", 0.4536),
    _conversion(_KILO, "st|stones?", 0.1575),
    _conversion("g|gramos?", "oz|ounces?", 0.03527),
    _conversion("toneladas?", "tons?", 1.102),
    _conversion("l|litros?", "gal|gallons?", 0.2642),
    _conversion("l|litros?", "pints?", 2.113),
    _conversion("ha|hectáreas?", "acres?", 2.471),
    _conversion(rf"(?:{_KM}) cuadrados|km2|km²", "square miles?|sq mi", 0.3861),
    _conversion(rf"(?:{_METRE}) cuadrados|m2|m²", "square f(?:oo|ee)t|sq ft", 10.76),
    _conversion("grados?|°C|ºC|C", "degrees?|°F|F|[1-9]0s|mid-[1-9]0s", 1.8, 32.0),
    _conversion("grados?|°C|ºC|C", "degrees?|°F|F", 1.8),
)
_RELATIVE, _ABSOLUTE = 0.15, 0.6
_MOST_PAIRS = 400  # of numbers that are tried before any measure is looked for in the texts


def unconverted(
    texts: tuple[str, str], left: tuple[Sequence[Number], Sequence[Number]], everything: tuple[Sequence[Number], ...]
) -> tuple[list[Number], list[Number]]:
    """Return those of the unpaired numbers that no change of measure explains.

    Args:
        texts: source and target.
        left: the numbers of each that have no partner.
        everything: all numbers of each.
    """
    (source, target), (all_source, all_target) = texts, everything
    likely: Sequence[_Conversion] = _CONVERSIONS
    if len(left[0]) * len(all_target) + len(left[1]) * len(all_source) <= _MOST_PAIRS:
        pairs = [*product(left[0], all_target), *product(all_source, left[1])]
        likely = [item for item in _CONVERSIONS if any(starmap(item.fits, pairs))]
    used = [item for item in likely if item.stands(source, target)]
    if not used:
        return list(left[0]), list(left[1])
    missing = [number for number in left[0] if not any(_converts(number, other, used, target) for other in all_target)]
    extra = [number for number in left[1] if not any(_converts(other, number, used, target) for other in all_source)]
    return missing, extra


def _converts(number: Number, other: Number, used: Sequence[_Conversion], target: str) -> bool:
    """Say whether one number is another in another measure, and the target does not name the old one beside it."""
    for item in used:
        after = other.end + target[other.end : other.end + 1].isspace()
        if item.fits(number, other) and not (
            item.spanish.match(target, after) and not item.english.match(target, after)
        ):
            return True
    return False
