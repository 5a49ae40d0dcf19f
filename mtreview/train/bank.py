"""What errors are made from: word forms, neighbours in the encoder's own vocabulary, names and other sentences."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np
import simplemma
from wordfreq import top_n_list

from mtreview.text.names import mentions
from mtreview.text.residue import lean
from mtreview.text.tokens import words
from mtreview.train.wordnet import installed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from mtreview.models.encoder import Encoder

_COMMON: Final = 30_000
_SHORTEST: Final = 3
_NEAR: Final = range(1, 16)
_CLOSE: Final = 0.35  # centred cosine from which two words of the vocabulary are related
_FILLING: Final = slice(150, 6000)  # words by frequency that may be put before others


@lru_cache(maxsize=1)
def _forms() -> dict[str, tuple[str, ...]]:
    by_lemma: dict[str, list[str]] = defaultdict(list)
    for word in top_n_list("en", _COMMON):
        if word.isalpha() and word.isascii() and len(word) > 1:
            by_lemma[simplemma.lemmatize(word, "en")].append(word)
    return {word: tuple(forms) for forms in by_lemma.values() for word in forms}


def forms(word: str) -> tuple[str, ...]:
    """Return the other forms of a lower-cased English word, commonest first.

    >>> "took" in forms("taking")
    True
    """
    return tuple(form for form in _forms().get(word, ()) if form != word)


class Bank:
    """Offer what errors are made from.

    Args:
        encoder: the encoder whose word-piece table gives the neighbours.
        pairs: clean pairs, which lend names and sentences.
    """

    def __init__(self, encoder: Encoder, pairs: Sequence[tuple[str, str]]) -> None:
        self._table = encoder.model.get_input_embeddings().weight.detach().numpy()  # type: ignore[operator]
        self._tokenizer = encoder.windows.tokenizer
        self._mean = self._table[::50].mean(0)
        self._cache: dict[str, NDArray[np.float32]] = {}
        known = [
            word for word in top_n_list("en", _COMMON) if word.isalpha() and len(word) >= _SHORTEST and _english(word)
        ]
        self._known = [word for word in known if self._tokenizer.token_to_id(f"▁{word}") is not None]
        self._vectors = np.stack([self.vector(word) for word in self._known])
        self.targets = [target for _, target in pairs]
        self.names = sorted({run[-1].text for target in self.targets for run in mentions(target) if run[0].start})
        self._wordnet = installed()
        self.adjectives, self.adverbs = (
            [word for word in known[_FILLING] if self.kind(word) == kind] for kind in ("a", "r")
        )
        self._sentences = np.stack([self._sentence(target) for target in self.targets])

    def vector(self, word: str) -> NDArray[np.float32]:
        """Return a word's vector, the mean of its pieces, centred and normalised."""
        found = self._cache.get(word)
        if found is None:
            ids = self._tokenizer.encode(word, add_special_tokens=False).ids
            vector = self._table[ids].mean(0) - self._mean if ids else np.ones_like(self._mean)
            found = self._cache[word] = (vector / max(float(np.linalg.norm(vector)), 1e-6)).astype(np.float32)
        return found

    @lru_cache(maxsize=20_000)  # noqa: B019 - one bank a process
    def neighbours(self, word: str) -> tuple[str, ...]:
        """Return words that are used like a lower-cased one and are no forms of it."""
        near = self._vectors @ self.vector(word)
        family = {word, *_forms().get(word, ())}
        best = np.argsort(-near)[_NEAR.start : _NEAR.stop]
        found = (self._known[at] for at in best if near[at] > _CLOSE)
        return tuple(other for other in found if other not in family and other[:4] != word[:4])

    def kind(self, word: str) -> str:
        """Return the part of speech that a lower-cased word most often has: n, v, a, r; nothing where unknown."""
        return self._wordnet.kind(word) if self._wordnet else ""

    def lemma(self, word: str) -> str:
        """Return the lemma of a lower-cased word."""
        return self._wordnet.lemma(word) if self._wordnet else simplemma.lemmatize(word, "en")

    def wider(self, word: str) -> tuple[str, ...]:
        """Return words that say less than a lower-cased one, in its form."""
        return self._inflected(word, self._wordnet.wider(word)) if self._wordnet else ()

    def opposites(self, word: str) -> tuple[str, ...]:
        """Return antonyms of a lower-cased word, in its form."""
        return self._inflected(word, self._wordnet.opposites(word)) if self._wordnet else ()

    def derived(self, word: str) -> tuple[str, ...]:
        """Return common words of another part of speech and the same root."""
        found = self._wordnet.derived(word) if self._wordnet else ()
        return tuple(other for other in found if other in _forms())

    def _inflected(self, word: str, lemmas: Sequence[str]) -> tuple[str, ...]:
        if word == self.lemma(word):
            return tuple(lemma for lemma in lemmas if lemma in _forms())
        ending = next((ending for ending in ("ing", "ed", "s") if word.endswith(ending)), "ed")
        found = (next((form for form in forms(lemma) if form.endswith(ending)), "") for lemma in lemmas)
        return tuple(dict.fromkeys(form for form in found if form and form != word))

    def _sentence(self, text: str) -> NDArray[np.float32]:
        found = [self.vector(word.text.lower()) for word in words(text)[:40] if len(word.text) > _SHORTEST]
        mean = np.mean(found, 0) if found else np.ones_like(self._mean)
        return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-6), np.float32)

    def nearest_sentence(self, text: str, among: Sequence[int]) -> str:
        """Return the sentence most like `text`, of those at the places `among`."""
        near = self._sentences[list(among)] @ self._sentence(text)
        for at in np.argsort(-near):
            other = self.targets[among[int(at)]]
            if other != text:
                return other
        return self.targets[0]


def _english(word: str) -> bool:
    return lean(word)[1] < 0
