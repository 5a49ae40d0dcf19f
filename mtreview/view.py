"""What checks and scorers look at: a text and all that is computed from it, each once and on demand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from mtreview import memory
from mtreview.glossary import Glossary, load
from mtreview.lazy import lazy
from mtreview.models.backends.opinions import Opinions
from mtreview.segment import Side, Span
from mtreview.style import NO_STYLE, StyleSettings
from mtreview.text.numbers import numbers
from mtreview.text.tokens import capitals, lowered, spelt, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mtreview.glossary import TermHit
    from mtreview.models.backends.base import QualityModelSettings
    from mtreview.models.encoder import Encoder, Encoding
    from mtreview.models.estimating import Analysis
    from mtreview.models.estimator import Estimate
    from mtreview.models.word_align import Likeness, Link
    from mtreview.segment import Document, Segment
    from mtreview.text.numbers import Number
    from mtreview.text.tokens import Token

ESTIMATED: Final = "embedded"  # the encoder whose states the estimator was trained on


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Name what a run looks things up in; heavy things are loaded from their names, once a process.

    Attributes:
        glossaries: paths of term bases, in order of precedence.
        memories: paths of TMX files, likewise.
        encoder: `embedded`, a folder or a hub name; None where the run uses no model.
        source: `es`, `es-ES`, `es-MX` or `es-419`.
        target: `en-US` or `en-GB`.
        ignore_words: words that no check may call foreign, misspelt or untranslated.
        estimator: whether the run estimates quality, so that one pass of the encoder serves that as well.
        quality_model: a further model that scores pairs; None where the run has none.
        style: what the house decided about its style.
        domains: the fields of the texts, in lower case; terms of other fields are left. All terms count where empty.
    """

    glossaries: tuple[str, ...] = ()
    encoder: str | None = None
    source: str = "es"
    target: str = "en-US"
    ignore_words: frozenset[str] = frozenset()
    estimator: bool = False
    quality_model: QualityModelSettings | None = None
    memories: tuple[str, ...] = ()
    style: StyleSettings = NO_STYLE
    domains: frozenset[str] = frozenset()

    @property
    def memory(self) -> memory.Memory:
        """Return the translation memories as one."""
        return memory.load(self.memories)

    @property
    def glossary(self) -> Glossary:
        """Return the term bases as one."""
        return load(self.glossaries, self.domains)


@lru_cache(maxsize=2)
def _encoder(name: str) -> Encoder:
    from mtreview.models.encoder import load_encoder  # noqa: PLC0415 - torch, only where it is asked for

    return load_encoder(name)


def _runs(places: list[int]) -> list[list[int]]:
    """Return sorted places in runs without gaps."""
    runs: list[list[int]] = []
    for place in places:
        if runs and place == runs[-1][-1] + 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


class SegmentView:
    """Show one segment to checks and scorers.

    Attributes:
        has_source: whether there is a source text to compare with.
    """

    def __init__(self, segment: Segment, document: DocumentView, index: int) -> None:
        self.segment = segment
        self.document = document
        self.index = index
        self.context = document.context
        self.source = segment.source or ""
        self.target = segment.target
        self.has_source = bool(self.source.strip())

    @lazy
    def source_spelt(self) -> tuple[str, ...]:
        """The words of the source as they are written, in order."""
        return spelt(self.source)

    @lazy
    def target_spelt(self) -> tuple[str, ...]:
        """The words of the target as they are written, in order."""
        return spelt(self.target)

    @lazy
    def source_words(self) -> tuple[Token, ...]:
        """The words of the source with their places: dearer than those without, which do for most segments."""
        return words(self.source, self.source_spelt)

    @lazy
    def target_words(self) -> tuple[Token, ...]:
        """The words of the target with their places: dearer than those without, which do for most segments."""
        return words(self.target, self.target_spelt)

    @lazy
    def source_lowered(self) -> tuple[str, ...]:
        """The words of the source in lower case, in order."""
        return lowered(self.source)

    @lazy
    def target_lowered(self) -> tuple[str, ...]:
        """The words of the target in lower case, in order."""
        return lowered(self.target)

    @lazy
    def source_forms(self) -> frozenset[str]:
        """The different words of the source, in lower case."""
        return frozenset(self.source_lowered)

    @lazy
    def target_forms(self) -> frozenset[str]:
        """The different words of the target, in lower case."""
        return frozenset(self.target_lowered)

    @lazy
    def source_capitals(self) -> Sequence[str]:
        """The capitalised words of the source that have four letters or more, in order."""
        return capitals(self.source)

    @lazy
    def target_capitals(self) -> Sequence[str]:
        """The capitalised words of the target that have four letters or more, in order."""
        return capitals(self.target)

    @lazy
    def source_numbers(self) -> tuple[Number, ...]:
        """The numbers of the source, as Spanish writes them."""
        return numbers(self.source, "es", self.source_forms)

    @lazy
    def target_numbers(self) -> tuple[Number, ...]:
        """The numbers of the target, as English writes them."""
        return numbers(self.target, "en", self.target_forms)

    @lazy
    def source_terms(self) -> tuple[TermHit, ...]:
        """Glossary terms in the source, longest match first."""
        return self.context.glossary.find_source(self.source) if self.source else ()

    @lazy
    def residue_terms(self) -> tuple[TermHit, ...]:
        """Spanish glossary terms that stand in the target."""
        return self.context.glossary.find_source(self.target)

    @property
    def source_encoding(self) -> Encoding:
        """Return the source's encoding; an IndexError where the run has no encoder."""
        return self.document.encodings[Side.SOURCE][self.index]

    @property
    def target_encoding(self) -> Encoding:
        """Return the target's encoding; an IndexError where the run has no encoder."""
        return self.document.encodings[Side.TARGET][self.index]

    @property
    def likeness(self) -> Likeness | None:
        """Return how alike its words are; None where a side has none or the run has no encoder."""
        found = self.document.likenesses
        return found[self.index] if found else None

    @lazy
    def word_links(self) -> tuple[Link, ...]:
        """The links between `source_words` and `target_words`, as places in them; none without an encoder."""
        if self.likeness is None:
            return ()
        from mtreview.models.word_align import links  # noqa: PLC0415 - only where there is an encoder

        return links(self.likeness)

    def counterparts(self, side: Side, start: int, end: int) -> tuple[Span, ...]:
        """Return what corresponds on the other side to a part of one side, in order, neighbouring words joined.

        Args:
            side: of the part.
            start: its first code point.
            end: the one after its last; equal to `start` for the word under a caret.
        """
        from_source = side is Side.SOURCE
        ours, theirs = self.source_words, self.target_words
        if not from_source:
            ours, theirs = theirs, ours
        meant = {
            at
            for at, word in enumerate(ours)
            if word.start <= max(start, end - 1) and start <= word.end - (start < end)
        }
        places = sorted({link[from_source] for link in self.word_links if link[not from_source] in meant})
        other = Side.TARGET if from_source else Side.SOURCE
        return tuple(Span(side=other, start=theirs[run[0]].start, end=theirs[run[-1]].end) for run in _runs(places))

    @property
    def estimate(self) -> Estimate | None:
        """Return the estimate; None where a side is empty or the run has not the encoder that it was trained on."""
        return self.document.estimates[self.index]


