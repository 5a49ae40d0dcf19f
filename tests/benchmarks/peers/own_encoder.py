"""Encode with mtreview's embedded encoder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import embedding_harness

from mtreview import __version__
from mtreview.models.encoder import load_encoder

if TYPE_CHECKING:
    from collections.abc import Sequence

ENCODER = load_encoder("embedded")


def encode(texts: list[str]) -> list[Sequence[float]]:
    """Return pooled vectors."""
    return [found.pooled.tolist() for found in ENCODER.encode(texts)]


embedding_harness.main(encode, __version__)
