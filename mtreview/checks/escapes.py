from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mtreview.checks._tokens_kept import Kept, difference, hits
from mtreview.checks.base import Hit, SegmentCheck, replace_target, target_span
from mtreview.issue import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import SegmentView

_ESCAPE = re.compile(r"\\(?:[nrt](?![a-z:\\])|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2})|(?<=[.!?:,])\\[nrt]")
# Between two words: a path or a formula where the source has a backslash too.
_BETWEEN = re.compile(r"(?<=[a-z])\\[nrt](?=[a-z])")
_TWICE = re.compile(r"&amp;(?=(#\d{1,6}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});)")
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_ANY_ENTITY = re.compile(r"&(?:#\w{1,7}|\w{2,8});")


@dataclass(frozen=True, kw_only=True)
class Escapes(SegmentCheck):
    r"""Report escapes such as "\n" that were lost or added, and HTML entities left in the text or escaped twice.

    Entities in a text with tags are left; "&amp;", "&lt;" and "&gt;" are only mentioned (neutral) where the source has
    no such character, for the text may be markup.

    Bad:
        es: «Hola»
        en: [[&ldquo;]]Hello”
        fix: “
    Bad:
        es: Ana &amp; Luis
        en: Ana [[&amp;]]amp; Luis
        fix: &
    Good:
        es: Ana &amp; Luis &ntilde;
        en: Ana &amp; Luis ñ
    """

    severity: Severity = Severity.MINOR

    category: ClassVar[Category] = Category.MARKUP

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield each entity and each escape that the source does not have."""
        source, target = view.source, view.target
        if "&" in target:
            yield from _entities(source, target)
        if view.has_source and ("\\" in target or "\\" in source) and target.strip():
            added = _escapes(target) if "\\" in source else [*_escapes(target), *_escapes(target, _BETWEEN)]
            yield from hits(view, difference(_escapes(source), added), "escape")


def _entities(source: str, target: str) -> Iterator[Hit]:
    twice = () if _TWICE.search(source) else tuple(_TWICE.finditer(target))
    for match in twice:
        yield Hit(
            message=f'The entity "&{match[1]};" was escaped twice',
            spans=(target_span(*match.span()),),
            suggestion=replace_target(*match.span(), "&"),
        )
    if twice or _ANY_ENTITY.search(source) or _TAG.search(source) or _TAG.search(target):
        return
    for match in _ENTITY.finditer(target):
        meant = " " if match[0] == "&nbsp;" else html.unescape(match[0])
        if len(meant) == 1:
            markup = meant in "&<>" and bool(source) and meant not in source
            yield Hit(
                message=f'The entity "{match[0]}" was left in the text',
                spans=(target_span(*match.span()),),
                suggestion=replace_target(*match.span(), meant) if meant.isprintable() else None,
                confidence=0.6 if markup else 0.9,
                severity=Severity.NEUTRAL if markup else None,
            )


def _escapes(text: str, pattern: re.Pattern[str] = _ESCAPE) -> list[Kept]:
    return [Kept(match[0], match[0], *match.span()) for match in pattern.finditer(text)]
