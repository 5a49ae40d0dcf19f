"""Where every error becomes one line and an exit code."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING

import click

from mtreview.cli import console
from mtreview.errors import MtreviewError

if TYPE_CHECKING:
    from typing import NoReturn

PASS = 0
FAIL = 1
ERROR = 2
INTERRUPTED = 130
TERMINATED = 143


def guarded(group: click.Group) -> NoReturn:
    """Run the command line and leave with its exit code."""
    console.set_up()
    signal.signal(signal.SIGTERM, _terminated)
    sys.exit(_code(group))


def _terminated(*_: object) -> NoReturn:
    """Leave as an error would: with half-written files removed and the terminal as it was."""
    sys.exit(TERMINATED)


def _code(group: click.Group) -> int:
    try:
        result = group.main(prog_name="mtreview", standalone_mode=False)
    except click.exceptions.Exit as error:
        return error.exit_code
    except (click.ClickException, MtreviewError) as error:
        console.note(f"mtreview: {_line(error)}")
        return ERROR
    except (click.exceptions.Abort, KeyboardInterrupt):
        console.note("interrupted")
        return INTERRUPTED
    except console.ReaderGoneError:
        return ERROR
    return result if isinstance(result, int) else PASS


def _line(error: click.ClickException | MtreviewError) -> str:
    if isinstance(error, MtreviewError):
        return str(error)
    where = f" (see: {error.ctx.command_path} --help)" if isinstance(error, click.UsageError) and error.ctx else ""
    return f"{error.format_message()}{where}"
