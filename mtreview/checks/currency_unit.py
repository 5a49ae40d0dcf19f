from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mtreview.checks.base import Hit, SegmentCheck, replace_target, source_span, target_span
from mtreview.issue import Category, Severity, Suggestion
from mtreview.text.measures import measures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.text.measures import Measure, Unit
    from mtreview.text.numerals import Exact
    from mtreview.view import SegmentView

_MOST = 50  # measures compared in a text
_SPANISH = {
    "euro": "EUR", "euros": "EUR", "dólar": "USD", "dólares": "USD", "rublo": "RUB", "rublos": "RUB", "libra": "GBP",
    "libras": "GBP",
}  # fmt: skip
_ENGLISH = {
    "euro": "EUR", "euros": "EUR", "dollar": "USD", "dollars": "USD", "ruble": "RUB", "rubles": "RUB", "pound": "GBP",
    "pounds": "GBP",
}  # fmt: skip
_SIGNS = "€$£"
_PERCENT = re.compile(
    r"[%‰]|\b(?:per\s?cent\w*|pct|pc|points?|out of|in every|of every|per hundred|p\.c)\b", re.IGNORECASE
)
_FIGURE_PERCENT = re.compile(r"\d[\s\u00a0\u202f-]{0,2}(?:%|per\s?cent\b|pct\b)", re.IGNORECASE)
_SHARED_PERCENT = re.compile(
    r"(?:[\s,]{0,2}(?:to|and|or|but|through|until|versus|vs\.?|[-–—/,]|[-+]?\d[\d.,]*)){1,9}[\s\u00a0-]{0,2}(?:%|per\s?cent|pct)",
    re.IGNORECASE,
)
_PERCENT_BEFORE = re.compile(
    r"(?:%|per\s?cent)\s(?:from|to|against|versus|compared (?:to|with)|and|or)(?:\s[a-z]{1,12}){0,2}\s\Z", re.IGNORECASE
)
_TAIL = 60  # code points looked back at
_PER_CENT_ES = re.compile(r"[\s\u00a0\u202f]?%|\spor\scien(?:to)?\b")


