"""Make documents with known beads: merge, split, drop and add sentences of parallel ones, insert furniture."""

from __future__ import annotations

import gzip
import hashlib
import json
import random
import re
from collections import deque
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Indices = tuple[tuple[int, ...], tuple[int, ...]]

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
_JOINT = re.compile(r"[,;:] ")


@dataclass(kw_only=True)
class Noisy:
    """Hold the sentences of two sides and the beads between them."""

    name: str
    source: list[str] = field(default_factory=list)
    target: list[str] = field(default_factory=list)
    beads: list[Indices] = field(default_factory=list)

    def add(self, source: list[str], target: list[str]) -> None:
        """Append one bead."""
        left = tuple(range(len(self.source), len(self.source) + len(source)))
        right = tuple(range(len(self.target), len(self.target) + len(target)))
        self.source += source
        self.target += target
        self.beads.append((left, right))


def documents(path: Path, variant: str) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield each document of one Spanish variant: its name, its sentence pairs."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["variant"] == variant]
    for name, group in groupby(rows, key=lambda row: str(row["document"])):
        yield name, [(row["source"].strip(), row["target"].strip()) for row in group]


def tuning(name: str) -> bool:
    """Say whether a document belongs to the half that may be tuned on."""
    return hashlib.sha256(name.encode()).digest()[0] % 2 == 0


def split(text: str) -> list[str]:
    """Return the two parts of a sentence, cut after the inner comma, colon or semicolon nearest its middle."""
    places = [match.end() for match in _JOINT.finditer(text) if 20 < match.end() < len(text) - 20]
    if not places:
        return [text]
    cut = min(places, key=lambda place: abs(place - len(text) // 2))
    return [text[:cut].strip(), text[cut:].strip()]


def noisy(name: str, pairs: list[tuple[str, str]], noise: float, foreign: list[tuple[str, str]]) -> Noisy:
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


def corpus(path: Path, variant: str, noise: float, *, tune: bool) -> list[Noisy]:
    """Return the noisy documents of one half."""
    found = list(documents(path, variant))
    foreign = {name: [pair for other, pairs in found if other != name for pair in pairs[2:4]] for name, _ in found}
    return [noisy(name, pairs, noise, foreign[name]) for name, pairs in found if tuning(name) == tune]
