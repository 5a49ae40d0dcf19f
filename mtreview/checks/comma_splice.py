from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mtreview.checks.base import Hit, SegmentCheck, target_span
from mtreview.issue import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtreview.view import SegmentView

_VERB = (
    r"(?:is|are|was|were|has|have|had|will|would|can|could|did|does|do|must|should|cannot|"
    r"(?:did|do|does|wo|could|was|is|were|are|ca|would)n['’]t)"
)
_SPLICE = re.compile(
    r"(?:^|(?<=[.!?] ))(?:I|He|She|They|We|It|You) "
    r"(?!(?:think|believe|know|mean|guess|hope|say|said|thought|feel|suppose)\b)"
    r"(?P<first>[a-z][^,.;:!?\"“”«»()—–]{4,70})(?P<comma>,) "
    rf"(?:he|she|they|we|it) {_VERB}\b(?! (?:said|claimed|thought|believed|reported|alleged|understood)\b)"
    r"[^;:\"“”?]{3,120}[.!](?=\s|$)"
)
_SECOND = re.compile(r", (?:he|she|they|we|it) ")
# What makes one of the clauses depend on the other, or the whole a figure of speech.
_DEPENDENT = re.compile(
    r"\b(?:when|if|as|because|although|though|while|after|before|since|once|until|whenever|unless|where|so|such|more|"
    r"less|that|what|who|how|neither|not only|like|seems?|no matter|whether)\b"
)


@dataclass(frozen=True, kw_only=True)
class CommaSplice(SegmentCheck):
    """Report two sentences that only a comma joins, as Spanish may join them and English may not.

    Bad:
        es: Llegó muy tarde, no le dejaron entrar.
        en: He arrived very late[[,]] they did not let him in.
    Bad:
        en: She lost the vote[[,]] she will not stand again.
    Good:
        es: Llegó muy tarde, no le dejaron entrar.
        en: He arrived very late, and they did not let him in.
    Good:
        en: When he arrived, they did not let him in.
    """

    severity: Severity = Severity.MINOR

    category: ClassVar[Category] = Category.PUNCTUATION
    yields_to: ClassVar[frozenset[str]] = frozenset({"untranslated"})

    def find(self, view: SegmentView) -> Iterator[Hit]:
        """Yield the comma between two clauses that both begin with a pronoun and depend on nothing."""
        if not _SECOND.search(view.target):
            return
        for match in _SPLICE.finditer(view.target):
            if not _DEPENDENT.search(match["first"]):
                yield Hit(
                    message="A comma alone joins two sentences; English needs a stop, a semicolon or a conjunction",
                    spans=(target_span(*match.span("comma")),),
                    confidence=0.65,
                )
