"""Reading term bases: CSV and TSV with a header, one row a rendering; TBX."""

from __future__ import annotations

import csv
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from mtreview import resources
from mtreview.errors import ConfigError, FormatError
from mtreview.glossary import tbx
from mtreview.glossary.fold import fold
from mtreview.glossary.match import Glossary
from mtreview.glossary.term import ALWAYS, FURNITURE, Concept, Status, Term
from mtreview.issue import Severity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

_FIELD_LIMIT = 10_000
_REQUIRED = ("source", "target", "status")
_STATUS = {str(status): status for status in Status}
_SEVERITY = {"": None, **{severity.label: severity for severity in Severity}}
_CASES = frozenset({"", "sensitive", "insensitive"})
_PARTS_OF_SPEECH = frozenset({"", "noun", "adj", "verb", "adv", "name", "phrase"})


def bundled() -> tuple[str, ...]:
    """Return the names of the term bases that come with the program."""
    return tuple(sorted(path.stem for path in resources.folder("glossaries").glob("*.csv")))


def locate(name: str) -> Path:
    """Return the file of a glossary: a path, or the name of a bundled one.

    Raises:
        ConfigError: there is no bundled one of that name.
    """
    if "/" in name or "\\" in name or "." in name:
        return Path(name)
    path = resources.folder("glossaries") / f"{name}.csv"
    if not path.is_file():
        message = f'no bundled glossary "{name}" (there are: {", ".join(bundled())}); a file is named with its suffix'
        raise ConfigError(message)
    return path


def _text(path: Path) -> str:
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise FormatError(path, None, "no such glossary") from None
    except OSError as error:
        raise FormatError(path, None, f"cannot be read: {error.strerror}") from None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise FormatError(path, line, "not UTF-8; save the glossary as UTF-8") from None


