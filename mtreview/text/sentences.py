"""Sentences with their offsets.

Segmentation is sentencex's (https://github.com/wikimedia/sentencex), which is fast and knows most abbreviations
("El Sr.", "EE. UU."); what it gets wrong is mended here. It takes a quotation for one sentence: quotation marks are
hidden from it, since translators part the sentences of a quotation. `bench_sentences` compares splitters on news.
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
_TITLES = re.compile(r"(?:^|\W)(?:M(?:rs?|s|x|me|mes|essrs)|(?:Dr|Sr)(?:a?s?|es|ta)|Dña?|Excm[oa])\.\s*$")
_ASKED = re.compile(r"""[!?]["'”’»)]{0,3}\s*$""")
_TAIL = 12
_WINDOW = 16_384  # code points
# sentencex panics beside spaces that take several bytes ("J.\u00a0R."), and takes no lone surrogates.
_SAFE = re.compile(r"[^\S\n ]|[\ud800-\udfff]")
_SPACES = re.compile(r"\s*")
_CLOSING = re.compile(r"""([.!?…])(["'”’»)\]]{1,3})(?=\s{1,9}["'“‘«¿¡(\[—]{0,3}[A-ZÁÉÍÓÚÑ0-9])""")
_OPENING = re.compile(r"""(?:(?<=[\s(\[—¿¡])|^)["“«'‘](?=\S)""")
_OTHER_QUOTES = re.compile(r'["“”«»]')


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
    shown = _without_quotes(_SAFE.sub(_replaced, text))
    first = 0
    for start, end in _windows(shown, lang):
        last = start + len(shown[start:end].rstrip())
        for match in _ENDED.finditer(text, start, last):
            yield first, match.end()
            first = match.end()
        if last > first:
            yield first, last
            first = last
    yield first, len(text)


def _without_quotes(text: str) -> str:
    """Return a text of the same length in which a full stop ends a sentence inside quotation marks, too.

    Closing marks after the end of a sentence become letters before it, opening ones spaces.
    """
    text = _CLOSING.sub(lambda match: "x" * len(match[2]) + match[1], text)
    return _OTHER_QUOTES.sub("x", _OPENING.sub(" ", text))


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
    """Join what was parted inside `5 p. m. y se fue`, `n.º 7`, `Ms. Paz`, `Ft. Worth` and `“¿Por qué?” le dijo`."""
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
    if first.isupper():
        return bool(_PLACES.search(before) or _TITLES.search(before))
    return first.islower() and bool(_SHORT.search(before) or _ASKED.search(before))


def _trimmed(text: str, pieces: list[tuple[int, int]]) -> Iterator[Token]:
    for start, end in pieces:
        piece = text[start:end]
        bare = piece.strip()
        if bare:
            first = start + piece.index(bare)
            yield Token(bare, first, first + len(bare))
