from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mtreview.checks.base import Hit, SegmentCheck, replace_target, source_span, target_span
from mtreview.issue import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.segment import Span
    from mtreview.view import SegmentView

_END = re.compile(r"(?P<mark>\.{3}|[.!?…])(?P<rest>[\"'“”’»)\]]{0,3})\Z")
_QUESTION = re.compile(
    r"(?:[\"'“‘(—–-]|\b(?:but|and|so|or|then|well|now|yes|no|oh|hey)\b|[\s,])*"
    r"(?:who(?:se|m)?|what|which|when|where|why|how|is|are|was|were|am|do|does|did|has|have|had|can|could|will|would|"
    r"shall|should|may|might|must|[a-z]{2,6}n['’]t)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(r"[\w%€$£](?P<rest>[\"”’»)]{0,3})\Z")
_LAST = 20  # code points in which an abbreviation shows
_LONG, _FEW, _MOST = 4, 4, 0.8  # letters, words, share of them
_TAIL = 8  # code points in which a text ends
# A text without any of these is a headline.
_SENTENCE = frozenset(
    """
    the a an this that is are was were be has have had will would can do does did i you he she it we they
    """.split()  # noqa: SIM905 - reads better
)
# A stop that belongs to an abbreviation ends no sentence.
_ABBREVIATED = re.compile(
    r"(?:(?:^|[\s.(])\w\.|\b(?:EE\.\s?UU|etc|[Ss]r|[Ss]ra|[Dd]r|Inc|Ltd|Co|Corp|núm|art|pág|cap|vol|ed|Jr|aprox|tel))\.?\Z"
)


@dataclass(frozen=True, kw_only=True)
class FinalMark(SegmentCheck):
    """Report a sentence that lost its final mark, or a question that became none.

    Marks that were added are left, as are headlines, labels and whatever ends in an abbreviation.

    Bad:
        es: El museo abrirá el próximo martes a las diez.
        en: The museum will open next Tuesday at [[ten]]
        fix: ten.
    Bad:
        es: ¿Cuándo abrirá el museo de la ciudad?
        en: When will the city museum open[[.]]
        fix: ?
    Good:
        es: ¿Cuándo abrirá el museo?
        en: When will the museum open?

    Attributes:
        words: a source of fewer words is a label rather than a sentence.
    """

    words: int = 4
    severity: Severity = Severity.MINOR

    category: ClassVar[Category] = Category.PUNCTUATION
    needs: ClassVar[frozenset[str]] = frozenset({"source"})
    yields_to: ClassVar[frozenset[str]] = frozenset(
        {"truncated", "length", "untranslated", "empty", "missing-sentence", "unpaired", "quotation"}
    )

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield a hit for the end of the target."""
        source, target = view.source.rstrip(), view.target.rstrip()
        ended = _END.search(source, max(0, len(source) - _TAIL))
        if not ended or not target or len(view.source_lowered) < self.words:
            return
        before = source[: ended.start("rest")]
        mark = "." if ended["mark"] in {"...", "…"} else ended["mark"]
        bare = _OPEN.search(target, max(0, len(target) - _TAIL))
        if bare:
            if not (_ABBREVIATED.search(before[-_LAST:]) or view.target_forms.isdisjoint(_SENTENCE) or _titled(view)):
                yield self._lost(view, mark, source_span(*ended.span("mark")), bare.start("rest"))
            return
        now = _END.search(target, max(0, len(target) - _TAIL))
        if now and mark == "?" and now["mark"] == "." and source.count("?") > target.count("?"):
            yield self._asked(now, source_span(*ended.span("mark")), plain=_asks(target, now.start()))

    def _lost(self, view: SegmentView, mark: str, span: Span, at: int) -> Hit:
        last = view.target_words[-1]
        start = last.start if last.end == at else at - 1
        return Hit(
            message=f'The source ends with "{mark}", the translation without a mark',
            spans=(target_span(start, at), span),
            suggestion=replace_target(start, at, view.target[start:at] + mark),
            confidence=0.75,
        )

    def _asked(self, now: re.Match[str], span: Span, *, plain: bool) -> Hit:
        return Hit(
            message="The source asks a question, the translation does not",
            spans=(target_span(*now.span("mark")), span),
            suggestion=replace_target(*now.span("mark"), "?"),
            confidence=0.7 if plain else 0.4,
        )


def _titled(view: SegmentView) -> bool:
    """Say whether nearly all long words of the target have capitals, as headlines do."""
    long = [word for word in view.target_words if len(word.text) >= _LONG]
    return len(long) >= _FEW and sum(word.text[0].isupper() for word in long) >= _MOST * len(long)


def _asks(target: str, end: int) -> bool:
    """Say whether the last sentence begins as a question does; else it may state what the source asks."""
    stops = [target.rfind(mark, 0, end) for mark in (". ", "! ", "? ", ": ", "; ")]
    return _QUESTION.match(target, max(stops) + 1) is not None
