"""Token states of many texts, encoded once and kept on disk."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from transformers import BertConfig, BertModel

from mtreview.models.encoder import Encoder, Encoding

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

_CHUNK: Final = 512


def shallow(encoder: Encoder, depth: int) -> Encoder:
    """Return an encoder of the first layers alone, whose `pooled` is the mean of its own last layer."""
    model = BertModel(BertConfig.from_dict({**encoder.model.config.to_dict(), "num_hidden_layers": depth}), False)  # noqa: FBT003 - no pooling layer
    own = model.state_dict()
    model.load_state_dict({name: value for name, value in encoder.model.state_dict().items() if name in own})
    model.train(mode=False)
    return Encoder(name=encoder.name, model=model, windows=encoder.windows, revision=encoder.revision)


@dataclass(frozen=True, slots=True)
class _Place:
    first: int
    count: int
    row: int


class States:
    """Keep the states of texts in a folder, in files that grow: an interrupted run goes on where it stopped.

    Args:
        folder: where the files are; created where missing.
        layers: the layers kept; a folder holds one choice of layers.
        width: width of the encoder.
    """

    def __init__(self, folder: Path, layers: Sequence[int], width: int = 384) -> None:
        self.folder = folder
        self.layers = tuple(layers)
        self.width = width
        folder.mkdir(parents=True, exist_ok=True)
        self._places: dict[str, _Place] = {}
        self._tokens = 0
        self._mapped: dict[str, tuple[int, NDArray[np.generic]]] = {}
        index = folder / "index.jsonl"
        if index.exists():
            with index.open(encoding="utf-8") as file:
                for line in file:
                    text, count = json.loads(line)
                    self._add(text, count)

    def _add(self, text: str, count: int) -> None:
        self._places[text] = _Place(self._tokens, count, len(self._places))
        self._tokens += count

    def __contains__(self, text: str) -> bool:
        return text in self._places

    def encode(self, texts: Iterable[str], encoder: Encoder) -> None:
        """Encode the texts that are not yet here."""
        missing = sorted((text for text in dict.fromkeys(texts) if text not in self._places), key=len)
        for start in range(0, len(missing), _CHUNK):
            chunk = missing[start : start + _CHUNK]
            self._append(chunk, encoder.encode(chunk, self.layers))

    def _append(self, texts: Sequence[str], encodings: Sequence[Encoding]) -> None:
        self._truncate()
        with (
            (self.folder / "states.f16").open("ab") as states,
            (self.folder / "offsets.i32").open("ab") as offsets,
            (self.folder / "pooled.f32").open("ab") as pooled,
        ):
            for encoding in encodings:
                stacked = np.stack([encoding.states[layer] for layer in self.layers], 1)
                states.write(stacked.astype(np.float16).tobytes())
                offsets.write(encoding.offsets.tobytes())
                pooled.write(encoding.pooled.tobytes())
        with (self.folder / "index.jsonl").open("a", encoding="utf-8") as index:
            for text, encoding in zip(texts, encodings, strict=True):
                index.write(json.dumps([text, len(encoding.offsets)]) + "\n")
                self._add(text, len(encoding.offsets))

    def _truncate(self) -> None:
        """Cut off what an interrupted run wrote and did not enter in the index."""
        sizes = {
            "states.f16": self._tokens * len(self.layers) * self.width * 2,
            "offsets.i32": self._tokens * 8,
            "pooled.f32": len(self._places) * self.width * 4,
        }
        for name, size in sizes.items():
            with (self.folder / name).open("ab") as file:
                file.truncate(size)

    def __getitem__(self, text: str) -> Encoding:
        """Return a text's encoding with float16 states, without loading anything else."""
        place = self._places[text]
        rows = slice(place.first, place.first + place.count)
        states = self._map("states.f16", np.float16, (-1, len(self.layers), self.width))[rows]
        return Encoding(
            pooled=np.array(self._map("pooled.f32", np.float32, (-1, self.width))[place.row]),
            windows=1,
            states={layer: np.array(states[:, at]) for at, layer in enumerate(self.layers)},
            offsets=np.array(self._map("offsets.i32", np.int32, (-1, 2))[rows]),
        )

    def _map(self, name: str, kind: type, shape: tuple[int, ...]) -> NDArray[np.generic]:
        size, mapped = self._mapped.get(name, (-1, None))
        if mapped is None or size != self._tokens:
            mapped = np.memmap(self.folder / name, kind, "r").reshape(shape)
            self._mapped[name] = (self._tokens, mapped)
        return mapped
