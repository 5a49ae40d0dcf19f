"""Make a term base of any size, in words that texts really have, to measure what terms cost."""

from __future__ import annotations

import csv
from random import Random
from typing import TYPE_CHECKING

from wordfreq import top_n_list

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SEED = 20_240_817
_SHORTEST = 5
_PARTS = 8_000  # words that phrases are made of, by rank
_ALONE = range(5_000, 40_000)  # ranks of the words that are terms by themselves
_SHAPES = (1, 2, 2, 2, 3)
_ENGLISH = 100_000  # words that are not taken, since English has them too: names, cognates
_RENDERING = "the"  # most English sentences have it, so that most terms count as rendered, as in good translations


def terms(count: int) -> Iterator[str]:
    """Yield different terms, a fifth of them single words and the rest phrases of two or three."""
    random = Random(SEED)  # noqa: S311 - not for secrets
    known = frozenset(top_n_list("en", _ENGLISH))
    found = top_n_list("es", _ALONE.stop)
    words = [word for word in found if word.isalpha() and len(word) >= _SHORTEST and word not in known]
    alone = words[_ALONE.start :]
    random.shuffle(alone)
    seen: set[str] = set()
    while len(seen) < count:
        size = random.choice(_SHAPES)
        single = size == 1 and alone
        term = alone.pop() if single else " ".join(random.choices(words[:_PARTS], k=max(size, 2)))
        if term not in seen:
            seen.add(term)
            yield term


def write(path: Path, count: int) -> None:
    """Write a term base of `count` terms."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(("source", "target", "status", "pos"))
        rows.writerows((term, _RENDERING, "preferred", "noun") for term in terms(count))
