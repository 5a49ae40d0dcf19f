from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mtreview.checks.base import Hit, SegmentCheck, replace_target, target_span
from mtreview.issue import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import SegmentView

_NAMES = {
    "\u00ad": "soft hyphen", "\u200b": "zero-width space", "\u200c": "zero-width non-joiner",
    "\u200d": "zero-width joiner", "\u200e": "left-to-right mark", "\u200f": "right-to-left mark",
    "\u2060": "word joiner", "\ufeff": "byte-order mark", "\u2028": "line separator", "\u2029": "paragraph separator",
    **dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", "mark of writing direction"),
    **{chr(code): "control character" for code in (*range(9), 11, *range(14, 32), *range(127, 160))},
}  # fmt: skip
_UNSEEN = re.compile(f"[{re.escape(''.join(_NAMES))}]+")
_SPACED = frozenset("\u2028\u2029")
_DIRECTION = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]")
_LATIN = "a-zA-Z\u00aa\u00ba\u00c0-\u024f"

# Letters of Cyrillic and Greek that look like Latin ones, without the small Greek ones that science writes into words.
_TWINS = str.maketrans(
    "АВЕЅІЈКМНОРСТУХҮаеіјорсѕухһԁԛԝӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
    "ABESIJKMHOPCTYXYaeijopcsyxhdqwlABEZHIKMNOPTYXo",
)
_TWIN = "".join(map(chr, _TWINS))
_MIXED = re.compile(
    rf"(?<![\w])(?:[{_LATIN}]{{1,60}}[{_TWIN}]|[{_TWIN}]{{1,60}}[{_LATIN}])[{_LATIN}{_TWIN}]{{0,60}}(?!\w)"
)
_FOREIGN = re.compile(f"[{_TWIN}]")
_MOST = 20


@dataclass(frozen=True, kw_only=True)
class Invisible(SegmentCheck):
    """Report characters that cannot be seen, and letters of another alphabet that look like the Latin ones.

    Zero-width spaces, soft hyphens, marks of writing direction and control characters break search, spelling and
    layout. What the source has too is left, as are joined emoji and marks beside Arabic or Hebrew.

    Bad:
        en: The [[Сommission]] met.
        fix: Commission
    Good:
        es: La proteína TNFα y Россия
        en: The TNFα protein and Россия
    """

    severity: Severity = Severity.MINOR

    category: ClassVar[Category] = Category.MARKUP

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield each run of unseen characters and each word of mixed alphabets."""
        text = view.target
        if text.isprintable():
            if not text.isascii() and _FOREIGN.search(text):
                yield from _mixed(text, view.source)
            return
        yield from _unseen(text, view.source)
        if _FOREIGN.search(text):
            yield from _mixed(text, view.source)


def _unseen(text: str, source: str) -> Iterator[Hit]:
    count = 0
    foreign = bool(_RIGHT_TO_LEFT.search(text))
    for match in _UNSEEN.finditer(text):
        start, end = match.span()
        characters = set(match[0])
        if any(character in source for character in characters) or (foreign and characters <= _DIRECTION):
            continue
        if match[0] in "\u200c\u200d" and not _between_latin(text, start, end):
            continue
        count += 1
        if count > _MOST:
            return
        first = match[0][0]
        yield Hit(
            message=f"A character that cannot be seen stands here: {_NAMES[first]} (U+{ord(first):04X})",
            spans=(target_span(start, end),),
            suggestion=replace_target(start, end, " " if characters & _SPACED else ""),
        )


def _between_latin(text: str, start: int, end: int) -> bool:
    """Say whether no letter that a joiner could join stands beside it."""
    beside = text[max(0, start - 1) : start] + text[end : end + 1]
    return all(character.isascii() for character in beside)


def _mixed(text: str, source: str) -> Iterator[Hit]:
    for _, match in zip(range(_MOST), _MIXED.finditer(text), strict=False):
        if match[0] in source:
            continue
        odd = _FOREIGN.search(match[0])
        shown = odd[0] if odd else ""
        yield Hit(
            message=f'"{match[0]}" has "{shown}" (U+{ord(shown):04X}), which only looks like a Latin letter',
            spans=(target_span(*match.span()),),
            suggestion=replace_target(*match.span(), match[0].translate(_TWINS)),
            confidence=0.95,
        )
