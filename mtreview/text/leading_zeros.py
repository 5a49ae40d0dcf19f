"""Codes that begin with zeros, such as "007", of which a translation keeps the number alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

# No part of a date, time, decimal, telephone number in groups, range or name of a file.
_CODE = re.compile(r"(?<![\w.,:/+#-])(?<!\d\s)0(?:0\d{1,10}|\d{2,11})(?![\w:/%ºª°-]|[.,]\d|\s\d)")
# Two figures may be a day, an hour or a year: only what is called a code is one.
_NAMED = re.compile(
    r"\b(?:c[oó]digo|clave|sala|puerta|habitaci[oó]n|agente|unidad|canal|extensi[oó]n|vuelo|matr[ií]cula|prefijo)\s(0\d)"
    r"(?![\w:/%ºª°-]|[.,]\d|\s\d)",
    re.IGNORECASE,
)
# What is only counted loses nothing: "capítulo 007" is chapter 7.
_COUNTED = re.compile(
    r"(?:cap[ií]tulo|episodio|p[aá]gina|parte|tomo|volumen|lecci[oó]n|ejercicio|figura|tabla|d[ií]a|a[nñ]o|n[uú]mero)\s$",
    re.IGNORECASE,
)
_REACH = 12
_MOST = 20


class Shortened(NamedTuple):
    """Pair a code with what the target has for it: offsets in source and target."""

    source: tuple[int, int]
    target: tuple[int, int]
    code: str


def shortened(source: str, target: str) -> Iterator[Shortened]:
    """Yield the codes of a source whose zeros a target left out, and has nowhere.

    >>> [item.code for item in shortened("El agente 007 llegó a las 05:07.", "Agent 7 arrived at 5:07.")]
    ['007']
    """
    if "0" not in source:
        return
    places = [(match.span(), match[0]) for match in _CODE.finditer(source)]
    places += [(match.span(1), match[1]) for match in _NAMED.finditer(source)]
    for place, code in places[:_MOST]:
        bare = code.lstrip("0")
        counted = _COUNTED.search(source, max(0, place[0] - _REACH), place[0])
        if code in target or not bare or counted:
            continue
        found = list(re.finditer(rf"(?<![\d.,:/])(?<!\d\s){bare}(?![\d:/%]|[.,]\d)", target))
        if len(found) == 1:
            yield Shortened(place, found[0].span(), code)
