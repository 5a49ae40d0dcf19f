"""Encode with sentence-transformers, its default batches and the same weights, read from the folder `argv[3]`."""

from __future__ import annotations

import sys
from importlib.metadata import version
from typing import TYPE_CHECKING

import embedding_harness
from sentence_transformers import SentenceTransformer, models

if TYPE_CHECKING:
    from collections.abc import Sequence

NETWORK = models.Transformer(sys.argv[3], max_seq_length=512)
POOLING = models.Pooling(NETWORK.get_word_embedding_dimension(), "mean")
MODEL = SentenceTransformer(modules=[NETWORK, POOLING, models.Normalize()], device="cpu")


def encode(texts: list[str]) -> list[Sequence[float]]:
    """Return vectors of the texts as queries."""
    found: list[Sequence[float]] = MODEL.encode(texts, prompt="query: ", show_progress_bar=False).tolist()
    return found


embedding_harness.main(encode, version("sentence-transformers"))
