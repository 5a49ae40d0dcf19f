"""Term bases in TBX, versions 2 (`martif`) and 3 (`tbx`), read in either direction by their language tags."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mtreview import decoding, xml
from mtreview.errors import FormatError
from mtreview.glossary.term import Status, Term

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mtreview.xml import Element

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_LANGUAGES = {"es": "es", "spa": "es", "en": "en", "eng": "en"}
_STATUS = {
    "preferredterm": Status.PREFERRED, "preferred": Status.PREFERRED, "standardizedterm": Status.PREFERRED,
    "admittedterm": Status.ADMITTED, "admitted": Status.ADMITTED, "legalterm": Status.ADMITTED,
    "deprecatedterm": Status.FORBIDDEN, "deprecated": Status.FORBIDDEN, "supersededterm": Status.FORBIDDEN,
    "superseded": Status.FORBIDDEN, "obsolete": Status.FORBIDDEN, "forbidden": Status.FORBIDDEN,
}  # fmt: skip
_PARTS_OF_SPEECH = {"noun": "noun", "adjective": "adj", "verb": "verb", "adverb": "adv", "propernoun": "name"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    """Hold one term of one language."""

    text: str
    status: Status | None = None
    pos: str = ""


@dataclass(slots=True, kw_only=True)
class _Entry:
    """Hold one concept."""

    line: int
    words: dict[str, list[_Word]] = field(default_factory=lambda: {"es": [], "en": []})
    domain: str = ""
    note: str = ""


def read(path: Path) -> tuple[Term, ...]:
    """Return the rows that a TBX file amounts to: each Spanish term of an entry with each English one.

    An English term without a status is preferred where it is the entry's first, else admitted; a Spanish one that is
    deprecated is still a source.

    Raises:
        FormatError: the file cannot be read, is no TBX, or has no entry with both Spanish and English.
    """
    try:
        with path.open("rb") as file:
            data = decoding.whole(decoding.unzipped(file, str(path)), str(path))
    except FileNotFoundError:
        raise FormatError(path, None, "no such glossary") from None
    except OSError as error:
        raise FormatError(path, None, f"cannot be read: {error.strerror}") from None
    root = xml.parse(decoding.text(data, str(path), decoding.XML), str(path)).root
    if root.name not in {"martif", "tbx"}:
        raise FormatError(path, root.line, f'not TBX: its root is "{root.name[:40]}", not "martif" or "tbx"')
    found: dict[tuple[str, str, str], Term] = {}
    for name in ("termEntry", "conceptEntry"):
        for element in root.descendants(name):
            for term in _terms(_entry(element)):
                found.setdefault((term.source.casefold(), term.target, term.domain), term)
    if not found:
        raise FormatError(path, None, "no entry has both Spanish and English terms; a glossary needs es and en")
    return tuple(found.values())


def _entry(element: Element) -> _Entry:
    entry = _Entry(line=element.line)
    for child in element.elements():
        kind, value = _named(child)
        if kind == "subjectfield":
            entry.domain = value.lower()
        elif child.name == "note":
            entry.note = value
        elif child.name in {"langSet", "langSec"}:
            tag = (child.get(_LANG) or child.get("lang")).lower().replace("_", "-").partition("-")[0]
            language = _LANGUAGES.get(tag)
            if language:
                entry.words[language].extend(_words(child))
        elif child.name in {"descripGrp", "adminGrp"}:
            inner = (_named(part) for part in child.elements())
            entry.domain = next((text.lower() for name, text in inner if name == "subjectfield"), entry.domain)
    return entry


def _words(section: Element) -> Iterator[_Word]:
    for group in section.elements("tig", "ntig", "termSec", "termGrp"):
        inner = group.first("termGrp") or group
        term = inner.first("term")
        text = _text(term) if term is not None else ""
        if not text:
            continue
        notes = dict(_named(note) for part in (group, inner) for note in part.elements())
        status = notes.get("administrativestatus", notes.get("normativeauthorization", "")).lower()
        part = notes.get("partofspeech", "").lower().replace(" ", "")
        yield _Word(text=text, status=_STATUS.get(status.partition("-")[0]), pos=_PARTS_OF_SPEECH.get(part, ""))


def _named(element: Element) -> tuple[str, str]:
    """Return what an element says and its text: `<termNote type="x">` and `<min:x>` are the same."""
    return (element.get("type") or element.name).lower(), _text(element)


def _text(element: Element) -> str:
    return " ".join("".join(child if isinstance(child, str) else _text(child) for child in element.children).split())


def _terms(entry: _Entry) -> Iterator[Term]:
    for source in entry.words["es"]:
        first = True
        for target in entry.words["en"]:
            status = target.status or (Status.PREFERRED if first else Status.ADMITTED)
            first = first and status is Status.FORBIDDEN
            yield Term(
                source=source.text,
                target=target.text,
                status=status,
                domain=entry.domain,
                pos=source.pos,
                note=entry.note,
                line=entry.line,
            )