class DocumentView:
    """Show one document, or one window of a list of segments, to checks and scorers."""

    def __init__(self, document: Document, context: Context) -> None:
        self.document = document
        self.context = context
        self.segments = tuple(SegmentView(segment, self, index) for index, segment in enumerate(document.segments))
        self._kept: tuple[int, tuple[Analysis, ...]] | None = None

    @lazy
    def encodings(self) -> dict[Side, tuple[Encoding, ...]]:
        """Every source and target of the document, encoded together and once."""
        found = self._read
        return {
            Side.SOURCE: tuple(item.source for item in found),
            Side.TARGET: tuple(item.target for item in found),
        }

    @property
    def is_read(self) -> bool:
        """Say whether an encoder has been over the document already."""
        return bool(self.__dict__.get("_read"))

    @property
    def likenesses(self) -> tuple[Likeness | None, ...]:
        """Return how alike the words of each segment's sides are; nothing where the run has no encoder."""
        return tuple(item.likeness for item in self._read)

    @property
    def estimates(self) -> tuple[Estimate | None, ...]:
        """Return an estimate for each segment, None where there can be none."""
        if self.context.encoder != ESTIMATED:
            return (None,) * len(self.segments)
        return tuple(item.estimate for item in self._analyses)

    @lazy
    def opinions(self) -> Opinions:
        """What the run's quality model says of the segments."""
        return Opinions(self.context.quality_model, [(view.source, view.target) for view in self.segments])

    @lazy
    def _analyses(self) -> tuple[Analysis, ...]:
        return self._analysed(ESTIMATED, estimate=True)

    @lazy
    def _read(self) -> tuple[Analysis, ...]:
        if self.context.encoder is None:
            return ()
        return self._analyses if self.context.estimator else self._analysed(self.context.encoder, estimate=False)

    def _analysed(self, encoder: str, *, estimate: bool) -> tuple[Analysis, ...]:
        from mtreview.models.estimating import analyse  # noqa: PLC0415 - torch, only where it is asked for

        changed, kept = self._kept or (0, ())
        views = self.segments[changed : changed + 1] if kept else self.segments
        found = tuple(analyse(_encoder(encoder), [(view.source, view.target) for view in views], estimate=estimate))
        return (*kept[:changed], *found, *kept[changed + 1 :])

    def with_segment(self, index: int, segment: Segment) -> DocumentView:
        """Return a view in which one segment is another; what is known of the others, and of its source, is kept."""
        twin = object.__new__(DocumentView)
        twin.document = self.document
        twin.context = self.context
        vars(twin)["opinions"] = self.opinions
        kept = vars(self).get("_analyses" if self.context.estimator else "_read")
        twin._kept = (index, kept) if kept else None
        before = self.segments[index]
        changed = SegmentView(segment, twin, index)
        if changed.source == before.source:
            vars(changed).update({name: known for name, known in vars(before).items() if name.startswith("source_")})
        twin.segments = (*self.segments[:index], changed, *self.segments[index + 1 :])
        return twin
