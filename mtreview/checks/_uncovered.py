"""Words of one side that nothing on the other side seems to say, for the checks of omission and addition."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from mtreview.checks._uncovered_chances import Evidence, chances_of, is_content
from mtreview.checks._uncovered_excuses import counted, excused, loose, shortened
from mtreview.segment import Side

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mtreview.checks._uncovered_chances import Weights
    from mtreview.text.tokens import Token
    from mtreview.view import SegmentView

EXPLAINED: Final = frozenset(
    {
        "byline-caption",
        "currency-unit",
        "date-mismatch",
        "do-not-translate",
        "doubled-word",
        "empty",
        "extra-sentence",
        "length",
        "low-similarity",
        "missing-sentence",
        "name-mismatch",
        "name-variant",
        "negation",
        "number-mismatch",
        "opposite",
        "player",
        "repeated-text",
        "site-furniture",
        "untranslated",
        "untranslated-term",
        "wrong-term",
    }
)
"""Ids of the checks that say better why a word has no counterpart."""

_CARRIED: Final = 0.05
_MOST_WORDS: Final = 400
_FEWEST: Final = 3  # states are compared without what a side's words share, which of fewer words is nearly all


class Passage(NamedTuple):
    """Mark words in a row.

    Attributes:
        start: offset of the first one.
        end: offset after the last one.
        words: how many content words it has.
        chance: of the content word that is least like anything, 0 to 1.
        sum: of the chances of all of them.
    """

    start: int
    end: int
    words: int
    chance: float
    sum: float

    def strength(self, word: float, passage: float) -> float:
        """Return which part of a bar it reaches, of a single word's chance or of the sum: the larger one."""
        return max(self.chance / word, self.sum / passage)

    def confidence(self, *, reported: bool) -> float:
        """Return how sure to be of it: under 0.5, which review alone shows, unless it is reported."""
        return round(min(0.95, max(0.5, self.chance)) if reported else min(0.49, self.chance / 2), 2)


def suspected(
    view: SegmentView, side: Side, weights: Weights, bars: tuple[float, float, float]
) -> Iterator[tuple[Passage, float]]:
    """Yield the passages of one side that nothing on the other side seems to say, and how strongly each is suspected.

    Args:
        view: the segment; without an estimate nothing can be said.
        side: which is searched.
        weights: of that side.
        bars: of a single word's chance, of the sum of a passage's, and the part of them from which it is yielded.
    """
    estimate, likeness = view.estimate, view.likeness
    if estimate is None or likeness is None:
        return
    words, texts, languages = (view.source_words, view.target_words), (view.source, view.target), ("es", "en")
    evidence = Evidence(likeness, view.word_links, (estimate.source, estimate.target))
    if side is Side.TARGET:
        words, texts, languages = words[::-1], texts[::-1], languages[::-1]
        turned = [(link.target, link.source) for link in view.word_links]
        evidence = Evidence(likeness.flipped(), turned, (estimate.target, estimate.source))
    for found in passages(evidence, words, languages, weights, counted(view, side)):
        strength = found.strength(*bars[:2])
        if strength < bars[2] or excused(found, *texts):
            continue
        doubted = shortened(found, *texts) or loose(found, texts[0], languages[0])
        yield found, bars[2] if doubted else strength


def passages(
    evidence: Evidence,
    sides: tuple[Sequence[Token], Sequence[Token]],
    languages: tuple[str, str],
    weights: Weights,
    counted: Sequence[tuple[int, int]] = (),
) -> Iterator[Passage]:
    """Yield the runs of content words that seem to have no counterpart, function words between them included.

    Of a side of one or two words nothing can be said.

    Args:
        evidence: with our side as its source.
        sides: the words of our side, which is searched, and of the other one.
        languages: of our side and of the other one.
        weights: of our side.
        counted: ranges of our numbers that the other side has as well.
    """
    ours = sides[0]
    if max(map(len, sides)) > _MOST_WORDS or min(map(len, sides)) < _FEWEST:
        return
    content = [
        at
        for at, word in enumerate(ours)
        if is_content(word, languages[0]) and not any(word.start < end and start < word.end for start, end in counted)
    ]
    chances = chances_of(evidence, sides, languages, weights)
    run: list[int] = []
    for at in (*content, -1):
        if at >= 0 and chances[at] > _CARRIED:
            run.append(at)
            continue
        if run:
            inside = chances[run]
            yield Passage(ours[run[0]].start, ours[run[-1]].end, len(run), float(inside.max()), float(inside.sum()))
        run = []
