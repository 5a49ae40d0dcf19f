"""What the letters of a pair say without a network: lengths, figures, names, marks, and what was left in Spanish."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING, Final

import numpy as np

from mtreview.text.names import key, mentions
from mtreview.text.number_match import match
from mtreview.text.numbers import numbers
from mtreview.text.residue import residue
from mtreview.text.tokens import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

FEATURES: Final = 14
_MOST: Final = 3.0
_LONGEST: Final = 4000
_FIGURE: Final = re.compile(r"[0-9]")
_ENDS: Final = {"?": "?", "!": "!", ".": ".", ":": ":", ";": ":", "…": "."}
_CLOSING: Final = "\"'”’»)] "


def surface(source: str, target: str) -> NDArray[np.float32]:
    """Return the features of one pair, float32 of (`FEATURES`,); of very long texts their beginnings' ones."""
    source, target = source[:_LONGEST], target[:_LONGEST]
    left, right = words(source), words(target)
    forms, others = {word.text.lower() for word in left}, [word.text.lower() for word in right]
    found = match(numbers(source, "es"), numbers(target, "en"))
    runs = residue(target, right, forms)
    features = [
        log((len(target) + 1) / (len(source) + 1)),
        log((len(right) + 1) / (len(left) + 1)),
        min(len(found.missing), _MOST),
        min(len(found.extra), _MOST),
        min(len(found.doubtful_missing) + len(found.doubtful_extra), _MOST),
        float(sum((Counter(_FIGURE.findall(source)) - Counter(_FIGURE.findall(target))).values()) > 0),
        min(sum(run.content for run in runs), 2 * _MOST),
        sum(form in forms and form.isalpha() for form in others) / max(len(others), 1),
        min(sum(a == b for a, b in pairwise(others)), _MOST),
        float(_end(source) != _end(target)),
        float(source[:1].isupper() != target[:1].isupper()),
        *_names(source, target),
        min(sum(abs(source.count(mark) - target.count(mark)) for mark in "()[]%$€"), _MOST),
    ]
    return np.clip(np.array(features, np.float32), -_MOST, 2 * _MOST)


def _end(text: str) -> str:
    return _ENDS.get(text.rstrip(_CLOSING)[-1:], "")


def _names(source: str, target: str) -> tuple[float, float]:
    """Return how many capitalised words inside each side the other one lacks."""
    sides = [[word.text for run in mentions(text) for word in run if word.start] for text in (source, target)]
    return _lacking(sides[0], target), _lacking(sides[1], source)


def _lacking(names: Sequence[str], other: str) -> float:
    keys = {key(word.text) for word in words(other)}
    return min(float(sum(key(name) not in keys for name in names)), _MOST)
