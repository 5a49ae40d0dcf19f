"""A document of three segments, two of them with an issue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtreview.assessment import Assessment, Basis
from mtreview.fingerprint import issue_fingerprint
from mtreview.issue import Category, Issue, Severity, Suggestion
from mtreview.score import Score
from mtreview.segment import Document, Location, Segment, Side, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

PAIRS = (
    ("Tres minutos de lectura.", "Three minutos of reading."),
    ("El puente se abrió ayer.", "The bridge opened yesterday."),
    ("Murieron dos cabras.", "Two two goats died."),
)


def assess(segment: Segment) -> Assessment:
    """Flag the word "minutos" (major, with a fix) and "two two" (minor)."""
    issues = []
    for word, fix, check, severity in (
        ("minutos", "minutes", "untranslated", Severity.MAJOR),
        ("Two two", "Two", "doubled-word", Severity.MINOR),
    ):
        start = segment.target.find(word)
        if start >= 0:
            span = Span(side=Side.TARGET, start=start, end=start + len(word))
            issues.append(
                Issue(
                    check=check,
                    segment=segment.id,
                    category=Category.UNTRANSLATED,
                    severity=severity,
                    confidence=0.9,
                    message=f'"{word}" should not stand here.',
                    spans=(span,),
                    suggestion=Suggestion(span=span, text=fix),
                    fingerprint=issue_fingerprint(check, segment, (span,)),
                )
            )
    scores = (Score(scorer="mqm", value=90.0),)
    return Assessment(segment=segment, issues=tuple(issues), score=90.0, basis=Basis.RULES, scores=scores)


def document(pairs: Sequence[tuple[str | None, str]], name: str = "article.txt") -> tuple[Document, list[Assessment]]:
    segments = tuple(
        Segment(
            id=str(number),
            source=source,
            target=target,
            document=name,
            location=Location(path=name, line=number),
            extra=(("x", "ñ"),),
        )
        for number, (source, target) in enumerate(pairs, 1)
    )
    return Document(id=name, path=name, format="text", segments=segments), [assess(item) for item in segments]
