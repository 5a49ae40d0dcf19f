"""The estimator that ships: how good a translation is, how likely it needs correction, and where."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import torch

from mtreview.errors import ModelError
from mtreview.models.batch import flags, side, surfaces
from mtreview.models.batching import batches
from mtreview.models.encoder import workers
from mtreview.models.head import LAYERS
from mtreview.models.oddities import oddities
from mtreview.models.spans import Judged, Wrong, wrong
from mtreview.models.surface import surface
from mtreview.models.weights_file import contents
from mtreview.models.word_align import owners
from mtreview.text.articles import wrong_articles
from mtreview.text.tokens import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from mtreview.models.calibration import Curve, Fusion
    from mtreview.models.encoder import Encoding
    from mtreview.models.head import Head, Output
    from mtreview.models.spans import Floors

WEIGHTS: Final = Path(__file__).parent / "weights" / "estimator.safetensors"
CARD: Final = WEIGHTS.with_name("MODEL_CARD.md")
SHA256: Final = "7f61704af1af6ba28a95d7125bf16cc56dffe5189053e96f6bde69793f72c43e"
NEEDED_LAYERS: Final = LAYERS
_BUDGET: Final = 1024
_MOST_TOKENS: Final = 512
_SLOPE, _LIFT = 0.35, 1.0
_POINTS: Final = np.array([1.0, 5.0, 10.0], np.float32)  # of minor, major and critical words


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Hold two texts and their encodings, with the states of `NEEDED_LAYERS`."""

    source: str
    target: str
    encodings: tuple[Encoding, Encoding]


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """Hold what the estimator says of a pair.

    Attributes:
        quality: 0 to 100, higher is better; it orders pairs and is on no other scale.
        clean: the chance that it needs no major correction, 0 to 1.
        wrong: likely errors.
        source: chance of each source word's being left out or wrong, float32 of (words,): the highest of its tokens.
        target: chance of each target word's being wrong, likewise.
    """

    quality: float
    clean: float
    wrong: tuple[Wrong, ...]
    source: NDArray[np.float32] = field(compare=False)
    target: NDArray[np.float32] = field(compare=False)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Raw:
    """Hold the figures of one pair before calibration, for training and tests.

    Attributes:
        figures: what `Fusion` weighs: logit of a major error, quality, similarities, and what the words say together:
            logarithms of the points of the target's and of the source's words, and the highest chance of either side;
            then what the letters say, how many articles have the wrong form, and other oddities.
        source: chance of each source token's being left out or wrong.
        target: chance of each target token's being wrong.
        severities: of target tokens, (tokens, 3).
    """

    figures: NDArray[np.float32]
    source: NDArray[np.float32]
    target: NDArray[np.float32]
    severities: NDArray[np.float32]


def _beginning(encoding: Encoding) -> Encoding:
    """Return an encoding of the first tokens alone: attention over a line of 100,000 characters would not end."""
    if len(encoding.offsets) <= _MOST_TOKENS:
        return encoding
    states = {layer: states[:_MOST_TOKENS] for layer, states in encoding.states.items()}
    return replace(encoding, states=states, offsets=encoding.offsets[:_MOST_TOKENS])


def raw(heads: Sequence[Head], pairs: Sequence[Pair]) -> list[Raw]:
    """Return the mean of the heads' figures for each pair, in order."""
    pairs = [replace(pair, encodings=(_beginning(pair.encodings[0]), _beginning(pair.encodings[1]))) for pair in pairs]
    found: dict[int, Raw] = {}
    lengths = [sum(len(encoding.offsets) for encoding in pair.encodings) + 1 for pair in pairs]
    cut = list(batches(lengths, _BUDGET))
    runs = [workers().submit(_run, heads, [pairs[at] for at in places]) for places in cut]
    for places, run in zip(cut, runs, strict=True):
        found.update(zip(places, run.result(), strict=True))
    return [found[at] for at in range(len(pairs))]


@torch.inference_mode()
def _run(heads: Sequence[Head], pairs: Sequence[Pair]) -> list[Raw]:
    lefts, rights = ([pair.encodings[at] for pair in pairs] for at in (0, 1))
    source = side(
        lefts, [flags(p.source, a, surfaces(p.target, b)) for p, a, b in zip(pairs, lefts, rights, strict=True)]
    )
    target = side(
        rights, [flags(p.target, b, surfaces(p.source, a)) for p, a, b in zip(pairs, lefts, rights, strict=True)]
    )
    letters = torch.from_numpy(np.stack([surface(pair.source, pair.target) for pair in pairs]))
    outputs = [head(source, target, letters) for head in heads]
    return [_raw(outputs, row, pair, letters[row].numpy()) for row, pair in enumerate(pairs)]


