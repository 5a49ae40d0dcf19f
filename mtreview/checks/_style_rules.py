"""What a house's style decides, as uses of one of several forms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mtreview.view import SegmentView


class Use(NamedTuple):
    """Hold one place of a target where a house has a choice.

    Attributes:
        form: which form the text has, as the settings name it.
        fixes: what to write there, by form; None where that is not certain.
        place: the place, half open, in code points.
    """

    segment: int
    place: tuple[int, int]
    form: str
    fixes: tuple[tuple[str, str], ...] = ()

    def fix(self, wanted: str) -> str | None:
        """Return what to write for another form."""
        return dict(self.fixes).get(wanted)


_PERCENT = re.compile(r"(?<=\d)(?: ?%| percent\b| per cent\b)(?!\w)")
_HONORIFIC = re.compile(r"\b(Mr|Mrs|Ms|Dr)(\.?) (?=[A-Z])")
_PERCENT_WORDS, _TITLES = frozenset({"percent", "cent"}), frozenset({"mr", "mrs", "ms", "dr"})
_QUOTES = re.compile(r"[\"“”]")
_METRIC = (
    "km|kilomet(?:er|re)s?|met(?:er|re)s?|centimet(?:er|re)s?|kilos?|kilograms?|kg|lit(?:er|re)s?|hectares?|°C"
    "|degrees Celsius"
)
_IMPERIAL = r"miles?|feet|foot|inch(?:es)?|yards?|pounds|lbs?|ounces?|gallons?|acres?|°F|degrees Fahrenheit|mph"
_UNIT = re.compile(rf"(?<=\d)[ -]?(?:(?P<metric>{_METRIC})|(?P<imperial>{_IMPERIAL}))\b(?! sterling)")
_NO_ITEM = r"(?!(?:and|or|but|who|which|where|when|that|he|she|it|they|we|you|I)\b)"
_SERIES = re.compile(rf"\b(?!and\b)[a-z]+, {_NO_ITEM}[a-z]+(?P<mark>,?) (?:and|or) [a-z]+(?=[.;:)]|$)")
_ITEM = r"[\w'’-]{1,30}(?: [\w'’-]{1,30}){0,2}"
# With two commas before it, "and" ends a series of any words, wherever it stands.
_LONG_SERIES = re.compile(rf"\b{_ITEM}, {_NO_ITEM}{_ITEM}, {_NO_ITEM}{_ITEM}(?P<mark>,?) (?:and|or) \w{{1,30}}")

_WORDS = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen twenty"""
_VALUES = {word: value for value, word in enumerate(_WORDS.split(), 1)}
_NAMES = {value: word for word, value in _VALUES.items()}
_SCALES = "percent|per|million|billion|trillion|points?|km|kg"
_FIGURE = re.compile(rf"(?<![\w.,:/$€£#%+°–-])(\d{{1,2}})(?= [a-z]{{3,}})(?! (?:{_SCALES})\b)")
_WORD = re.compile(rf"(?<![\w-])(?<!^)({'|'.join(_VALUES)})(?![\w-]| (?:hundred|thousand|million|billion))")
_BEFORE = "page|chapter|number|at|aged?|version|step|row|line|level|figure|table|article|between|and|to|or"
_NUMBERED = re.compile(rf"(?:\b[A-Z][a-z]*|\b(?:{_BEFORE})) $")


def percents(view: SegmentView) -> Iterator[Use]:
    """Yield each percentage's sign or word."""
    if "%" not in view.target and view.target_forms.isdisjoint(_PERCENT_WORDS):
        return
    for match in _PERCENT.finditer(view.target):
        yield Use(
            view.index, match.span(), match[0].strip(), (("%", "%"), ("percent", " percent"), ("per cent", " per cent"))
        )


def honorifics(view: SegmentView) -> Iterator[Use]:
    """Yield each title before a name, as `Mr.` or `Mr`."""
    if view.target_forms.isdisjoint(_TITLES):
        return
    for match in _HONORIFIC.finditer(view.target):
        title = match[1]
        place = (match.start(), match.end() - 1)
        yield Use(view.index, place, "Mr." if match[2] else "Mr", (("Mr.", f"{title}."), ("Mr", title)))


def quotes(view: SegmentView) -> Iterator[Use]:
    """Yield each double quotation mark, as `straight` or `curly`."""
    if '"' not in view.target and "“" not in view.target:
        return
    for match in _QUOTES.finditer(view.target):
        curly = match[0] != '"'
        yield Use(view.index, match.span(), "curly" if curly else "straight", (("straight", '"'),) if curly else ())


def units(view: SegmentView) -> Iterator[Use]:
    """Yield each measure, as `metric` or `imperial`; what it would be in the other is not computed."""
    for match in _UNIT.finditer(view.target):
        kind = "metric" if match["metric"] else "imperial"
        yield Use(view.index, match.span(kind), kind)


def series(view: SegmentView) -> Iterator[Use]:
    """Yield the comma before the last of several items, as `True` where it is there, and where it is not `False`."""
    long = list(_LONG_SERIES.finditer(view.target))
    ends = {match.end() for match in long}
    short = [match for match in _SERIES.finditer(view.target) if match.end() not in ends]
    for match in sorted([*long, *short], key=re.Match.start):
        yield Use(view.index, match.span(), str(bool(match["mark"])))


def wrong_numerals(view: SegmentView, first: int) -> Iterator[Use]:
    """Yield small counts in figures, and others in words; `first` is the first number to be written in figures."""
    text = view.target
    for match in _FIGURE.finditer(text):
        value = int(match[1])
        if 0 < value < first and not _NUMBERED.search(text[max(0, match.start() - 12) : match.start()]):
            name = _NAMES.get(value)
            yield Use(view.index, match.span(), "figures", (("words", name),) if name else ())
    for match in _WORD.finditer(text):
        if _VALUES[match[1]] >= first:
            yield Use(view.index, match.span(), "words", (("figures", str(_VALUES[match[1]])),))


MIXED: tuple[tuple[str, str, Callable[[SegmentView], Iterator[Use]]], ...] = (
    ("percent", "percentages", percents),
    ("honorifics", "titles before names", honorifics),
    ("quotes", "quotation marks", quotes),
)
"""Setting, what it is about, and where a text has it: those that are noted where a document mixes them."""

_CONNECTING = """a an the and but or nor for so yet as at by down from in into like near of off on onto out over past
per than to up upon via vs with"""
_SMALL = frozenset(_CONNECTING.split())
_HEAD_WORD = re.compile(r"[^\W\d_][\w'’]*")
_FEWEST, _MOST = 4, 16


def headline_case(text: str) -> str:
    """Return `title` or `sentence` for a headline, "" for what is none or shows neither.

    >>> headline_case("Council Approves New Rules for Bars"), headline_case("Council approves new rules for bars")
    ('title', 'sentence')
    >>> headline_case("The council met.")
    ''
    """
    words = _HEAD_WORD.findall(text)
    if not _FEWEST <= len(words) <= _MOST or text.rstrip()[-1:] in {".", "!", ":", ";"} or text.isupper():
        return ""
    weighty = [word for word in words[1:] if word.lower() not in _SMALL]
    capitals = sum(word[0].isupper() for word in weighty)
    if weighty and capitals == len(weighty):
        return "title"
    return "sentence" if capitals * 2 < len(weighty) else ""
