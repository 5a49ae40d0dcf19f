"""Numbers in a text, in figures and in words, with every reading that they may have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtreview.text.number_grammar import combine
from mtreview.text.number_scan import scan
from mtreview.text.number_values import Kind, Number

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

# Figures of numeric entities and numbered tags.
_MARKUP = re.compile(r"&#x?[0-9a-fA-F]{1,6};|</?\d{1,4}/?>")

__all__ = ["Kind", "Number", "numbers"]


def numbers(text: str, lang: str, forms: Collection[str] | None = None) -> tuple[Number, ...]:
    """Return the numbers of `text` in order.

    Args:
        text: one segment.
        lang: `es` or `en`: whose words and whose decimal mark are the likelier reading.
        forms: its words in lower case, where they are known: the text is not searched for them again.

    >>> [str(number.value) for number in numbers("Veintiún mil personas y 2,5 millones más, el 3 %.", "es")]
    ['21000', '2500000', '3']
    >>> [str(number.value) for number in numbers("Two-thirds of 30 billion in the twenty-first century", "en")]
    ['2/3', '30000000000', '21']
    >>> [str(number.value) for number in numbers("Press <0>F</0> at 5 o&#39;clock", "en")]
    ['5']
    """
    if "&#" in text or "</" in text:
        text = _MARKUP.sub(lambda match: " " * len(match[0]), text)
    lexemes = scan(text, lang, forms)
    return tuple(_plain(combine(text, lexemes, lang))) if lexemes else ()


def _plain(found: Iterable[Number]) -> Iterable[Number]:
    """Yield numbers with whole fractions as int, so that they print and hash alike."""
    for number in found:
        value = number.value
        if not isinstance(value, int) and value.denominator == 1:
            yield number._replace(value=value.numerator)
        else:
            yield number
