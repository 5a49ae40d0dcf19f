"""What a term base says: its rows, the concepts they add up to, and where a concept was found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mtreview.issue import Severity

FURNITURE = "furniture"
FALSE_FRIENDS = "false friends"
NAMES = "names"
ALWAYS = frozenset({"", FURNITURE, FALSE_FRIENDS, NAMES})  # domains that are no fields of texts


class Status(StrEnum):
    """Say what a row asks for."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    FORBIDDEN = "forbidden"
    DO_NOT_TRANSLATE = "do-not-translate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Hold one row of a term base.

    Attributes:
        source: the Spanish term in its dictionary form; empty only where `target` is forbidden in any case.
        target: the English term; empty only where the source term stays as it is.
        domain: subject field; rows of `furniture` are words of the page around a text.
        case: `sensitive`, `insensitive`, or empty: then words in capitals match as written, all others in any case.
        pos: `noun`, `adj`, `verb`, `adv`, `name`, or empty; it decides which inflected forms match.
        skip_if: phrases, parted by `|`, in whose presence the row does not apply.
        severity: in place of the checks' own, where the row asks for one.
        line: 1-based line of its file.
    """

    source: str
    target: str
    status: Status
    domain: str = ""
    case: str = ""
    pos: str = ""
    skip_if: str = ""
    note: str = ""
    severity: Severity | None = None
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """Hold all that one term base says of one Spanish term in one domain; fields as in `Term`."""

    source: str
    preferred: tuple[str, ...] = ()
    admitted: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    do_not_translate: bool = False
    domain: str = ""
    case: str = ""
    pos: str = ""
    skip_if: tuple[str, ...] = ()
    note: str = ""
    severity: Severity | None = None

    @property
    def accepted(self) -> tuple[str, ...]:
        """Return the renderings that are right, the preferred ones first."""
        return (*self.preferred, *self.admitted)

    @property
    def furniture(self) -> bool:
        """Say whether this is a word of the page around a text."""
        return self.domain == FURNITURE


@dataclass(frozen=True, slots=True, kw_only=True)
class TermHit:
    """Say where a term stands in a text.

    Attributes:
        start: code-point offset in the text as it was given.
        end: offset after it.
        term: the term base's form of what was found, Spanish or English.
        status: what the term base says of an English term; None for a Spanish one.
    """

    concept: Concept
    start: int
    end: int
    term: str
    status: Status | None = None
