"""Sentences in; one vector each, and on demand the states of their tokens, out."""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np
import torch

from mtreview.models import offline
from mtreview.models.batching import batches

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray
    from transformers import PreTrainedModel

    from mtreview.models.tokenizer import Window, Windows

EMBEDDED: Final = "embedded"
BUDGET: Final = 1024
_log = logging.getLogger("mtreview")


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Encoding:
    """Hold what the encoder makes of one text.

    Attributes:
        pooled: mean over all tokens of the last layer, L2-normalised, float32 of the encoder's width.
        windows: how many windows the text took; more than 1 where it is longer than the encoder's limit.
        states: by layer (1 is the first, the embeddings are 0), float32 of (tokens, width); only layers asked for.
        offsets: code-point ranges of those tokens in the text, int32 of (tokens, 2); empty where no layer was asked
            for. Special tokens, the encoder's prefix and spaces are left out of both.
    """

    pooled: NDArray[np.float32]
    windows: int
    states: Mapping[int, NDArray[np.float32]] = field(default_factory=dict)
    offsets: NDArray[np.int32] = field(default_factory=lambda: np.zeros((0, 2), np.int32))


class _Parts:
    """Gather one text's windows until all of them have run."""

    def __init__(self, windows: list[Window], width: int, layers: Sequence[int]) -> None:
        self.windows = windows
        self.means = np.zeros((len(windows), width), np.float32)
        self.states: dict[int, list[NDArray[np.float32]]] = {
            layer: [np.zeros((0, width), np.float32)] * len(windows) for layer in layers
        }

    def encoding(self) -> Encoding:
        weights = np.array([window.weight for window in self.windows], np.float32)
        pooled = weights @ self.means
        spans = [span for window in self.windows for span in window.spans] if self.states else []
        return Encoding(
            pooled=pooled / max(float(np.linalg.norm(pooled)), 1e-12),
            windows=len(self.windows),
            states={
                layer: parts[0] if len(parts) == 1 else np.concatenate(parts) for layer, parts in self.states.items()
            },
            offsets=np.array(spans, np.int32).reshape(-1, 2),
        )


@cache
def workers() -> ThreadPoolExecutor:
    """Return one worker a core, each on one thread of its own.

    Batches side by side waste no time waiting for each other as threads inside a batch do (on busy cores a first
    sentence took 0.6 s of CPU that way, 0.03 s this way), and figures do not depend on the number of cores.
    """
    count = torch.get_num_threads()
    return ThreadPoolExecutor(count, "mtreview-encoder", initializer=torch.set_num_threads, initargs=(1,))


class Encoder:
    """Encode texts with a `transformers` encoder in float32.

    Attributes:
        name: `embedded`, the folder or the hub name it was loaded by.
        model: the network.
        windows: its tokenizer.
        revision: what tells its weights from others: a hash or a commit.
    """

    def __init__(self, *, name: str, model: PreTrainedModel, windows: Windows, revision: str) -> None:
        self.name = name
        self.model = model
        self.windows = windows
        self.revision = revision
        self.width = int(model.config.hidden_size)
        self.depth = int(model.config.num_hidden_layers)

    @property
    def signature(self) -> str:
        """Return the weights, precision and CPU kernel, which decide the last digits of every figure."""
        kernel = torch.backends.cpu.get_cpu_capability().lower()
        return f"{self.name}@{self.revision[:12]}|precision:float32-{kernel}"

    def encode(self, texts: Sequence[str], layers: Sequence[int] = ()) -> list[Encoding]:
        """Return an encoding for each text, in order; equal texts are encoded once and share it.

        Args:
            texts: any texts; those longer than the encoder's limit run in windows, which is logged.
            layers: the layers whose token states are wanted, 0 (embeddings) to `depth`.

        Raises:
            ValueError: a layer that the encoder does not have.
        """
        wanted = tuple(dict.fromkeys(layers))
        if not all(0 <= layer <= self.depth for layer in wanted):
            message = f"layers must be between 0 and {self.depth}, not {wanted}"
            raise ValueError(message)
        unique = list(dict.fromkeys(texts))
        cut = self.windows.cut(unique, spans=bool(wanted))
        self._report_long(cut)
        parts = [_Parts(windows, self.width, wanted) for windows in cut]
        places = [(part, at) for part in parts for at in range(len(part.windows))]
        lengths = [len(part.windows[at].ids) for part, at in places]
        runs = [workers().submit(self._run, [places[at] for at in batch], wanted) for batch in batches(lengths, BUDGET)]
        try:
            for run in runs:
                run.result()
        finally:  # an interrupted program must not sit out what is left
            for run in runs:
                run.cancel()
        encoded = {text: part.encoding() for text, part in zip(unique, parts, strict=True)}
        return [encoded[text] for text in texts]

    @torch.inference_mode()
    def _run(self, places: Sequence[tuple[_Parts, int]], layers: Sequence[int]) -> None:
        windows = [part.windows[at] for part, at in places]
        longest = max(len(window.ids) for window in windows)
        ids = torch.full((len(windows), longest), self.windows.pad)
        mask = torch.zeros((len(windows), longest), dtype=torch.long)
        for row, window in enumerate(windows):
            ids[row, : len(window.ids)] = torch.tensor(window.ids)
            mask[row, : len(window.ids)] = 1
        output = self.model(input_ids=ids, attention_mask=mask, output_hidden_states=bool(layers))
        weights = mask.unsqueeze(-1).to(output.last_hidden_state.dtype)
        means = ((output.last_hidden_state * weights).sum(1) / weights.sum(1)).float().numpy()
        for row, (part, at) in enumerate(places):
            part.means[at] = means[row]
            for layer in layers:
                part.states[layer][at] = output.hidden_states[layer][row, windows[row].kept].float().numpy()

    def _report_long(self, cut: Sequence[Sequence[Window]]) -> None:
        longest = max((len(windows) for windows in cut), default=1)
        if longest > 1:
            count = sum(len(windows) > 1 for windows in cut)
            subject = "1 text is" if count == 1 else f"{count} texts are"
            _log.info("%s longer than %d tokens: encoded in windows, up to %d", subject, self.windows.limit, longest)


@lru_cache(maxsize=2)
def load_encoder(name: str) -> Encoder:
    """Return the encoder of that name, loaded once a process.

    Args:
        name: `embedded`, a local folder, or a hub name `owner/model`, optionally with `@revision`.

    Raises:
        ModelError: weights that are missing, damaged or out of reach.
    """
    offline.close()
    if name == EMBEDDED:
        from mtreview.models import embedded, pack  # noqa: PLC0415 - BERT alone, where it is asked for

        bert, windows = embedded.load()
        return Encoder(name=name, model=bert, windows=windows, revision=pack.SHA256)
    from mtreview.models import hub  # noqa: PLC0415 - the Auto classes cost seconds

    model, windows, revision = hub.load(name)
    return Encoder(name=name, model=model, windows=windows, revision=revision)
