from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mtreview.checks.base import Hit, SegmentCheck, replace_target, target_span
from mtreview.issue import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import SegmentView

_LONGEST = 200
_LONGEST_NAME = 60
_EDGE = 15  # segments of the top and of the end, where a page names its author

_CAPITAL = r"[^\W\d_a-záéíóúüñ][\w.'’-]{0,30}"
_NAME = rf"{_CAPITAL}(?: (?:(?:de|del|la|las|los|y|van|von|da|dos|di) ){{0,2}}{_CAPITAL}){{1,3}}"
_OUTLET = r"(?:EFE|Reuters|REUTERS|AFP|AP|Getty Images|Europa Press|ANSA|DPA|Xinhua|Bloomberg|Shutterstock|Unsplash)"
_BYLINE = re.compile(
    rf"(By|BY|Por|POR):? {_NAME}(?:(?:, | and | AND | y | Y | & ){_NAME}){{0,3}}(?: ?[,|/·•–-] ?[^.!?]{{0,40}})?"
)
_ALONE = re.compile(_NAME)
_CREDIT = re.compile(
    rf"(?:^|(?<=[.!?)\]”\"] )|(?<=[|–-] )|(?<=\())(?:"
    rf"(?P<label>Foto|Fotos|Fotografía|Imagen|Photo|Photos|Photograph|Image|Picture|Credit|Photo credit|Image credit)"
    rf"(?:(?P<colon>:) ?| by | ?[|/] ?)(?:{_OUTLET}\b[^.!?]{{0,40}}|{_NAME}(?: ?[/|(,·-] ?[^.!?]{{0,40}})?)"
    rf"|{_OUTLET}(?: ?/ ?{_NAME}| via {_OUTLET})|(?:AP|AFP|EFE) Photo(?: ?/ ?{_NAME})?|{_NAME} ?/ ?{_OUTLET}"
    rf")\)?\.?$"
)
_SPANISH_LABELS = {"Foto": "Photo", "Fotos": "Photos", "Fotografía": "Photo", "Imagen": "Image"}
_AGO = re.compile(
    r"(?:^|(?<=[|·•] ))[Hh]ace (\d{1,3}|una?) "
    r"(seg|min|horas?|hrs?|h\b|día|semana|mes|año)(?:undo|uto)?(?:e?s)?\.?(?=$| [|·•])"
)
_UNITS = {
    "seg": "second", "min": "minute", "hora": "hour", "horas": "hour", "hr": "hour", "hrs": "hour", "h": "hour",
    "día": "day", "semana": "week", "mes": "month", "año": "year",
}  # fmt: skip
_MONTHS = {
    "ene": "January", "feb": "February", "mar": "March", "abr": "April", "may": "May", "jun": "June", "jul": "July",
    "ago": "August", "sep": "September", "set": "September", "oct": "October", "nov": "November", "dic": "December",
}  # fmt: skip
_MONTH = (
    r"(ene(?:ro)?|feb(?:rero)?|mar(?:zo)?|abr(?:il)?|mayo?|jun(?:io)?|jul(?:io)?|ago(?:sto)?|se[pt](?:t?iembre)?|"
    r"oct(?:ubre)?|nov(?:iembre)?|dic(?:iembre)?)\.?"
)
_DATE = re.compile(
    rf"(?:^[^\d.!?]{{0,25}}?)(?P<date>\b(?:(Publicad[oa]|Actualizad[oa])(?: el)?:? )?(\d{{1,2}}) (?:de )?{_MONTH}"
    r"(?:,? (?:del? )?(\d{4}))?)(?:[ ,|·•–-]{1,3}\d{1,2}[:.h]\d\d ?(?:h|hs|hrs|horas)?\.?"
    r"| \((?:EFE|Europa Press|AFP|AP|Reuters)\)\.? ?[-–—]?.*)?$",
    re.IGNORECASE,
)
_HINT = re.compile(
    r"[Hh]ace (?:\d|una?\b)|^\s*(?:By|BY|Por|POR)\b|[/|]|Photo|Credit|Foto|Imag"
    r"|\d (?:de )?(?i:ene|feb|mar|abr|may|jun|jul|ago|se[pt]|oct|nov|dic)"
)


