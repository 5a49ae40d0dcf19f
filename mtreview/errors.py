"""What can go wrong, as one tree.

* MtreviewError
    * ConfigError       a setting, option, check or plugin that does not exist or does not fit
    * FormatError       an input file that cannot be read (carries path and line)
    * AlignmentError    two sides that cannot be aligned as asked
    * ModelError        weights that are missing, damaged or out of reach
    * StoreError        a review store that cannot be opened or written
    * EngineError       a batch engine that failed
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class MtreviewError(Exception):
    """Report bad input, settings or surroundings in one line a user can act on."""


class ConfigError(MtreviewError):
    """Report a setting, option, check or plugin that does not exist or does not fit."""


class FormatError(MtreviewError):
    """Report an input file that cannot be read.

    Args:
        path: the file as the user named it.
        line: 1-based line of the fault, or None where the whole file is at fault.
        reason: what is wrong and what to do, without the position.
    """

    def __init__(self, path: Path | str, line: int | None, reason: str) -> None:
        self.path = str(path)
        self.line = line
        self.reason = reason
        where = self.path if line is None else f"{self.path}:{line}"
        super().__init__(f"{where}: {reason}")

    def __reduce__(self) -> tuple[type[FormatError], tuple[str, int | None, str]]:
        return FormatError, (self.path, self.line, self.reason)


class AlignmentError(MtreviewError):
    """Report two sides that cannot be aligned as asked."""


class ModelError(MtreviewError):
    """Report weights that are missing, damaged or out of reach."""


class StoreError(MtreviewError):
    """Report a review store that cannot be opened or written."""


class EngineError(MtreviewError):
    """Report a batch engine that failed."""
