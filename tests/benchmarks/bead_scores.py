"""F1 of beads: strict and lax as Thompson and Koehn (2019) count them, and of what stays alone."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tests.benchmarks.noisy_documents import Indices


class Scores(NamedTuple):
    """Hold F1 of exact beads, of overlapping beads, and of beads with an empty side."""

    strict: float
    lax: float
    alone: float

    def __str__(self) -> str:
        return f"strict {self.strict:.3f}  lax {self.lax:.3f}  alone {self.alone:.3f}"


def score(gold: Sequence[Sequence[Indices]], found: Sequence[Sequence[Indices]]) -> Scores:
    """Return the scores over all documents together.

    Precision counts every bead that was found; recall counts the gold beads with text on both sides.
    """
    right, strict, lax = 0, [0, 0], [0, 0]
    total = [0, 0]
    lone = [0, 0]
    for wanted, given in zip(gold, found, strict=True):
        exact, near = _hits(given, wanted)
        strict[0] += exact
        lax[0] += near
        total[0] += len(given)
        exact, near = _hits(_linked(wanted), _linked(given))
        strict[1] += exact
        lax[1] += near
        total[1] += len(_linked(wanted))
        sides = [{bead for bead in beads if not all(bead)} for beads in (wanted, given)]
        right += len(sides[0] & sides[1])
        lone[0] += len(sides[0])
        lone[1] += len(sides[1])
    return Scores(_f1(strict, total), _f1(lax, total), 2 * right / max(sum(lone), 1))


def _linked(beads: Iterable[Indices]) -> list[Indices]:
    return [bead for bead in beads if all(bead)]


def _hits(beads: Iterable[Indices], among: Sequence[Indices]) -> tuple[int, int]:
    """Return how many beads stand among the others exactly, and how many share a pair of sentences with one."""
    partners: dict[int, set[int]] = defaultdict(set)
    for source, target in among:
        for index in source:
            partners[index].update(target)
    known = set(among)
    exact = near = 0
    for bead in beads:
        exact += bead in known
        shared = any(partners[index] & set(bead[1]) for index in bead[0])
        near += bead in known or shared
    return exact, near


def _f1(hits: Sequence[int], total: Sequence[int]) -> float:
    precision, recall = (hit / max(count, 1) for hit, count in zip(hits, total, strict=True))
    return 2 * precision * recall / max(precision + recall, 1e-9)