@dataclass(frozen=True, kw_only=True)
class BylineCaption(SegmentCheck):
    """Report what a page says around a text: who wrote it, who took a picture, and when.

    Only a rendering alone is looked at. What was left in Spanish ("Por Ana Gil", "hace 3 horas", "12 de mayo de 2024")
    is reported with its English; lines in English are only mentioned (neutral).

    Bad:
        en: [[hace 3 horas]]
        fix: 3 hours ago
    Bad:
        en: [[Por]] Lucía Benavente
    Good:
        en: By the way, Cesar Romero left three hours ago.
    """

    severity: Severity = Severity.MINOR

    category: ClassVar[Category] = Category.NON_CONTENT
    yields_to: ClassVar[frozenset[str]] = frozenset({"site-furniture", "player", "repeated-headline"})

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield what of a line is an author, a credit, an age or a date."""
        text = view.target
        if view.segment.source is not None or len(text) > _LONGEST or view.document.document.pieces:
            return
        if len(text) > _LONGEST_NAME and not _HINT.search(text):
            return
        ago, date = _AGO.search(text), _DATE.match(text)
        if ago:
            yield _ago(ago)
        elif date:
            yield _date(date, british=view.context.target == "en-GB")
        else:
            yield from _names(view, text.strip())


def _names(view: SegmentView, text: str) -> Iterator[Hit]:
    start = view.target.find(text)
    whole = start, start + len(text)
    near_edge = view.index < _EDGE or view.index >= len(view.document.segments) - _EDGE
    byline = _BYLINE.fullmatch(text)
    if byline and near_edge:
        word = byline[1]
        if word.lower() == "por":
            shown = "By" if word == "Por" else "BY"
            yield _spanish((start, start + len(word)), "The name of the author begins in Spanish", shown)
        else:
            yield _mention(whole, "This line names the author; it is not part of the text", 0.8)
        return
    credit = _CREDIT.search(text)
    if credit:
        label = credit["label"] or ""
        begin = start + credit.start()
        if label in _SPANISH_LABELS and not credit["colon"]:
            span = begin, begin + len(label)
            yield _spanish(span, "The label of this picture is in Spanish", _SPANISH_LABELS[label])
        elif label not in _SPANISH_LABELS:
            span = begin, start + credit.end()
            yield _mention(span, "This credit belongs to a picture, not to the text", 0.8)
    elif near_edge and _ALONE.fullmatch(text) and _beside_label(view):
        yield _mention(whole, "This line looks like the name of the author, not like a part of the text", 0.6)


def _beside_label(view: SegmentView) -> bool:
    """Say whether a label of the page, an age or a date stands right before or after."""
    segments = view.document.segments
    for index in (view.index - 1, view.index + 1):
        if 0 <= index < len(segments) and len(other := segments[index].target) <= _LONGEST:
            found = segments[index].residue_terms
            label = any(hit.concept.furniture and hit.end - hit.start > len(other) // 2 for hit in found)
            if label or _AGO.search(other) or _DATE.match(other) or view.context.glossary.is_label(other):
                return True
    return False


def _ago(match: re.Match[str]) -> Hit:
    count, unit = match[1], _UNITS[match[2].lower()]
    article = "an" if unit == "hour" else "a"
    shown = f"{article} {unit}" if count in {"un", "una", "1"} else f"{count} {unit}s"
    return _spanish(match.span(), "The age of the page is in Spanish", f"{shown} ago")


def _date(match: re.Match[str], *, british: bool) -> Hit:
    done, day, month, year = match[2], match[3], _MONTHS[match[4][:3].lower()], match[5]
    shown = f"{day} {month}" if british else f"{month} {day}"
    if year:
        shown = f"{shown} {year}" if british else f"{shown}, {year}"
    if done:
        shown = f"{'Published' if done[0] in 'Pp' else 'Updated'} on {shown}"
    return _spanish(match.span("date"), "The date of the page is in Spanish", shown)


def _spanish(span: tuple[int, int], message: str, shown: str) -> Hit:
    return Hit(
        message=f'{message}: "{shown}"',
        spans=(target_span(*span),),
        suggestion=replace_target(*span, shown),
        confidence=0.95,
    )


def _mention(span: tuple[int, int], message: str, confidence: float) -> Hit:
    return Hit(message=message, spans=(target_span(*span),), confidence=confidence, severity=Severity.NEUTRAL)
