"""Texts made comparable: one form for characters that may be written in several ways."""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_SPACE = re.compile(r"\s+")
_SAME = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))


def tidy(text: str) -> str:
    r"""Return `text` composed (NFC), without invisible characters, and with one space for every run of space.

    >>> tidy("  nin\u0303o\u00a0 \u200bde\n")
    'niño de'
    """
    return _SPACE.sub(" ", _INVISIBLE.sub("", unicodedata.normalize("NFC", text))).strip()


def comparable(text: str) -> str:
    """Return `text` tidied, case-folded, and with one form for every quotation mark and dash.

    >>> comparable("«Golpe» – NOTICIAS") == comparable('"golpe" - Noticias')
    True
    """
    return tidy(text).translate(_SAME).translate(_DASHES).casefold()
