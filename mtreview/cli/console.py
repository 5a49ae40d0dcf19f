"""The only writer to standard output and standard error."""

from __future__ import annotations

import logging
import os
import sys
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from mtreview.errors import MtreviewError
from mtreview.text.display import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class OutputError(MtreviewError):
    """Report an output that cannot be written."""


class _Handler(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        note(record.getMessage())


def set_up() -> None:
    """Make standard output UTF-8 whatever the locale, and show the program's log on standard error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
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
        OutputError: the file cannot be written.
    """
    if path is None:
        for piece in pieces:
            sys.stdout.write(piece)
        sys.stdout.flush()
        return
    with _replacing(path) as file:
        for piece in pieces:
            os.write(file, piece.encode("utf-8"))


@contextmanager
def _replacing(path: Path) -> Iterator[int]:
    try:
        descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        message = f"{path}: cannot write: {error.strerror}"
        raise OutputError(message) from error
    try:
        yield descriptor
        os.fchmod(descriptor, 0o666 & ~_umask())
        os.close(descriptor)
        Path(temporary).replace(path)
    except BaseException as error:
        with suppress(OSError):
            Path(temporary).unlink()
        if isinstance(error, OSError):
            message = f"{path}: cannot write: {error.strerror}"
            raise OutputError(message) from error
        raise


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
