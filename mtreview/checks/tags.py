from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from mtreview.checks._tokens_kept import Difference, Kept, difference, hits, shown
from mtreview.checks.base import Hit, SegmentCheck, source_span, target_span
from mtreview.issue import Category, Severity
from mtreview.segment import Side

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from mtreview.segment import Code
    from mtreview.view import SegmentView

_TAG = re.compile(r"<(/?)([A-Za-z_][\w:.-]{0,40})(?:\s([^<>]{0,2000}))?(/?)>")
_OPERAND = re.compile(r"<[A-Za-z_][^<>`]{0,60}>")
_SHOWN = 60
_BARE = re.compile(
    r"\s*(?:async|autoplay|checked|controls|defer|disabled|hidden|loop|multiple|muted|open|readonly|required|selected)?\s*/?"
)
_ATTRIBUTE = re.compile(r"""([\w:.-]{1,60})\s?=\s?("[^"]{0,2000}"|'[^']{0,2000}'|[^\s"'>]{1,2000})""")
_TRANSLATED = frozenset(
    {"alt", "title", "placeholder", "aria-label", "summary", "label", "lang", "hreflang", "xml:lang", "dir", "content"}
)
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)
_OPTIONAL = frozenset({"p", "li", "td", "tr", "th", "dt", "dd", "option"})
_OTHERS = """a abbr b bdi bdo big blockquote button caption center cite code del details div dl em fieldset figcaption
figure font footer form g h1 h2 h3 h4 h5 h6 header i ins kbd label legend main mark nav ol optgroup pre q s samp script
section select small span strike strong style sub summary sup svg table tbody tfoot thead tt u ul var video x"""
_HTML = _VOID.union(_OPTIONAL, _OTHERS.split())


_CODE = {"open": "⟦{}⟧", "close": "⟦/{}⟧", "standalone": "⟦{}/⟧"}


