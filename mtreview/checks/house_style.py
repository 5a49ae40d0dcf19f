from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from mtreview.checks import _style_rules as rules
from mtreview.checks._unit_rules import departures
from mtreview.checks.base import DocumentCheck, Hit, replace_target, target_span
from mtreview.issue import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.checks._style_rules import Use
    from mtreview.view import DocumentView, SegmentView

_RARE = 3


@dataclass(frozen=True, kw_only=True)
class HouseStyle(DocumentCheck):
    """Report what departs from the house style of `[style]` in the configuration.

    What the style leaves out is not judged, but where a document writes most of its percentages, titles before names
    or quotation marks in one way, the few in another are noted. The first line is judged as a headline. A measure in
    the other system of units is converted where its number is a plain figure, and left beside its conversion in
    brackets.

    Bad:
        en: Sales rose 5% in May, and 7% in June.
        en: They had risen 3[[ percent]] in April.
    Good:
        en: Mr. Gil and Dr. Paz said: "Sales rose 5%."
    """

    severity: Severity = Severity.MINOR

    category: ClassVar[Category] = Category.STYLE

    def find(self, view: DocumentView) -> Iterator[Hit]:
        """Yield each departure from the settings, then each from the document's own habit."""
        style = view.context.style
        for setting, about, find in rules.MIXED:
            wanted = str(getattr(style, setting, ""))
            uses = [use for segment in view.segments for use in find(segment)]
            if wanted:
                yield from (_departure(use, wanted, about) for use in uses if use.form != wanted)
            else:
                yield from _mixed(uses, about)
        yield from _others(view)


def _mixed(uses: list[Use], about: str) -> Iterator[Hit]:
    """Yield the uses of the rarer forms, where one form is at least twice as frequent as all the others."""
    counts: dict[str, int] = {}
    for use in uses:
        counts[use.form] = counts.get(use.form, 0) + 1
    usual = max(counts, key=lambda form: counts[form], default="")
    rare = [use for use in uses if use.form != usual]
    if len(rare) * _RARE > len(uses):
        return
    for use in rare:
        message = f"The {about} of this document are otherwise written in another way: {usual}"
        yield _hit(use, message, use.fix(usual), Severity.NEUTRAL)


def _others(view: DocumentView) -> Iterator[Hit]:
    """Yield departures from the settings that a document may mix."""
    style = view.context.style
    for segment in view.segments:
        if style.units:
            yield from _measured(segment, style.units)
        if style.serial_comma is not None:
            comma = "with" if style.serial_comma else "without"
            for use in rules.series(segment):
                if use.form != str(style.serial_comma):
                    yield _hit(use, f'The house style is a series {comma} a comma before its "and"', None)
        if style.numerals_from:
            for use in rules.wrong_numerals(segment, style.numerals_from):
                message = f"The house style writes numbers in figures from {style.numerals_from} on, and in words below"
                yield _hit(use, message, use.fixes[0][1] if use.fixes else None)
    if style.headline_case and view.segments:
        first = view.segments[0]
        case = rules.headline_case(first.target)
        if case and case != style.headline_case:
            use = rules.Use(0, (0, len(first.target)), case)
            yield _hit(use, f"The house style writes headlines in {style.headline_case} case", None)


def _measured(segment: SegmentView, wanted: Literal["metric", "imperial"]) -> Iterator[Hit]:
    """Yield the measures of the other system, converted where that is certain."""
    for place, fix in departures(segment, wanted):
        yield Hit(
            message=f'The house style for measures is "{wanted}"',
            spans=(target_span(*place),),
            suggestion=fix and replace_target(*fix),
            confidence=0.7,
            segment=segment.index,
        )


def _departure(use: Use, wanted: str, about: str) -> Hit:
    return _hit(use, f'The house style for {about} is "{wanted}"', use.fix(wanted))


def _hit(use: Use, message: str, new: str | None, severity: Severity | None = None) -> Hit:
    return Hit(
        message=message,
        spans=(target_span(*use.place),),
        suggestion=None if new is None else replace_target(*use.place, new),
        severity=severity,
        confidence=0.7,
        segment=use.segment,
    )
