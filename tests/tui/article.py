"""Forty segments, hostile, empty and without a source among them, and rules that check them again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.store.article import assess

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mtreview.issue import Issue
    from mtreview.segment import Segment

PAIRS: Sequence[tuple[str | None, str]] = (
    ("Tres minutos de lectura.", "Three minutos of reading."),
    ("El puente se abrió ayer.", "The bridge opened yesterday."),
    ("Murieron dos cabras tras varios minutos.", "Two two goats died after several minutos."),
    ("Un \x1b[31mmensaje\u202e hostil.", "A \x1b[2Jhostile [b]message\u202e of minutos[/b]."),
    ("Nada.", ""),
    (None, "No source here."),
    *((f"Cláusula {number}.", f"Clause {number}.") for number in range(7, 41)),
)


def recheck(segment: Segment) -> tuple[Issue, ...]:
    return assess(segment).issues