@dataclass(frozen=True, kw_only=True)
class Tags(SegmentCheck):
    """Report tags of XML or HTML, and inline codes, that were lost, added, changed or left open.

    Where a tag stands is the translator's choice, as is the text of attributes such as `alt`; a word in angle brackets
    that is no tag ("<file>") may be translated, but not lost.

    Bad:
        es: Pulse <b>Guardar</b> ahora.
        en: Press <b>Save[[<b>]] now.
        fix: </b>
    Good:
        es: La <i>casa</i> <b>blanca</b> de <fichero>
        en: The <b>white</b> <i>house</i> of <file>
    """

    severity: Severity = Severity.MAJOR

    category: ClassVar[Category] = Category.MARKUP
    needs: ClassVar[frozenset[str]] = frozenset({"source"})

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield each tag without its equal on the other side, then each that does not nest."""
        codes = view.segment.codes
        marked = codes or "<" in view.target or "<" in view.source
        if not (marked and view.has_source and view.target.strip()):
            return
        source, target = _read(view.source, view.target)
        found = difference(source, target)
        closed = {tag.key[1:] for tag in source if tag.key.startswith("/")}
        loose = [] if _loose(source, closed) else _loose(target, closed)
        yield from (self._ranked(hit, [*source, *target], broken=bool(loose)) for hit in hits(view, found, "tag", 0.95))
        if loose and found == Difference():
            yield from map(_unpaired, loose)
        if found == Difference():
            yield from _operands(view, source, target)
        if codes:
            one, two = (_codes(codes, side) for side in (Side.SOURCE, Side.TARGET))
            yield from hits(view, difference(one, two), "inline code", 0.9)

    def _ranked(self, hit: Hit, tags: Sequence[Kept], *, broken: bool) -> Hit:
        """Return a hit as minor where all that it leaves nests and goes where it went: emphasis lost or added."""
        places = {(span.start, span.end) for span in hit.spans}
        keys = [tag.key for tag in tags if (tag.start, tag.end) in places]
        heavy = broken or any(" " in key or key.endswith("/") or key.split(" ")[0] in _VOID for key in keys)
        return hit if heavy else replace(hit, severity=min(self.severity, Severity.MINOR))


def _operands(view: SegmentView, source: Sequence[Kept], target: Sequence[Kept]) -> Iterator[Hit]:
    """Yield the words in angle brackets that the target lost: "<file>" may become "<fichero>", but not nothing."""
    before, after = _words(view.source, source), _words(view.target, target)
    if not len(before) > len(after):
        return
    left = Counter(match[0] for match in after)
    lost = [match for match in before if match[0] not in left]
    if any("://" in match[0] or match[0][1:-1] in view.target for match in lost):
        return  # what a link or a cross-reference of its own wording points to
    if len(lost) == len(before) - len(after) or (not lost and len(before) - len(after) == 1):
        for match in lost:
            yield Hit(
                message=f'"{match[0][:_SHOWN]}" of the source is not in the translation',
                spans=(source_span(*match.span()),),
                confidence=0.8,
            )


def _words(text: str, tags: Sequence[Kept]) -> list[re.Match[str]]:
    starts = {tag.start for tag in tags}
    return [match for match in _OPERAND.finditer(text) if match.start() not in starts]


def _read(source: str, target: str) -> tuple[list[Kept], list[Kept]]:
    """Return the tags of both sides, without words in angle brackets that only look like one."""
    sides = [list(_TAG.finditer(text)) for text in (source, target)]
    sides = [[match for match in found if "=" in (rest := match[3] or "") or _BARE.fullmatch(rest)] for found in sides]
    closed = {match[2] for matches in sides for match in matches if match[1] or match[4] or match[3]}
    one, two = ([_kept(match) for match in found if match[2] in closed or match[2].lower() in _HTML] for found in sides)
    return one, two


def _kept(match: re.Match[str]) -> Kept:
    slash, name, rest, empty = match.groups(default="")
    if rest.endswith("/"):
        rest, empty = rest[:-1], "/"
    pairs = sorted(
        f"{attribute[1].lower()}={attribute[2].strip(chr(34) + chr(39))}"
        for attribute in _ATTRIBUTE.finditer(rest)
        if attribute[1].lower() not in _TRANSLATED
    )
    alone = "/" if empty and name.lower() not in _VOID else ""
    return Kept(" ".join((f"{slash}{name.lower()}{alone}", *pairs)), match[0], *match.span())


def _unpaired(tag: Kept) -> Hit:
    other = "opening" if tag.key.startswith("/") else "closing"
    return Hit(
        message=f'The tag "{shown(tag)}" stands where it has no {other} tag',
        spans=(target_span(tag.start, tag.end),),
        confidence=0.9,
    )


def _loose(tags: Sequence[Kept], closed: Collection[str]) -> list[Kept]:
    """Return the tags that have no partner: a closing one before it was opened, an opening one never closed.

    Args:
        tags: in text order.
        closed: names that the source closes, which are not those of HTML that never are: "link" and "input" of others.
    """
    open_tags: dict[str, list[Kept]] = {}
    loose: list[Kept] = []
    alone = (_VOID - set(closed)) | _OPTIONAL
    for tag in tags:
        name = tag.key.split(" ", 1)[0]
        if name.endswith("/") or name.strip("/") in alone:
            continue
        if not name.startswith("/"):
            open_tags.setdefault(name, []).append(tag)
        elif open_tags.get(name[1:]):
            open_tags[name[1:]].pop()
        else:
            loose.append(tag)
    return sorted((*loose, *(tag for left in open_tags.values() for tag in left)), key=lambda tag: tag.start)


def _codes(codes: Sequence[Code], side: Side) -> list[Kept]:
    """Return the inline codes of one side, annotations left out; no text can write them."""
    return [
        Kept(_CODE[code.kind].format(code.id), "", code.offset, code.offset)
        for code in codes
        if code.side is side and not code.raw.startswith("<mrk")
    ]
