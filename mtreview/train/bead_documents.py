"""Make documents with known beads: merge, split, drop and add sentences of parallel ones, insert furniture."""

from __future__ import annotations

import ast
import random
import re
from collections import deque
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from mtreview.train.datasets import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    Pairs = Sequence[tuple[str, str]]

Indices = tuple[tuple[int, ...], tuple[int, ...]]
Place = tuple[int, int, int, int]

FURNITURE_ES = (
    "Escuche esta historia", "Lea también", "3 min de lectura", "Compartir", "Publicidad", "Iniciar sesión",
    "Suscríbase", "Noticias relacionadas", "Lo más leído", "Por nuestra redacción", "Foto: archivo", "Comentarios",
    "Volver al inicio", "Todos los derechos reservados", "Última hora", "Siguiente artículo", "0:00 / 2:41",
    "Ver galería",
)  # fmt: skip
FURNITURE_EN = (
    "Listen to this story", "Read also", "3 min read", "Share", "Advertisement", "Log in",
    "Subscribe", "Related news", "Most read", "By our newsroom", "Photo: archive", "Responses",
    "Back to top", "All rights reserved", "Breaking news", "Next article", "--:--", "4:12",
)  # fmt: skip
OPERATIONS = (
    "merge-source", "merge-target", "split-source", "split-target", "shift-source", "shift-target",
    "drop-source", "drop-target", "add-source", "add-target", "furniture-source", "furniture-target",
)  # fmt: skip
DROPPED = (1, 1, 1, 2, 4)
FOREIGN: Final = 60
NOISE: Final = 0.3
NEWS: Final = "wmt_newstest2010"
DOCUMENTS: Final = 20
SEGMENTS: Final = 50
SHORTEST: Final = 20
_JOINT = re.compile(r"[,;:] ")


@dataclass(kw_only=True)
class Noisy:
    """Hold the sentences of two sides and the beads between them."""

    name: str
    source: list[str] = field(default_factory=list)
    target: list[str] = field(default_factory=list)
    beads: list[Indices] = field(default_factory=list)

    def add(self, source: Sequence[str], target: Sequence[str]) -> None:
        """Append one bead."""
        left = tuple(range(len(self.source), len(self.source) + len(source)))
        right = tuple(range(len(self.target), len(self.target) + len(target)))
        self.source += source
        self.target += target
        self.beads.append((left, right))


