"""What the user named: files, folders, globs or standard input, and the format that reads each."""

from __future__ import annotations

import glob
import os
import re
import sys
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mtreview import decoding, plugins
from mtreview.errors import ConfigError, FormatError
from mtreview.formats.base import Format, Origin, refuse

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from io import BufferedReader

    from mtreview.formats.base import Reject
    from mtreview.segment import Document

STDIN = Path("-")

_UNREAD = {
    ".tmx": "TMX is not read yet; convert it to TSV or XLIFF",
    ".zst": "Zstandard is not read yet; decompress it first",
    ".parquet": "Parquet is not read yet; convert it to JSONL",
}
_HEAD = 4096
_TAG = re.compile(r"[._-](?:en|es|eng|spa)(?:[-_][a-z0-9]{2,3})?$")


def resolve(names: Iterable[str | Path]) -> list[Path]:
    """Return the files that the names stand for, each once: a folder's readable files, a glob's matches, `-` itself.

    Raises:
        FormatError: a name stands for no file, or a folder holds nothing that is read.
    """
    found: dict[Path, None] = {}
    for name in names:
        found.update(dict.fromkeys(_expanded(str(name))))
    if not found:
        message = "no input: name a file, a folder, a glob, or - for standard input"
        raise ConfigError(message)
    return list(found)


def read_once(paths: Iterable[Path]) -> None:
    """Refuse to read standard input for two of the paths.

    Raises:
        ConfigError: more than one of them is `-`.
    """
    if sum(path == STDIN for path in paths) > 1:
        message = "standard input can be read once only: name a file for one side"
        raise ConfigError(message)


def _expanded(name: str) -> list[Path]:
    path = Path(name)
    if path == STDIN:
        return [STDIN]
    if path.is_dir():
        return _folder(path)
    if path.exists() or not glob.has_magic(name):
        return [path] if path.exists() else _missing(name)
    matches = [Path(match) for match in sorted(glob.glob(name, recursive=True))]  # noqa: PTH207 - takes absolute globs
    files = [file for match in matches for file in (_folder(match) if match.is_dir() else [match])]
    if not files:
        raise FormatError(name, None, "matches no file")
    return files


def _missing(name: str) -> list[Path]:
    raise FormatError(name, None, "no such file or folder")


def _folder(folder: Path) -> list[Path]:
    """Return the files below a folder that some format reads, sorted; hidden ones are left out."""
    known = tuple(_by_extension())
    found: list[Path] = []
    for root, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        readable = (name for name in files if name.lower().removesuffix(".gz").endswith(known))
        found.extend(Path(root, name) for name in readable if not name.startswith("."))
    if not found:
        raise FormatError(folder, None, f"no file in it that is read; these are: {' '.join(known)}")
    return sorted(found)


@cache
def _formats() -> tuple[type[Format], ...]:
    return tuple(plugins.load("formats", name, Format) for name in plugins.names("formats"))


@cache
def _by_extension() -> dict[str, type[Format]]:
    return {extension: kind for kind in _formats() for extension in kind.extensions}


def read(
    path: Path,
    *,
    root: Path | None = None,
    language: Literal["es", "en"] = "en",
    as_is: bool = False,
    reject: Reject = refuse,
) -> Iterator[Document]:
    """Yield the documents of a file, in the format that its extension says, else its content.

    Args:
        path: a file, or `-` for standard input.
        root: a document is named by its path relative to this folder; the current one where it is None.
        language: of a text of one side.
        as_is: read a file that declares other languages than Spanish and English.
        reject: is called with the error of each bad record; `refuse` raises it.

    Raises:
        FormatError: the file cannot be opened or read.
    """
    with opened(path) as stream:
        kind = _kind(path, stream)
        origin = Origin(path=shown(path), name=name_of(path, root), reject=reject)
        yield from kind(language=language, as_is=as_is).read(stream, origin)


def read_one_side(path: Path, language: Literal["es", "en"], *, root: Path | None = None) -> Document:
    """Return a text of one side, one segment a sentence, the text in `target`.

    Raises:
        FormatError: the file cannot be read, or holds pairs.
    """
    with opened(path) as stream:
        kind = _kind(path, stream)
        if kind.bilingual:
            raise FormatError(shown(path), None, "holds both sides; a text of one side is needed here")
        return next(kind(language=language).read(stream, Origin(path=shown(path), name=name_of(path, root))))


def read_pair(target: Path, source: Path, *, root: Path | None = None, reject: Reject = refuse) -> Iterator[Document]:
    """Yield windows of the pairs of two files whose lines correspond.

    Raises:
        FormatError: a file cannot be read, or they differ in length.
    """
    from mtreview.formats.moses import Moses  # noqa: PLC0415 - only where it is asked for

    with opened(target) as target_stream, opened(source) as source_stream:
        origin = Origin(path=shown(target), name=name_of(target, root), reject=reject)
        yield from Moses().read_pair(target_stream, source_stream, origin, shown(source))


