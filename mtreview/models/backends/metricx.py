"""MetricX-23 and -24 without a reference: an mT5 that predicts an MQM penalty of 0 to 25.

Input, regression token and clipping are those of google-research/metricx (Apache-2.0), `metricx24/predict.py`,
`metricx23/predict.py` and `models.py`; paper: Juraska et al. 2024.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import torch
from transformers import MT5ForConditionalGeneration

from mtreview.errors import ModelError
from mtreview.models import fetch, offline
from mtreview.models.backends import licences, spm, tokens, weights
from mtreview.models.backends.base import QualityModel, percent
from mtreview.models.backends.pairing import average, parts
from mtreview.models.batching import batches

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tokenizers import Tokenizer
    from transformers import PreTrainedModel

    from mtreview.models.backends.base import QualityModelSettings
    from mtreview.models.backends.pairing import Part

BUDGET: Final = 2048
WORST: Final = 25.0
_LONGEST: Final = 1536  # tokens that MetricX-24 was trained with; MetricX-23 with 1,024
_LONGEST_23: Final = 1024
_FORMAT_TOKENS: Final = 16  # "source:" and "candidate:", with room to spare
_REGRESSION: Final = 250089  # <extra_id_10> of mT5, models.py
_START: Final = 0  # the decoder reads one padding token
_OLDER: Final = re.compile(r"metricx-?23", re.IGNORECASE)
_WANTED: Final = fetch.Wanted(what="MetricX model", instead="", settings=("*.json", "README.md"))
# The models are published without a tokenizer: it is mT5's, one for all sizes.
_TOKENIZER: Final = "google/mt5-small"
_TOKENIZER_FILES: Final = fetch.Wanted(
    what="tokenizer of",
    instead=", or put its spiece.model beside the weights",
    settings=(),
    weights=("spiece.model",),
    needed="spiece.model",
)


def load(settings: QualityModelSettings) -> MetricX:
    """Return the MetricX model of a folder or hub name.

    Raises:
        ModelError: it is missing, damaged, out of reach, or not MetricX.
    """
    offline.close()
    name = settings.name
    hub = fetch.is_hub_name(name)
    place = fetch.folder(name, _WANTED)
    read = _reader(place, name, network=hub)
    model = weights.pretrained(MT5ForConditionalGeneration, place, name)
    licences.tell(name, place)
    return MetricX(name=name, revision=place.name if hub else "local", model=model, tokenizer=read)


def _reader(place: Path, name: str, *, network: bool) -> Tokenizer:
    if (place / "tokenizer.json").is_file():
        return tokens.read_tokenizer(place / "tokenizer.json", name)
    if not (place / "spiece.model").is_file():
        place = fetch.folder(_TOKENIZER, _TOKENIZER_FILES, network=network)
    return spm.read(place / "spiece.model", name).tokenizer


class MetricX(QualityModel):
    """Score pairs with MetricX: 100 × (1 - penalty / 25), the penalty clipped to 0 to 25 as its makers clip it.

    The penalty is the logit of `<extra_id_10>` at the decoder's first step. Inputs end without `</s>`.
    """

    def __init__(self, *, name: str, revision: str, model: PreTrainedModel, tokenizer: Tokenizer) -> None:
        self.name = name
        self.signature = f"metricx:{name}@{revision[:12]}"
        self.model = model
        self.tokenizer = tokenizer
        tokenizer.no_truncation()
        tokenizer.no_padding()
        older = bool(_OLDER.search(name))
        self._template = "candidate: {target} source: {source}" if older else "source: {source} candidate: {target}"
        self._room = (_LONGEST_23 if older else _LONGEST) - _FORMAT_TOKENS
        named = tokenizer.token_to_id("<extra_id_10>")
        self._regression = _REGRESSION if named is None else named
        if self._regression >= model.config.vocab_size:
            message = f'the model "{name}" is not MetricX: its vocabulary has no <extra_id_10>'
            raise ModelError(message)

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """Return the quality of each pair, 0 to 100."""
        return [percent(1 - penalty / WORST, self.name) for penalty in self.penalties(pairs)]

    @torch.inference_mode()
    def penalties(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """Return MetricX's own scores, 0 to 25, lower is better."""
        offsets = [tuple(self._offsets(text) for text in pair) for pair in pairs]
        made = parts([(len(source), len(target)) for source, target in offsets], self._room)
        ids = [self._ids(part, pairs[part.pair], offsets[part.pair]) for part in made]
        values = [0.0] * len(made)
        for batch in batches([len(row) for row in ids], BUDGET):
            rows, mask = tokens.padded([ids[at] for at in batch], 0)
            start = torch.full((len(batch), 1), _START)
            logits = self.model(input_ids=rows, attention_mask=mask, decoder_input_ids=start).logits
            for at, value in zip(batch, logits[:, 0, self._regression].clamp(0, WORST).tolist(), strict=True):
                values[at] = value
        return average(made, values, len(pairs))

    def _offsets(self, text: str) -> list[tuple[int, int]]:
        return list(self.tokenizer.encode(tokens.encodable(text), add_special_tokens=False).offsets)

    def _ids(self, part: Part, pair: tuple[str, str], offsets: tuple[list[tuple[int, int]], ...]) -> list[int]:
        source, target = (
            tokens.stretch(text, found, chosen)
            for text, found, chosen in zip(pair, offsets, (part.source, part.target), strict=True)
        )
        text = tokens.encodable(self._template.format(source=source, target=target))
        return list(self.tokenizer.encode(text, add_special_tokens=False).ids)
