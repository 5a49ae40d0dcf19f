from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from rapidfuzz.distance import OSA
from wordfreq import zipf_frequency

from mtreview.checks._tokens_kept import Difference, Kept, difference, hits
from mtreview.checks.base import Hit, SegmentCheck, replace_target, target_span
from mtreview.issue import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import SegmentView

_HINTS = ("://", "](", "] (", "@", "www.", ":`", "mailto:", "tel:")
_SITE = re.compile(r"\.(?:com|org|net|es|mx|gov|edu|info|io|uk|eu|ar|cl|gob)\b")
_LINK = re.compile(
    r"(?P<role>:(?:[a-z]{1,12}:)?[a-z]{2,12}:`(?P<shown>[^`<>]{0,200})(?:<(?P<to>[^`<>]{1,200})>)?`)"
    r"|(?P<markdown>(?<=\]\()[^()\s]{1,500}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?)"
    r"|(?P<url>(?:https?|ftps?|sftp|ssh|git|mailto|tel|wss?):(?://)?[^\s<>\"'“”«»`|\\]{2,2000})"
    r"|(?P<mail>(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,5}[A-Za-z]{2,10}\b)"
    r"|(?P<site>(?<![\w@./-])(?:[a-z0-9][\w-]{0,62}\.){1,4}"
    r"(?:com|org|net|es|mx|gov|edu|info|io|uk|eu|ar|cl|gob)\b(?![\w@-])(?:/[^\s<>\"'“”«»`|)\\]{1,500})?)",
)
_CODE_ROLES = frozenset({
    "func", "meth", "class", "mod", "attr", "data", "exc", "const", "member", "type", "macro", "envvar", "issue", "gh",
    "pep", "rfc", "source", "cve", "pypi", "program",
})  # fmt: skip
_SPACED = re.compile(r"\] \((?=(?:https?:|\.{0,2}/|#|www\.)[^\s()]{1,500}\))")
_LOCALE = {
    language: re.compile(
        rf"^(?:site )?{language}(?:-\w\w)?\.|(?<=[/=]){language}(?:[-_]\w{{2,3}})?(?=[/?&#]|$)", re.IGNORECASE
    )
    for language in ("es", "en")
}
_SCHEME = re.compile(r"^https?://(?:www\.)?", re.IGNORECASE)
_PROSE = "prose "
_MADE_UP = "ejemplo"
_EXAMPLE = re.compile(r"e(?:jemplo|xample)", re.IGNORECASE)
_PLACE = re.compile(r"\]\([^()\s#]{0,300}#([\w.%-]{3,200})\)")
_TAIL = ".,;:!?*_~'’…"


@dataclass(frozen=True, kw_only=True)
class Links(SegmentCheck):
    """Report web and e-mail addresses, and targets of Markdown and reStructuredText links, that were changed or lost.

    An address of the Spanish pages of a site may become that of the English ones, a place on the page ("#inicio") may
    be named anew, and a made-up address ("ejemplo.com") may be made up in English.

    Bad:
        es: Escriba a ayuda@example.org.
        en: Write to [[help@example.org]].
        fix: ayuda@example.org
    Bad:
        es: Lea [la guía](./guia.md).
        en: Read [the guide]([[./guide.md]]).
        fix: ./guia.md
    Good:
        es: Visite https://example.org/es/ayuda.
        en: Visit https://example.org/en/help.
    """

    severity: Severity = Severity.MAJOR

    category: ClassVar[Category] = Category.MARKUP

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield each address without its equal on the other side, and each Markdown link that a space breaks."""
        source, target = view.source, view.target
        if not (_hinted(target) or _hinted(source)) or not target.strip():
            return
        for match in _SPACED.finditer(target):
            if not _SPACED.search(source):
                yield Hit(
                    message="A space between the brackets breaks this Markdown link",
                    spans=(target_span(*match.span()),),
                    suggestion=replace_target(*match.span(), "]("),
                )
        if view.has_source:
            one, two = _comparable(_read(source), _read(target))
            found = difference(one, two)
            yield from (self._ranked(hit, [*one, *two]) for hit in hits(view, found, "link", 0.9))
            if found == Difference():
                yield from _misspelt_places(source, target)

    def _ranked(self, hit: Hit, links: list[Kept]) -> Hit:
        """Return a hit as minor where it is about a site's bare name, which prose may write without its ending."""
        places = {(span.start, span.end) for span in hit.spans}
        bare = all(link.key.startswith("site ") for link in links if (link.start, link.end) in places)
        return replace(hit, severity=min(self.severity, Severity.MINOR), confidence=0.7) if bare else hit


