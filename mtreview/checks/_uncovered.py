"""Words of one side that nothing on the other side seems to say, for the checks of omission and addition."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from mtreview.checks._uncovered_chances import chances_of, is_content

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mtreview.checks._uncovered_chances import Evidence, Weights
    from mtreview.text.tokens import Token

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