def candidates_for(target: Path, folder: Path, renderings: Collection[Path] = ()) -> tuple[bool, list[Path]]:
    """Return whether any file of a folder is named as a rendering is, and those named most alike, else all of them.

    Named alike is what differs in a language tag and the extension alone. Where several are, those whose folders are
    named alike as well: `en/2026/a.en.txt` has its original in `es/2026/a.html`.

    Args:
        target: the rendering.
        folder: where its original is looked for.
        renderings: files that are none, should they lie in the folder; the rendering itself never is.

    Raises:
        FormatError: the folder holds nothing that is read, or renderings alone.
    """
    ours = _untagged(target)
    known = {path.resolve() for path in (target, *renderings)}
    found: dict[int, list[Path]] = {}
    for path in _folder(folder):
        if path.resolve() in known:
            continue
        theirs = _untagged(path)
        alike = next((n for n, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), len(theirs))
        found.setdefault(alike, []).append(path)
    if not found:
        raise FormatError(folder, None, "no file in it but the renderings themselves")
    best = max(found)
    return best > 0, found[best]


def no_original(target: Path, folder: Path, named: Sequence[Path]) -> FormatError:
    """Return the error of a rendering whose original is not found.

    Args:
        target: the rendering.
        folder: where it was looked for.
        named: files of its name, of which none was clearly the one.
    """
    name = f'of the name "{_untagged(target)[0]}" in {shown(folder)}'
    if named:
        reason = f"several files {name}, and none of them is clearly about the same: {' '.join(map(shown, named[:3]))}"
    else:
        reason = f"no file {name}, and none that is clearly about the same"
    return FormatError(shown(target), None, f"{reason}; name the original itself")


def _untagged(path: Path) -> list[str]:
    """Return the parts of a path from its last: the name without its extension and language tag, then the folders."""
    name = path.name.lower().removesuffix(".gz").rpartition(".")[0] or path.name.lower()
    return [_TAG.sub("", name), *(part.lower() for part in reversed(path.absolute().parent.parts))]


def read_lines(path: Path) -> list[str]:
    """Return the lines of a file without their ends, blank ones too.

    Raises:
        FormatError: the file cannot be read.
    """
    with opened(path) as stream:
        return [line.rstrip("\r\n") for line in decoding.lines(stream, shown(path))]


def is_bilingual(path: Path) -> bool:
    """Say whether a file holds both sides.

    Raises:
        FormatError: the file cannot be opened.
    """
    kind = _named(path)
    if kind is None and path != STDIN:
        with opened(path) as stream:
            kind = _kind(path, stream)
    return kind is None or kind.bilingual


def shown(path: Path) -> str:
    """Return a path as messages and locations show it."""
    return "<stdin>" if path == STDIN else path.as_posix()


def name_of(path: Path, root: Path | None = None) -> str:
    """Return the name of a file's document: its path relative to a folder where it lies in it, with slashes."""
    if path == STDIN:
        return "stdin"
    folder = (root or Path.cwd()).resolve()
    full = path.absolute()
    return full.relative_to(folder).as_posix() if full.is_relative_to(folder) else path.as_posix()


@contextmanager
def opened(path: Path) -> Iterator[BufferedReader]:
    """Open a file's plain bytes.

    Raises:
        FormatError: it is missing, a folder, not permitted, or of a kind that is not read.
    """
    if path == STDIN:
        yield decoding.unzipped(sys.stdin.buffer, shown(path))
        return
    reason = _UNREAD.get(path.suffix.lower())
    if reason:
        raise FormatError(shown(path), None, reason)
    try:
        stream = path.open("rb")
    except FileNotFoundError:
        raise FormatError(shown(path), None, "no such file or folder") from None
    except OSError as error:
        raise FormatError(shown(path), None, f"cannot be read: {error.strerror}") from None
    with stream:
        yield decoding.unzipped(stream, shown(path))


def _named(path: Path) -> type[Format] | None:
    name = path.name.lower().removesuffix(".gz")
    return next((kind for extension, kind in _by_extension().items() if name.endswith(extension)), None)


def _kind(path: Path, stream: BufferedReader) -> type[Format]:
    kind = _named(path)
    if kind:
        return kind
    head = stream.peek(_HEAD)[:_HEAD]
    encoding, start = decoding.encoding_of(head, shown(path))
    text = head[start:].decode(encoding, "replace")
    if path.suffix.lower() == ".json" and text.lstrip().startswith("["):
        raise FormatError(shown(path), 1, "a JSON array; write one object a line, as JSONL has it")
    if text.lstrip().startswith("<?xml") and not any(kind.recognises(text) for kind in _formats()):
        raise FormatError(shown(path), 1, "XML, but not XLIFF or HTML; no other kind of it is read")
    return next((kind for kind in _formats() if kind.recognises(text)), _by_extension()[".txt"])
