from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mtreview.checks.base import Hit, SegmentCheck, replace_target, target_span
from mtreview.issue import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import SegmentView

_SPACES = " \u00a0\u202f\u2009"
_FIGURE = re.compile(rf"\d(?:\.\d{{3}}(?!\d)|[{_SPACES}]\d{{3}}(?!\d)|[{_SPACES}]?[€$£]|['’]\d)")
_SCALE = frozenset({"thousand", "mil", "millions", "thousands", "hundreds", "billions"})

_DOTTED = re.compile(r"(?<![\w.,:/-])(\d{1,3})\.(\d{3})(?![\w/]|[.,:-]\d| (?:billion|trillion)\b)")
# What is counted in wholes, and money, which has no thousandths: a point before three figures is that of thousands.
_WHOLES = re.compile(
    r" (?:[a-z]{3,14} )?(?:people|persons|residents|inhabitants|citizens|voters|votes|soldiers|troops|men|women"
    r"|children|students|pupils|teachers|workers|employees|homes|houses|households|jobs|deaths|dead|victims|cases"
    r"|visitors|tourists|families|patients|migrants|refugees|officers|police|members|fans|spectators|protesters"
    r"|demonstrators|copies|passengers|vehicles|cars|companies|businesses|species|euros|dollars|pounds|pesos|rubles)\b"
)
_MONEY_BEFORE = re.compile(r"[€$£]\s?$")
_VERSION = re.compile(r"(?:v|ver|version|release|section|chapter|article|level|build|kernel)\.? ?$", re.IGNORECASE)
_SPACED = re.compile(
    rf"(?<![\w.,:/+()-])(?<!\d[{_SPACES}])\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?![\w/-]|[.,:]\d|[{_SPACES}]\d)"
)
_NUMBER = r"(?<![.,])\d[\d.,]{0,20}"
_FEW = "two|three|four|five|six|seven|eight|nine|ten"
_MILLIARD = re.compile(
    rf"\b(?P<n>{_NUMBER}|an?|one|{_FEW}|several|many) (?P<x>thousand|mil) millions?\b(?: of(?= \w))?",
    re.IGNORECASE,
)
_PLURAL = re.compile(
    rf"(?<![-–])\b(?P<n>{_NUMBER}|{_FEW}) (?P<x>million|billion|thousand|hundred)s\b(?P<of> of(?= \w))?(?!['’-])",
    re.IGNORECASE,
)
_CURRENCY = re.compile(
    rf"(?<![\w.,€$£-])(?<!\d[{_SPACES}])(?P<n>\d+(?:[.,]\d+)*)[{_SPACES}]?(?P<sign>[€$£])(?![\w{{(]|[{_SPACES}]?\d)"
)
_MEASURE = "%|percent|per cent|million|billion|points|metres|meters|kilomet|euros"
_APOSTROPHE = re.compile(rf"(?<![\w.,])(\d{{1,3}})['’](\d{{1,2}})(?= ?(?:{_MEASURE}))")
_TELEPHONE = frozenset({"call", "phone", "telephone", "tel", "helpline", "hotline", "whatsapp", "fax"})
_RUN = re.compile(r"\d+")
_EXACT = "000"


@dataclass(frozen=True, kw_only=True)
class NumberFormat(SegmentCheck):
    """Report numbers that say the right value in the form of Spanish: “12.500 people”, “12 500”, “thousand million”.

    The point of thousands is reported where the source has the same figures, and by itself before three zeros; in
    Mexican Spanish the point marks decimals. The sign of a currency goes before its number.

    Bad:
        es: Más de 12.500 personas pagaron 30.000 millones, unos 50 € cada una.
        en: More than [[12.500]] people paid [[30 thousand million]], some [[50 €]] each.
        fix: 12,500
    Good:
        es: La versión 3.125 cuesta 50 €.
        en: Version 3.125 costs €50, not 1,250 nor thousands.
    """

    severity: Severity = Severity.MINOR

    category: ClassVar[Category] = Category.NUMBER_FORMAT
    yields_to: ClassVar[frozenset[str]] = frozenset({"spanish-punctuation", "untranslated"})

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield each number whose form is Spanish."""
        text = view.target
        if _FIGURE.search(text):
            yield from _thousands(view)
            for match in _CURRENCY.finditer(text):
                yield _hit(
                    match,
                    "English writes the sign of a currency before the number",
                    f"{match['sign']}{match['n']}",
                    0.75,
                )
            for match in _APOSTROPHE.finditer(text):
                yield _hit(match, "English marks decimals with a point", f"{match[1]}.{match[2]}", 0.85)
        if not view.target_forms.isdisjoint(_SCALE):
            for match in _MILLIARD.finditer(text):
                yield _hit(match, "A thousand million is a billion in English", f"{match['n']} billion", 0.85)
            for match in _PLURAL.finditer(text):
                word = match["x"].lower()
                yield _hit(match, f'After a number English says "{word}", not "{word}s"', f"{match['n']} {word}", 0.85)


def _thousands(view: SegmentView) -> Iterator[Hit]:
    text = view.target
    said = frozenset(_RUN.findall(_plain(view.source)))
    mexican = view.context.source == "es-MX"
    for match in _DOTTED.finditer(text):
        zeros = match[2] == _EXACT or (not view.has_source and _whole(match))
        known = match[1] + match[2] in said and not (mexican and match[0] in view.source)
        if not (known if view.has_source else zeros) or _VERSION.search(
            text[max(0, match.start() - 12) : match.start()]
        ):
            continue
        sure = 0.9 if zeros and known else 0.7
        yield _hit(match, "English groups thousands with a comma, not a point", f"{match[1]},{match[2]}", sure)
    if not view.target_forms.isdisjoint(_TELEPHONE):
        return
    for match in _SPACED.finditer(text):
        if _plain(match[0]) in said or "\u00a0" in match[0] or "\u202f" in match[0]:
            new = re.sub(rf"[{_SPACES}]", ",", match[0])
            yield _hit(match, "English groups thousands with commas, not spaces", new, 0.8)


def _whole(match: re.Match[str]) -> bool:
    """Say whether a number that Spanish may have grouped counts persons or things, or is money."""
    before = match.string[max(0, match.start() - 2) : match.start()]
    return bool(_WHOLES.match(match.string, match.end()) or _MONEY_BEFORE.search(before)) and match[1] != "0"


def _plain(text: str) -> str:
    """Return a text without the marks that group thousands in Spanish."""
    return re.sub(rf"(?<=\d)[.{_SPACES}](?=\d\d\d(?!\d))", "", text)


def _hit(match: re.Match[str], message: str, new: str, confidence: float) -> Hit:
    return Hit(
        message=message,
        spans=(target_span(*match.span()),),
        suggestion=replace_target(*match.span(), new),
        confidence=confidence,
    )