def split(text: str) -> list[str]:
    """Return the two parts of a sentence, cut after the inner comma, colon or semicolon nearest its middle."""
    places = [match.end() for match in _JOINT.finditer(text) if SHORTEST < match.end() < len(text) - SHORTEST]
    if not places:
        return [text]
    cut = min(places, key=lambda place: abs(place - len(text) // 2))
    return [text[:cut].strip(), text[cut:].strip()]


def noisy(name: str, pairs: Pairs, noise: float, foreign: Pairs) -> Noisy:
    """Return the document with about one operation for every 1 / `noise` sentences; the same one for the same name."""
    chance = random.Random(f"{name} {noise}")  # noqa: S311 - a reproducible sample, no secret
    made = Noisy(name=name)
    rest = deque(pairs)
    while rest:
        pair = rest.popleft()
        action, _, side = (chance.choice(OPERATIONS) if chance.random() < noise else "").partition("-")
        first, second = (0, 1) if side == "source" else (1, 0)
        lines: tuple[list[str], list[str]] = ([pair[0]], [pair[1]])
        if action in {"add", "furniture"}:
            strays = (
                chance.choice(foreign)
                if action == "add"
                else (chance.choice(FURNITURE_ES), chance.choice(FURNITURE_EN))
            )
            extra: tuple[list[str], list[str]] = ([], [])
            extra[first].append(strays[first])
            made.add(*extra)
        elif action == "drop":
            for gone in (pair, *(rest.popleft() for _ in range(min(len(rest), chance.choice(DROPPED) - 1)))):
                extra = ([], [])
                extra[second].append(gone[second])
                made.add(*extra)
            continue
        elif action in {"merge", "shift"} and rest:
            after = rest.popleft()
            lines = ([pair[0], after[0]], [pair[1], after[1]])
            parts = split(after[first]) if action == "shift" else [after[first]]
            lines[first][:] = [f"{pair[first]} {parts[0]}", *parts[1:]]
        elif action == "split":
            lines[first][:] = split(pair[first])
        made.add(*lines)
    return made


def with_strangers(document: Noisy, source: Sequence[str], target: Sequence[str]) -> Noisy:
    """Return the document with sentences that correspond to nothing in its middle, first the source's."""
    made = Noisy(name=document.name)
    middle = len(document.beads) // 2
    for at, (left, right) in enumerate(document.beads):
        if at == middle:
            for text in source:
                made.add([text], [])
            for text in target:
                made.add([], [text])
        made.add([document.source[one] for one in left], [document.target[one] for one in right])
    return made


def gold(folder: Path, name: str) -> Noisy:
    """Return a document of Text+Berg, its beads as they stand there."""
    german, french, beads = (
        (folder / f"{name}.{ending}").read_text(encoding="utf-8").removesuffix("\n").split("\n")
        for ending in ("de", "fr", "defr")
    )
    found = [tuple(tuple(ast.literal_eval(side)) for side in bead.split(":")) for bead in beads]
    return Noisy(name=name, source=german, target=french, beads=found)  # type: ignore[arg-type]  # two sides a bead


def in_order(beads: Sequence[Indices], rows: int, columns: int) -> list[Place]:
    """Return beads that together cover everything in order, as first sentences and sizes.

    Those that cross or interleave become one; sentences that none of them holds stay alone.

    >>> in_order([((0,), (1,)), ((1,), (0,)), ((2,), ())], 3, 2)
    [(0, 0, 2, 2), (2, 2, 1, 0)]
    """
    spans = sorted((min(left), max(left) + 1, min(right), max(right) + 1) for left, right in beads if left and right)
    joined: list[tuple[int, int, int, int]] = []
    for top, bottom, first, last in spans:
        low, high, begin, end = top, bottom, first, last
        while joined and (low < joined[-1][1] or begin < joined[-1][3]):
            before = joined.pop()
            low, high = min(low, before[0]), max(high, before[1])
            begin, end = min(begin, before[2]), max(end, before[3])
        joined.append((low, high, begin, end))
    path, row, column = [], 0, 0
    for low, high, begin, end in [*joined, (rows, rows, columns, columns)]:
        path += [(at, column, 1, 0) for at in range(row, low)]
        path += [(low, at, 0, 1) for at in range(column, begin)]
        path += [(low, begin, high - low, end - begin)] if high > low else []
        row, column = high, end
    return path


def parts(document: Noisy, count: int) -> list[Noisy]:
    """Return that many documents of about as many beads each, cut where no bead is cut."""
    path = in_order(document.beads, len(document.source), len(document.target))
    cuts = [path[round(len(path) * at / count)][:2] for at in range(count)]
    cuts.append((len(document.source), len(document.target)))
    found = []
    for at, ((top, left), (bottom, right)) in enumerate(pairwise(cuts)):
        rows, columns = range(top, bottom), range(left, right)
        beads: list[Indices] = [
            (tuple(one - top for one in source), tuple(one - left for one in target))
            for source, target in document.beads
            if all(one in rows for one in source) and all(one in columns for one in target)
        ]
        texts = document.source[top:bottom], document.target[left:right]
        found.append(Noisy(name=f"{document.name}.{at}", source=texts[0], target=texts[1], beads=beads))
    return found


def to_learn_from(data: Path) -> Iterator[Noisy]:
    """Yield the documents that the shipped weights were learned from: noisy news, and two thirds of dev of Text+Berg.

    In every third of the news, sentences that belong to nothing stand in the middle. What else the second look needs
    was chosen on the last third of dev and on other news.

    Args:
        data: the folder with `parallel-es-en` and `align/text-berg-de-fr`.
    """
    lines = rows(data / "parallel-es-en" / f"{NEWS}.jsonl.gz")
    made = [noisy(f"{NEWS}.{at}", *piece) for at, piece in enumerate(_pieces(lines))]
    for at, document in enumerate(made):
        if at % 3:
            yield document
            continue
        left, right = (made[(at + step) % len(made)] for step in (7, 13))
        yield with_strangers(document, left.source[2 : 2 + at // 3 % 6], right.target[2 : 2 + (at // 6 + 2) % 6])
    yield from parts(gold(data / "align" / "text-berg-de-fr", "dev"), 3)[:2]


def _pieces(lines: Iterable[dict[str, str]]) -> Iterator[tuple[Pairs, float, Pairs]]:
    """Yield runs of neighbouring segments, far apart, each with its noise and with sentences of elsewhere."""
    every = [(line["source"].strip(), line["target"].strip()) for line in lines]
    pairs = [pair for pair in every if all(pair)]
    chance = random.Random(NEWS)  # noqa: S311 - a reproducible sample, no secret
    step = max(SEGMENTS, len(pairs) // DOCUMENTS)
    for start in range(0, step * DOCUMENTS, step):
        yield pairs[start : start + SEGMENTS], NOISE, chance.sample(pairs, min(FOREIGN, len(pairs)))
