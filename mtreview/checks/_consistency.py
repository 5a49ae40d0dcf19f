"""How a corpus translates what stands in it several times: hashes of both sides, and where each pair came first."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import blake2b
from string import punctuation
from typing import TYPE_CHECKING, NamedTuple, Protocol, Self

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import DocumentView, SegmentView

_MARKS = re.compile("[¿¡«»“”„‘’‚…–—•·\u00a0\u2009\u202f]+")
_DROPPED = b"0123456789'"
_SPACED = bytes(32 if chr(code) in punctuation else code for code in range(256))
_LITTLE = """a al ante aquel aquella con cual cuando cuyo de del desde donde e el ella ellas ellos en entre es ese esa
esta este esto está han has hasta hay he la las le les lo los me mi más muy nada ni no nos o para pero
por porque que quien se ser si sin sobre son su sus sí también te tu u un una unas uno unos y ya yo"""
FUNCTION = frozenset(_LITTLE.encode().split())
_LONGEST = 2_000
_MOST = 8  # different renderings of one text; more of them are a word of many meanings


class Use(NamedTuple):
    """Hold one rendering of a text.

    Attributes:
        other: hash of the rendering.
        times: how often the pair stands in the corpus.
        document: where it stands first.
        segment: likewise.
    """

    other: int
    times: int
    document: str
    segment: str


class Uses:
    """Hold what each text is rendered with, by hashes; sums of documents add up to the corpus.

    Attributes:
        single: whether every text has one rendering.
    """

    def __init__(self) -> None:
        self.table: dict[int, tuple[Use, ...]] = {}
        self.single = True

    def __add__(self, other: Self) -> Self:
        """Return the uses of both."""
        total = type(self)()
        total.table, total.single = dict(self.table), self.single
        return total.__iadd__(other)

    def __iadd__(self, other: Self) -> Self:
        """Take in the uses of another, without a copy of one's own."""
        for key, uses in other.table.items():
            for use in uses:
                self.add(key, use)
        return self

    def add(self, key: int, use: Use) -> None:
        """Count a pair."""
        known = self.table.get(key, ())
        for place, item in enumerate(known):
            if item.other == use.other:
                more = item._replace(times=item.times + use.times)
                self.table[key] = (*known[:place], more, *known[place + 1 :])
                return
        self.single = self.single and not known
        if len(known) < _MOST:
            self.table[key] = (*known, use)

    def best(self, key: int) -> Use | None:
        """Return the commonest use of a text, the first of equals; None where there is one only, or too many."""
        uses = self.table.get(key, ())
        return max(uses, key=lambda use: use.times) if 1 < len(uses) < _MOST else None

    def use(self, key: int, other: int) -> Use:
        """Return one use of a text; without a place where it is not known."""
        return next((use for use in self.table.get(key, ()) if use.other == other), Use(other, 1, "", ""))


class Deviation(NamedTuple):
    """Hold a segment whose text is usually rendered in another way.

    Attributes:
        own: how the segment has it.
        usual: the commonest use.
        example: a segment of the same document that has it so, where there is one.
    """

    segment: SegmentView
    key: int
    own: Use
    usual: Use
    example: SegmentView | None = None

    @property
    def place(self) -> str:
        """Return where the usual rendering stands, for a message."""
        here = self.usual.document == self.segment.document.document.id
        return f"segment {self.usual.segment}" if here else f"{self.usual.document}, segment {self.usual.segment}"


class Keyed(Protocol):
    """Say what of a segment is looked up, and what it is rendered with."""

    def key(self, segment: SegmentView) -> int | None:
        """Return the hash of what is looked up; None where the segment does not count."""

    def other(self, segment: SegmentView) -> int:
        """Return the hash of what it is rendered with."""


@lru_cache(maxsize=8192)
def plain(text: str) -> bytes:
    """Return the words of a text in lower case, without its numbers and marks; none of a text that is too long."""
    if len(text) > _LONGEST:
        return b""
    unmarked = text.lower() if text.isascii() else _MARKS.sub(" ", text.lower())
    return b" ".join(unmarked.encode(errors="replace").translate(_SPACED, _DROPPED).split())


@lru_cache(maxsize=8192)
def digest(text: str) -> int:
    """Return a hash of a text's words that is the same on every machine; 0 where it has none."""
    words = plain(text)
    return int.from_bytes(blake2b(words, digest_size=8).digest(), "big") if words else 0


def count(text: str) -> int:
    """Return how many words a text has."""
    return plain(text).count(b" ") + 1


def summed(view: DocumentView, keyed: Keyed) -> Uses:
    """Return the uses of one document."""
    uses = Uses()
    for segment in view.segments:
        key = keyed.key(segment) if segment.source and segment.target else None
        if key is not None:
            uses.add(key, Use(keyed.other(segment), 1, view.document.id, segment.segment.id))
    return uses


def deviations(view: DocumentView, corpus: Uses, keyed: Keyed) -> Iterator[Deviation]:
    """Yield the segments that are not as the commonest use of the same text is."""
    if corpus.single:
        return
    odd: list[Deviation] = []
    usual: dict[tuple[int, int], SegmentView] = {}
    for segment in view.segments:
        key = keyed.key(segment) if segment.source and segment.target else None
        best = corpus.best(key) if key is not None else None
        if key is None or best is None:
            continue
        other = keyed.other(segment)
        if best.other == other:
            usual.setdefault((key, other), segment)
        else:
            odd.append(Deviation(segment, key, corpus.use(key, other), best))
    for item in odd:
        yield item._replace(example=usual.get((item.key, item.usual.other)))
