from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mtreview.checks.base import Hit, SegmentCheck, source_span
from mtreview.issue import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import SegmentView

_QUOTED = re.compile(r"«([^«»]{1,2000})»|“([^“”]{1,2000})”|\"([^\"]{1,2000})\"")
_MARK = re.compile(r"[\"“”«»„`]|[‘'’](?!\w)|(?<!\w)[‘'’]|<(?:q|blockquote|cite|em|i)\b")
_DOUBLE = re.compile(r"[\"“”«»„`]|<(?:q|blockquote|cite|em|i)\b")
_NESTED = re.compile(r"[«“\"][^«»“”\"]{0,500}?(?<!\w)[‘'][^‘'’]{1,300}['’](?!\w)")
_STRAY = re.compile(r"[«»“”\"]")
_OPENS = re.compile(r"(?<![^\s(¿¡:—–-])[«“\"](?=[^\s,.;:)])")
_CLOSES = re.compile(r"(?<=[^\s\d(])[»”\"](?=[.,;:!?)]|\s*$|\s(?:dij|dice|\w{2,12}ó\b))")
_LONGEST = 5_000
_FEWEST = 2  # words that a quotation has at least in the segment in which it begins or ends


@dataclass(frozen=True, kw_only=True)
class Quotation(SegmentCheck):
    """Report a quotation whose quotation marks the translation has lost, so that the writer seems to say it.

    A few words in quotation marks are no quotation: English sets such terms without them.

    Bad:
        es: «Nunca pedimos dinero a nadie del Gobierno», dijo la alcaldesa.
        en: We never asked anyone in the Government for money, the mayor said.
    Good:
        es: «Nunca pedimos dinero a nadie del Gobierno», dijo la alcaldesa.
        en: “We never asked anyone in the Government for money,” the mayor said.
    Good:
        es: El llamado «techo de gasto» subió.
        en: The spending ceiling rose.

    Attributes:
        words: fewer quoted words are a term or a title.
    """

    words: int = 6
    severity: Severity = Severity.MINOR

    category: ClassVar[Category] = Category.PUNCTUATION
    needs: ClassVar[frozenset[str]] = frozenset({"source"})
    yields_to: ClassVar[frozenset[str]] = frozenset(
        {"untranslated", "missing-sentence", "unpaired", "truncated", "empty"}
    )

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield a hit for each quotation of the source where the target has no quotation mark at all."""
        if not _STRAY.search(view.source) or not view.target.strip() or _DOUBLE.search(view.target):
            return
        if _MARK.search(view.target) and not _NESTED.search(view.source[:_LONGEST]):
            return
        if max(len(view.source), len(view.target)) > _LONGEST:
            return
        if len(_STRAY.findall(view.source)) == 1:
            yield from _run_on(view)
        quotations = list(_QUOTED.finditer(view.source))
        counts = [len((match[match.lastindex or 0]).split()) for match in quotations]
        several = len(counts) > 1 and sum(counts) >= self.words + _FEWEST
        for match, count in zip(quotations, counts, strict=True):
            if count >= self.words or (several and count == max(counts)):
                yield Hit(
                    message="The source quotes these words, the translation has no quotation marks",
                    spans=(source_span(*match.span()),),
                    confidence=0.7,
                )


def _run_on(view: SegmentView) -> Iterator[Hit]:
    """Yield a hit for the one mark of a quotation that began in a segment before or goes on in the next."""
    opens, closes = _OPENS.search(view.source), _CLOSES.search(view.source)
    mark = opens or closes
    if mark is None:
        return
    quoted = view.source[mark.end() :] if opens else view.source[: mark.start()]
    if len(quoted.split()) >= _FEWEST:
        yield Hit(
            message="A quotation of the source begins or ends here, the translation has no quotation mark",
            spans=(source_span(*mark.span()),),
            confidence=0.6,
        )
