"""Where a text denies something, in Spanish and English: a double negation is one, and "not only" is none."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from mtreview.text.negation_words import (
    ENGLISH_BEARERS,
    ENGLISH_DOUBTFUL,
    ENGLISH_TURNS,
    SPANISH_BEARERS,
    SPANISH_DOUBTFUL,
    SPANISH_TURNS,
)

if TYPE_CHECKING:
    from collections.abc import Iterable


class Denial(NamedTuple):
    """Hold one negative word or turn.

    Attributes:
        start: 0-based offset of its first code point.
        end: offset after its last one.
        plain: True where the other language should deny something too.
    """

    start: int
    end: int
    plain: bool


def _joined(lines: str) -> str:
    return lines.replace("\n", "").replace(" ", r"\s").replace("'", "['’]")


_STOP = r"|(?P<stop>[.;:!?](?=\s))"
_SPANISH = re.compile(
    rf"(?<!\w)(?:(?P<turn>{_joined(SPANISH_TURNS)})|(?P<head>no|sin)"
    rf"|(?P<word>nunca|jam[aá]s|nadie|ning[uú]n[ao]?|tampoco)|(?P<weak>ni|nada))(?!\w){_STOP}"
)
_ENGLISH = re.compile(
    rf"(?<!\w)(?:(?P<turn>{_joined(ENGLISH_TURNS)})(?!\w)"
    r"|(?P<head>no[rt]?|never|none|nobody|nothing|nowhere|neither|cannot|without|[acdhimnsw]\w{1,5}n['’]t|(?:do|does|did|is|wo|ca)nt)(?!\w))"
)
_ENGLISH_BEARER = re.compile(_joined(ENGLISH_BEARERS))
_ENGLISH_DOUBTFUL = re.compile(_joined(ENGLISH_DOUBTFUL))
_SPANISH_BEARER = re.compile(_joined(SPANISH_BEARERS))
_SPANISH_DOUBTFUL = re.compile(_joined(SPANISH_DOUBTFUL))

_SUPERLATIVE = re.compile(r"(?<!\w)(?:mejor|peor|mayor|menor|más)(?:es)?\s[^.;:!?]*$")  # "the best that I ever read"
_REACH = 80  # code points

SPANISH_NEGATIVES = frozenset(
    "no sin nunca jamás jamas nadie ningún ninguno ninguna ningun tampoco".split()  # noqa: SIM905 - reads better
)
"""Words of which a Spanish text has one wherever it plainly denies something."""

_AUXILIARIES = "do does did is are was were have has had ca wo could would should must need might sha ai".split()  # noqa: SIM905 - likewise
ENGLISH_NEGATIVES = frozenset(
    {
        "not",
        "no",
        "never",
        "none",
        "nobody",
        "nothing",
        "nowhere",
        "neither",
        "cannot",
        "without",
        "nor",
        "dont",
        "cant",
    }
    | {f"{word}n{mark}t" for word in _AUXILIARIES for mark in "'’"}
)
"""Likewise of an English text."""


def _lowered(text: str) -> str:
    """Return a text in lower case with every offset as it was; patterns that ignore case take three times as long."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(char.lower()[0] for char in text)


def spanish_denials(text: str) -> list[Denial]:
    """Return where a Spanish text denies something; negative words that repeat a denial are left.

    >>> [cue.plain for cue in spanish_denials("No vino nadie. Sin embargo, tampoco llamó. No habló sin papeles.")]
    [True, False, True, True, True]
    """
    low = _lowered(text)
    found: list[Denial] = []
    denied = False
    for match in _SPANISH.finditer(low):
        kind = match.lastgroup
        if kind == "stop":
            denied = False
        elif kind in {"turn", "head"} or not denied:
            if kind == "word" and _SUPERLATIVE.search(low, max(0, match.start() - _REACH), match.start()):
                kind = "turn"
            found.append(Denial(match.start(), match.end(), kind in {"head", "word"}))
            denied = not (kind == "turn" and match[0][-2:] in {"go", "te"})
    return found


def english_denials(text: str) -> list[Denial]:
    """Return where an English text denies something.

    >>> [cue.plain for cue in english_denials("Not only did he not come, he didn't call.")]
    [False, True, True]
    """
    return [
        Denial(match.start(), match.end(), match.lastgroup == "head") for match in _ENGLISH.finditer(_lowered(text))
    ]


@lru_cache(maxsize=65536)
def _weight(form: str) -> int:
    return 1 if _ENGLISH_DOUBTFUL.match(form) else 2 if _ENGLISH_BEARER.match(form) else 0


def english_bearers(forms: Iterable[str]) -> tuple[int, int]:
    """Return how many of the lower-cased words carry a denial in themselves, and how many only may."""
    weights = [_weight(form) for form in forms]
    return weights.count(2), weights.count(1)


@lru_cache(maxsize=65536)
def _heft(form: str) -> int:
    return 2 if _SPANISH_BEARER.match(form) else 1 if _SPANISH_DOUBTFUL.match(form) else 0


def spanish_bearers(forms: Iterable[str]) -> tuple[int, int]:
    """Return how many of the lower-cased words carry a denial, and how many often stand where English has one."""
    weights = [_heft(form) for form in forms]
    return weights.count(2), weights.count(1)