@dataclass(frozen=True, kw_only=True)
class CurrencyUnit(SegmentCheck):
    """Report a currency or unit that was changed, or a percent sign that was lost, while the number stayed.

    A conversion changes both, and is left; so is a unit that has several names.

    Bad:
        es: La obra costó 30 millones de euros.
        en: The work cost 30 million [[dollars]].
        fix: euros
    Bad:
        es: El pueblo está a 12 kilómetros.
        en: The village is 12 [[miles]] away.
        fix: kilometers
    Bad:
        es: El paro subió un 14 % en mayo.
        en: Unemployment rose by [[14]] in May.
        fix: 14%
    Good:
        es: Recorrió 100 kilómetros con 5 libras en el bolsillo.
        en: He went 62 miles with £5 in his pocket.
    """

    severity: Severity = Severity.MAJOR

    category: ClassVar[Category] = Category.MISTRANSLATION
    needs: ClassVar[frozenset[str]] = frozenset({"source"})
    yields_to: ClassVar[frozenset[str]] = frozenset({"number-mismatch"})

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield each number of the target that has a unit which it has not in the source."""
        if not view.has_source:
            return
        yield from _named(view)
        yield from _percentages(view)
        if not view.source_numbers or not view.target_numbers:
            return
        source = measures(view.source, view.source_numbers, "es")[:_MOST]
        if not source:
            return
        target = measures(view.target, view.target_numbers, "en")[:_MOST]
        for after in target:
            same = [before for before in source if _equal(before, after)]
            if not same or any(before.units & after.units for before in same):
                continue
            rival = next((before for before in same if _kinds(before) & _kinds(after)), None)
            if rival and not any(_equal(rival, other) and rival.units & other.units for other in target):
                yield _hit(view, rival, after)


def _named(view: SegmentView) -> Iterator[Hit]:
    """Yield the one currency of the target where the source names another one, and neither has a number beside it."""
    if _ENGLISH.keys().isdisjoint(view.target_forms) or _SPANISH.keys().isdisjoint(view.source_forms):
        return
    before = [word for word in view.source_words if word.text.lower() in _SPANISH]
    after = [word for word in view.target_words if word.text.lower() in _ENGLISH]
    names = {_SPANISH[word.text.lower()] for word in before}, {_ENGLISH[word.text.lower()] for word in after}
    signed = any(sign in view.source or sign in view.target for sign in _SIGNS)
    if signed or max(map(len, names)) > 1 or len(before) != len(after):
        return
    was, became = before[0], after[0]
    if _SPANISH[was.text.lower()] == _ENGLISH[became.text.lower()] or _counted(view, became.start):
        return
    yield Hit(
        message=f'The source says "{was.text}", the translation "{became.text}"',
        spans=(target_span(became.start, became.end), source_span(was.start, was.end)),
        confidence=0.8,
    )


def _percentages(view: SegmentView) -> Iterator[Hit]:
    """Yield each percentage of the source whose number the target has, without a word or sign for percent."""
    source, target = view.source, view.target
    if not ("%" in source or "ciento" in view.source_forms) or _PERCENT.search(_FIGURE_PERCENT.sub("0", target)):
        return
    for before in view.source_numbers[:_MOST]:
        sign = _PER_CENT_ES.match(source, before.end)
        same = [after for after in view.target_numbers[:_MOST] if after.value == before.value]
        if sign and len(same) == 1 and target[same[0].start : same[0].end][-1:].isdigit():
            start, end = same[0].start, same[0].end
            if _percent_shared(target, start, end):
                continue
            yield Hit(
                message=f'"{source[before.start : sign.end()]}" of the source is no percentage in the translation',
                spans=(target_span(start, end), source_span(before.start, sign.end())),
                suggestion=replace_target(start, end, f"{target[start:end]}%"),
                confidence=0.8,
            )


def _percent_shared(text: str, start: int, end: int) -> bool:
    """Say whether a figure has a percent sign, or shares that of another figure beside it: "from 5 to 10 percent"."""
    if _FIGURE_PERCENT.match(text, end - 1) or _SHARED_PERCENT.match(text, end):
        return True
    return bool(_PERCENT_BEFORE.search(text[max(0, start - _TAIL) : start]))


def _counted(view: SegmentView, start: int) -> bool:
    return any(start == item.start for item in measures(view.target, view.target_numbers, "en")[:_MOST])


def _equal(before: Measure, after: Measure) -> bool:
    """Say whether two measures have one number, of money also where it has another scale, which is another error."""
    if not set(before.number.readings).isdisjoint(after.number.readings):
        return True
    money = "money" in _kinds(before) & _kinds(after)
    return money and _figures(before.number.value) == _figures(after.number.value)


def _figures(value: Exact) -> str:
    """Return the figures of a number without the zeros around them: those of 2.8 and of 2,800 are the same."""
    return f"{float(value):.12g}".partition("e")[0].replace(".", "").strip("0")


def _kinds(measure: Measure) -> set[str]:
    return {unit.kind for unit in measure.units}


def _hit(view: SegmentView, before: Measure, after: Measure) -> Hit:
    was, became = view.source[before.start : before.end], view.target[after.start : after.end]
    return Hit(
        message=f'The source says "{was}", the translation "{became}", with the same number',
        spans=(target_span(after.start, after.end), source_span(before.start, before.end)),
        suggestion=_fix(before.units, after, became),
        confidence=0.9,
    )


def _fix(units: frozenset[Unit], after: Measure, became: str) -> Suggestion | None:
    if len(units) > 1:
        return None
    unit = next(iter(units))
    if not became[0].isalpha() or after.start < after.number.start:
        new = unit.sign or (unit.several if after.start > after.number.start and unit.kind == "heat" else "")
    else:
        new = unit.one if became in {rival.one for rival in after.units} else unit.several
    return replace_target(after.start, after.end, new) if new else None
