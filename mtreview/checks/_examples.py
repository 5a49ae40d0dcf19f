"""What a check's docstring says: title, prose, options, and examples that are its documentation and its first test."""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mtreview.errors import ConfigError

if TYPE_CHECKING:
    from mtreview.checks.base import Check

_SECTION = re.compile(r"(Bad|Good|Attributes):\s*")
_FIELD = re.compile(r"(es|en|fix):(?: (.*))?")
_OPTION = re.compile(r"(\w+): (.*)")
_MARK = re.compile(r"\[\[(.*?)\]\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Hold one segment of an example.

    Attributes:
        source: the Spanish text; None where the example has no source.
        target: the English text, without marks.
        marks: code-point ranges of the target that are flagged; all of it where the segment as a whole is.
        fix: what the suggestion puts in place of the first mark, empty to delete; None where nothing is suggested.
    """

    source: str | None
    target: str
    marks: tuple[tuple[int, int], ...] = ()
    fix: str | None = None

    @property
    def fixed(self) -> str:
        """Return the target with the fix in place of the first mark, unchanged where there is none."""
        if self.fix is None or not self.marks:
            return self.target
        start, end = self.marks[0]
        return self.target[:start] + self.fix + self.target[end:]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Hold what a check's docstring says.

    Attributes:
        title: its first sentence.
        prose: the paragraphs between the title and the examples, lines joined, a blank line between paragraphs.
        options: name and meaning of each field that the docstring describes.
        bad: examples that are flagged; each is the lines of one document.
        good: examples that are not.
    """

    title: str
    prose: str
    options: tuple[tuple[str, str], ...]
    bad: tuple[tuple[Line, ...], ...]
    good: tuple[tuple[Line, ...], ...]


def explanation(check: type[Check]) -> Explanation:
    """Return what the docstring of a check says, with the options that it shares with others from theirs.

    Raises:
        ConfigError: it has no docstring, or an example that cannot be read.
    """
    try:
        own, *shared = [parse(kind.__dict__["__doc__"] or "") for kind in check.__mro__ if _describes(kind)]
        return replace(own, options=(*own.options, *(pair for other in shared for pair in other.options)))
    except ValueError as error:
        message = f"docstring of check {check.id()}: {error}"
        raise ConfigError(message) from error


def parse(docstring: str) -> Explanation:
    """Return what a docstring says.

    Raises:
        ValueError: an example cannot be read, or there is no title.
    """
    head: list[str] = []
    sections: list[tuple[str, list[str]]] = []
    for line in inspect.cleandoc(docstring).splitlines():
        opening = _SECTION.fullmatch(line)
        if opening:
            sections.append((opening[1], []))
        elif line.startswith(" ") and sections:
            sections[-1][1].append(line)
        elif line and sections:
            message = f'expected an indented line, not "{line}"'
            raise ValueError(message)
        elif not sections:
            head.append(line)
    title, *prose = [" ".join(part.split()) for part in "\n".join(head).split("\n\n") if part.strip()] or [""]
    if not title:
        message = "no title"
        raise ValueError(message)
    return Explanation(
        title=title,
        prose="\n\n".join(prose),
        options=tuple(pair for name, lines in sections if name == "Attributes" for pair in _pairs(lines, _OPTION)),
        bad=tuple(_example(lines, bad=True) for name, lines in sections if name == "Bad"),
        good=tuple(_example(lines, bad=False) for name, lines in sections if name == "Good"),
    )


def _describes(kind: type) -> bool:
    """Say whether a class is a check or what several checks share, not what every check is."""
    return hasattr(kind, "yields_to") and kind.__module__ != "mtreview.checks.base"


def _pairs(lines: list[str], pattern: re.Pattern[str]) -> list[tuple[str, str]]:
    """Return the key and text of each entry; a line that is indented deeper continues the one before."""
    depth = min(len(line) - len(line.lstrip()) for line in lines) if lines else 0
    pairs: list[tuple[str, str]] = []
    for line in lines:
        entry = pattern.fullmatch(line[depth:])
        if entry:
            pairs.append((entry[1], entry[2] or ""))
        elif pairs and line[depth:].startswith(" "):
            key, text = pairs[-1]
            pairs[-1] = key, f"{text} {line.strip()}".lstrip()
        else:
            message = f'cannot read "{line.strip()}"'
            raise ValueError(message)
    return pairs


def _example(lines: list[str], *, bad: bool) -> tuple[Line, ...]:
    """Return the segments of one example; a bad one without marks is flagged as a whole."""
    found: list[Line] = []
    source: str | None = None
    for key, text in _pairs(lines, _FIELD):
        if key == "es":
            source = text
        elif key == "en":
            found.append(_line(source, text))
            source = None
        elif found and found[-1].fix is None:
            last = found[-1]
            found[-1] = Line(source=last.source, target=last.target, marks=last.marks, fix=text)
        else:
            message = f'"fix: {text}" belongs to no "en:"'
            raise ValueError(message)
    if not found or source is not None:
        message = 'an example ends with its "en:" line'
        raise ValueError(message)
    marked = any(line.marks for line in found)
    if marked != bad and not (bad and len(found) == 1):
        message = "a bad example marks what is flagged, a good one nothing"
        raise ValueError(message)
    if bad and not marked:
        only = found[0]
        found = [Line(source=only.source, target=only.target, marks=((0, len(only.target)),), fix=only.fix)]
    return tuple(found)


def _line(source: str | None, marked: str) -> Line:
    """Return a segment whose target's `[[…]]` are taken out and kept as ranges."""
    marks: list[tuple[int, int]] = []
    target = ""
    done = 0
    for mark in _MARK.finditer(marked):
        target += marked[done : mark.start()]
        marks.append((len(target), len(target) + len(mark[1])))
        target += mark[1]
        done = mark.end()
    return Line(source=source, target=target + marked[done:], marks=tuple(marks))
