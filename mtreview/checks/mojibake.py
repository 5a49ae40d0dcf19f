from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

import ftfy

from mtreview.checks.base import Hit, SegmentCheck, replace_target, target_span
from mtreview.issue import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import SegmentView

_LOST = "\ufffd"
_SUSPECT = re.compile(r"[Â-ô][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
_BEFORE = re.compile(r"[^ \t\r\n\f\v]{0,60}\Z")
_AFTER = re.compile(r"[^ \t\r\n\f\v]*")
_REACH = 60
_MOST_TRIED = 200
_MOST = 20


@dataclass(frozen=True, kw_only=True)
class Mojibake(SegmentCheck):
    """Report letters that were read in the wrong encoding, such as "Ã©" for "é", and characters that were lost ("�").

    Bad:
        en: They [[donâ€™t]] know it.
        fix: don’t
    Good:
        es: Según «SÍ», Ângela vive en São Paulo.
        en: According to “SÍ”, Ângela lives in São Paulo.
    """

    severity: Severity = Severity.MAJOR

    category: ClassVar[Category] = Category.MARKUP

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield each word that is misread, unless the source has it too."""
        text = view.target
        if text.isascii():
            return
        if _SUSPECT.search(text):
            yield from _misread(text, view.source)
        if _LOST in text and _LOST not in view.source:
            for _, match in zip(range(_MOST), re.finditer(f"{_LOST}+", text), strict=False):
                yield Hit(
                    message=f'A character was lost here: "{match[0][:3]}" stands in its place',
                    spans=(target_span(*match.span()),),
                )


def _misread(text: str, source: str) -> Iterator[Hit]:
    """Yield each run without spaces that ftfy can put right."""
    position = found = 0
    for _ in range(_MOST_TRIED):
        match = _SUSPECT.search(text, position)
        if match is None or found >= _MOST:
            return
        left = _BEFORE.search(text[max(position, match.start() - _REACH) : match.start()])
        right = _AFTER.match(text, match.end(), match.end() + _REACH)
        start = match.start() - (len(left[0]) if left else 0)
        end = right.end() if right else match.end()
        run = text[start:end]
        fixed = ftfy.fix_encoding(run)
        if fixed != run and run not in source:
            found += 1
            yield Hit(
                message=f'"{run}" was read in the wrong encoding: "{fixed}"',
                spans=(target_span(start, end),),
                suggestion=replace_target(start, end, fixed) if _LOST not in fixed else None,
                confidence=0.95,
            )
        position = end