def _delimiter(path: Path, header: str) -> str:
    if path.suffix.lower() in {".tsv", ".tab"}:
        return "\t"
    return max(",\t;", key=header.count)


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield each row that is not blank: its line and its fields by column."""
    lines = _text(path).splitlines(keepends=True)
    if not any(line.strip() for line in lines):
        raise FormatError(path, None, "an empty glossary; it needs a header: source,target,status")
    rows = csv.reader(lines, delimiter=_delimiter(path, lines[0]), strict=True)
    line = 1
    try:
        header = [name.strip().lower() for name in next(rows)]
        missing = [name for name in _REQUIRED if name not in header]
        if missing:
            reason = f"no column {', '.join(missing)}; a glossary starts with a header: source,target,status"
            raise FormatError(path, 1, reason)
        line = rows.line_num + 1
        for cells in rows:
            if any(cell.strip() for cell in cells):
                if len(cells) > len(header):
                    raise FormatError(path, line, f"{len(cells)} fields under {len(header)} columns; quote commas")
                longest = max(map(len, cells))
                if longest > _FIELD_LIMIT:
                    raise FormatError(path, line, f"a field of {longest:,} characters; is a quote left open?")
                yield line, dict(zip(header, (" ".join(cell.split()) for cell in cells), strict=False))
            line = rows.line_num + 1
    except csv.Error as error:
        raise FormatError(path, line, f"not readable as a table: {error}") from None


def _one_of(path: Path, line: int, column: str, value: str, known: Collection[str]) -> str:
    if value not in known:
        names = ", ".join(sorted(name for name in known if name))
        raise FormatError(path, line, f'{column} "{value[:40]}" is unknown; there are {names}')
    return value


def _term(path: Path, line: int, row: dict[str, str]) -> Term:
    status = _STATUS[_one_of(path, line, "status", row.get("status", "").lower(), _STATUS)]
    source, target = row.get("source", ""), row.get("target", "")
    if not source and status is not Status.FORBIDDEN:
        raise FormatError(path, line, "an empty source term; only a forbidden row may leave it out")
    if not target and status is not Status.DO_NOT_TRANSLATE:
        raise FormatError(path, line, "an empty target term; only a do-not-translate row may leave it out")
    severity = _one_of(path, line, "severity", row.get("severity", "").lower(), _SEVERITY)
    return Term(
        source=source,
        target=target,
        status=status,
        domain=row.get("domain", "").lower(),
        case=_one_of(path, line, "case", row.get("case", "").lower(), _CASES),
        pos=_one_of(path, line, "pos", row.get("pos", "").lower(), _PARTS_OF_SPEECH),
        skip_if=row.get("skip_if", ""),
        note=row.get("note", ""),
        severity=_SEVERITY[severity],
        line=line,
    )


def read(path: Path | str) -> tuple[Term, ...]:
    """Return the rows of one term base.

    Raises:
        FormatError: it cannot be read, or a row is a duplicate, lacks a term, or has an unknown status.
    """
    path = Path(path)
    if path.suffix.lower() in {".tbx", ".tbxm"}:
        return tbx.read(path)
    terms: list[Term] = []
    seen: dict[tuple[str, str, str], Term] = {}
    for line, row in _rows(path):
        term = _term(path, line, row)
        key = (_exact(term.source).casefold(), _exact(term.target), term.domain)
        if term.case == "sensitive":
            key = (_exact(term.source), *key[1:])
        other = seen.setdefault(key, term)
        if other is not term:
            what = "a duplicate of" if other.status is term.status else f"{term.status}, but {other.status} in"
            raise FormatError(path, line, f'"{term.source}" -> "{term.target}" is {what} line {other.line}')
        terms.append(term)
    return tuple(terms)


def _exact(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _concept(terms: list[Term]) -> Concept:
    targets: dict[Status, list[str]] = {status: [] for status in Status}
    for term in terms:
        targets[term.status].append(term.target)
    skip = {fold(part).text.strip() for term in terms if term.skip_if for part in term.skip_if.split("|")}
    return Concept(
        source=terms[0].source,
        preferred=tuple(targets[Status.PREFERRED]),
        admitted=tuple(targets[Status.ADMITTED]),
        forbidden=tuple(targets[Status.FORBIDDEN]),
        do_not_translate=bool(targets[Status.DO_NOT_TRANSLATE]),
        domain=terms[0].domain,
        case=next((term.case for term in terms if term.case), ""),
        pos=next((term.pos for term in terms if term.pos), ""),
        skip_if=tuple(sorted(skip - {""})),
        note=next((term.note for term in terms if term.note), ""),
        severity=next((term.severity for term in terms if term.severity is not None), None),
    )


def concepts(terms: Iterable[Term]) -> tuple[Concept, ...]:
    """Return what rows add up to: one concept for each source term of a domain, in order of first rows.

    Rows without a source term are one concept each.
    """
    groups: dict[tuple[str, str, int], list[Term]] = {}
    for term in terms:
        source = term.source if term.case == "sensitive" else fold(term.source).text
        groups.setdefault((source, term.domain, 0 if source else term.line), []).append(term)
    return tuple(_concept(group) for group in groups.values())


@lru_cache(maxsize=8)
def load(paths: tuple[str, ...], domains: frozenset[str] = frozenset()) -> Glossary:
    """Return several term bases as one.

    Args:
        paths: files, or names of bundled ones, in order of precedence: what an earlier one says of a source term
            replaces what later ones say of it.
        domains: the fields of the texts, in lower case: terms of other fields are left out. Terms without a field,
            those of the page, false friends, names and bundled ones always count. Where empty, all do.

    Raises:
        FormatError: a file cannot be read.
        ConfigError: a name is not one of the bundled ones, or no term has one of the domains.
    """
    merged: list[Concept] = []
    known: set[tuple[str, bool]] = set()
    fields: set[str] = set()
    for name in paths:
        own = concepts(read(locate(name)))
        if domains and name not in bundled():
            fields.update(one.domain for one in own)
            own = tuple(one for one in own if one.domain in domains | ALWAYS)
        fresh = [one for one in own if not one.source or _key(one) not in known]
        known.update(_key(one) for one in own)
        merged.extend(fresh)
    if unknown := sorted(domains - fields):
        told = ", ".join(sorted(fields - ALWAYS)) or "none"
        message = f'domains: no term of the glossaries has the domain "{unknown[0]}"; their domains: {told}'
        raise ConfigError(message)
    return Glossary(tuple(merged))


def _key(concept: Concept) -> tuple[str, bool]:
    return fold(concept.source).text, concept.domain == FURNITURE
