"""Judge with the filters that OpusFilter generates by default, less its language identifier, which is a model."""

from __future__ import annotations

from importlib.metadata import version

import harness
from opusfilter import filters

FILTERS = {
    "length": filters.LengthFilter(),
    "length-ratio-char": filters.LengthRatioFilter(unit="char"),
    "length-ratio-word": filters.LengthRatioFilter(unit="word"),
    "long-word": filters.LongWordFilter(),
    "html-tag": filters.HtmlTagFilter(),
    "average-word-length": filters.AverageWordLengthFilter(),
    "alphabet-ratio": filters.AlphabetRatioFilter(),
    "terminal-punctuation": filters.TerminalPunctuationFilter(),
    "non-zero-numerals": filters.NonZeroNumeralsFilter(),
    "longest-common-substring": filters.LongestCommonSubstringFilter(),
    "similarity": filters.SimilarityFilter(),
    "repetition": filters.RepetitionFilter(),
    "character-score": filters.CharacterScoreFilter(scripts=["Latin", "Latin"]),
}


def judge(pairs: list[harness.Pair]) -> list[list[str]]:
    """Return the filters that reject each pair."""
    flags: list[list[str]] = [[] for _ in pairs]
    for name, rule in FILTERS.items():
        for found, accepted in zip(flags, rule.decisions(pairs), strict=True):
            if not accepted:
                found.append(name)
    return flags


if __name__ == "__main__":
    harness.main(judge, version("opusfilter"))
