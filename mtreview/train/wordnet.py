"""Words and what WordNet (Miller, 1995) knows of them, read from its own database files."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import simplemma

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER: Final = Path("/usr/share/wordnet")  # where Debian's package wordnet-base puts them
_KINDS: Final = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
_SENSES: Final = 2
_LEVELS: Final = 2
_FRAME: Final = 4  # of a pointer: symbol, offset, kind, words


@dataclass(slots=True, kw_only=True)
class _Synset:
    words: tuple[str, ...]
    wider: list[str] = field(default_factory=list)
    opposite: list[tuple[int, str, int]] = field(default_factory=list)
    derived: list[tuple[int, str, int]] = field(default_factory=list)


class WordNet:
    """Look up English words; all answers are lower-cased lemmas of one word.

    Args:
        folder: where `index.noun`, `data.noun` and the others are.
    """

    def __init__(self, folder: Path = FOLDER) -> None:
        self._synsets: dict[str, _Synset] = {}
        self._senses: dict[str, dict[str, tuple[int, list[str]]]] = defaultdict(dict)
        for kind, name in _KINDS.items():
            for line in _lines(folder / f"data.{name}"):
                self._read(kind, line)
            for line in _lines(folder / f"index.{name}"):
                parts = line.split()
                senses = int(parts[2])
                places = [f"{kind}{offset}" for offset in parts[-senses:]]
                self._senses[parts[0]][kind] = (int(parts[-senses - 1]), places)

    def _read(self, kind: str, line: str) -> None:
        parts = line.partition("|")[0].split()
        count = int(parts[3], 16)
        words = tuple(parts[4 + 2 * at].partition("(")[0].lower() for at in range(count))
        synset = self._synsets[f"{kind}{parts[0]}"] = _Synset(words=words)
        at = 4 + 2 * count
        for number in range(int(parts[at])):
            symbol, offset, other, ends = parts[at + 1 + _FRAME * number : at + 1 + _FRAME * (number + 1)]
            place = f"{'a' if other == 's' else other}{offset}"
            if symbol == "@":
                synset.wider.append(place)
            elif symbol in {"!", "+"}:
                found = synset.opposite if symbol == "!" else synset.derived
                own, theirs = (int(part, base=16) for part in (ends[:2], ends[2:]))
                found.append((own, place, theirs))

    @lru_cache(maxsize=50_000)  # noqa: B019 - one a process
    def kind(self, word: str) -> str:
        """Return the commonest part of speech of a lower-cased word: n, v, a, r, or nothing where it has none."""
        found = self._senses.get(self.lemma(word), {})
        tagged = {kind: count for kind, (count, _) in found.items()}
        return max(tagged, key=tagged.__getitem__) if tagged else ""

    def lemma(self, word: str) -> str:
        """Return the lemma of a lower-cased word, itself where it is one."""
        return word if word in self._senses and not word.endswith("ed") else simplemma.lemmatize(word, "en").lower()

    def _of(self, word: str) -> list[_Synset]:
        kind = self.kind(word)
        places = self._senses[self.lemma(word)][kind][1] if kind else []
        return [self._synsets[place] for place in places[:_SENSES]]

    def wider(self, word: str) -> tuple[str, ...]:
        """Return hypernyms of the first sense, nearest first."""
        found: list[str] = []
        level = self._of(word)[:1]
        for _ in range(_LEVELS):
            level = [self._synsets[place] for synset in level for place in synset.wider]
            found += [other for synset in level for other in synset.words]
        return _plain(found, word)

    def opposites(self, word: str) -> tuple[str, ...]:
        """Return antonyms of the commonest senses."""
        lemma = self.lemma(word)
        return _plain(
            (other for synset in self._of(word) for other in self._ends(synset.opposite, synset, lemma)), word
        )

    def derived(self, word: str) -> tuple[str, ...]:
        """Return words of other parts of speech that come from the same root."""
        lemma = self.lemma(word)
        found = (other for synset in self._of(word) for other in self._ends(synset.derived, synset, lemma))
        return _plain(found, word)

    def _ends(self, pointers: list[tuple[int, str, int]], synset: _Synset, lemma: str) -> Iterator[str]:
        for own, place, other in pointers:
            if own and other and synset.words[own - 1] == lemma:
                yield self._synsets[place].words[other - 1]


def _plain(found: Iterator[str] | list[str], word: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(other for other in found if other.isalpha() and other != word))


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="ascii") as file:
        yield from (line for line in file if not line.startswith("  "))


@lru_cache(maxsize=1)
def installed() -> WordNet | None:
    """Return WordNet where it is installed, read once."""
    return WordNet() if (FOLDER / "data.noun").exists() else None