def _raw(outputs: Sequence[Output], row: int, pair: Pair, letters: NDArray[np.float32]) -> Raw:
    left, right = pair.encodings
    counts = len(left.offsets), len(right.offsets)
    chances = torch.stack([output.target[row, : counts[1]].softmax(-1) for output in outputs]).mean(0).numpy()
    lost = torch.stack([output.source[row, : counts[0]].sigmoid() for output in outputs]).mean(0).numpy()
    sums = torch.stack([torch.stack([output.major[row], output.quality[row]]) for output in outputs]).mean(0)
    wrong_ = np.float32(1.0) - chances[:, 0]
    points = np.log1p([(chances[:, 1:] @ _POINTS).sum(), lost.sum()])
    tops = [wrong_.max(initial=0.0), lost.max(initial=0.0)]
    slips = float(sum(1 for _ in wrong_articles(pair.target, pair.source)))
    odd = oddities(pair.source, pair.target)
    figures = np.concatenate([sums.numpy(), outputs[0].features[row].numpy(), points, tops, letters, [slips], odd])
    figures = figures.astype(np.float32)
    return Raw(figures=figures, source=lost, target=wrong_, severities=chances[:, 1:])


def scaled(logits: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return qualities from 0 to 100; a steeper curve would press the good translations, or the bad ones, together."""
    return np.asarray(100.0 / (1.0 + np.exp(-np.clip(_SLOPE * logits.astype(np.float64) + _LIFT, -30.0, 30.0))))


class Estimator:
    """Judge pairs with trained heads.

    Args:
        heads: one or more networks, whose figures are averaged.
        quality: weighs the figures into an order of pairs.
        major: weighs them into a logit of a major error.
        clean: from that logit to the chance that there is none.
        sure: from a mark's chance, negated, to how often people mark something grave there.
        floors: the chances from which tokens are marked.
        revision: what tells these weights from others.
    """

    def __init__(  # noqa: PLR0913 - the parts of a weights file
        self,
        *,
        heads: Sequence[Head],
        quality: Fusion,
        major: Fusion,
        clean: Curve,
        sure: Curve,
        floors: Floors,
        revision: str,
    ) -> None:
        self.heads = tuple(heads)
        self.quality = quality
        self.major = major
        self.clean = clean
        self.sure = sure
        self.floors = floors
        self.revision = revision

    @property
    def signature(self) -> str:
        """Return what reproduces its figures beside the encoder."""
        return f"estimator@{self.revision[:12]}"

    def estimate(self, pairs: Sequence[Pair]) -> list[Estimate]:
        """Return an estimate for each pair, in order."""
        if not pairs:
            return []
        found = raw(self.heads, pairs)
        figures = np.stack([item.figures for item in found])
        quality = scaled(self.quality(figures))
        clean = self.clean(self.major(figures))
        return [
            Estimate(
                quality=float(quality[at]),
                clean=float(clean[at]),
                wrong=self._wrong(pair, item),
                source=_of_words(item.source, pair.source, pair.encodings[0]),
                target=_of_words(item.target, pair.target, pair.encodings[1]),
            )
            for at, (pair, item) in enumerate(zip(pairs, found, strict=True))
        ]

    def _wrong(self, pair: Pair, item: Raw) -> tuple[Wrong, ...]:
        left, right = map(_beginning, pair.encodings)
        source = Judged(text=pair.source, encoding=left, wrong=item.source)
        target = Judged(text=pair.target, encoding=right, wrong=item.target, severities=item.severities)
        found = wrong(source, target, self.floors)
        sure = self.sure(-np.array([item.chance for item in found], np.float32))
        return tuple(replace(item, chance=float(chance)) for item, chance in zip(found, sure, strict=True))


def _of_words(chances: NDArray[np.float32], text: str, encoding: Encoding) -> NDArray[np.float32]:
    """Return the highest chance of each word's tokens; 0 where a word has none."""
    spans = [(word.start, word.end) for word in words(text)]
    found = np.zeros(len(spans), np.float32)
    if spans and len(chances):
        owner, inside = owners(encoding.offsets[: len(chances)], spans)
        np.maximum.at(found, owner[inside], chances[inside])
    return found


@lru_cache(maxsize=1)
def load_estimator() -> Estimator:
    """Return the estimator that ships, loaded once a process.

    Raises:
        ModelError: its weights are missing or not those that were released.
    """
    try:
        found = hashlib.sha256(WEIGHTS.read_bytes()).hexdigest()
    except OSError as error:
        message = f"cannot read the estimator's weights {WEIGHTS}: {error.strerror or error}; install mtreview again"
        raise ModelError(message) from error
    if found != SHA256:
        message = f"the estimator's weights {WEIGHTS} are not those that were released; install mtreview again"
        raise ModelError(message)
    return read(WEIGHTS, found)


def read(path: Path, revision: str) -> Estimator:
    """Return the estimator of a weights file.

    Raises:
        ModelError: the file is damaged or of another form.
    """
    found = contents(path)
    return Estimator(
        heads=found.heads,
        quality=found.quality,
        major=found.major,
        clean=found.clean,
        sure=found.sure,
        floors=found.floors,
        revision=revision,
    )
