"""Examples as numbers: labels by token, features of the letters, and batches of similar length."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import torch

from mtreview.models.batch import flags, side, surfaces
from mtreview.models.surface import surface
from mtreview.segment import Side

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

    from numpy.typing import NDArray
    from torch import Tensor

    from mtreview.models.encoder import Encoding
    from mtreview.models.head import Sides
    from mtreview.train.examples import Example, Mark
    from mtreview.train.states import States

DATASETS: Final = ("synthetic", "mqm", "wmt13", "ro-en", "et-en", "ru-en", "ne-en", "si-en")
IGNORED: Final = -1
BAD: Final = 4  # wrong, of a severity that nobody noted
_LONGEST: Final = 160
_SHORT: Final = 3  # letters; what was dropped with fewer was a small word


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Prepared:
    """Hold one example as numbers; labels are `IGNORED` where nobody looked."""

    example: Example
    surface: NDArray[np.float32]
    target: NDArray[np.int64]
    source: NDArray[np.int64]
    looks: tuple[NDArray[np.bool_], NDArray[np.bool_]]
    points: float


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Batch:
    """Hold a batch; `group` numbers the pairs that share a source and are compared with each other."""

    source: Sides
    target: Sides
    surface: Tensor
    target_labels: Tensor
    source_labels: Tensor
    judgement: Tensor
    major: Tensor
    dataset: Tensor
    points: Tensor
    group: Tensor


def prepare(example: Example, states: States) -> Prepared | None:
    """Return an example as numbers, or None where a side is too long to learn from or has no token."""
    source, target = states[example.source], states[example.target]
    if not (0 < len(source.offsets) <= _LONGEST and 0 < len(target.offsets) <= _LONGEST):
        return None
    severities = [int(mark.severity) for mark in example.marks if mark.severity is not None]
    return Prepared(
        example=example,
        surface=surface(example.source, example.target),
        target=_labels(target, example, Side.TARGET) if example.target_tagged else _unknown(target),
        source=_source_labels(source, example, states),
        looks=(
            flags(example.source, source, surfaces(example.target, target)).astype(np.bool_),
            flags(example.target, target, surfaces(example.source, source)).astype(np.bool_),
        ),
        points=_points(example, severities),
    )


def _points(example: Example, severities: Sequence[int]) -> float:
    """Return how bad a synthetic example is, on a scale that only orders; a gap left by words counts as they would."""
    lost = 5.0 * sum(1 for start, end in example.changed if end - start > _SHORT) if not severities else 0.0
    small = 1.0 if example.family not in {"clean", "harmless"} else 0.0
    return max(small, lost, sum((0.0, 1.0, 5.0, 10.0)[severity] for severity in severities))


def _unknown(encoding: Encoding) -> NDArray[np.int64]:
    return np.full(len(encoding.offsets), IGNORED, np.int64)


def _labels(encoding: Encoding, example: Example, wanted: Side) -> NDArray[np.int64]:
    labels = np.zeros(len(encoding.offsets), np.int64)
    for mark in example.marks:
        if mark.span.side is wanted:
            inside = _inside(encoding, mark.span.start, mark.span.end)
            labels[inside] = np.maximum(labels[inside], _label(mark))
    return labels


def _label(mark: Mark) -> int:
    return BAD if mark.severity is None else int(mark.severity)


def _inside(encoding: Encoding, start: int, end: int) -> NDArray[np.bool_]:
    inside: NDArray[np.bool_] = (encoding.offsets[:, 0] < end) & (encoding.offsets[:, 1] > start)
    return inside


def _source_labels(source: Encoding, example: Example, states: States) -> NDArray[np.int64]:
    if not example.source_tagged:
        return _unknown(source)
    if example.clean is None:
        return np.minimum(_labels(source, example, Side.SOURCE), 1)
    labels = np.zeros(len(source.offsets), np.int64)
    if not example.changed:
        return labels
    clean = states[example.clean]
    layer = states.layers[-1]
    left, right = (encoding.states[layer].astype(np.float32) for encoding in (source, clean))
    left /= np.linalg.norm(left, axis=1, keepdims=True)
    right /= np.linalg.norm(right, axis=1, keepdims=True)
    nearest = (left @ right.T).argmax(1)
    for start, end in example.changed:
        labels |= _inside(clean, start, end)[nearest]
    return labels


def collate(groups: Sequence[Sequence[Prepared]], states: States) -> Batch:
    """Return a batch of groups."""
    items = [item for group in groups for item in group]
    source = side([states[item.example.source] for item in items], [item.looks[0] for item in items])
    target = side([states[item.example.target] for item in items], [item.looks[1] for item in items])
    nothing = float("nan")
    return Batch(
        source=source,
        target=target,
        surface=torch.from_numpy(np.stack([item.surface for item in items])),
        target_labels=_padded([item.target for item in items]),
        source_labels=_padded([item.source for item in items]),
        judgement=torch.tensor([nothing if (j := item.example.judgement) is None else j for item in items]),
        major=torch.tensor([nothing if (m := item.example.major) is None else float(m) for item in items]),
        dataset=torch.tensor([DATASETS.index(item.example.dataset) for item in items]),
        points=torch.tensor([item.points for item in items]),
        group=torch.tensor([number for number, group in enumerate(groups) for _ in group]),
    )


def _padded(labels: Sequence[NDArray[np.int64]]) -> Tensor:
    longest = max(len(row) for row in labels)
    padded = np.full((len(labels), longest), IGNORED, np.int64)
    for row, values in enumerate(labels):
        padded[row, : len(values)] = values
    return torch.from_numpy(padded)


def batches(groups: Sequence[Sequence[Prepared]], rng: Random, tokens: int) -> Iterator[list[Sequence[Prepared]]]:
    """Yield all groups once, in batches of about `tokens` padded tokens and of similar length, in random order."""

    def length(group: Sequence[Prepared]) -> int:
        return max(len(item.source) for item in group) + max(len(item.target) for item in group)

    order = sorted(groups, key=lambda group: length(group) * rng.uniform(0.9, 1.1))
    found: list[list[Sequence[Prepared]]] = [[]]
    size = longest = 0
    for group in order:
        longest = max(longest, length(group))
        if found[-1] and (size + len(group)) * longest > tokens:
            found.append([])
            size, longest = 0, length(group)
        found[-1].append(group)
        size += len(group)
    rng.shuffle(found)
    yield from found
