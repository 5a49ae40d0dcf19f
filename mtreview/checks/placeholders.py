from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from mtreview.checks._tokens_kept import Kept, difference, hits
from mtreview.checks.base import Hit, SegmentCheck, replace_target, source_span, target_span
from mtreview.issue import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import SegmentView

_TOKEN = re.compile(
    r"(?P<url>\w{2,10}://[^\s<>\"]+)"
    r"|(?P<double>\{\{\s?#?[\w.]{1,60}\s?\}\}|\{%[^{}%]{1,80}%\})"
    r"|(?P<icu>\{\s?\w{1,60}\s?,\s?(?:plural|select|selectordinal|number|date|time|spellout|ordinal)\b)"
    r"|(?P<brace>[$#]?\{[\w.\-\[\]]{0,60}(?:![rsa])?(?::[^\s{}]{0,20})?\})"
    r"|(?P<named>%(?:\([\w.\- ]{1,60}\)|\{\w{1,60}\}|<\w{1,60}>)[-+0#]{0,3}\d{0,3}(?:\.\d{1,3})?[a-zA-Z])"
    r"|(?P<windows>(?<![\w%])%[A-Za-z]\w{2,40}%(?!\w))"
    r"|(?P<percent>%%)"
    r"|(?P<printf>(?<![\d%])%(?:\d{1,2}\$)?[-+0#']{0,3}(?:\d{1,3}|\*)?(?:\.(?:\d{1,3}|\*))?"
    r"(?:hh?|ll?|[Lqjzt])?[sdifuxXoeEgGcp@](?![A-Za-z]{2}))"
    r"|(?P<qt>(?<![\w%])%L?(?:\d{1,2}|n\b)(?![\d$%.,]))"
)
_CLOCK = re.compile(r"%-?[YHMBAmbyj]\b")
_CLOCK_PART = re.compile(r"(?<!%)%-?[A-Za-z]\b")
_BRANCH = re.compile(r"[\w=]\s?$")
_KEY = re.compile(r"(?<![A-Z])&(?!#?\w{1,10};)[^\W\d_]")
_LONGEST_LABEL = 60
_BROKEN = re.compile(r"[\w.]+")


@dataclass(frozen=True, kw_only=True)
class Placeholders(SegmentCheck):
    """Report placeholders that were lost, added, translated or broken: "%s", "%(name)s", "{0}", "${x}", "{{x}}", "%1".

    Of a message with plural forms only the names of the arguments are compared. The mark of a keyboard shortcut that is
    gone ("&File") is only mentioned (neutral).

    Bad:
        es: Hola, {nombre}: tiene %d mensajes.
        en: Hello, [[{name}]]: you have %d messages.
        fix: {nombre}
    Bad:
        es: Se borró %s.
        en: [[% S]] was deleted.
        fix: %s
    Good:
        es: Un 50 % de %1$s en {0}
        en: In {0}, 50% of %1$s
    """

    severity: Severity = Severity.MAJOR

    category: ClassVar[Category] = Category.MARKUP
    needs: ClassVar[frozenset[str]] = frozenset({"source"})

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield each placeholder without its equal on the other side."""
        source, target = view.source, view.target
        if "%" not in target and "{" not in target and "%" not in source and "{" not in source and "&" not in source:
            return
        if not (view.has_source and target.strip()):
            return
        yield from _shortcuts(source, target)
        one, two = _read(source), _read(target)
        if not one and not two and not _CLOCK.search(source):
            return
        if not any(item.key.startswith("%") and item.key != "%%" for item in one):
            one, two = ([item for item in side if item.key != "%%"] for side in (one, two))
        forms = any(item.key.endswith(",") for item in (*one, *two))
        found = difference(one, two, counted=not forms)
        found = replace(found, missing=(*found.missing, *_clock_lost(source, target)))
        left = []
        for lost in found.missing:
            broken = _broken(lost.text, target)
            if broken:
                yield _repaired(lost, broken)
            else:
                left.append(lost)
        yield from hits(view, replace(found, missing=tuple(left)), "placeholder", 0.95)


def _read(text: str) -> list[Kept]:
    """Return the placeholders of a text; those of a clock's format may be in another order and number elsewhere."""
    clock = "%" in text and _CLOCK.search(text)
    found: list[Kept] = []
    forms = False
    for match in _TOKEN.finditer(text):
        kind, shown = match.lastgroup, match[0]
        if kind == "url" or (clock and kind in {"printf", "windows", "percent"}):
            continue
        if kind == "icu":
            forms = True
            name = shown[1:].split(",")[0].strip()
            found.append(Kept(f"{{{name},", "", *match.span()))
        elif not (kind == "brace" and forms and _BRANCH.search(text, max(0, match.start() - 2), match.start())):
            found.append(Kept("".join(shown.split()), shown, *match.span()))
    return found


def _clock_lost(source: str, target: str) -> list[Kept]:
    """Return the parts of a clock's format that are gone, where none came for them: another order or clock is good."""
    if not (_CLOCK.search(source) and _CLOCK.search(target)):
        return []
    one, two = (
        [Kept(part[0], part[0], *part.span()) for part in _CLOCK_PART.finditer(text)] for text in (source, target)
    )
    found = difference(one, two)
    return [] if found.changed or found.extra else list(found.missing)


def _broken(text: str, target: str) -> re.Match[str] | None:
    """Return where a placeholder stands in the target with spaces in it, in another case, or with a bracket gone."""
    if not text or len(text) > _LONGEST_LABEL or text == "%%":
        return None
    spaced = re.compile(r"\s?".join(map(re.escape, text)) + r"(?!\w)", re.IGNORECASE).search(target)
    if spaced or "{" not in text:
        return spaced
    name = _BROKEN.search(text)
    if not name:
        return None
    word = re.escape(name[0])
    return re.search(rf"\{{{{1,2}}\s?{word}\b\s?[)\]]?|(?<![\w{{])[(\[]?{word}\s?\}}{{1,2}}", target)


def _repaired(lost: Kept, broken: re.Match[str]) -> Hit:
    return Hit(
        message=f'The placeholder "{lost.text}" of the source is broken: "{" ".join(broken[0].split())}"',
        spans=(target_span(*broken.span()), source_span(lost.start, lost.end)),
        suggestion=replace_target(*broken.span(), lost.text) if broken[0] != lost.text else None,
        confidence=0.95,
    )


def _shortcuts(source: str, target: str) -> Iterator[Hit]:
    """Yield that the source's one keyboard shortcut is not in the target."""
    if "&" not in source or len(source) > _LONGEST_LABEL:
        return
    marks = list(_KEY.finditer(source))
    if len(marks) == 1 and "&" not in target:
        yield Hit(
            message=f'The source marks the shortcut key "{marks[0][0]}", the translation none',
            spans=(source_span(*marks[0].span()),),
            confidence=0.6,
            severity=Severity.NEUTRAL,
        )
