r"""Gettext PO, after https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO, ClassVar

from mtreview import decoding
from mtreview.errors import FormatError
from mtreview.formats import _direction
from mtreview.formats.base import Format, check_length
from mtreview.segment import Document, Location, Segment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.formats.base import Origin

_FIELD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr(?:\[\d{1,2}\])?)[ \t]*(?=\")")
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
_ESCAPE = re.compile(r"\\(?:([0-7]{1,3})|x([0-9A-Fa-f]{1,2})|(.))", re.DOTALL)
_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_HEADER = re.compile(r"^(Language|X-Source-Language)[ \t]*:[ \t]*(\S*)", re.MULTILINE)


@dataclass(slots=True)
class _Entry:
    """Hold one message: its fields, and the line of each."""

    texts: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    fuzzy: bool = False

    @property
    def is_header(self) -> bool:
        """Say whether it describes the file."""
        return not self.texts["msgid"] and "msgctxt" not in self.texts


@dataclass(frozen=True, kw_only=True)
class Gettext(Format):
    """Read messages: `msgid` is the source, `msgstr` the target; each plural form is a segment of its own."""

    extensions: ClassVar[tuple[str, ...]] = (".po", ".pot")
    bilingual: ClassVar[bool] = True

    @classmethod
    def recognises(cls, head: str) -> bool:
        """Say whether a message begins near the start."""
        return head.startswith('msgid "') or '\nmsgid "' in head

    def documents(self, stream: BinaryIO, origin: Origin) -> Iterator[Document]:
        """Yield the file as one document."""
        text = decoding.text(decoding.whole(stream, origin.path), origin.path, decoding.PO)
        found: list[Segment] = []
        number = 0
        for entry in _entries(text.split("\n"), origin.path):
            if entry.is_header:
                if not self.as_is:
                    _check_header(entry, origin.path)
                continue
            number += 1
            found.extend(_segments(entry, number, origin))
        yield Document(id=origin.name, path=origin.path, format=self.id(), segments=tuple(found))


def _check_header(entry: _Entry, path: str) -> None:
    declared = dict(_HEADER.findall(entry.texts.get("msgstr", "")))
    _direction.check(path, entry.lines["msgid"], declared.get("X-Source-Language", ""), declared.get("Language", ""))


def _entries(lines: list[str], path: str) -> Iterator[_Entry]:
    """Yield the messages; obsolete ones are comments.

    Raises:
        FormatError: a line is neither comment, field nor string, or a message lacks a field.
    """
    entry, name = _Entry(), ""
    for number, raw in enumerate(lines, 1):
        line = raw.strip()
        if line.startswith("#"):
            if entry.texts:
                yield _complete(entry, path)
                entry, name = _Entry(), ""
            entry.fuzzy = entry.fuzzy or (line.startswith("#,") and "fuzzy" in re.split(r"[,\s]+", line))
            continue
        start = _FIELD.match(line)
        if start:
            name = start.group(1)
            if name in {"msgctxt", "msgid"} and any(key.startswith("msgstr") for key in entry.texts):
                yield _complete(entry, path)
                entry = _Entry()
            if name in entry.texts:
                raise FormatError(path, number, f"a second {name} in one message; a blank line or a msgstr is missing")
            entry.texts[name] = ""
            entry.lines[name] = number
            line = line[start.end() :]
        if line:
            entry.texts[name] = entry.texts.get(name, "") + _string(line, name, path, number)
    if entry.texts:
        yield _complete(entry, path)


def _string(line: str, name: str, path: str, number: int) -> str:
    quoted = _STRING.fullmatch(line) if name else None
    if not quoted:
        raise FormatError(path, number, "neither a comment, a field nor a closed string; is this a PO file?")
    return _ESCAPE.sub(_unescaped, quoted.group(1)) if "\\" in line else quoted.group(1)


def _unescaped(match: re.Match[str]) -> str:
    octal, hexadecimal, letter = match.groups()
    if letter:
        return _LETTERS.get(letter, letter)
    return chr(int(octal, 8) if octal else int(hexadecimal, 16))


def _complete(entry: _Entry, path: str) -> _Entry:
    first = min(entry.lines.values())
    if "msgid" not in entry.texts:
        raise FormatError(path, first, "a message without msgid")
    if not any(name.startswith("msgstr") for name in entry.texts):
        raise FormatError(path, first, "a message without msgstr")
    return entry


def _segments(entry: _Entry, number: int, origin: Origin) -> Iterator[Segment]:
    context = (("msgctxt", entry.texts["msgctxt"]),) if "msgctxt" in entry.texts else ()
    for name, target in entry.texts.items():
        if not name.startswith("msgstr"):
            continue
        form = name[len("msgstr") :]
        key = "msgid_plural" if form not in {"", "[0]"} and "msgid_plural" in entry.texts else "msgid"
        check_length(origin.path, entry.lines[name], target, entry.texts[key])
        yield Segment(
            id=f"{number}{form}",
            source=entry.texts[key],
            target=target,
            document=origin.name,
            location=Location(path=origin.path, line=entry.lines[name]),
            source_location=Location(path=origin.path, line=entry.lines[key]),
            state="fuzzy" if entry.fuzzy else "",
            extra=context,
        )
