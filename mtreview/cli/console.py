"""The only writer to standard output and standard error."""

from __future__ import annotations

import errno
import logging
import os
import sys
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, TypedDict

from mtreview.errors import MtreviewError
from mtreview.text.display import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from contextlib import AbstractContextManager


class _Written(TypedDict):
    encoding: str
    errors: str
    newline: str


_TEXT: _Written = {"encoding": "utf-8", "errors": "backslashreplace", "newline": "\n"}


class OutputError(MtreviewError):
    """Report an output that cannot be written."""


class ReaderGoneError(Exception):
    """Say that what read standard output, such as `head`, has enough."""


class _Handler(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        note(record.getMessage())


def set_up() -> None:
    """Make standard output UTF-8 whatever the locale, and show the program's log on standard error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(**_TEXT)
    log = logging.getLogger("mtreview")
    log.handlers[:] = [_Handler()]
    log.setLevel(logging.INFO)


def note(line: str) -> None:
    """Write one line for a person to standard error."""
    sys.stderr.write(f"{visible(line)}\n")


def is_terminal() -> bool:
    """Say whether standard error is a terminal, where progress may be shown."""
    return sys.stderr.isatty()


def progress(done: int, total: int | None, unit: str) -> None:
    """Show how far a run is, in place, where standard error is a terminal."""
    if is_terminal():
        sys.stderr.write(f"\r{done:,}{f' of {total:,}' if total else ''} {unit}\x1b[K")
        sys.stderr.flush()


def progress_end() -> None:
    """Clear the progress line."""
    if is_terminal():
        sys.stderr.write("\r\x1b[K")


def write(pieces: Iterable[str], path: Path | None = None) -> None:
    """Write output to a file, whole or not at all, or to standard output.

    Raises:
        OutputError: it cannot be written.
        ReaderGoneError: what read standard output stopped reading.
    """
    if path is None:
        _to_standard_output(pieces)
        return
    try:
        with _opened(path) as file:
            for piece in pieces:
                file.write(piece)
    except OSError as error:
        message = f"{path}: cannot write: {error.strerror}"
        raise OutputError(message) from error


def refuse_overwriting(output: Path | None, inputs: Iterable[Path]) -> None:
    """Refuse an output that would take the place of an input.

    Raises:
        OutputError: they are one file.
    """
    if output is None or not output.is_file():
        return
    if any(path.is_file() and path.samefile(output) for path in inputs):
        message = f"{output}: is an input, which the output would overwrite; name another file"
        raise OutputError(message)


def _to_standard_output(pieces: Iterable[str]) -> None:
    for piece in pieces:
        try:
            sys.stdout.write(piece)
        except OSError as error:
            raise _abandoned(error) from error
    try:
        sys.stdout.flush()
    except OSError as error:
        raise _abandoned(error) from error


def _abandoned(error: OSError) -> Exception:
    """Let nothing more be written at exit, and return what to tell of an error of standard output."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if isinstance(error, BrokenPipeError):
        return ReaderGoneError()
    return OutputError(f"standard output: cannot write: {error.strerror}")


def _opened(path: Path) -> AbstractContextManager[IO[str]]:
    """Open a device or a pipe as it is, and a file, or what a link points to, to be replaced at the end."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if path.exists() and not path.is_file():
        return path.open("w", **_TEXT)
    return _replacing(path.resolve())


@contextmanager
def _replacing(path: Path) -> Iterator[IO[str]]:
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "w", **_TEXT) as file:
            yield file
            os.fchmod(descriptor, 0o666 & ~_umask())
        Path(temporary).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(temporary).unlink()
        raise


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