def _misspelt_places(source: str, target: str) -> Iterator[Hit]:
    """Yield each place on a page ("#uso") that the target spells with another letter, which no translation explains."""
    one, two = (_PLACE.findall(text) for text in (source, target))
    if Counter(one) == Counter(two):
        return
    new = [match for match in _PLACE.finditer(target) if match[1] not in one]
    lost = [place for place in one if place not in two or one.count(place) > two.count(place)]
    for match in new:
        meant = [place for place in lost if OSA.distance(place, match[1]) == 1]
        if meant and not _in_english(match[1], meant[0]):
            yield Hit(
                message=f'The place "#{meant[0]}" of the source became "#{match[1]}"',
                spans=(target_span(*match.span(1)),),
                suggestion=replace_target(*match.span(1), meant[0]),
                confidence=0.85,
            )


def _in_english(place: str, other: str) -> bool:
    """Say whether a place may be another one in English: all of its words are English ones."""
    words = set(place.split("-")) - set(other.split("-"))
    return all(zipf_frequency(word, "en") > 0 for word in words)


def _hinted(text: str) -> bool:
    if ":" in text or "]" in text or "@" in text or "www." in text:  # one of which each hint has in it
        return any(map(text.__contains__, _HINTS)) or bool(_SITE.search(text))
    return bool(_SITE.search(text))


def _read(text: str) -> list[Kept]:
    found = []
    for match in _LINK.finditer(text):
        kind = match.lastgroup or ""
        if match["role"] is not None:
            found.append(_role(match))
            continue
        shown = match[0].rstrip(_TAIL) if kind != "markdown" else match[0]
        if kind in {"url", "site"} and shown.endswith(")") and "(" not in shown:
            shown = shown.rstrip(")" + _TAIL)
        found.append(Kept(_key(shown, kind), shown, match.start(), match.start() + len(shown)))
    return found


def _role(match: re.Match[str]) -> Kept:
    """Return what a role of reStructuredText refers to; the key of mere prose has a mark."""
    name = match["role"].partition("`")[0].strip(":").rpartition(":")[2]
    part = "to" if match["to"] else "shown"
    mark = "" if match["to"] or name in _CODE_ROLES else _PROSE
    return Kept(mark + match[part].lstrip("~!"), match[part], *match.span(part))


def _comparable(one: list[Kept], two: list[Kept]) -> tuple[list[Kept], list[Kept]]:
    """Return the links of both sides without what may be translated: made-up ones, and prose that no role names."""
    if any(_MADE_UP in item.key.lower() for item in one):
        one, two = ([item for item in side if not _EXAMPLE.search(item.key)] for side in (one, two))
    known = {item.key for item in (*one, *two)}

    def plain(items: list[Kept]) -> list[Kept]:
        named = [item._replace(key=item.key.removeprefix(_PROSE)) for item in items]
        return [new for old, new in zip(items, named, strict=True) if old.key == new.key or new.key in known]

    return _localised(plain(one), plain(two))


def _key(link: str, kind: str) -> str:
    """Return what makes two links the same: not the scheme, nor a place on the page of a file beside this one.

    >>> _key("https://www.example.org/", "url"), _key("./guia.md#uno", "markdown"), _key("Ana@example.org", "mail")
    ('example.org', './guia.md', 'ana@example.org')
    """
    if kind == "mail":
        return link.lower()
    plain, scheme = _SCHEME.subn("", link if "://" in link else link.partition("#")[0])
    if not scheme and kind == "markdown":
        return plain
    host, slash, path = plain.rstrip("/").partition("/")
    plain = f"{host.lower()}{slash}{path}"
    return f"site {plain}" if kind == "site" else plain


def _site_of(key: str, language: str) -> str:
    """Return the site of a key that names its pages in a language, "" where it does not.

    >>> _site_of("es.example.org/gato", "es"), _site_of("example.org/es/gato", "es"), _site_of("example.org/en/", "es")
    ('example.org', 'example.org', '')
    """
    plain, found = _LOCALE[language].subn("", key)
    return plain.removeprefix("site ").partition("/")[0] if found else ""


def _localised(one: list[Kept], two: list[Kept]) -> tuple[list[Kept], list[Kept]]:
    """Return the links with the pages that a site has in both languages made the same, whatever their names."""
    there = {site for item in one if (site := _site_of(item.key, "es"))}
    if not there:
        return one, two

    def same(items: list[Kept]) -> list[Kept]:
        sites = [_site_of(item.key, "es") or _site_of(item.key, "en") or item.key.partition("/")[0] for item in items]
        return [
            item._replace(key=f"{site} *") if site in there else item for item, site in zip(items, sites, strict=True)
        ]

    return same(one), same(two)
