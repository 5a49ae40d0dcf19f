"""Sentences with their offsets.

Segmentation is sentencex's (https://github.com/wikimedia/sentencex), which was right on 38 of 42 cases
("El Sr.", "EE. UU.", "¿", quotation marks, dashes of dialogue); what it gets wrong there is mended here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtreview.text.tokens import Token

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENDED = re.compile(r"""(?:\betc\.["'”’»)]{0,3}(?=\s{1,9}[A-ZÁÉÍÓÚÑ«“"])|[.!?…]["'”’»)]{0,3}(?=\s{1,9}[¿¡]))""")
_SHORT = re.compile(r"(?:^|[\W\d_])[^\W\d_]{1,3}\.\s*$")
_PLACES = re.compile(r"(?:^|\W)(?:Ft|Pt|Mts?|n|N)\.\s*$")
_TAIL = 8
_WINDOW = 16_384  # code points
# sentencex panics beside spaces that take several bytes ("J.\u00a0R."), and takes no lone surrogates.
_SAFE = re.compile(r"[^\S\n ]|[\ud800-\udfff]")
_SPACES = re.compile(r"\s*")


def sentences(text: str, lang: str) -> tuple[Token, ...]:
    r"""Return the sentences of one block of text in order, without the space around them.

    A single line break is space, since text may be wrapped; a blank line ends a sentence.

    Args:
        text: a paragraph, or several parted by blank lines.
        lang: `es` or `en`.

    >>> [sentence.text for sentence in sentences("El Sr. Paz llegó a EE. UU. ¿Cuándo? El lunes.", "es")]
    ['El Sr. Paz llegó a EE. UU.', '¿Cuándo?', 'El lunes.']
    """
    return tuple(_trimmed(text, _mended(text, list(_pieces(text, lang)))))


def _replaced(match: re.Match[str]) -> str:
    return " " if match.group().isspace() else "\ufffd"


def _pieces(text: str, lang: str) -> Iterator[tuple[int, int]]:
    """Yield sentencex's pieces as ranges, once more parted after a last "etc." and before "¿"."""
    for start, end in _windows(_SAFE.sub(_replaced, text), lang):
        first = start
        for match in _ENDED.finditer(text, start, end):
            yield first, match.end()
            first = match.end()
        yield first, end


def _windows(text: str, lang: str) -> Iterator[tuple[int, int]]:
    """Yield the pieces of a text read window by window: sentencex takes quadratic time over quotes that never close."""
    from sentencex import segment  # noqa: PLC0415 - a native module that only documents need

    start = 0
    while start < len(text):
        window = text[start : start + _WINDOW]
        lengths = [len(piece) for piece in segment(lang, window)]
        if len(window) == _WINDOW and len(lengths) > 1:
            lengths.pop()  # it may go on in the next window
        for length in lengths:
            yield start, start + length
            start += length


def _mended(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join what was parted inside `5 p. m. y se fue`, `n.º 7` and `Ft. Worth`."""
    joined: list[tuple[int, int]] = []
    for start, end in pieces:
        if joined and _goes_on(text, joined[-1][1], start):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _goes_on(text: str, end: int, start: int) -> bool:
    before = text[max(0, end - _TAIL) : end]
    first = text[_SPACES.match(text, start).end() :][:1]  # type: ignore[union-attr]  # it matches nothing at least
    if first in {"º", "ª"}:
        return True
    return (first.islower() and bool(_SHORT.search(before))) or (first.isupper() and bool(_PLACES.search(before)))


def _trimmed(text: str, pieces: list[tuple[int, int]]) -> Iterator[Token]:
    for start, end in pieces:
        piece = text[start:end]
        bare = piece.strip()
        if bare:
            first = start + piece.index(bare)
            yield Token(bare, first, first + len(bare))
