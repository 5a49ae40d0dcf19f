from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from wordfreq import zipf_frequency

from mtreview.checks.base import Hit, SegmentCheck, replace_target, target_span
from mtreview.issue import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mtreview.view import SegmentView

_COMMON = 4.0  # zipf of the 3,000 or so commonest words: the next sentence starts with a word, "Node.Js" does not
_COORDINATORS = frozenset(
    {"and", "or", "nor", "to", "but", "versus", "vs", "through", "than", "y", "o", "e", "as", "if"}
)
_STARTERS = """a an the this that these those which who whom whose where when while he she it they we you there and but
or so as if in on at by for with from is are was were has have had not no"""
_DASHED = frozenset(_STARTERS.split())

# Two cheap looks for anything that a rule below might match; each begins with one set, which re finds fast.
_SPACED = re.compile(r" (?:[ ,;:!?.)\]”]|-\w)")
_TIGHT = re.compile(r"[.,;!?(\[“-](?:(?<![-(\[“])[A-Za-z]|(?<![.,;!?]) )")
_COORDINATED = re.compile(r"\s*(?:,|\w+-)")
_OPENING_HYPHEN = re.compile(r" -(?=\w)")
_CLOSING_HYPHEN = re.compile(r"\w-(?![\w-])")

_INSERTION = 200  # code points that an insertion between hyphens may have

Fix = tuple[int, int, str | None, float]
"""Range to flag, what to write there (None: unknown), and how sure it is."""


@dataclass(frozen=True, kw_only=True)
class Spacing(SegmentCheck):
    """Report a space too many or too few: doubled, before a comma, missing after one, beside a hyphen, inside brackets.

    What the source spaces in the same way is left.

    Bad:
        es: El presidente, Kasim-Yomart Tokáyev, habló.
        en: The president, [[Kasim- Yomart]] Tokayev, spoke.
        fix: Kasim-Yomart
    Bad:
        en: He spoke on Monday[[ ,]] they said.
        fix: ,
    Good:
        es: Hay planes a corto y a largo plazo en example.org.
        en: There are short- and long-term plans at example.org.
    """

    severity: Severity = Severity.MINOR

    category: ClassVar[Category] = Category.PUNCTUATION

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield each place of the target whose spacing the source does not have too."""
        text = view.target
        if not (_SPACED.search(text) or _TIGHT.search(text)):
            return
        for rule in _RULES:
            match = rule.pattern.search(text) if rule.has in text else None
            if match is None or (rule.excused and rule.pattern.search(view.source)):
                continue
            while match:
                fix = rule.fix(match, view)
                if fix:
                    start, end, new, confidence = fix
                    suggestion = None if new is None else replace_target(start, end, new)
                    span = target_span(start, end)
                    yield Hit(message=rule.message, spans=(span,), suggestion=suggestion, confidence=confidence)
                match = rule.pattern.search(text, match.end())


@dataclass(frozen=True, kw_only=True)
class _Rule:
    """Hold one kind of bad spacing.

    Attributes:
        fix: what to flag and to write for a match, or None where it is good after all.
        has: what every match has in it, so that most texts need no search.
        excused: True where one match in the source excuses all of the target.
    """

    pattern: re.Pattern[str]
    message: str
    fix: Callable[[re.Match[str], SegmentView], Fix | None]
    excused: bool = True
    has: str = ""


def _doubled(match: re.Match[str], view: SegmentView) -> Fix | None:
    after_stop = view.target[match.start() - 1] in ".?!:"
    return match.start(), match.end(), " ", 0.5 if after_stop else 0.9


def _before(match: re.Match[str], _: SegmentView) -> Fix | None:
    return match.start(), match.end(), match[1], 0.9


def _inside(match: re.Match[str], _: SegmentView) -> Fix | None:
    return match.start(), match.end(), match[1] or match[2], 0.9


def _missing(match: re.Match[str], view: SegmentView) -> Fix | None:
    """Judge a stop or comma between letters by the run of text it stands in."""
    text = view.target
    left = max(text.rfind(" ", max(0, match.start() - 80), match.start()) + 1, match.start() - 80, 0)
    right = text.find(" ", match.end(), match.end() + 80)
    run = text[left : right if right >= 0 else match.end() + 80]
    if any(char in run for char in "/@_=<>{}[]()\\&#%$|*+`~") or run.strip(".,;:!?\"'“”‘’") in view.source:
        return None
    before, mark, after = match[1], match[2], match[3]
    if mark in ".!?" and not (after[0].isupper() and zipf_frequency(after, "en") >= _COMMON):
        return None
    if mark == "." and run.count(".") - run.endswith(".") > 1:
        return None
    return match.start(), match.end(), f"{before}{mark} {after}", 0.8


def _after_hyphen(match: re.Match[str], view: SegmentView) -> Fix | None:
    left, right = match[1], match[2]
    start, end = match.span()
    if right.lower() in _COORDINATORS or _COORDINATED.match(view.target, end):
        return None
    if left[0].isupper() and right[0].isupper():
        return start, end, f"{left}-{right}", 0.9
    if _OPENING_HYPHEN.search(view.target, max(0, start - _INSERTION), start):
        return start, end, None, 0.7
    if right.lower() in _DASHED:
        return start, end, f"{left} – {right}", 0.6
    return start, end, f"{left}-{right}", 0.7


def _before_hyphen(match: re.Match[str], view: SegmentView) -> Fix | None:
    left, right = match[1], match[2]
    start, end = match.span()
    if left[0].isupper() and right[0].isupper():
        return start, end, f"{left}-{right}", 0.9
    closes = _CLOSING_HYPHEN.search(view.target, end, end + _INSERTION)
    return start, end, None, 0.7 if closes else 0.5


_RULES = (
    _Rule(
        pattern=re.compile(r"(?<=[^\s|]) {2,}+(?=[^\s|])"),
        message="There are several spaces where one belongs",
        fix=_doubled,
        has="  ",
    ),
    _Rule(
        pattern=re.compile(r"(?<=[^\s.]) ([,;:](?=\s|$)|[!?]+(?=\s|[\"'”’)]|$)|\.(?=[\s\"'”’)]|$)(?!\s\.))"),
        message="A space stands before a punctuation mark",
        fix=_before,
    ),
    _Rule(
        pattern=re.compile(r"(?<![:;=-])([(\[“]) (?=\w)|(?<=[\w.,!?]) ([)\]”])"),
        message="A space stands inside brackets or quotation marks",
        fix=_inside,
    ),
    _Rule(
        pattern=re.compile(r"\b([A-Za-z][a-z]{1,40}|\d{1,20})([,;]|[.!?](?=[A-Z]))([A-Za-z][a-z]{0,40})\b"),
        message="A space is missing after a punctuation mark",
        fix=_missing,
        excused=False,
    ),
    _Rule(
        pattern=re.compile(r"\b(?<!-)([^\W\d_]{1,40})- ([^\W\d_]{2,40})\b"),
        message="A space stands after a hyphen",
        fix=_after_hyphen,
        has="- ",
    ),
    _Rule(
        pattern=re.compile(r"\b([^\W\d_]{1,40}) -([^\W\d_]{2,40})\b"),
        message="A space stands before a hyphen",
        fix=_before_hyphen,
        has=" -",
    ),
)
