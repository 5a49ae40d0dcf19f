"""Errors of dates and measures, to put into good translations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.benchmarks.injections import Kind, Pair, choose, put, swapped

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_MESES = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
    "diciembre",
)  # fmt: skip
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_CURRENCIES = {"$": "€", "€": "$", "£": "$", "euros": "dollars", "dollars": "euros", "pounds": "dollars"}
_SAID_CURRENCY = {
    "$": "$|dólar", "€": "€|euro", "£": "£|libra", "euros": "€|euro", "dollars": "$|dólar", "pounds": "£|libra",
}  # fmt: skip
_SAID_TIME = {"hours": "hora", "minutes": "minuto", "days": "día", "weeks": "semana", "months": "mes", "years": "año"}
_UNITS = {
    "kilometers": "miles", "kilometres": "miles", "miles": "kilometers", "km": "miles", "meters": "feet",
    "metres": "feet", "feet": "meters", "kg": "pounds", "hours": "minutes", "minutes": "hours", "days": "weeks",
    "weeks": "days", "months": "years", "years": "months", "%": "",
}  # fmt: skip
_BOUNDS = {
    "more than": "less than", "over": "under", "at least": "at most", "less than": "more than",
    "fewer than": "more than", "nearly": "more than", "almost": "more than", "only": "more than", "just": "more than",
    "barely": "more than",
}  # fmt: skip
_QUANTITIES = {
    "all": ("some", "todos|todas"),
    "many": ("few", "muchos|muchas"),
    "few": ("many", "pocos|pocas"),
    "some": ("all", "algunos|algunas"),
}
_QUANTITY = re.compile(rf"\b(?:{'|'.join(_QUANTITIES)})\b")
_SAID_BOUND = re.compile(
    r"(?:más de|al menos|por lo menos|como mínimo|menos de|apenas|s[oó]lo|casi|como máximo|no más de)l?\s[$€£]?\s?\d"
)
_BOUND = re.compile(rf"\b(?:{'|'.join(_BOUNDS)})(?= [$€£]?\d)")
_LENGTHS = frozenset({"kilometers", "kilometres", "miles", "km", "meters", "metres", "feet"})
_MONTH = re.compile(rf"\b(?:{'|'.join(_MONTHS)})\b")
_UNIT = re.compile(rf"(?<![^\W\d_])(?:{'|'.join(sorted(_UNITS, key=len, reverse=True))})(?![^\W\d_])")
_CURRENCY = re.compile(rf"(?<![^\W\d_])(?:{'|'.join(map(re.escape, _CURRENCIES))})(?![^\W\d_])")
_NUMBER_BEFORE = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|[bm]illion|cubic|square))[\s-]$"
)


def rotated(names: Sequence[str]) -> Callable[[Pair, Random], str | None]:
    """Return an injector that puts the next of some names for one."""
    return swapped({name: names[(index + 1) % len(names)] for index, name in enumerate(names)})


def month_changed(pair: Pair, rng: Random) -> str | None:
    """Put the next month for one that the source names too: "May" is a verb and a name, and some dates are shorter."""
    known = {month for month, mes in zip(_MONTHS, _MESES, strict=True) if mes in pair.source.lower()}
    match = choose(rng, [place for place in _MONTH.finditer(pair.target) if place[0] in known])
    return put(pair.target, *match.span(), _MONTHS[(_MONTHS.index(match[0]) + 1) % 12]) if match else None


def bound_turned(pair: Pair, rng: Random) -> str | None:
    """Turn the bound before a number to the other direction, where the source has one before a number too."""
    match = choose(rng, list(_BOUND.finditer(pair.target))) if _SAID_BOUND.search(pair.source) else None
    return put(pair.target, *match.span(), _BOUNDS[match[0]]) if match else None


def quantity_changed(pair: Pair, rng: Random) -> str | None:
    """Put another quantity for one that the source says in a word too."""
    places = [
        place
        for place in _QUANTITY.finditer(pair.target)
        if re.search(rf"\b(?:{_QUANTITIES[place[0]][1]})\b", pair.source, re.IGNORECASE)
    ]
    match = choose(rng, places)
    return put(pair.target, *match.span(), _QUANTITIES[match[0]][0]) if match else None


def currency_changed(pair: Pair, rng: Random) -> str | None:
    """Put another currency for one that the source names too."""
    known = {
        word for word, said in _SAID_CURRENCY.items() if any(part in pair.source.lower() for part in said.split("|"))
    }
    match = choose(rng, [place for place in _CURRENCY.finditer(pair.target) if place[0] in known])
    return put(pair.target, *match.span(), _CURRENCIES[match[0]]) if match else None


def unit_changed(pair: Pair, rng: Random) -> str | None:
    """Put one unit for another, of lengths beside numbers alone, of time where the source has it too.

    English says "miles of track" of kilometres, and "working hours" of what is no hour in Spanish.
    """
    places = [
        place
        for place in _UNIT.finditer(pair.target)
        if (place[0] not in _LENGTHS or _NUMBER_BEFORE.search(pair.target[: place.start()]))
        and _SAID_TIME.get(place[0], "") in pair.source.lower()
    ]
    match = choose(rng, places)
    return put(pair.target, *match.span(), _UNITS[match[0]]) if match else None


MEASURES = (
    Kind(name="month changed", inject=month_changed, checks=("number-mismatch", "date-mismatch")),
    Kind(name="weekday changed", inject=rotated(_DAYS), checks=("date-mismatch",)),
    Kind(name="currency changed", inject=currency_changed, checks=("currency-unit",)),
    Kind(name="bound of a number turned", inject=bound_turned, checks=("quantifier-mismatch",)),
    Kind(name="quantity in a word changed", inject=quantity_changed, checks=("quantifier-mismatch",)),
    Kind(name="unit changed", inject=unit_changed, checks=("currency-unit", "date-mismatch")),
)
