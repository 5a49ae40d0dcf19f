"""Currencies and measures beside numbers, in Spanish and English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from mtreview.text.number_values import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mtreview.text.number_values import Number

_COUNTED = frozenset({Kind.CARDINAL, Kind.FRACTION, Kind.YEAR, Kind.TIME})
_BEFORE = 8  # code points looked back at for a sign: "US$ 5"
_AFTER = 40  # code points in which the longest unit ends, with what may not follow it

# Code, what it measures; how English writes several, one, and its sign; Spanish and English words for it. A word of
# several units may be any of them: "libras" are pounds of either kind.
_TABLE = r"""
EUR money euros euro € : euros? € eur : euros? € eur
USD money dollars dollar $ : dólar(?:es)? dolar(?:es)? [$] us[$] usd : dollars? bucks? [$] us[$] usd
GBP money pounds pound £ : libras?\sesterlinas? libras? £ gbp : pounds?\ssterling pounds? £ gbp quid
JPY money yen yen ¥ : yen(?:es)? ¥ : yen ¥
CNY money yuan yuan - : yuan(?:es)? : yuans? renminbi rmb
PESO money pesos peso - : pesos? mxn [$] : pesos? mxn [$]
CHF money francs franc - : francos?\ssuizos? francos? chf : swiss\sfrancs? francs? chf
RUB money rubles ruble - : rublos? : ro?ubles?
INR money rupees rupee - : rupias? : rupees?
CROWN money crowns crown - : coronas? : crowns? kron(?:a|or|er?) korunas?
km way kilometers kilometer - : (?:k|qu)il[oó]metros?(?!\scuad) kms? km/h : kilomet(?:er|re)s? kms? kph km/h kmh
mi way miles mile - : millas?(?!\scuad) mph : miles? mi mph
m length meters meter - : metros?(?!\s(?:cuad|cúb)) m : met(?:er|re)s? m
ft length feet foot - : pies?(?!\s(?:cuad|cúb)) ft : f(?:oo|ee)t ft
cm length centimeters centimeter - : cent[ií]metros?(?!\s(?:cuad|cúb)) cm : centimet(?:er|re)s? cm
in length inches inch - : pulgadas? : inch(?:es)?
mm length millimeters millimeter - : mil[ií]metros? mm : millimet(?:er|re)s? mm
yd length yards yard - : yardas? : yards? yds?
kg mass kilograms kilogram - : kilos? kilogramos? kgs? : kilos? kilograms? kgs?
lb mass pounds pound - : libras? : pounds? lbs?
g mass grams gram - : gramos? g grs? : gram(?:me)?s? g
oz mass ounces ounce - : onzas? : ounces? oz
t mass tons ton - : toneladas? tm? : metric\stons? ton(?:ne)?s? t
mg mass milligrams milligram - : miligramos? mg : milligrams? mg
C heat °C °C - : [°º]\s?c grados\s(?:cent[ií]grados|celsius) : [°º]\s?c degrees\s(?:centigrade|celsius)
F heat °F °F - : [°º]\s?f grados\sfahrenheit : [°º]\s?f degrees\sfahrenheit
l volume liters liter - : litros? l : lit(?:er|re)s? l
m3 volume m³ m³ - : m[³3] metros?\sc[uú]bicos? : m[³3] cubic\smet(?:er|re)s? cu\.?\sm
ft3 volume ft³ ft³ - : pies?\sc[uú]bicos? : ft[³3] cubic\sf(?:oo|ee)t cu\.?\sft
gal volume gallons gallon - : gal(?:ones|[oó]n) : gallons? gal
ml volume milliliters milliliter - : mililitros? ml : millilit(?:er|re)s? ml
ha area hectares hectare - : hect[aá]reas? has? : hectares? ha
ac area acres acre - : acres? : acres?
km2 area km² km² - : km[²2] kil[oó]metros?\scuadrados? : km[²2] sq\.?\skm square\s(?:kilomet(?:er|re)s?|km)
mi2 area mi² mi² - : millas?\scuadradas? : square\smiles? sq\.?\smi
s time seconds second - : segundos? segs? s : seconds? secs? s
min time minutes minute - : minutos? mins? : minutes? mins?
h time hours hour - : horas? h hrs? : hours? h hrs? o['’]clock [ap]\.?m\.?
d time days day - : d[ií]as? : days? nights?
w time weeks week - : semanas? : weeks?
mo time months month - : mes(?:es)? : months?
y time years year - : años? : years? yrs?
"""


class Unit(NamedTuple):
    """Hold one currency or measure.

    Attributes:
        code: its name here.
        kind: what it measures; only units of one kind can be put for one another.
        several: how English writes it after a number.
        one: likewise after 1, and before a noun.
        sign: its sign, empty where there is none that stands alone.
    """

    code: str
    kind: str
    several: str
    one: str
    sign: str


class Measure(NamedTuple):
    """Hold a number with its unit.

    Attributes:
        number: the number.
        units: what the unit may be.
        start: 0-based offset of the unit's first code point.
        end: offset after its last one.
    """

    number: Number
    units: frozenset[Unit]
    start: int
    end: int


class _Reader(NamedTuple):
    """Hold patterns for what follows a number and what stands before it, each with the units of its groups.

    Attributes:
        looks: a cheap look at lower-case text for whether `after` may match at all.
    """

    looks: re.Pattern[str]
    after: re.Pattern[str]
    before: re.Pattern[str]
    units_after: tuple[frozenset[Unit], ...]
    units_before: tuple[frozenset[Unit], ...]

    def find(self, text: str, number: Number) -> Measure | None:
        """Return a number with the unit beside it, None where it has none."""
        match = self.before.search(text, max(0, number.start - _BEFORE), number.start)
        units = self.units_before
        if match is None and self.looks.match(text[number.end : number.end + _AFTER].lower()):
            match, units = self.after.match(text, number.end), self.units_after
        return (
            Measure(number, units[match.lastindex - 1], *match.span(match.lastindex))
            if match and match.lastindex
            else None
        )


def _read(language: int) -> _Reader:
    """Return what reads the units of a language, by its column in the table."""
    words: dict[str, set[Unit]] = {}
    for line in _TABLE.strip().splitlines():
        parts = line.split(" : ")
        code, kind, several, one, sign = parts[0].split()
        unit = Unit(code, kind, several, one, "" if sign == "-" else sign)
        for word in parts[language].split():
            words.setdefault(word, set()).add(unit)
    ordered = sorted(words, key=len, reverse=True)
    gap = r"[\s\u00a0\u202f-]{0,2}(?:de\s)?"
    after = "|".join(f"({word})" for word in ordered)
    signs = {word for word in words if not re.match(r"[a-z\[(°]", word) or "$" in word or word in {"eur", "usd", "gbp"}}
    leading = [word for word in ordered if word in signs]
    before = "|".join(f"({word})" for word in leading)
    return _Reader(
        re.compile(rf"{gap}(?:{'|'.join(ordered)})(?![^\W\d_])"),
        re.compile(rf"{gap}(?:{after})(?![^\W\d_])", re.IGNORECASE),
        re.compile(rf"(?<![^\W\d_])(?:{before})[\s\u00a0]?\Z", re.IGNORECASE),
        tuple(frozenset(words[word]) for word in ordered),
        tuple(frozenset(words[word]) for word in leading),
    )


_LANGUAGES = {"es": _read(1), "en": _read(2)}


def measures(text: str, numbers: Sequence[Number], language: str) -> list[Measure]:
    """Return the numbers of a text that have a unit.

    Args:
        text: the text.
        numbers: its numbers.
        language: `es` or `en`.

    >>> from mtreview.text.numbers import numbers
    >>> text = "It cost €30 million, or 20 miles."
    >>> [text[item.start : item.end] for item in measures(text, numbers(text, "en"), "en")]
    ['€', 'miles']
    """
    reader = _LANGUAGES[language]
    found = (reader.find(text, number) for number in numbers if number.kind in _COUNTED)
    return [item for item in found if item]
