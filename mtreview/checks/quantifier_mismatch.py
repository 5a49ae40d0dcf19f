from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from mtreview.checks._choices import changed
from mtreview.checks._quantities import QUANTITIES, unsaid
from mtreview.checks.base import Hit, SegmentCheck, replace_target, source_span, target_span
from mtreview.issue import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.text.numbers import Number
    from mtreview.view import SegmentView

_MOST: Final = 30  # numbers of a text
_REACH: Final = 32  # code points before a number in which its bound stands

# What Spanish says before a number, and how English may say it; more than one word stands for one space each.
_UPWARD: Final = {
    "más de": "more than", "al menos": "at least", "por lo menos": "at least", "cuando menos": "at least",
    "como mínimo": "at least", "no menos de": "at least", "superior a": "more than", "superiores a": "more than",
}  # fmt: skip
_DOWNWARD: Final = {
    "menos de": "less than", "apenas": "barely", "solo": "only", "sólo": "only", "solamente": "only",
    "únicamente": "only", "como máximo": "at most", "como mucho": "at most", "a lo sumo": "at most", "casi": "nearly",
    "no más de": "no more than", "inferior a": "less than", "inferiores a": "less than",
}  # fmt: skip
_DIRECT: Final = {**_UPWARD, **_DOWNWARD}
_SPANISH: Final = {**dict.fromkeys(_UPWARD, True), **dict.fromkeys(_DOWNWARD, False)}
_ENGLISH_UP: Final = ("more than", "over", "at least", "in excess of", "no fewer than", "no less than", "upwards of")
_ENGLISH_DOWN: Final = (
    "less than", "fewer than", "under", "at most", "at the most", "no more than", "not more than", "just", "only",
    "barely", "hardly", "scarcely", "a mere", "nearly", "almost", "up to", "below",
)  # fmt: skip
_ENGLISH: Final = {**dict.fromkeys(_ENGLISH_UP, True), **dict.fromkeys(_ENGLISH_DOWN, False)}


def _before(words: dict[str, bool], between: str) -> re.Pattern[str]:
    """Return a pattern for one of some bounds at the end of a text, with small words between it and a number."""
    ordered = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)({ordered})(?:{between})\s[$€£]?\Z", re.IGNORECASE)


_SPANISH_BOUND: Final = _before(_SPANISH, r"l|\s(?:el|la|los|las|del|un|una|unos|unas|hace)|")
_ENGLISH_BOUND: Final = _before(_ENGLISH, r"\s(?:a|an|the|about|some)|")
_DENIED: Final = re.compile(r"\b(?:no|ni|nunca|sin|not|never|without|n['’]t)\b[^.,;:!?]{0,24}\Z", re.IGNORECASE)
_BARELY: Final = re.compile(r"\b(?:just|slightly|barely|only|shade|little|bit)\s\Z", re.IGNORECASE)
_FURTHER: Final = 60  # code points before a bound in which it may be denied


@dataclass(frozen=True, kw_only=True)
class QuantifierMismatch(SegmentCheck):
    """Report a number that became a bound in the other direction, and a quantity that became another one.

    "Apenas 3" is not "more than 3", "todos" are not "some"; an "apenas" that nothing renders is minor.

    Bad:
        es: Apenas 40 personas fueron al acto.
        en: [[More than]] 40 people went to the event.
        fix: Barely
    Bad:
        es: Costará más de 30 millones.
        en: It will cost [[less than]] 30 million.
        fix: more than
    Bad:
        es: Todos los niños van a la escuela.
        en: [[Some]] children go to school.
        fix: All
    Good:
        es: Apenas 40 personas fueron, y no más de 3 se quedaron.
        en: Just 40 people went, and only 3 stayed.
    """

    severity: Severity = Severity.MAJOR

    category: ClassVar[Category] = Category.MISTRANSLATION
    needs: ClassVar[frozenset[str]] = frozenset({"source"})
    yields_to: ClassVar[frozenset[str]] = frozenset({"untranslated", "missing-sentence", "opposite"})

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield each number whose bound points the other way, and each other quantity."""
        bounds = list(_bounds(view))
        yield from bounds
        for before, after, right in changed(view, QUANTITIES):
            new = right.capitalize() if after.text[0].isupper() else right
            yield Hit(
                message=f'The source says "{before.text}", the translation "{after.text}"',
                spans=(target_span(after.start, after.end), source_span(before.start, before.end)),
                suggestion=replace_target(after.start, after.end, new),
                confidence=0.75,
            )
        hardly = None if bounds else unsaid(view)
        if hardly:
            yield Hit(
                message=f'The translation says nothing for "{hardly.text}"',
                spans=(source_span(hardly.start, hardly.end),),
                confidence=0.6,
                severity=Severity.MINOR,
            )


def _bounds(view: SegmentView) -> Iterator[Hit]:
    """Yield each number whose bound points the other way."""
    if not view.source_numbers or not view.target_numbers:
        return
    bounds = [_bound(view.target, number, _ENGLISH_BOUND) for number in view.target_numbers[:_MOST]]
    for before in view.source_numbers[:_MOST]:
        here = _bound(view.source, before, _SPANISH_BOUND)
        same = [at for at, after in enumerate(view.target_numbers[:_MOST]) if after.value == before.value]
        if here is None or len(same) != 1 or (there := bounds[same[0]]) is None:
            continue
        up, other = _SPANISH[here[1].lower()], _ENGLISH[there[1].lower()]
        if up == other or _DENIED.search(view.source[max(0, here.start() - _FURTHER) : here.start()]):
            continue
        said = view.target[max(0, there.start() - _FURTHER) : there.start()]
        if not _DENIED.search(said) and (up or not _BARELY.search(said)):
            yield _hit(here, there)


def _bound(text: str, number: Number, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """Return the bound right before a number, its offsets those of the text."""
    return pattern.search(text, max(0, number.start - _REACH), number.start)


def _hit(here: re.Match[str], there: re.Match[str]) -> Hit:
    meant = _DIRECT[here[1].lower()]
    start, end = there.span(1)
    return Hit(
        message=f'The source says "{here[1]}", the translation "{there[1]}"',
        spans=(target_span(start, end), source_span(*here.span(1))),
        suggestion=replace_target(start, end, meant.capitalize() if there[1][0].isupper() else meant),
        confidence=0.8,
    )
