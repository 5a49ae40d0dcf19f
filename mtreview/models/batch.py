"""From encodings and texts to what the estimator's network takes."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

import numpy as np
import torch

from mtreview.models.head import FLAGS, LAYERS, Sides

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from mtreview.models.encoder import Encoding

_NARROWEST: Final = 3  # the network takes means of three tokens: shorter texts must be filled up alone as in company


def flags(text: str, encoding: Encoding, other: frozenset[str]) -> NDArray[np.float32]:
    """Return what each token looks like, float32 of (tokens, `FLAGS`).

    Args:
        text: the text.
        encoding: its encoding, with offsets.
        other: the other side's tokens, as `surfaces` gives them.
    """
    found = np.zeros((len(encoding.offsets), FLAGS), np.float32)
    for at, (start, end) in enumerate(encoding.offsets):
        piece = text[start:end]
        found[at] = (
            any(map(str.isdigit, piece)),
            piece[0].isupper(),
            unicodedata.category(piece[0])[0] in "PS",
            piece.casefold() in other,
        )
    return found


def surfaces(text: str, encoding: Encoding) -> frozenset[str]:
    """Return the distinct tokens of a text, without case."""
    return frozenset(text[start:end].casefold() for start, end in encoding.offsets)


def side(encodings: Sequence[Encoding], looks: Sequence[NDArray[np.generic]]) -> Sides:
    """Return one side of a batch, padded to its longest text, and to `_NARROWEST` tokens."""
    longest = max(_NARROWEST, *(len(encoding.offsets) for encoding in encodings))
    width = encodings[0].states[LAYERS[0]].shape[1]
    states = np.zeros((len(encodings), longest, len(LAYERS), width), np.float32)
    mask = np.zeros((len(encodings), longest), np.bool_)
    shown = np.zeros((len(encodings), longest, FLAGS), np.float32)
    for row, (encoding, look) in enumerate(zip(encodings, looks, strict=True)):
        count = len(encoding.offsets)
        for at, layer in enumerate(LAYERS):
            states[row, :count, at] = encoding.states[layer]
        mask[row, :count] = True
        shown[row, :count] = look
    mask[:, 0] = True  # attention over nothing is no number
    return Sides(states=torch.from_numpy(states), mask=torch.from_numpy(mask), flags=torch.from_numpy(shown))
