"""What the estimator is trained on, chosen and encoded."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from mtreview.models.encoder import EMBEDDED, load_encoder
from mtreview.models.head import LAYERS
from mtreview.train import selection
from mtreview.train.beginning import begin
from mtreview.train.prepared import prepare
from mtreview.train.states import States, shallow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from mtreview.models.encoder import Encoder
    from mtreview.models.head import Head
    from mtreview.train.examples import Example
    from mtreview.train.prepared import Prepared

HELD_GROUPS: Final = 300
_SHOWN: Final = 60
_TWICE: Final = "ro-en"  # nearest to Spanish of the assessed languages
_log = logging.getLogger("mtreview")


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Material:
    """Hold examples with the states of their texts.

    Attributes:
        encoder: what made the states.
        groups: a clean pair and its variants each.
        real: segments that people judged, and outputs of systems.
        ours: annotations of Spanish, which only calibrate.
        states: of all their texts.
    """

    encoder: Encoder
    groups: Sequence[Sequence[Example]]
    real: Sequence[Example]
    ours: Sequence[Example]
    states: States

    def training(self) -> list[list[Prepared]]:
        """Return what trains, in groups that are compared within themselves."""
        kept = [[item for item in group if not selection.held_out(item.source)] for group in self.groups]
        made = [_prepared(group, self.states) for group in kept]
        return [group for group in made if group] + _grouped(self.real, self.states)

    def start(self) -> Callable[[Head], None]:
        """Return what gives a head its first weights."""
        texts = [text for group in self.groups[:_SHOWN] for text in _texts(group[:1])]
        return partial(begin, encoder=self.encoder, texts=texts)

    def held(self) -> list[Example]:
        """Return errors put in that are kept from training."""
        groups = [group for group in self.groups if selection.held_out(group[0].source)][:HELD_GROUPS]
        return [item for group in groups for item in group]

    def judged(self) -> list[Example]:
        """Return what people judged and training does not see."""
        kept = [item for item in self.real if selection.held_out(item.source) and item.dataset != "wmt13"]
        return [*kept, *self.ours]


def gather(data: Path, work: Path, groups: int) -> Material:
    """Choose the examples and encode their texts; what was encoded before is not done again.

    Args:
        data: the folder with `parallel-es-en` and `qe`.
        work: a folder for token states.
        groups: how many clean pairs errors are put into, at most.
    """
    encoder = load_encoder(EMBEDDED)
    states = States(work / "states", LAYERS)
    made = [group for group, _ in zip(selection.synthetic(data, encoder), range(groups), strict=False)]
    real, ours = selection.real(data), selection.calibrating(data)
    _log.info("encoding %d groups of synthetic and %d real pairs", len(made), len(real))
    states.encode((text for items in (*made, real, ours) for text in _texts(items)), shallow(encoder, max(LAYERS)))
    return Material(encoder=encoder, groups=made, real=real, ours=ours, states=states)


def _texts(items: Sequence[Example]) -> list[str]:
    return [text for item in items for text in (item.source, item.target)]


def _grouped(real: Sequence[Example], states: States) -> list[list[Prepared]]:
    """Return real examples that may train: annotated ones of one source together, to be compared with each other."""
    by_source: dict[str, list[Prepared]] = {}
    found: list[list[Prepared]] = []
    for item in _prepared([item for item in real if not selection.held_out(item.source)], states):
        if item.example.dataset == "mqm":
            by_source.setdefault(item.example.source, []).append(item)
        else:
            found += [[item]] * (2 if item.example.dataset == _TWICE else 1)
    return found + list(by_source.values())


def _prepared(items: Sequence[Example], states: States) -> list[Prepared]:
    return [found for item in items if (found := prepare(item, states)) is not None]
