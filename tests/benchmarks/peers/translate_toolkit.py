"""Judge with the checks that Translate Toolkit's pofilter runs by default, with English as target."""

from __future__ import annotations

from importlib.metadata import version

import harness
from translate.filters import checks
from translate.storage import po

CHECKER = checks.TeeChecker(
    checkerconfig=checks.CheckerConfig(targetlanguage="en"),
    checkerclasses=[checks.StandardChecker, checks.StandardUnitChecker],
    languagecode="en",
)


def judge(pairs: list[harness.Pair]) -> list[list[str]]:
    """Return the names of the failed checks of each pair."""
    return [sorted(CHECKER.run_filters(_unit(source, target))) for source, target in pairs]


def _unit(source: str, target: str) -> po.pounit:
    unit = po.pounit(source=source)
    unit.target = target
    return unit


if __name__ == "__main__":
    harness.main(judge, version("translate-toolkit"))
