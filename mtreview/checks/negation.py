from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, ClassVar

from mtreview.checks._negation_links import unanswered
from mtreview.checks.base import Hit, SegmentCheck, source_span, target_span
from mtreview.issue import Category, Severity
from mtreview.option_values import CHANCE
from mtreview.segment import Side
from mtreview.text.negation import (
    ENGLISH_NEGATIVES,
    SPANISH_NEGATIVES,
    english_bearers,
    english_denials,
    spanish_bearers,
    spanish_denials,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mtreview.checks._negation_links import Lone
    from mtreview.segment import Span
    from mtreview.text.negation import Denial
    from mtreview.text.tokens import Token
    from mtreview.view import SegmentView

_LONGEST = 5_000
_DOUBTED = 0.45
_LIKELY = 0.65
_PLAIN = 0.85  # confidence where the links of words show it

# What parts a sentence into clauses.
_JOINED = frozenset("que porque aunque si cuando donde como quien mientras pero y e o sino según pues".split())  # noqa: SIM905 - reads better
_PARTED = re.compile(r"[,;:()—–]|[.?!] ")


@dataclass(frozen=True, kw_only=True)
class Negation(SegmentCheck):
    """Report a negation that was lost or added.

    A double negation counts once; "no solo", "sin embargo" and questions such as "¿No quieres…?" count as none; English
    may also deny with a word such as "unable", "lack" or "refuse". With an encoder, what stands for the denied word
    decides, and the estimator is asked. Else negations are counted, and the longer the sentence, the lower are severity
    and confidence, since longer ones are often put in other words.

    Bad:
        es: No hay pruebas de que el medicamento funcione.
        en: There is evidence that the drug works.
    Bad:
        es: El acuerdo entrará en vigor el lunes.
        en: The agreement will [[not]] come into force on Monday.
    Good:
        es: No pudo venir nadie. Sin embargo, no solo cantaron.
        en: Nobody was able to come. However, they also danced.

    Attributes:
        short: a source of at most so many words is judged with full severity.
        long: a source of more words than this is judged with little confidence.
        sound: the estimator's chance of no major error from which an added one is shown in review only.
        seen: its chance that the negative word is wrong or left out, under which that is shown in review only.
        sure: that chance under which it is minor, as is a "sin" ("without"), which English often puts into one word.
        clear: the chance of no major error from which lost ones are counted where the denied word has no counterpart.
    """

    short: int = 12
    long: int = 25
    sound: float = field(default=0.4, metadata=CHANCE)
    seen: float = field(default=0.45, metadata=CHANCE)
    sure: float = field(default=0.8, metadata=CHANCE)
    clear: float = field(default=0.75, metadata=CHANCE)
    severity: Severity = Severity.MAJOR

    category: ClassVar[Category] = Category.MISTRANSLATION
    needs: ClassVar[frozenset[str]] = frozenset({"source"})
    yields_to: ClassVar[frozenset[str]] = frozenset({"untranslated", "empty", "missing-sentence", "extra-sentence"})

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield at most one hit: the first negation that one side has and the other has not."""
        for hit in self._found(view):
            yield self._weighed(view, hit)

    def _weighed(self, view: SegmentView, hit: Hit) -> Hit:
        """Return a hit as the estimator bears it out, which sees negations that were added, not all that were lost."""
        estimate = view.estimate if view.context.estimator else None
        if estimate is None:
            return hit
        added = hit.spans[0].side is Side.TARGET
        words, chances = (view.target_words, estimate.target) if added else (view.source_words, estimate.source)
        own = [chance for word, chance in zip(words, chances, strict=True) if _within(word, hit.spans[0])]
        chance = max(own, default=1.0)
        if (added and estimate.clean >= self.sound) or chance < self.seen:
            return replace(hit, severity=Severity.MINOR, confidence=min(hit.confidence, _DOUBTED))
        if chance < self.sure or (not added and view.source[hit.spans[0].start : hit.spans[0].end].lower() == "sin"):
            return replace(hit, severity=Severity.MINOR, confidence=min(hit.confidence, _LIKELY))
        return hit

    def _found(self, view: SegmentView) -> Iterator[Hit]:
        if not view.source_forms or not view.target_forms or max(len(view.source), len(view.target)) > _LONGEST:
            return
        if view.context.encoder:
            lost, added = unanswered(view)
            lost = [item for item in lost if item.firm or not self._clear(view)]
            if lost or added:
                yield _plain(view, lost, added)
                return
        yield from self._counted(view)

    def _clear(self, view: SegmentView) -> bool:
        estimate = view.estimate if view.context.estimator else None
        return estimate is not None and estimate.clean >= self.clear

    def _counted(self, view: SegmentView) -> Iterator[Hit]:
        """Yield a hit where one side has more negations than the other."""
        if SPANISH_NEGATIVES.isdisjoint(view.source_forms):
            if ENGLISH_NEGATIVES.isdisjoint(view.target_forms):
                return
        elif _count(view.source_lowered, SPANISH_NEGATIVES) <= _count(view.target_lowered, ENGLISH_NEGATIVES):
            return
        source, target = spanish_denials(view.source), english_denials(view.target)
        plain = [cue for cue in source if cue.plain]
        if len(plain) > len(target):
            yield from self._lost(view, plain, target)
        elif sum(cue.plain for cue in target) > len(source):
            yield from self._added(view, source, target)

    def _lost(self, view: SegmentView, plain: Sequence[Denial], target: Sequence[Denial]) -> Iterator[Hit]:
        sure, doubtful = english_bearers(view.target_forms)
        if target:
            own, _ = spanish_bearers(view.source_forms)
            stated = sum(cue.plain for cue in target)
            if doubtful or len(plain) - len(target) <= max(0, sure - stated - own):
                return
            confidence, severity = (0.6, 0.6, 0.4)[self._size(view)], Severity.MINOR
        elif sure:
            return
        elif doubtful:
            confidence, severity = 0.4, Severity.MINOR
        else:
            confidence, severity = self._grade(view)
        cue = plain[0]
        yield _lost(view, cue, confidence, severity)

    def _added(self, view: SegmentView, source: Sequence[Denial], target: Sequence[Denial]) -> Iterator[Hit]:
        plain = [cue for cue in target if cue.plain]
        sure, doubtful = spanish_bearers(view.source_forms)
        if source or sure or not ENGLISH_NEGATIVES.isdisjoint(view.source_forms - {"no"}):
            return
        confidence, severity = (0.4, Severity.MINOR) if doubtful else self._grade(view)
        cue = plain[0]
        yield _added(view, cue, confidence, severity)

    def _grade(self, view: SegmentView) -> tuple[float, Severity]:
        size = self._size(view)
        if size == 1 and _JOINED.isdisjoint(view.source_forms) and not _PARTED.search(view.source):
            return 0.8, Severity.MAJOR
        return ((0.85, Severity.MAJOR), (0.65, Severity.MINOR), (0.6, Severity.MINOR))[size]

    def _size(self, view: SegmentView) -> int:
        """Return 0 for a short source, 1 for a middling one, 2 for a long one."""
        return (len(view.source_lowered) > self.short) + (len(view.source_lowered) > self.long)


def _within(word: Token, span: Span) -> bool:
    return word.start < span.end and span.start < word.end


def _plain(view: SegmentView, lost: Sequence[Lone], added: Sequence[Lone]) -> Hit:
    """Return a hit on a negation that the other side plainly states without one."""
    if lost:
        return _lost(view, lost[0].denial, _PLAIN, Severity.MAJOR)
    return _added(view, added[0].denial, _PLAIN, Severity.MAJOR)


def _lost(view: SegmentView, cue: Denial, confidence: float, severity: Severity) -> Hit:
    return Hit(
        message=f'The source denies something with "{view.source[cue.start : cue.end]}", the translation does not',
        spans=(source_span(cue.start, cue.end),),
        confidence=confidence,
        severity=severity,
    )


def _added(view: SegmentView, cue: Denial, confidence: float, severity: Severity) -> Hit:
    return Hit(
        message=f'The translation denies something with "{view.target[cue.start : cue.end]}", the source does not',
        spans=(target_span(cue.start, cue.end),),
        confidence=confidence,
        severity=severity,
    )


def _count(words: Sequence[str], forms: frozenset[str]) -> int:
    return sum(map(forms.__contains__, words))
