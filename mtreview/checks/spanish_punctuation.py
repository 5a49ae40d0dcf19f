from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mtreview.checks.base import Hit, SegmentCheck, replace_target, target_span
from mtreview.issue import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import SegmentView

# One set of first characters, which re finds fast.
_SUSPECT = re.compile(r"[¿¡«»ºª„0-9](?:(?<=[¿¡«»ºª„])|,\d|\.\d{3}[.,]\d|[ \u00a0\u202f]%)", re.ASCII)
_OPENING = re.compile(r"[¿¡]+[ \u00a0]?")
_GUILLEMET = re.compile(r"«[ \u00a0\u202f]?|[ \u00a0\u202f]?»")
_LOW_QUOTE = re.compile(r"„([^„“”\n]{1,300})[“”]")
_ORDINAL = re.compile(r"(?<![\d.,])(\d{1,4})\.?([ºª])(?![\w'′\"]|\s?\d)")
_NUMBER_SIGN = re.compile(r"\b[Nn]\.?º\s?(?=\d)")
_DEGREE = re.compile(r"(?<=\d)\s?º\s?(?=[CF]\b)|(?<=\d)º(?=\s?\d{1,2}['′])")
_MEASURED = "magnitude|degree|year|day|hour|minute|mile|k[mg]|met|point|per|million|billion|inch|foot|lit"
_DECIMAL = re.compile(
    rf"(?<![\d.,\w])(\d{{1,3}}),(\d{{1,2}}|\d{{4,12}})(?![\d,]|\.\d|\w|-(?!{_MEASURED}))([ \u00a0\u202f]?%)?"
)
_GROUPED = re.compile(r"(?<![\d.,\w])(\d{1,3}(?:\.\d{3}){1,9}),(\d{1,12})(?![\d,.]?\d)")
_DOTTED = re.compile(r"(?<![\d.,\w])\d{1,3}(?:\.\d{3}){2,9}(?![\d,.]?\d)")
_PERCENT = re.compile(r"(?<=\d)[ \u00a0\u202f]%")
_MEASURE = re.compile(
    r"\s?%|\s(?:per\s?cent|percent|million|billion|trillion|k[mg]|kilo|met|mil|cm|mm|hect|points?\b)", re.IGNORECASE
)
_OCTET = 255


