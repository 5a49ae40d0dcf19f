from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mtreview.checks.base import Hit, SegmentCheck, target_span
from mtreview.issue import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import SegmentView

_PAIRS = {")": "(", "]": "[", "}": "{", "”": "“"}
_OPENERS = frozenset(_PAIRS.values())
_MARK = re.compile(r"[()\[\]{}“”]")
_STRAIGHT = re.compile(r"(?<!\d)\"|(?<=\d)\"(?=[\s.,;:!?)]|$)")
_DASHES = frozenset("—–-―")
_INCHES = re.compile(r"\d\"")
_LABEL = re.compile(r"(?:^|[\s(;:,.“])(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})$")
_FACE = re.compile(r"[:;=8xX][-'o^]?$")
_CODE = re.compile(r"[\\`$<>|{}]|\w\(|[-=]>|%\(")


@dataclass(frozen=True, kw_only=True)
class Unpaired(SegmentCheck):
    """Report a bracket or quotation mark without its partner, where the source has them in pairs.

    Labels of lists, faces, inches and code are left, and a quotation that runs over several segments; apostrophes are
    never counted.

    Bad:
        es: Habló (en voz baja) del "golpe".
        en: He spoke [[(]]in a low voice of the [["]]coup.
    Bad:
        en: He spoke [[(]]in a low voice of the coup.
    Good:
        es: a) Habló del tubo de 5" :)
        en: a) He spoke of the 5" pipe :)
    """

    severity: Severity = Severity.MINOR

    category: ClassVar[Category] = Category.PUNCTUATION

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield each mark of the target that stands alone."""
        text = view.target
        quotes = text.count('"')
        if not quotes % 2 and all(text.count(mark) == text.count(other) for mark, other in _PAIRS.items()):
            return
        if not view.has_source and _CODE.search(text):
            return
        lone = _lone(text)
        if lone and (not view.has_source or not _lone(view.source)):
            yield from (_hit(text, at, view) for at in lone if text[at] not in "“”" or _quotes_count(view, '"'))
        if quotes % 2 and _quotes_count(view, "“”"):
            at = _lone_quote(text)
            if at is not None:
                yield _hit(text, at, view)


def _lone(text: str) -> list[int]:
    """Return where the marks are that have no partner, but for labels of lists and faces."""
    open_at: dict[str, list[int]] = {opener: [] for opener in _OPENERS}
    lone: list[int] = []
    for match in _MARK.finditer(text):
        mark, at = match[0], match.start()
        if mark in _OPENERS:
            open_at[mark].append(at)
        elif open_at[_PAIRS[mark]]:
            open_at[_PAIRS[mark]].pop()
        elif mark == ")" and _LABEL.search(text[max(0, at - 7) : at]):
            continue
        elif not _FACE.search(text[max(0, at - 3) : at]):
            lone.append(at)
    left = [at for places in open_at.values() for at in places]
    return sorted(lone + [at for at in left if not _FACE.search(text[max(0, at - 3) : at])])


def _lone_quote(text: str) -> int | None:
    """Return where the one straight quotation mark is that neither opens nor closes a pair."""
    lone: list[int] = []
    for match in _STRAIGHT.finditer(text):
        at = match.start()
        opens = text[at + 1 : at + 2].strip() and not text[max(0, at - 1) : at].strip(" ([—–-")
        if lone and not opens:
            lone.pop()
        else:
            lone.append(at)
    return lone[0] if len(lone) == 1 else None


def _quotes_count(view: SegmentView, others: str) -> bool:
    """Say whether a lone quotation mark is a fault: the source has pairs or none, the target no other kind."""
    source = view.source
    if not view.has_source or any(mark in view.target for mark in others) or _INCHES.search(view.target):
        return False
    paired = not source.count('"') % 2 and source.count("«") == source.count("»")
    # A speech of several paragraphs, which Spanish begins with a dash, is closed in the last of them alone.
    spoken = source.lstrip()[:1] in _DASHES and not any(mark in source for mark in '"«“')
    return paired and source.count("“") == source.count("”") and not spoken


def _hit(text: str, at: int, view: SegmentView) -> Hit:
    quote = text[at] in '“”"'
    at_the_edge = quote and (not text[:at].strip() or not text[at + 1 :].strip())
    sure = 0.6 if at_the_edge or not view.has_source else 0.85
    return Hit(
        message=f'The {"quotation mark" if quote else "bracket"} "{text[at]}" has no partner',
        spans=(target_span(at, at + 1),),
        confidence=sure,
    )
