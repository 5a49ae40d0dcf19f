"""Judge with mtreview's own rules and bundled glossaries, without model, in windows of 1,024 pairs as `score` does.

Term bases named after the two files are used as well.
"""

from __future__ import annotations

import sys
from pathlib import Path

import harness

import mtreview
from mtreview.config import Settings, build_profile
from mtreview.pipeline import find_issues
from mtreview.segment import Document, Segment
from mtreview.view import DocumentView

WINDOW = 1024
PROFILE = build_profile(Settings(root=Path()), glossaries=sys.argv[3:], model=False)


def judge(pairs: list[harness.Pair]) -> list[list[str]]:
    """Return the checks that find something in each pair."""
    segments = [
        Segment(id=str(number), source=source, target=target) for number, (source, target) in enumerate(pairs, 1)
    ]
    flags: list[list[str]] = []
    for start in range(0, len(segments), WINDOW):
        window = tuple(segments[start : start + WINDOW])
        document = Document(id="pairs", path="pairs.jsonl", format="jsonl", segments=window, pieces=True)
        found = find_issues(DocumentView(document, PROFILE.context), PROFILE.checks)
        flags += [[issue.check for issue in issues] for issues in found]
    return flags


if __name__ == "__main__":
    harness.main(judge, mtreview.__version__)