@dataclass(frozen=True, kw_only=True)
class SpanishPunctuation(SegmentCheck):
    """Report marks and number forms that Spanish has and English does not: ¿ ¡ « » º ª and the decimal comma.

    A space before a percent sign is only noted, not counted.

    Bad:
        es: ¿Quién pagará 3,5 millones?
        en: [[¿]]Who will pay [[3,5]] million?
    Bad:
        es: Subió un 5,75 %.
        en: It rose [[5,75 %]].
        fix: 5.75%
    Bad:
        es: El «golpe» fracasó.
        en: The [[«]]coup[[»]] failed.
    Good:
        es: Pagó 1.234 euros en los números 2, 3 y 4.
        en: He paid 1,234 euros at numbers 2, 3 and 4.
    """

    severity: Severity = Severity.MINOR

    category: ClassVar[Category] = Category.PUNCTUATION

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield each Spanish mark or number form of the target."""
        text = view.target
        if not _SUSPECT.search(text):
            return
        yield from _marks(text)
        yield from _quotes(text)
        yield from _ordinals(text)
        yield from _decimals(text, view.source)
        yield from _percents(text)


def _hit(start: int, end: int, message: str, new: str | None, confidence: float = 0.95) -> Hit:
    suggestion = None if new is None else replace_target(start, end, new)
    return Hit(message=message, spans=(target_span(start, end),), suggestion=suggestion, confidence=confidence)


def _marks(text: str) -> Iterator[Hit]:
    for match in _OPENING.finditer(text):
        end = match.end() if match.end() < len(text) else len(match[0].rstrip()) + match.start()
        yield _hit(match.start(), end, f"English has no opening {match[0][0]}", "")


def _quotes(text: str) -> Iterator[Hit]:
    """Yield guillemets, pairs together, and low opening quotes; a lone one beside a space may be an arrow."""
    open_at: re.Match[str] | None = None
    for match in _GUILLEMET.finditer(text):
        if match[0][0] == "«":
            open_at = match
        elif open_at:
            inside = text[open_at.end() : match.start()].replace("“", "‘").replace("”", "’")
            left, right = ('"', '"') if '"' not in inside and "“" not in text else ("“", "”")
            start, end = open_at.start(), match.end()
            yield Hit(
                message="English quotes with “ ”, not with « »",
                spans=(target_span(*open_at.span()), target_span(*match.span())),
                suggestion=replace_target(start, end, f"{left}{inside}{right}"),
                confidence=0.95,
            )
            open_at = None
        elif match[0] == "»" and text[match.end() : match.end() + 1].strip(" \u00a0"):
            yield _hit(*match.span(), "English quotes with “ ”, not with « »", None, 0.7)
    if open_at and open_at[0] == "«":
        yield _hit(*open_at.span(), "English quotes with “ ”, not with « »", None, 0.7)
    for match in _LOW_QUOTE.finditer(text):
        yield _hit(*match.span(), "English opens a quotation with “, not with „", f"“{match[1]}”", 0.9)


def _ordinals(text: str) -> Iterator[Hit]:
    if "º" not in text and "ª" not in text:
        return
    for match in _DEGREE.finditer(text):
        sign = " °" if match[0].strip() != match[0] else "°"
        yield _hit(*match.span(), "This is the sign of a Spanish ordinal, not of degrees", sign, 0.8)
    for match in _NUMBER_SIGN.finditer(text):
        yield _hit(*match.span(), "English abbreviates “number” as No.", "No. ", 0.9)
    for match in _ORDINAL.finditer(text):
        plain = match[2] == "º" and "." not in match[0]
        new = None if plain and int(match[1]) > 31 else _english_ordinal(int(match[1]))  # noqa: PLR2004 - days of a month
        yield _hit(*match.span(), "English does not write ordinals with º or ª", new, 0.6 if plain else 0.9)


def _english_ordinal(number: int) -> str:
    """Return an ordinal in figures.

    >>> [_english_ordinal(number) for number in (1, 2, 3, 11, 22, 113)]
    ['1st', '2nd', '3rd', '11th', '22nd', '113th']
    """
    teen = 10 < number % 100 < 14  # noqa: PLR2004 - eleventh, twelfth, thirteenth
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _decimals(text: str, source: str) -> Iterator[Hit]:
    for match in _DECIMAL.finditer(text):
        number = f"{match[1]},{match[2]}"
        pair = text[match.start() - 1 : match.start()] == "(" and text[match.end() : match.end() + 1] == ")"
        measured = match[3] or _MEASURE.match(text, match.end())
        known = number in source or f"{match[1]}.{match[2]}" in source
        if (pair and not match[3]) or (source and not known and not measured):
            continue
        new = f"{match[1]}.{match[2]}{'%' if match[3] else ''}"
        sure = 0.95 if known or measured else 0.6
        yield _number_hit(match, "English marks decimals with a point, not a comma", new, sure)
    for match in _GROUPED.finditer(text):
        new = f"{match[1].replace('.', ',')}.{match[2]}"
        yield _number_hit(match, "English groups thousands with commas and marks decimals with a point", new, 0.95)
    for match in _DOTTED.finditer(text):
        groups = match[0].split(".")
        if len(groups) == 4 and all(int(group) <= _OCTET for group in groups):  # noqa: PLR2004 - an IP address
            continue
        yield _number_hit(match, "English groups thousands with commas, not points", match[0].replace(".", ","), 0.9)


def _number_hit(match: re.Match[str], message: str, new: str, confidence: float) -> Hit:
    start, end = match.span()
    return Hit(
        message=message,
        spans=(target_span(start, end),),
        suggestion=replace_target(start, end, new),
        confidence=confidence,
        category=Category.NUMBER_FORMAT,
    )


def _percents(text: str) -> Iterator[Hit]:
    decimals = {match.end() for match in _DECIMAL.finditer(text)}
    for match in _PERCENT.finditer(text):
        if match.end() in decimals:
            continue
        yield Hit(
            message="English writes the percent sign without a space",
            spans=(target_span(*match.span()),),
            suggestion=replace_target(*match.span(), "%"),
            severity=Severity.NEUTRAL,
            confidence=0.9,
            category=Category.NUMBER_FORMAT,
        )
