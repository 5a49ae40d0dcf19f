"""Measures in a house's other system of units, and what they come to in its own."""

from __future__ import annotations

import re
from math import floor, log10
from typing import TYPE_CHECKING, Literal, NamedTuple

from mtreview.checks._style_rules import units
from mtreview.text.measures import measures

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mtreview.text.measures import Measure
    from mtreview.view import SegmentView

System = Literal["metric", "imperial"]


class Departure(NamedTuple):
    """Hold one measure of the other system.

    Attributes:
        place: its unit, half open, in code points.
        fix: where the measure stands with its number, and what to write there; None where that is not certain.
    """

    place: tuple[int, int]
    fix: tuple[int, int, str] | None


# Unit, the one of the other system that papers put for it, and how many of those it is.
_TO_IMPERIAL = {
    "km": ("mi", 0.621371),
    "m": ("ft", 3.28084),
    "cm": ("in", 0.393701),
    "mm": ("in", 0.0393701),
    "kg": ("lb", 2.20462),
    "g": ("oz", 0.0352740),
    "l": ("gal", 0.264172),
    "ha": ("ac", 2.47105),
    "km2": ("mi2", 0.386102),
    "C": ("F", 1.8),
}
_TO_METRIC = {
    "mi": ("km", 1.609344),
    "ft": ("m", 0.3048),
    "yd": ("m", 0.9144),
    "in": ("cm", 2.54),
    "lb": ("kg", 0.45359237),
    "oz": ("g", 28.349523),
    "gal": ("l", 3.785412),
    "ac": ("ha", 0.40468564),
    "mi2": ("km2", 2.589988),
    "F": ("C", 1 / 1.8),
}
_ZERO_F = 32.0
_NAMES = {
    "mi": ("miles", "mile"),
    "ft": ("feet", "foot"),
    "in": ("inches", "inch"),
    "lb": ("pounds", "pound"),
    "oz": ("ounces", "ounce"),
    "gal": ("gallons", "gallon"),
    "ac": ("acres", "acre"),
    "mi2": ("square miles", "square-mile"),
    "F": ("°F", "°F"),
    "km": ("kilometers", "kilometer"),
    "m": ("meters", "meter"),
    "cm": ("centimeters", "centimeter"),
    "kg": ("kilograms", "kilogram"),
    "g": ("grams", "gram"),
    "l": ("liters", "liter"),
    "ha": ("hectares", "hectare"),
    "km2": ("square kilometers", "square-kilometer"),
    "C": ("°C", "°C"),
}
_SPEEDS = {"mph": "km/h", "kph": "mph", "km/h": "mph", "kmh": "mph"}
_SPEED = re.compile(r"(?:km/h|kmh|[km]ph)\b", re.IGNORECASE)
_RATIO = re.compile(r"\s?/|\sper\b|[²³23]")
_FIGURES = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_RANGE = re.compile(r"(?:[-–—−/×x]|\b(?:to|and|or|by|of|between|from|than))\s?$")
_GLOSS = re.compile(r"\s?(?:[(\[/]|, or |or )\s?(?:about |around |some |roughly |≈ ?|~ ?)?[\d.,]+[\s-]?")
_SIGNIFICANT = 2
_SAME = 0.08


def departures(view: SegmentView, wanted: System) -> Iterator[Departure]:
    """Yield each measure of the other system that does not stand beside its conversion, as in "30 km (19 miles)"."""
    uses = list(units(view))
    if all(use.form == wanted for use in uses):
        return
    known = measures(view.target, view.target_numbers, "en")
    source = measures(view.source, view.source_numbers, "es") if view.has_source else []
    for at, use in enumerate(uses):
        beside = [*uses[max(0, at - 1) : at], *uses[at + 1 : at + 2]]
        if use.form == wanted or any(_glossed(view.target, use.place, other.place) for other in beside):
            continue
        own = next((item for item in known if item.start <= use.place[0] < item.end), None)
        yield Departure(use.place, own and _converted(own, view, wanted, source))


def _glossed(text: str, place: tuple[int, int], other: tuple[int, int]) -> bool:
    """Say whether one of two measures says the other in brackets."""
    first, second = sorted((place, other))
    return _GLOSS.fullmatch(text[first[1] : second[0]]) is not None


def _converted(
    measure: Measure, view: SegmentView, wanted: System, source: Sequence[Measure]
) -> tuple[int, int, str] | None:
    """Return where a measure stands and what it is in the other system, None where its number is no plain figure."""
    table = _TO_METRIC if wanted == "metric" else _TO_IMPERIAL
    number = measure.number
    written = view.target[number.start : number.end]
    codes = {unit.code for unit in measure.units}
    if len(codes) != 1 or not _FIGURES.fullmatch(written) or number.end > measure.start:
        return None
    (code,) = codes
    speed = _SPEED.match(view.target, measure.start)
    end = speed.end() if speed else measure.end
    if code not in table or _RANGE.search(view.target[: number.start]) or _RATIO.match(view.target, end):
        return None
    other, factor = table[code]
    exact = float(number.value) * factor
    if code == "C":
        exact += _ZERO_F
    elif code == "F":
        exact -= _ZERO_F * factor
    value = _of_source(other, exact, source) or _rounded(exact, written, other)
    gap = view.target[number.end : measure.start]
    named = _SPEEDS[speed[0].lower()] if speed else _NAMES[other]["-" in gap or value == "1"]
    if view.context.target == "en-GB":
        named = named.replace("meter", "metre").replace("liter", "litre")
    return number.start, end, f"{value}{gap or ' '}{named}"


def _of_source(code: str, exact: float, source: Sequence[Measure]) -> str | None:
    """Return the source's own figure where it has the measure in that unit: a conversion back would not be exact."""
    for item in source:
        value = float(item.number.value)
        if any(unit.code == code for unit in item.units) and abs(value - exact) <= _SAME * abs(value):
            return _figures(value)
    return None


def _rounded(exact: float, written: str, code: str) -> str:
    """Return a number in figures, as exact as the one that was written; a temperature to the degree."""
    if code in {"C", "F"} or not exact:
        return _figures(round(exact))
    digits = written.replace(",", "")
    stated = digits.replace(".", "").strip("0") if "." in digits else digits.strip("0")
    places = max(_SIGNIFICANT, len(stated)) - 1 - floor(log10(abs(exact)))
    return _figures(round(exact, places))


def _figures(value: float) -> str:
    return f"{value:,.6f}".rstrip("0").rstrip(".")
