"""Whether a text reads as Spanish or as English, by how common its words are in either."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from wordfreq import zipf_frequency

from mtreview.text.tokens import words

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST: Final = 300
_FEWEST: Final = 20
_CLEARLY: Final = 1.0


def leaning(texts: Iterable[str]) -> float:
    """Return how much more of the first words are Spanish than English, -1 to 1; 0 of fewer than 20 that tell.

    >>> round(leaning(["El alcalde dijo ayer que no se irá de la ciudad, donde vive desde hace muchos años."] * 2), 1)
    1.0
    >>> leaning(["OK"])
    0.0
    """
    found = (word.text.lower() for text in texts for word in words(text))
    leads = [zipf_frequency(word, "es") - zipf_frequency(word, "en") for word in islice(found, _MOST)]
    spanish, english = sum(lead >= _CLEARLY for lead in leads), sum(lead <= -_CLEARLY for lead in leads)
    return (spanish - english) / (spanish + english) if spanish + english >= _FEWEST else 0.0
