"""A translation model as judge: how likely it finds a target, how much of the source comes back, what it would write.

OPUS-MT (Marian), M2M-100 and NLLB. The probability is the length-normalised one of Fomicheva et al. 2020 ("Unsupervised
quality estimation", TP): the mean log-probability of the target's tokens and of its end, given the source.
"""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import torch
from transformers import AutoModelForSeq2SeqLM

from mtreview.models import fetch, offline
from mtreview.models.backends import licences, tokens, weights
from mtreview.models.backends.base import QualityModel, percent
from mtreview.models.backends.pairing import average, parts
from mtreview.models.backends.translation_text import reader
from mtreview.models.batching import batches

if TYPE_CHECKING:
    from collections.abc import Sequence

    from transformers import PreTrainedModel

    from mtreview.models.backends.base import QualityModelSettings
    from mtreview.models.backends.translation_text import Reader

BUDGET: Final = 2048
BEAMS: Final = 4
_LONGEST: Final = 512
_IGNORED: Final = -100
_MOST_LOGITS: Final = 40_000_000  # 160 MB; NLLB has 256,000 a token
_WANTED: Final = fetch.Wanted(
    what="translation model",
    instead="",
    settings=("*.json", "*.spm", "*.model", "README.md"),
)


def load(settings: QualityModelSettings) -> Translator:
    """Return the translation model of a folder or hub name, with one for the way back where the settings name it.

    Raises:
        ModelError: it is missing, damaged, out of reach, or of another family.
    """
    forward = _open(settings.name, ("es", "en"))
    return Translator(forward, _open(settings.back, ("en", "es")) if settings.back else None)


def _open(name: str, languages: tuple[str, str]) -> Direction:
    offline.close()
    place = fetch.folder(name, _WANTED)
    model = weights.pretrained(AutoModelForSeq2SeqLM, place, name)
    read = reader(place, model.config, name, languages)
    licences.tell(name, place)
    revision = place.name[:12] if fetch.is_hub_name(name) else "local"
    return Direction(f"{name}@{revision}", model, read)


class Translator(QualityModel):
    """Score pairs with a translation model: 100 × the geometric mean of the probabilities of the target's tokens.

    With a model for the way back, the score is the mean of that and of the chrF2 of the source against the target
    translated back (0 to 100).
    """

    def __init__(self, forward: Direction, back: Direction | None) -> None:
        self.name = forward.name
        self.signature = f"translation:{forward.name}" + (f"+{back.name}" if back else "")
        self.forward = forward
        self.back = back

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """Return the quality of each pair, 0 to 100."""
        likely = [percent(math.exp(value), self.name) for value in self.forward.log_probability(pairs)]
        if self.back is None:
            return likely
        return [(left + right) / 2 for left, right in zip(likely, self.likeness(pairs), strict=True)]

    def likeness(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """Return the chrF2 of each source against its target translated back, 0 to 100.

        Raises:
            ValueError: there is no model for the way back.
        """
        if self.back is None:
            message = "no model for the way back"
            raise ValueError(message)
        returned = self.back.translate([target for _, target in pairs])
        return [
            float(_chrf().sentence_score(text, [source]).score)
            for text, (source, _) in zip(returned, pairs, strict=True)
        ]

    def suggest(self, sources: Sequence[str]) -> list[str | None]:
        """Return the model's own translation of each source."""
        return list(self.forward.translate(sources))


class Direction:
    """Translate one way, or judge what another translated.

    Attributes:
        name: the model with its revision.
    """

    def __init__(self, name: str, model: PreTrainedModel, read: Reader) -> None:
        self.name = name
        self.model = model
        self._read = read
        config: Any = model.config
        self._start = int(config.decoder_start_token_id)
        self._pad = int(config.pad_token_id or 0)
        around = len(read.before_source) + len(read.forced) + 2
        self._budget = max(1, min(BUDGET, _MOST_LOGITS // int(config.vocab_size)))
        self._room = min(int(getattr(config, "max_position_embeddings", _LONGEST)), _LONGEST) - around

    @torch.inference_mode()
    def log_probability(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """Return the mean log-probability (nats, at most 0) of each target's tokens and its end, given the source.

        Tokens that the model is forced to begin with, such as the language, do not count.
        """
        sources = [self._read.source(source).ids for source, _ in pairs]
        targets = [self._read.target(target).ids for _, target in pairs]
        made = parts([(len(left), len(right)) for left, right in zip(sources, targets, strict=True)], self._room)
        lefts = [self._source([sources[part.pair][at] for at in part.source]) for part in made]
        rights = [[*(targets[part.pair][at] for at in part.target), self._read.end] for part in made]
        values = [0.0] * len(made)
        lengths = [max(len(left), len(right)) for left, right in zip(lefts, rights, strict=True)]
        for batch in batches(lengths, self._budget):
            found = self._likely([lefts[at] for at in batch], [rights[at] for at in batch])
            for at, value in zip(batch, found, strict=True):
                values[at] = value
        return average(made, values, len(pairs))

    def _likely(self, sources: Sequence[Sequence[int]], targets: Sequence[Sequence[int]]) -> list[float]:
        ids, mask = tokens.padded(sources, self._pad)
        forced = self._read.forced
        fed, _ = tokens.padded([[self._start, *forced, *target[:-1]] for target in targets], self._pad)
        wanted, _ = tokens.padded([[*([_IGNORED] * len(forced)), *target] for target in targets], _IGNORED)
        logits = self.model(input_ids=ids, attention_mask=mask, decoder_input_ids=fed).logits
        counted = wanted != _IGNORED
        chosen = logits.log_softmax(-1).gather(-1, wanted.clamp(min=0).unsqueeze(-1)).squeeze(-1)
        means = (chosen * counted).sum(1) / counted.sum(1)
        return [float(value) for value in means]

    @torch.inference_mode()
    def translate(self, texts: Sequence[str]) -> list[str]:
        """Return the translation of each text by beam search; long texts in parts, empty ones as empty."""
        sides = [self._read.source(text) for text in texts]
        made = [part for part in parts([(len(side.ids), 0) for side in sides], self._room) if part.source]
        rows = [self._source([sides[part.pair].ids[at] for at in part.source]) for part in made]
        written: list[str] = [""] * len(made)
        for batch in batches([len(row) * BEAMS for row in rows], BUDGET):
            ids, mask = tokens.padded([rows[at] for at in batch], self._pad)
            for at, found in zip(batch, self._generate(ids, mask), strict=True):
                written[at] = self._read.plain(found)
        joined: list[list[str]] = [[] for _ in texts]
        for part, text in zip(made, written, strict=True):
            joined[part.pair].append(text)
        return [" ".join(filter(None, pieces)) for pieces in joined]

    def _generate(self, ids: torch.Tensor, mask: torch.Tensor) -> list[list[int]]:
        forced = self._read.forced
        model: Any = self.model
        found = model.generate(
            input_ids=ids,
            attention_mask=mask,
            num_beams=BEAMS,
            do_sample=False,
            max_length=None,
            max_new_tokens=min(2 * ids.shape[1] + 10, self._room),
            forced_bos_token_id=forced[0] if forced else None,
        )
        rows: list[list[int]] = found.tolist()
        return rows

    def _source(self, ids: Sequence[int]) -> list[int]:
        return [*self._read.before_source, *ids, self._read.end]


@cache
def _chrf() -> Any:  # noqa: ANN401 - sacrebleu has no types
    from sacrebleu import metrics  # noqa: PLC0415 - a third of a second, only for the way back

    made: Any = metrics
    return made.CHRF()
